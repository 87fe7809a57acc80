"""What the desk was left like: sizes, orders, columns, earlier searches, and notes that were begun and not saved.

It is a file for each case in the user's state folder, so that a case can be read-only, or handed on without it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from workbench.model import PANES, Pane

SOURCES = range(20, 61)
"""How wide the sources may be, in cells."""
READER = range(25, 76)
"""How much the reader may take of what it shares with the list, in hundredths: of the width, or of the height."""
OPEN_AT_FIRST = ("outlet", "country", "unanalysed", "saved", "job")
_AT_MOST = 200
_BYTES_AT_MOST = 5_000_000


@dataclass(frozen=True, slots=True)
class Listing:
    """How a pane's list is shown."""

    order: str = ""
    """As `Case.search` takes it."""
    hidden: tuple[str, ...] = ()
    """The names of columns that are not shown."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the desk is arranged."""

    pane: Pane = "articles"
    sources: int = 30
    beside: int = 34
    """The reader's share where it stands beside the list."""
    beneath: int = 45
    """And where it stands beneath it."""
    sections: tuple[str, ...] = OPEN_AT_FIRST
    """Which sections of the sources are open."""
    lists: Mapping[Pane, Listing] = field(default_factory=dict)
    searches: tuple[str, ...] = ()
    """Earlier searches, the newest first."""

    def listing(self, pane: Pane) -> Listing:
        """How the list of a pane is shown."""
        return self.lists.get(pane, Listing())

    def with_listing(self, pane: Pane, listing: Listing) -> Layout:
        """The same with another list."""
        return replace(self, lists={**self.lists, pane: listing})


class DeskMemory:
    """The layout and the drafts of one case, written down when they change."""

    def __init__(self, path: Path | None = None) -> None:
        """`path` is where they are kept; without one they last as long as the desk. A file that is not right is read
        as far as it is."""
        self.path = path
        table = _read(path) if path else {}
        self.layout = layout_from(table)
        self.drafts: dict[str, str] = dict(_texts(table.get("drafts")))
        """Notes that were begun and not saved, by what they are on."""
        self._written = self._text()

    def save(self) -> None:
        """Write them down, if they are others than last time. Raises OSError."""
        text = self._text()
        if self.path is None or text == self._written:
            return
        self._written = text  # what cannot be written is not tried again until it changes
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_suffix(".new")
        new.touch(mode=0o600)
        new.write_text(text, encoding="utf-8")
        new.replace(self.path)

    def _text(self) -> str:
        return json.dumps({**asdict(self.layout), "drafts": self.drafts}, ensure_ascii=False, indent=1)


def file_of(case: Path, folder: Path) -> Path:
    """Where the memory of a case is, in the state folder."""
    place = case.resolve()
    digest = sha256(str(place).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return folder / "cases" / f"{place.stem[:60]}-{digest}.json"


def layout_from(table: Mapping[str, Any]) -> Layout:
    """A layout from JSON: what is right in it, and for the rest the usual."""
    usual = Layout()
    lists = table.get("lists")
    return Layout(
        next((pane for pane in PANES if pane == table.get("pane")), usual.pane),
        _within(table.get("sources"), SOURCES, usual.sources),
        _within(table.get("beside"), READER, usual.beside),
        _within(table.get("beneath"), READER, usual.beneath),
        _strings(table["sections"]) if "sections" in table else usual.sections,
        {pane: _listing(lists[pane]) for pane in PANES if pane in lists} if isinstance(lists, dict) else {},
        _strings(table.get("searches")),
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _BYTES_AT_MOST:
            return {}
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return table if isinstance(table, dict) else {}


def _listing(value: object) -> Listing:
    if not isinstance(value, dict):
        return Listing()
    order = value.get("order")
    return Listing(order if isinstance(order, str) else "", _strings(value.get("hidden")))


def _within(value: object, limits: range, usual: int) -> int:
    return value if isinstance(value, int) and value in limits else usual


def _strings(value: object) -> tuple[str, ...]:
    return tuple(each for each in value[:_AT_MOST] if isinstance(each, str)) if isinstance(value, list) else ()


def _texts(value: object) -> Iterable[tuple[str, str]]:
    items = value.items() if isinstance(value, dict) else ()
    return ((key, text) for key, text in items if isinstance(key, str) and isinstance(text, str))
