"""The ports of a feature without a screen: calls are made at once, and what is said, opened and gone to is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tests.tui.fake import FakeCase
from workbench.errors import WorkbenchError
from workbench.model import Article, Position, Span
from workbench.tui.case_gateway import CaseGateway
from workbench.tui.message_log import MessageLog
from workbench.views import Matrix, Row


class Host:
    """Keeps what is said and copied."""

    def __init__(self) -> None:
        self.messages = MessageLog()
        self.said: list[str] = []
        self.copied: list[tuple[str, str]] = []
        self.served = False
        self.keymap: dict[str, str] = {}

    def say(self, text: str, severity: str = "information") -> None:
        self.said.append(text)

    def say_error(self, error: WorkbenchError) -> None:
        self.said.append(f"{error.message} {error.hint}")

    def copy(self, text: str, what: str) -> None:
        self.copied.append((text, what))


class Navigator:
    """Keeps what is opened and gone to; `answer` is given to the dialog that opens next."""

    def __init__(self) -> None:
        self.opened: list[Any] = []
        self.went: list[tuple[Any, ...]] = []
        self.answers: list[Any] = []

    def open(self, screen: Any, then: Callable[[Any], None] | None = None) -> None:
        self.opened.append(screen)
        if then is not None and self.answers:
            then(self.answers.pop(0))

    def __getattr__(self, name: str) -> Callable[..., None]:
        def go(*where: Any, **more: Any) -> None:
            self.went.append((name, *where))

        return go


class Selection:
    """Rows and passages that a test puts in hand."""

    def __init__(self, *rows: Row[Any]) -> None:
        self.rows = list(rows)
        self.place: tuple[Row[Article], Span] | None = None
        self.passage: tuple[Row[Article], Span] | None = None
        self.issues_in_hand: Sequence[str] | None = None
        self.matrix = Matrix((), (), {})

    def targets(self) -> list[Row[Any]]:
        return self.rows

    def selected_ids(self) -> list[str] | None:
        return [row.id for row in self.rows] or None

    @property
    def row(self) -> Row[Any] | None:
        return next(iter(self.rows), None)

    def issues(self) -> Sequence[str] | None:
        return self.issues_in_hand

    def positions(self) -> list[Row[Position]]:
        return [row for row in self.rows if isinstance(row.value, Position)]

    def clear(self) -> None:
        self.rows = []


class Ports:
    """All of them over one fake case."""

    def __init__(self, *, read_only: bool = False) -> None:
        self.case = FakeCase(read_only=read_only)
        self.host: Any = Host()
        self.navigator: Any = Navigator()
        self.shown = 0
        self.gateway = CaseGateway(self.case, run_at_once, self.host, self._refresh)

    def _refresh(self, then: Callable[[], None]) -> None:
        self.shown += 1
        then()

    def rows(self, pane: Any) -> list[Row[Any]]:
        """The rows of a pane of the case."""
        return list(self.case.search(pane).rows)


def run_at_once(group: str, call: Callable[[], Any], then: Callable[[Any], None], *, lane: str = "read",
                delay: float = 0.0, opens: bool = False, first: bool = False) -> None:  # fmt: skip
    """A runner without threads."""
    then(call())
