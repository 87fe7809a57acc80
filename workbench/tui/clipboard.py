"""The clipboard by way of the programs that systems have for it, since not every terminal hands a text on.

A program is used only where the clipboard that it knows is the analyst's: none over SSH, where it is the other
machine's. tmux is the exception: it stands between us and the terminal, and by its default lets no text through.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Program:
    """A program that takes a text for the clipboard on its standard input."""

    command: tuple[str, ...]
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What it is called."""
        return self.command[0]


def programs(environ: Mapping[str, str], platform: str = sys.platform) -> list[Program]:
    """Those that are there and fit the session, the best first."""
    path = environ.get("PATH")
    return [each for each in _fitting(environ, platform) if shutil.which(each.name, path=path)]


def _fitting(environ: Mapping[str, str], platform: str) -> Iterator[Program]:
    here = not (environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    if here and platform == "darwin":
        yield Program(("pbcopy",))
    if here and environ.get("WAYLAND_DISPLAY"):
        yield Program(("wl-copy",))
    if here and environ.get("DISPLAY"):
        yield Program(("xclip", "-selection", "clipboard"))
        yield Program(("xsel", "-ib"))
    if here and (environ.get("WSL_DISTRO_NAME") or environ.get("WSL_INTEROP")):
        yield Program(("clip.exe",), "utf-16-le")  # it takes other bytes for the code page of the console
    if environ.get("TMUX"):
        yield Program(("tmux", "load-buffer", "-w", "-"))


def put(text: str, found: Sequence[Program], environ: Mapping[str, str]) -> str:
    """Give the text to the first program that takes it; its name, or "" if none does."""
    for program in found:
        try:
            # Not a pipe for what they print: some stay in the background and would hold it open.
            done = subprocess.run(
                program.command,
                input=text.encode(program.encoding, "replace"),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_SECONDS,
                env={**environ, "LC_CTYPE": "UTF-8"} if program.name == "pbcopy" else environ,
                start_new_session=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        if done.returncode == 0:
            return program.name
    return ""


class SystemClipboard:
    """Takes one text after the other, so that the one that was copied last stays."""

    def __init__(self) -> None:
        self._one_at_a_time = asyncio.Lock()

    async def put(self, text: str) -> str:
        """Give the text to a program, in a thread; its name, or "" if there is none that takes it."""
        found = programs(os.environ)
        async with self._one_at_a_time:
            return await asyncio.to_thread(put, text, found, os.environ) if found else ""
