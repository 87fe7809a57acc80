"""Positions to a table of issues by countries, with what outlets dispute and what moved in time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from workbench.model import STANCES, Position
from workbench.shown import Agreement, Cell, Matrix, Row

Count = Callable[[Iterable[str]], int]
"""Of the articles with these ids, how many independent sources they have."""


def matrix(rows: Sequence[Row[Position]], pinned: frozenset[str] = frozenset(), count: Count | None = None) -> Matrix:
    """The table of the given positions that are a state's or bloc's own: busiest issues and holders first; `pinned` as
    in Matrix, `count`: of independent sources; without it each outlet is one.
    """
    rows = [row for row in rows if row.value.is_of_state]
    cells: dict[tuple[str, str], list[Row[Position]]] = defaultdict(list)
    for row in rows:
        cells[row.value.issue or row.value.topic, row.value.holder].append(row)
    issues = Counter(issue for (issue, _), found in cells.items() for r in found if r.value.stance != "engaged")
    for issue, _ in cells:
        issues.setdefault(issue, 0)
    holders = Counter(row.value.holder for row in rows)
    return Matrix(
        tuple(sorted(issues, key=lambda i: (-issues[i], i))),
        tuple(sorted(holders, key=lambda h: (-holders[h], h))),
        {key: cell(found, count) for key, found in cells.items()},
        pinned & issues.keys(),
    )


def agreements(table: Matrix, first: str, second: str) -> tuple[Agreement, ...]:
    """Where two holders differ, agree, and where one of them says nothing; in the order of the matrix."""
    found = []
    for issue in table.issues:
        one, other = (table.cells.get((issue, holder)) for holder in (first, second))
        if one is not None or other is not None:
            found.append(Agreement(issue, one, other, _verdict(one, other)))
    return tuple(sorted(found, key=lambda a: ("differ", "mixed", "agree", "alone").index(a.verdict)))


def _verdict(one: Cell | None, other: Cell | None) -> Literal["differ", "agree", "mixed", "alone"]:
    if one is None or other is None:
        return "alone"
    if set(one.stances) == set(other.stances) == {"engaged"}:
        return "agree"
    sides = [_side(cell) for cell in (one, other)]
    if 0 in sides:
        return "mixed"
    return "agree" if sides[0] == sides[1] else "differ"


def _side(cell: Cell) -> int:
    """1 for, -1 against, 0 neither, by the weight of all that is said."""
    total = sum(STANCES[r.value.stance][0] * STANCES[r.value.stance][1] for r in cell.rows)
    return (total > 0) - (total < 0)


def cell(rows: Sequence[Row[Position]], count: Count | None = None) -> Cell:
    """One cell: the strongest stance, the spread over outlets, the way from the first day to the last."""
    ordered = sorted(rows, key=lambda r: (_date(r), _outlet(r), r.value.clause))
    stances = tuple(dict.fromkeys(r.value.stance for r in ordered))
    strongest = max(ordered, key=lambda r: r.value.strength or STANCES[r.value.stance][1]).value.stance
    outlets = len({_outlet(r) or r.value.article_id for r in ordered})
    return Cell(
        strongest,
        stances,
        outlets,
        count(r.value.article_id for r in ordered) if count else outlets,
        _disputed(ordered),
        _moved(ordered),
        tuple(ordered),
    )


def _disputed(rows: Sequence[Row[Position]]) -> bool:
    polarities: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        polarities[_outlet(row) or row.value.article_id].add(STANCES[row.value.stance][0])
    sides = {p for found in polarities.values() for p in found if p}
    return len(polarities) > 1 and sides == {1, -1}


def _moved(rows: Sequence[Row[Position]]) -> int:
    days: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        polarity, strength = STANCES[row.value.stance]
        if _date(row) and row.value.stance != "engaged":
            days[_date(row)].append(polarity * strength)
    if len(days) < 2:
        return 0
    first, last = (sum(days[d]) / len(days[d]) for d in (min(days), max(days)))
    return (last - first >= 1) - (first - last >= 1)


def _date(row: Row[Position]) -> str:
    return row.head.published_on if row.head else ""


def _outlet(row: Row[Position]) -> str:
    return row.head.outlet if row.head else ""
