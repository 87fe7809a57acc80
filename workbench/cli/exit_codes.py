"""How a run ends: every error becomes one line on stderr and an exit code, in one place.

Commands raise and return; they never exit by themselves.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import click

from workbench.errors import WorkbenchError

NAME = "workbench"
COMPLETION = "_WORKBENCH_COMPLETE"
INTERRUPTED = 130


def run(command: click.Command, arguments: Sequence[str] | None = None) -> int:
    """Run a command to its exit code."""
    _tolerate_any_encoding()
    try:
        outcome = _invoke(command, list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        return _hung_up()
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except WorkbenchError as error:
        return _failed(error.message, error.hint, error.exit_code)
    except OSError as error:
        _write_no_more()
        return _failed(f"{error.filename or 'The system'}: {error.strerror or error}.", "", 1)
    return outcome if isinstance(outcome, int) else 0


def _invoke(command: click.Command, arguments: list[str]) -> object:
    """What click's own `main` does but for the ends of a run, which are decided above."""
    wanted = os.environ.get(COMPLETION)
    if wanted:
        from click.shell_completion import shell_complete

        return shell_complete(command, {}, NAME, COMPLETION, wanted)
    with command.make_context(NAME, arguments) as context:
        return command.invoke(context)


def say(message: str) -> None:
    """One line of narration."""
    from workbench.export.sanitizing import one_line

    print(one_line(message), file=sys.stderr)


def _failed(message: str, hint: str, code: int) -> int:
    say(f"workbench: {message}")
    if hint:
        say(f"  {hint}")
    return code


def _hung_up() -> int:
    """The reader of our output has gone, which is its good right."""
    _write_no_more()
    return 0


def _write_no_more() -> None:
    """What stdout still holds goes nowhere, or Python would complain of it at exit."""
    with suppress(OSError, ValueError):
        stdout = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout)


def _tolerate_any_encoding() -> None:
    """A stream that cannot show a character gets its escape, never an exception."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
