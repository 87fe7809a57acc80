"""The side tree: facets with live counts; a press on an entry puts its filter on, another takes it off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message

from workbench.tui.bindings import bindings
from workbench.tui.desk_memory import OPEN_AT_FIRST
from workbench.tui.question import term
from workbench.tui.sanitizing import one_line
from workbench.tui.widgets.columns import fit
from workbench.tui.widgets.line_list import LineList
from workbench.tui.wording import Piece
from workbench.views import Facet

SECTIONS: tuple[tuple[str, str], ...] = (
    ("outlet", "Outlets"), ("country", "Countries"), ("speaker", "Speakers"), ("tag", "Tags"), ("stance", "Stances"),
    ("issue", "Issues"), ("attribution", "Attribution"), ("differs", "Facts differ in"), ("status", "Judged by you"),
    ("kind", "Kinds of quote"), ("from", "Country known from"),
    ("unanalysed", "Not analysed"), ("saved", "Saved searches"), ("job", "Jobs"),
)  # fmt: skip
_FIRST = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the tree."""

    section: str
    label: str
    count: str = ""
    chip: str = ""
    """The filter that it puts on; for a saved search, its whole query."""
    depth: int = 1
    name: str = ""
    """Of a saved search: its name as it is kept."""
    more: bool = False
    """It opens the rest of its section."""


class Sources(LineList):
    """The side tree."""

    BINDINGS = bindings("sources")

    class Picked(Message):
        """An entry with a filter, or a saved search, was pressed."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class Folded(Message):
        """A section was opened or closed."""

    class Forgotten(Picked):
        """A saved search is not wanted any more."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.entries: list[Entry] = []
        self.open_sections = set(OPEN_AT_FIRST)
        self.whole: set[str] = set()
        self.facets: tuple[Facet, ...] = ()
        self.saved: dict[str, str] = {}
        self.jobs: Sequence[str] = ()
        self.chips: tuple[str, ...] = ()
        self.searching = False

    def show(
        self,
        facets: tuple[Facet, ...] | None = None,
        saved: dict[str, str] | None = None,
        jobs: Sequence[str] | None = None,
        chips: tuple[str, ...] | None = None,
    ) -> None:
        """Change what is given; the cursor stays on its entry."""
        self.facets = self.facets if facets is None else facets
        self.saved = self.saved if saved is None else saved
        self.jobs = self.jobs if jobs is None else jobs
        self.chips = self.chips if chips is None else chips
        self._rebuild()

    def _rebuild(self) -> None:
        here = self.entries[self.cursor] if self.cursor < len(self.entries) else None
        self.entries = [entry for field, title in SECTIONS for entry in self._section(field, title)]
        self.count = len(self.entries)
        if here is not None:
            key = (here.section, here.label, here.depth)
            same = (i for i, e in enumerate(self.entries) if (e.section, e.label, e.depth) == key)
            self.cursor = next(same, self.cursor)

    def _section(self, field: str, title: str) -> list[Entry]:
        inside = self._inside(field)
        if not inside:
            return []
        is_open = field in self.open_sections
        total = "" if field == "job" else f"{len(inside):,}"
        header = Entry(field, f"{'▾' if is_open else '▸'} {title}", total, depth=0)
        if not is_open:
            return [header]
        if field in self.whole or len(inside) <= _FIRST + 1:
            return [header, *inside]
        rest = Entry(field, f"… {len(inside) - _FIRST:,} more", more=True)
        return [header, *inside[:_FIRST], rest]

    def _inside(self, field: str) -> list[Entry]:
        if field == "job":
            return [Entry("job", line) for line in self.jobs]
        if field == "saved":
            return [Entry("saved", one_line(name), chip=query, name=name) for name, query in self.saved.items()]
        return [Entry(field, _label(f), f"{f.count:,}", term(field, f.value)) for f in self.facets if f.field == field]

    def pieces(self, index: int, width: int) -> list[Piece]:
        """Label left, count right; an active filter has a tick."""
        entry = self.entries[index]
        on = entry.chip in self.chips and entry.section != "saved" and bool(entry.chip)
        role = "strong" if entry.depth == 0 else "accent" if on else "quiet" if entry.more else ""
        indent = "✓ " if on else "  " * entry.depth
        room = width - len(entry.count) - 2
        return [*fit([(indent, "accent"), (entry.label, role)], room), (" ", ""), (entry.count, "quiet"), (" ", "")]

    def action_open(self) -> None:
        """Fold a section, show the rest of one, or put a filter on."""
        if self.cursor >= len(self.entries):
            return
        entry = self.entries[self.cursor]
        if entry.depth == 0:
            self.open_sections ^= {entry.section}
            self._rebuild()
            self.post_message(self.Folded())
        elif entry.more:
            self.whole.add(entry.section)
            self._rebuild()
        elif entry.chip:
            self.post_message(self.Picked(entry))

    def action_forget(self) -> None:
        """Forget the saved search under the cursor."""
        entry = self.entries[self.cursor] if self.cursor < len(self.entries) else None
        if entry is not None and entry.section == "saved" and entry.chip:
            self.post_message(self.Forgotten(entry))

    def empty_lines(self) -> list[list[Piece]]:
        """Before anything was added, or where nothing matches."""
        if self.searching:
            return [[("Nothing matches.", "quiet")]]
        return [[("Nothing here yet.", "quiet")], [("a", "accent"), (" adds articles", "quiet")]]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to select here."""
        return action not in {"select", "range", "all"}


def _label(facet: Facet) -> str:
    return one_line(facet.label or facet.value.replace("_", " ")) or "unknown"
