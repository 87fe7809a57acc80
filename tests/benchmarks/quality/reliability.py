"""Whether confidence means what it says: of the rows that the program is 80 % sure of, about 80 % should be right.

Bins are of equal width, so that two runs can be read side by side; the expected calibration error is the mean over all
rows of the gap between what their bin claims and what it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.box import SIMPLE
from rich.table import Table

BINS = 10
Judged = tuple[float, bool]
"""A confidence from 0 to 1, and whether the row is right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The rows whose confidence is at least `low` and below `high` (the last bin holds 1 too)."""

    low: float
    high: float
    count: int
    confidence: float
    """The mean of its rows."""
    right: float
    """The share of its rows that are right."""


def bins(judged: Sequence[Judged], number: int = BINS) -> list[Bin]:
    """The bins that hold any row, from the lowest confidence up."""
    held: list[list[Judged]] = [[] for _ in range(number)]
    for confidence, right in judged:
        held[min(int(confidence * number + 1e-9), number - 1)].append((confidence, right))
    return [
        Bin(at / number, (at + 1) / number, len(rows), _mean([c for c, _ in rows]), _mean([r for _, r in rows]))
        for at, rows in enumerate(held)
        if rows
    ]


def error(found: Sequence[Bin]) -> float:
    """The expected calibration error: 0 where every bin is as right as it is sure."""
    rows = sum(b.count for b in found)
    return sum(b.count * abs(b.confidence - b.right) for b in found) / rows if rows else 0.0


def table(judged: Sequence[Judged]) -> Table:
    """A row for each bin, and one for all with the expected calibration error in place of the gap."""
    found = bins(judged)
    out = Table(title="Confidence and what is right", title_justify="left", box=SIMPLE)
    out.add_column("confidence")
    for name in ("rows", "mean", "right", "gap"):
        out.add_column(name, justify="right")
    for b in found:
        gap = f"{b.right - b.confidence:+.3f}"
        out.add_row(f"{b.low:.1f}-{b.high:.1f}", str(b.count), f"{b.confidence:.3f}", f"{b.right:.3f}", gap)
    mean, right = _mean([c for c, _ in judged]), _mean([r for _, r in judged])
    out.add_section()
    out.add_row("all", str(len(judged)), f"{mean:.3f}", f"{right:.3f}", f"ECE {error(found):.3f}")
    return out


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
