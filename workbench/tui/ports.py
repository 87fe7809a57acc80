"""What the parts of the desk ask of each other, as protocols: a feature is given those it needs, and nothing else.

The app is the `Host` of every screen; the desk is the `Navigator` and, by its view, the `Selection` of its features.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar, cast

from textual.screen import Screen

from workbench.config import Settings
from workbench.errors import WorkbenchError
from workbench.model import Article, Fact, Pane, Position, Span
from workbench.tui.case_threads import CaseThreads
from workbench.tui.desk_memory import DeskMemory
from workbench.tui.desk_state import Part, Place
from workbench.tui.file_access import Files
from workbench.tui.key_queue import KeyQueue
from workbench.tui.message_log import MessageLog
from workbench.tui.question import Question
from workbench.views import Matrix, Row

R = TypeVar("R")

Severity = Literal["information", "warning", "error"]
Actions = Mapping[str, Callable[..., object]]
"""Action name, as the table of keys has it -> what does it."""


class Feature(Protocol):
    """Something that the desk can do."""

    def actions(self) -> Actions:
        """Its actions by name."""


class Notifier(Protocol):
    """Says things to the analyst."""

    messages: MessageLog

    def say(self, text: str, severity: Severity = "information") -> None:
        """A toast, kept among the messages; never markup."""

    def say_error(self, error: WorkbenchError) -> None:
        """What is so, and what to do."""


class Host(Notifier, Protocol):
    """What a screen needs of the app that it is in."""

    settings: Settings
    memory: DeskMemory
    files: Files
    served: bool
    threads: CaseThreads
    key_queue: KeyQueue

    @property
    def keymap(self) -> Mapping[str, str]:
        """The keys that the settings give to ids."""

    def crashed(self, error: BaseException) -> None:
        """Say that something of ours went wrong, and go on."""

    def copy(self, text: str, what: str) -> None:
        """To the clipboard."""

    def suspend(self) -> AbstractContextManager[None]:
        """Lend the terminal to another program as long as this lasts. Raises SuspendNotSupported without one."""

    def open_url(self, url: str) -> None:
        """Open a link where the desk is in a browser."""

    def hand_over(self, path: Path) -> None:
        """Give a file that was written to whoever asked for it."""


class Navigator(Protocol):
    """Goes about on the desk."""

    def open(self, screen: Screen[R], then: Callable[[R | None], None] | None = None) -> None:
        """Show a dialog or screen over the desk, and go on with what it gives."""

    def refresh_rows(self, then: Callable[[], None] | None = None) -> None:
        """Show what the case has now, and stay at the row in hand."""

    def focus_part(self, part: Part) -> None:
        """Go to a part."""

    def enter_part(self, part: Part) -> None:
        """Have a part in hand and in sight; the focus goes there next."""

    def pose(self, question: Question, *, delay: float = 0.0) -> None:
        """Ask another question."""

    def turn_to(self, pane: Pane, then: Callable[[], None] | None = None) -> None:
        """Show a pane, with its answer to the question."""

    def remember(self) -> None:
        """Before a jump: one can come back here."""

    def jump(self, place: Place) -> None:
        """Go to a place."""

    def read(self, row: Row[Any], at: tuple[str, Span | None] | None = None) -> None:
        """Show a row in the reader; `at` is another place than its own."""

    def read_at(self, article_id: str, span: Span | None) -> None:
        """Go to a passage of an article in the reader; one can come back."""

    def compare(self, fact: Row[Fact]) -> None:
        """Open the phrasing diff on a fact."""


class Selection(Protocol):
    """What an action is about, at the moment it begins."""

    def targets(self) -> list[Row[Any]]:
        """In the reader what is under the caret, else the selected rows, else the row in hand."""

    def selected_ids(self) -> list[str] | None:
        """The ids of the rows that are selected; None where none is."""

    @property
    def row(self) -> Row[Any] | None:
        """In the reader what is under the caret, else the row in hand."""

    @property
    def place(self) -> tuple[Row[Article], Span] | None:
        """In the reader the article and the passage in hand; None elsewhere."""

    @property
    def passage(self) -> tuple[Row[Article], Span] | None:
        """The passage that was chosen in the reader, with its article; None where none was."""

    def issues(self) -> Sequence[str] | None:
        """The issues in hand in the matrix; None where the matrix is not in hand."""

    def positions(self) -> list[Row[Position]]:
        """The positions in hand: in the matrix all that the cell rests on."""

    @property
    def matrix(self) -> Matrix:
        """The matrix that is shown."""

    def clear(self) -> None:
        """Select nothing."""


def host_of(screen: Screen[Any]) -> Host:
    """The app of a screen, as what the screen needs of it."""
    return cast("Host", screen.app)


def targets_or_say(selection: Selection, notifier: Notifier) -> list[Row[Any]]:
    """What an action is about; where that is nothing, it is said."""
    rows = selection.targets()
    if not rows:
        notifier.say("There is no row here.")
    return rows
