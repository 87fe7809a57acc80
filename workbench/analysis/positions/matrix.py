"""Positions to a table of issues by countries, with what outlets dispute and what moved in time.

One decision: a dispute or a move is shown where it holds. It takes two positions of one holder on opposite sides, both
in its own words and sure; from different outlets for a dispute, from different days for a move. What one article says
in two places is neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from workbench.analysis.provenance.lineage import SourceCounter
from workbench.model import OWN_ATTRIBUTIONS, STANCES, Position
from workbench.views import Agreement, Cell, Matrix, Row

MIN_CONFIDENCE = 0.6
"""The confidence above which a dispute or a move may rest on a position."""


def build_matrix(
    rows: Sequence[Row[Position]], pinned: frozenset[str] = frozenset(), count: SourceCounter | None = None
) -> Matrix:
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
        {key: build_cell(found, count) for key, found in cells.items()},
        pinned & issues.keys(),
    )


def compare_holders(table: Matrix, first: str, second: str) -> tuple[Agreement, ...]:
    """Where two holders differ, agree, and where one of them says nothing; in the order of the matrix."""
    found = []
    for issue in table.issues:
        one, other = (table.cells.get((issue, holder)) for holder in (first, second))
        if one is not None or other is not None:
            found.append(Agreement(issue, one, other, _agreement(one, other)))
    return tuple(sorted(found, key=lambda a: ("differ", "mixed", "agree", "alone").index(a.verdict)))


def _agreement(one: Cell | None, other: Cell | None) -> Literal["differ", "agree", "mixed", "alone"]:
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


def build_cell(rows: Sequence[Row[Position]], count: SourceCounter | None = None) -> Cell:
    """One cell: the strongest stance, the spread over outlets, the way from the first day to the last."""
    ordered = sorted(rows, key=lambda r: (_date(r), _outlet(r), r.value.clause))
    stances = tuple(dict.fromkeys(r.value.stance for r in ordered))
    strongest = max(ordered, key=lambda r: r.value.strength or STANCES[r.value.stance][1]).value.stance
    outlets = len({_outlet(r) for r in ordered})
    own = [row for row in ordered if is_sure(row)]
    disputing, (moved, moving) = _disputing(own), _moves(own)
    return Cell(
        strongest,
        stances,
        outlets,
        count(r.value.article_id for r in ordered) if count else outlets,
        bool(disputing),
        moved,
        tuple(ordered),
        frozenset(disputing),
        frozenset(moving),
    )


def is_sure(row: Row[Position]) -> bool:
    """Whether a dispute or a move may rest on a position: it takes a side, in the holder's own words, and is sure or
    the analyst's word.
    """
    position = row.value
    judged = position.status == "confirmed" or row.marks.edited
    sided = STANCES[position.stance][0] != 0 and position.attribution in OWN_ATTRIBUTIONS
    return sided and (judged or position.confidence > MIN_CONFIDENCE)


def _disputing(rows: Iterable[Row[Position]]) -> set[str]:
    """The positions whose like another outlet has on the opposite side."""
    sides: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in rows:
        sides[row.value.level, _polarity(row)].add(_outlet(row))

    def opposed(row: Row[Position]) -> bool:
        return bool(sides[row.value.level, -_polarity(row)] - {_outlet(row)})

    return {row.id for row in rows if opposed(row)}


def _moves(rows: Sequence[Row[Position]]) -> tuple[int, set[str]]:
    """+1 or -1 where a first day has but one side and a last day but the other, 0 for none; and the positions of the
    two days. Of several levels, the government's come first.
    """
    levels = sorted({row.value.level for row in rows}, key=lambda level: (level != "government", level))
    for level in levels:
        days: dict[str, list[Row[Position]]] = defaultdict(list)
        for row in rows:
            if row.value.level == level and _date(row):
                days[_date(row)].append(row)
        ends = [days[day] for day in (min(days), max(days))] if len(days) > 1 else []
        sides = [{_polarity(row) for row in end} for end in ends]
        if sides in ([{-1}, {1}], [{1}, {-1}]):
            return (1 if sides[0] == {-1} else -1), {row.id for end in ends for row in end}
    return 0, set()


def _polarity(row: Row[Position]) -> int:
    return STANCES[row.value.stance][0]


def _date(row: Row[Position]) -> str:
    return row.head.published_on if row.head else ""


def _outlet(row: Row[Position]) -> str:
    """The outlet, or the article where that is not known."""
    return (row.head.outlet if row.head else "") or row.value.article_id
