"""The command line: thin commands over the use cases; stdout is data, stderr is narration.

In: the words of a command line. Out: data on stdout, narration on stderr, an exit code. A new command is a function in
a module here, with its line in `root.COMMANDS`.

Nothing heavy is imported before a command needs it, so that help comes at once.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    from workbench.cli.exit_codes import run
    from workbench.cli.root import workbench

    return run(workbench, arguments)
