"""The figures of the desk as a table and as JSON."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.box import SIMPLE
from rich.table import Table

from tests.benchmarks.tui.frames import percentile
from tests.benchmarks.tui.measure import Keys

NONE = "–"
AT_ONCE = 0.05
"""Seconds within which a key is painted."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside the peer's and its target."""

    what: str
    unit: str
    """s, ms or MB; of times the figures are in seconds all the same."""
    ours: float
    peer: float | None = None
    target: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours as a share of the peer's."""
        return self.ours / self.peer if self.peer else None

    @property
    def met(self) -> bool | None:
        """Whether the target is; None without one."""
        return None if self.target is None else self.ours <= self.target

    def record(self) -> dict[str, object]:
        """The row for JSON."""
        return {"what": self.what, "unit": "MB" if self.unit == "MB" else "s", "ours": self.ours, "peer": self.peer,
                "ratio": self.ratio, "target": self.target, "met": self.met}  # fmt: skip


def rows_of_keys(ours: Keys, peer: Keys | None) -> Iterator[Row]:
    """Every kind of key: its paint, and where that is more than twice as late, all that follows it."""
    likes = {"move: j, ctrl+d, G, g": "move", "letter in the search": "letter"}
    for kind, times in ours.paint.items():
        theirs = peer.paint[likes[kind]] if peer and kind in likes else []
        for name, share, target in (("p50", 0.5, None), ("p95", 0.95, AT_ONCE)):
            yield Row(f"{kind}, {name}", "ms", percentile(times, share), percentile(theirs, share) if theirs else None,
                      target)  # fmt: skip
        whole = statistics.median(ours.whole[kind])
        if whole > 2 * statistics.median(times):
            yield Row(f"{kind}, until all is there, p50", "ms", whole)
    for name, share, target in (("p50", 0.5, None), ("p95", 0.95, AT_ONCE)):
        theirs = peer.all_paints() if peer else []
        count = len(ours.all_paints())
        yield Row(f"all {count} keys, {name}", "ms", percentile(ours.all_paints(), share),
                  percentile(theirs, share) if theirs else None, target)  # fmt: skip
    yield Row("processor time for a key, with all that follows it", "ms", ours.cpu / len(ours.all_paints()),
              peer.cpu / len(peer.all_paints()) if peer else None)  # fmt: skip


def table(rows: Sequence[Row], title: str) -> Table:
    """The rows, whether each meets its target in words."""
    found = Table("what", title=title, title_justify="left", box=SIMPLE, padding=(0, 1, 0, 0))
    for name in ("ours", "harlequin", "ratio", "target", "met"):
        found.add_column(name, justify="right", no_wrap=True)
    for row in rows:
        shown = (_shown(value, row.unit) for value in (row.ours, row.peer))
        ratio = NONE if row.ratio is None else f"{row.ratio:.2f}"
        target = NONE if row.target is None else f"≤ {_shown(row.target, row.unit)}"
        found.add_row(row.what, *shown, ratio, target, {None: NONE, True: "yes", False: "no"}[row.met])
    return found


def _shown(value: float | None, unit: str) -> str:
    if value is None:
        return NONE
    if unit == "ms":
        return f"{1000 * value:,.0f} ms"
    return f"{value:,.0f} MB" if unit == "MB" else f"{value:.2f} s"
