"""The analyst's own command with rows on its standard input: run apart from our terminal, and cut short on demand."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from time import monotonic
from typing import IO

from workbench.errors import WorkbenchError
from workbench.model import Stop
from workbench.tui.sanitizing import clean

MOST = 1_000_000
"""The bytes of output that are kept; a command that prints more is left to end."""
_LOOK = 0.05
_PATIENCE = 1.0


@dataclass(frozen=True, slots=True)
class Piped:
    """What came of a command."""

    command: str
    text: str
    """What it printed and complained of, in the order that it did, clean."""
    code: int
    seconds: float
    cut: bool
    """Whether it printed more than is kept."""
    stopped: bool


def pipe(command: str, rows: IO[str], stop: Stop, environ: Mapping[str, str]) -> Piped:
    """Run a command in the user's shell with a file's text as its input; stopping it stops all that it started.

    It has a session of its own, so nothing of it can reach the terminal that the desk is on.
    """
    rows.seek(0)
    began, shell = monotonic(), environ.get("SHELL") if sys.platform != "win32" else None
    try:
        process = subprocess.Popen(
            command,
            shell=True,
            executable=shell or None,
            stdin=rows,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        raise WorkbenchError(f"{shell or 'The shell'} cannot run this: {error}.", "$SHELL names another.") from error
    kept = bytearray()
    reader = Thread(target=_read, args=(process, kept), daemon=True)
    reader.start()
    stopped = not _ended(process, reader, stop)
    seconds = monotonic() - began
    return Piped(command, _shown(bytes(kept[:MOST])), process.wait(), seconds, len(kept) > MOST, stopped)


def _read(process: subprocess.Popen[bytes], kept: bytearray) -> None:
    assert process.stdout is not None
    with process.stdout as output:
        while chunk := os.read(output.fileno(), 65_536):
            kept += chunk[: MOST + 1 - len(kept)]


def _ended(process: subprocess.Popen[bytes], reader: Thread, stop: Stop) -> bool:
    """Wait until nothing more can be printed; False if that was because it was stopped."""
    while reader.is_alive() or process.poll() is None:
        if stop():
            _kill(process, reader)
            return False
        reader.join(_LOOK)
        if not reader.is_alive():
            try:
                process.wait(_LOOK)
            except subprocess.TimeoutExpired:
                continue
    return True


def _kill(process: subprocess.Popen[bytes], reader: Thread) -> None:
    """Ask the whole group to end, then make it."""
    if sys.platform == "win32":
        process.kill()
        return
    for each in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, each)
        except ProcessLookupError:
            return
        reader.join(_PATIENCE)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_PATIENCE)
            if not reader.is_alive():
                return


def _shown(output: bytes) -> str:
    """Output as text for the screen: tabs as blanks up to their stops, no end of line at the end."""
    text = output.decode("utf-8", "replace").replace("\r\n", "\n")
    return clean("\n".join(line.expandtabs(8).rstrip() for line in text.split("\n"))).rstrip("\n")
