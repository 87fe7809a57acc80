"""What is measured of a program from outside, and the keys that are pressed for it.

Keys are sent as a terminal with the kitty protocol sends them, so that `esc` is known at once: without it Textual waits
a tenth of a second for what an escape may begin.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.tui.terminal import Terminal

ENTER, ESC, DOWN, UP = "\r", "\x1b[27u", "\x1b[B", "\x1b[A"
CTRL_D, CTRL_J, CTRL_P, F5, F6 = "\x04", "\x0a", "\x10", "\x1b[15~", "\x1b[17~"
PACE = 0.12
"""Seconds from letter to letter of a word that is typed."""


@dataclass(frozen=True, slots=True)
class Program:
    """How a program is called, and the text that says its first screen is there."""

    command: tuple[str, ...]
    ready: str = ""


@dataclass(frozen=True, slots=True)
class Started:
    """A start: seconds of clock and of processor until the first usable screen; MB and once all is at rest."""

    wall: float
    cpu: float
    memory: float


@dataclass(slots=True)
class Keys:
    """Seconds by kind of key: to the first frame after it, and to the last one before the program is at rest."""

    paint: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    whole: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    cpu: float = 0.0
    """Of the processor, for all of them."""

    def all_paints(self) -> list[float]:
        """Of every kind."""
        return [time for times in self.paint.values() for time in times]


@contextmanager
def at_home() -> Iterator[dict[str, str]]:
    """An environment without settings of anybody's, as long as this lasts."""
    with TemporaryDirectory(prefix="workbench-benchmark-") as home:
        folders = {f"XDG_{kind}_HOME": str(Path(home, kind.lower())) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        yield {"HOME": home, "COLORTERM": "truecolor", **folders}


def help_of(program: Program, environment: Mapping[str, str], times: int) -> tuple[float, float]:
    """Seconds of clock (median) and of processor (least) that `--help` takes."""
    walls, spent = [], []
    for _ in range(times + 1):
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*program.command, "--help"], env={**os.environ, **environment}, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        walls.append(time.perf_counter() - began)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(walls[1:]), min(spent[1:])  # the first brings the files into memory


def start(program: Program, environment: Mapping[str, str]) -> Started:
    """Start a program once."""
    with Terminal(program.command, environment) as terminal:
        at = terminal.wait(program.ready)
        cpu = terminal.cpu()
        terminal.settle()
        return Started(at - terminal.began, cpu, terminal.memory())


def pressed(
    program: Program, environment: Mapping[str, str], script: Callable[[Terminal, Keys], None]
) -> tuple[Keys, float]:
    """Press the keys of a script; also the MB after it."""
    keys = Keys()
    with Terminal(program.command, environment) as terminal:
        terminal.wait(program.ready)
        terminal.settle()
        before = terminal.cpu()
        script(terminal, keys)
        keys.cpu = terminal.cpu() - before
        return keys, terminal.memory()


def press(terminal: Terminal, keys: Keys, kind: str, sequence: Sequence[str]) -> None:
    """Press one key after the other, each when the program is at rest."""
    for key in sequence:
        seen = len(terminal.frames)
        at = terminal.press(key)
        keys.paint[kind].append(terminal.wait("", seen) - at)
        terminal.settle()
        keys.whole[kind].append(terminal.frames[-1].at - at)


def type_word(terminal: Terminal, keys: Keys, kind: str, word: str) -> None:
    """Type a word into an empty field; a letter is painted in the frame that has all of what is typed so far.

    `whole` is from the last letter to the last frame of the results.
    """
    for number in range(1, len(word) + 1):
        seen, at = len(terminal.frames), terminal.press(word[number - 1])
        keys.paint[kind].append(terminal.wait(f"{word[:number]}  ", seen) - at)
        terminal.pause(at + PACE - time.perf_counter())
    terminal.settle()
    keys.whole[kind].append(terminal.frames[-1].at - at)


def on_the_desk(terminal: Terminal, keys: Keys) -> None:
    """The keys that are pressed on the desk."""
    press(terminal, keys, "move: j, ctrl+d, G, g", ["j"] * 20 + [CTRL_D] * 10 + ["G", "g"] * 5)
    press(terminal, keys, "pane: 1 to 5", list("234512345123451"))
    for word in ("sanctions", "troops", "kalin", "prisoners left"):
        press(terminal, keys, "to the search field: /", ["/"])
        type_word(terminal, keys, "letter in the search", word)
        press(terminal, keys, "search taken off: esc", [ESC, ESC])
    for _ in range(3):
        press(terminal, keys, "filter: f, j, enter, esc", ["f", "j", "j", ENTER, ESC, ESC])
    for kind, sequence in {
        "reader: enter, j, esc": [ENTER, "j", "j", ESC],
        "help: ?": ["?"],
        "go to: ^p": [CTRL_P],
    }.items():
        for _ in range(5):
            press(terminal, keys, kind, sequence)
            if sequence[-1] != ESC:
                press(terminal, keys, "dialog closed: esc", [ESC])


def in_harlequin(terminal: Terminal, keys: Keys) -> None:
    """Its letters, and moving in a result of many rows."""
    query = "select title, outlet, published_on from head limit 100000"
    press(terminal, keys, "letter", list(query))
    press(terminal, keys, "run", [CTRL_J])
    press(terminal, keys, "to the rows", [F5])
    press(terminal, keys, "move", [DOWN] * 20 + ["\x1b[6~"] * 10 + [UP] * 10)
    press(terminal, keys, "to the tree", [F6])
    press(terminal, keys, "move", [ENTER, DOWN, UP])
