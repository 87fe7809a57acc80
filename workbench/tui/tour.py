"""The tour: six things to press, each done on the case that is open. The tour hears which actions ran and goes on.

Whether anyone was shown round before is an empty file in the user's state folder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from workbench.config import state_path
from workbench.tui.bindings import keys_of

Part = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to press."""

    title: str
    text: str
    """Where an id of a binding stands in braces, its key is shown."""
    done_by: tuple[str, ...]
    """The ids of the bindings that do it."""
    opens: bool = False
    """It opens something over the desk, and is done when the desk is back."""

    def parts(self, keymap: Mapping[str, str]) -> list[Part]:
        """The text in pieces, each a key or not: (words, style)."""
        pieces = re.split(r"\{([a-z_.]+)\}", self.text)
        return [
            (keys_of(piece, keymap)[0], "bold $accent") if number % 2 else (piece, "")
            for number, piece in enumerate(pieces)
        ]


ADD = Step(
    "Articles",
    "There are none yet. Press {desk.add} to add files or a folder; `workbench demo` shows a case that is full.",
    ("desk.add",),
    opens=True,
)
STEPS = (
    Step(
        "Search",
        "Press {desk.search}, type a word, then {search.done}: every pane keeps what "
        "matches. {desk.peel} takes it off again.",
        ("desk.peel",),
    ),
    Step(
        "Panes",
        "Press {desk.quotes} for the quotes: who said what. {desk.articles} to {desk.people} are the six panes.",
        ("desk.quotes",),
    ),
    Step(
        "In its place",
        "{list.down} and {list.up} move. Press {list.open} to go to the quote in its "
        "text, then {reader.leave} to come back.",
        ("reader.leave",),
    ),
    Step(
        "Phrasings",
        "Press {desk.facts} for the facts, then {desk.diff}: one of them in each "
        "outlet's words. {diff.leave} comes back.",
        ("desk.diff", "list.open"),
        opens=True,
    ),
    Step(
        "Tags",
        "Press {desk.tag} to put a tag on the row. Nothing needs saving; {desk.undo} takes it back.",
        ("desk.tag",),
        opens=True,
    ),
    Step(
        "Hand it on",
        "Press {desk.export} to write the rows to a file, or {app.help} for every other key.",
        ("desk.export", "app.help"),
        opens=True,
    ),
)


class Tour:
    """Where one is on the tour."""

    def __init__(self, *, empty: bool = False) -> None:
        self.steps = (ADD, *STEPS[1:]) if empty else STEPS
        self.at = 0
        self._begun = False

    @property
    def over(self) -> bool:
        """Whether no step is left."""
        return self.at >= len(self.steps)

    @property
    def step(self) -> Step:
        """The step in hand."""
        return self.steps[self.at]

    def next(self) -> None:
        """On to the next step."""
        self.at += 1
        self._begun = False

    def heard(self, id: str) -> bool:
        """A binding was used on the desk: whether that was all of the step."""
        self._begun = id in self.step.done_by
        return self._begun and not self.step.opens

    def returned(self) -> bool:
        """What lay over the desk has gone: whether that was all of the step."""
        return self._begun and self.step.opens


def newcomer() -> bool:
    """Whether nobody was offered the tour here; says so once."""
    seen = state_path() / "tour-seen"
    if seen.exists():
        return False
    with suppress(OSError):
        seen.parent.mkdir(parents=True, exist_ok=True)
        seen.touch()
    return seen.exists()  # where nothing can be kept, nobody is asked each time
