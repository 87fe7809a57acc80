"""`python -m tests.tui.terminal`: presses every key of the desk in a real terminal (tmux) and says what each changed.

For each key: a walk to where it works, the key, and whether the screen is another. The desk must be alive after each,
and no crash dialog may be on it. Exit code 1 if one was.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.tui.walks import walk
from workbench.config.data_folders import data_folder
from workbench.tui.bindings import KEYS, Key
from workbench.work import Case

SPECIAL = {
    "escape": "Escape", "enter": "Enter", "tab": "Tab", "shift+tab": "BTab", "space": "Space", "up": "Up",
    "down": "Down", "left": "Left", "right": "Right", "home": "Home", "end": "End", "pageup": "PPage",
    "pagedown": "NPage", "backspace": "BSpace", "delete": "DC", "question_mark": "?", "slash": "/", "asterisk": "*",
    "less_than_sign": "<", "greater_than_sign": ">", "plus": "+", "minus": "-", "colon": ":", "apostrophe": "'",
    "quotation_mark": '"', "left_square_bracket": "[", "right_square_bracket": "]", "left_parenthesis": "(",
    "right_parenthesis": ")", "f1": "F1", "vertical_line": "|",
}  # fmt: skip
ENDS = {"app.quit"}
BROKEN = "Something went wrong"


class Terminal:
    """A desk in tmux on a server of its own."""

    def __init__(self, case: Path) -> None:
        self.case = case
        self.socket = f"desk-{case.parent.name}"
        self.tmux("new-session", "-d", "-s", "keep", "sleep 86400")  # a server without sessions ends

    def tmux(self, *words: str) -> str:
        """A tmux command; what it prints."""
        done = subprocess.run(["tmux", "-L", self.socket, "-f", "/dev/null", *words], capture_output=True, text=True)
        return done.stdout

    def open(self) -> None:
        """A fresh desk, that knows nothing of how the last one was left."""
        self.tmux("kill-session", "-t", "desk")
        shutil.rmtree(self.case.parent / "cases", ignore_errors=True)
        program = (
            f"WORKBENCH_STATE='{self.case.parent}' COLORTERM=truecolor {sys.executable} -m workbench '{self.case}'"
        )
        self.tmux("new-session", "-d", "-s", "desk", "-x", "150", "-y", "42", program)
        deadline = time.monotonic() + 30
        while "Articles" not in self.screen() and time.monotonic() < deadline:
            time.sleep(0.1)
        self.settled()

    def screen(self) -> str:
        """What it shows."""
        return self.tmux("capture-pane", "-p", "-e", "-t", "desk")

    def settled(self) -> str:
        """What it shows once that stays the same."""
        before, deadline = "", time.monotonic() + 5
        while (now := self.screen()) != before and time.monotonic() < deadline:
            before = now
            time.sleep(0.25)
        return now

    def press(self, name: str) -> None:
        """One key, by Textual's name or tmux's."""
        modifiers, _, last = name.rpartition("+") if name not in SPECIAL else ("", "", name)
        sign = SPECIAL.get(name) or SPECIAL.get(last, last)
        prefix = "".join({"ctrl": "C-", "alt": "M-", "shift": "S-"}[m] for m in modifiers.split("+") if m)
        self.tmux("send-keys", "-t", "desk", *(["-l"] if len(sign) == 1 and not prefix else []), prefix + sign)


def tried(terminal: Terminal, key: Key, name: str) -> str:
    """Whether the key changed the screen; what went wrong is told by BROKEN or `gone`."""
    terminal.open()
    for step in walk(key.id):
        terminal.press(step)
        terminal.settled()
    before = terminal.settled()
    terminal.press(name)
    time.sleep(0.3)
    after = terminal.settled()
    if not after.strip():
        return "ended" if key.id in ENDS else "gone"
    return BROKEN if BROKEN in after else "changed" if after != before else "the same"


def main() -> int:
    """Try every key, a line each."""
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="keys") as place:
        path = Path(place, "demo.db")
        with Case.open(path) as case:
            case.add([str(data_folder("seeds"))])
            case.analyse()
        terminal = Terminal(path)
        for key in KEYS:
            result = tried(terminal, key, key.keys.split(",")[0])
            wrong += result in (BROKEN, "gone")
            print(f"{key.id:<26} {key.keys.split(',')[0]:<22} {result}", flush=True)
        terminal.tmux("kill-server")
    print(f"{len(KEYS)} keys, {wrong} went wrong")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
