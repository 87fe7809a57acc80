"""Coverage: facts by outlets, and beneath them what one outlet alone has. The outlet in hand is named in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from textual.widgets import Static

from workbench.tui import wording
from workbench.tui.panes.common import bare_outlet
from workbench.tui.sanitizing import one_line, plain
from workbench.tui.screens.sheets import Sheet
from workbench.tui.signs import legend
from workbench.tui.widgets.columns import Cell, Column
from workbench.tui.widgets.row_list import RowList
from workbench.views import Coverage, Row, SoleReport

TOLD = {"same": ("●", "good"), "partial": ("◐", "warn"), "perhaps": ("?", "quiet"),
        "unknown": (" ", "faint"), "": ("·", "faint")}  # fmt: skip
SIGNS = (("●", "reports it"), ("◐", "in part"), ("?", "perhaps"), ("·", "leaves it out"), ("◆", "alone has it"),
         ("↞", "shares its source with another"))  # fmt: skip
WIDTH = 11
_BEFORE = 2
"""The columns before those of outlets."""


class CoverageSheet(Sheet):
    """The table, with an outlet in hand."""

    footer = "coverage"

    def __init__(self, found: Coverage) -> None:
        self.coverage = found
        self.at = self.first = 0
        rows: list[Row[Any]] = [*found.facts, *(Row(f"{a.article_id}:{a.span.start}", a, None) for a in found.alone)]
        super().__init__("Coverage: who reports what", "", self._columns(), self._cells, rows)

    def on_mount(self) -> None:
        """The first outlet is in hand."""
        self.call_after_refresh(self.action_column, 0)

    def on_resize(self) -> None:
        """Other columns fit."""
        self.call_after_refresh(self.action_column, 0)

    def action_column(self, by: int) -> None:
        """Another outlet in hand; the columns go along."""
        rows = self.query_one(RowList)
        self.at = max(0, min(len(self.coverage.outlets) - 1, self.at + by))
        self.first = min(self.first, self.at)
        self._lay_out(rows)
        while self.at >= self.first + self._fitting(rows) and self.first < self.at:
            self.first += 1
            self._lay_out(rows)
        self.query_one("#sheet-about", Static).update(plain(self._about(rows)))

    def _lay_out(self, rows: RowList) -> None:
        rows.lay_out(self._columns(), self._cells, _BEFORE + self.at - self.first)

    def _fitting(self, rows: RowList) -> int:
        return max(1, len(rows.sizes()) - _BEFORE)

    def _about(self, rows: RowList) -> str:
        """In sum; the outlet in hand by its whole name; what the signs say."""
        found, name = self.coverage, self.coverage.outlets[self.at] if self.coverage.outlets else ""
        facts = wording.count(len(found.facts), "fact")
        last = min(len(found.outlets), self.first + self._fitting(rows))
        several = last - self.first < len(found.outlets)
        part = f", {self.first + 1} to {last} in sight" if several else ""
        return "\n".join(
            (
                f"{facts}, {wording.count(len(found.outlets), 'outlet')}{part}, {len(found.alone)} of one alone",
                f"‹ {one_line(name)} ›  {self._outlet(name)}",
                legend(SIGNS, self.size.width - 4),
            )
        )

    def _outlet(self, name: str) -> str:
        """What one outlet reports, and with whom it shares its source."""
        found = self.coverage
        told = sum((row.id, name) in found.told for row in found.facts)
        alone = sum(each.outlet == name for each in found.alone)
        kin = [one_line(o) for o in found.outlets if o != name and found.source[o] == found.source.get(name)]
        shares = f" · ↞ shares its source with {', '.join(kin)}" if kin else ""
        return f"reports {told} of {len(found.facts)} · alone has {alone}{shares}"

    def _columns(self) -> tuple[Column, ...]:
        found = self.coverage
        shared = Counter(found.source[name] for name in found.outlets)
        names = heads([("↞" if shared[found.source[o]] > 1 else "") + bare_outlet(one_line(o)) for o in found.outlets])
        shown = names[self.first :]
        outlets = (Column(title, WIDTH, over=over, keep=n) for n, (over, title) in enumerate(shown, 1))
        return Column("FACT"), Column("TOLD BY", 7, right=True), *outlets

    def _cells(self, row: Row[Any]) -> Sequence[Cell]:
        found, outlets = self.coverage, self.coverage.outlets[self.first :]
        if isinstance(row.value, SoleReport):
            signs = [[("◆", "accent") if row.value.outlet == name else ("", "")] for name in outlets]
            return [(one_line(row.value.text), "quiet")], [("alone", "faint")], *signs
        count = found.reporting(row.id)
        told = [[TOLD[found.told.get((row.id, name), "")]] for name in outlets]
        return [(one_line(row.value.gist), "")], [(f"{count} of {len(found.outlets)}", "primary")], *told


def heads(names: Sequence[str], width: int = WIDTH) -> list[tuple[str, str]]:
    """Names on two lines of at most `width` characters, each told apart from the others."""
    found: list[tuple[str, str]] = []
    for name in names:
        over, *rest = wrap(name.upper(), width) or [""]
        title = rest[0] if rest else ""
        if len(rest) > 1:
            title = f"{title[: width - 1].rstrip()}…"
        over, title = (over, title) if title else ("", over)
        same = sum(line[0] == over and line[1][: width - 2] == title[: width - 2] for line in found)
        found.append((over, f"{title[: width - 2]} {same + 1}" if same else title))
    return found
