"""Positions to a table of issues by countries, with what outlets dispute and what moved in time.

Two decisions. A cell shows what has most weight: the confidence of its positions, each independent source once. And a
dispute or a move is shown where it holds. It takes two positions of one holder on opposite sides, both in its own words
and sure; from different outlets for a dispute, from different days for a move. What one article says in two places is
neither; nor is what the others of a country say, who are many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from workbench.analysis.provenance.lineage import SourceNumbers
from workbench.model import LIKELY, OTHERS, OWN_ATTRIBUTIONS, STANCES, Position
from workbench.views import Agreement, Cell, Matrix, Row, confidence_of

MIN_CONFIDENCE = 0.6
"""The confidence above which a dispute or a move may rest on a position."""


def build_matrix(
    rows: Sequence[Row[Position]], pinned: frozenset[str] = frozenset(), sources: SourceNumbers | None = None
) -> Matrix:
    """The table of the given positions: busiest issues and holders first, by what states and blocs say themselves; who
    does not speak for a state has a column of its own beside it. `pinned` as in Matrix; `sources` tells the independent
    sources apart; without it each outlet is one.
    """
    cells: dict[tuple[str, str], list[Row[Position]]] = defaultdict(list)
    for row in rows:
        cells[row.value.issue or row.value.topic, row.value.holder + row.value.apart].append(row)
    columns = _columns(cells)
    others = frozenset(holder for holder in columns if holder.endswith(OTHERS))
    said = Counter((issue, column in others) for (issue, column), found in cells.items() for r in found if _sided(r))
    return Matrix(
        tuple(sorted({issue for issue, _ in cells}, key=lambda i: (-said[i, False], -said[i, True], i))),
        columns,
        {key: build_cell(found, sources, one_voice=key[1] not in others) for key, found in cells.items()},
        pinned & {issue for issue, _ in cells},
        others,
    )


def _columns(cells: Mapping[tuple[str, str], Sequence[Row[Position]]]) -> tuple[str, ...]:
    """Those with most positions of their own first, the others of each country behind it."""
    said: Counter[str] = Counter()
    for (_, column), found in cells.items():
        said[column] += len(found)
    holders = sorted({column.removesuffix(OTHERS) for column in said}, key=lambda h: (-said[h], -said[h + OTHERS], h))
    return tuple(column for holder in holders for column in (holder, holder + OTHERS) if column in said)


def _sided(row: Row[Position]) -> bool:
    return row.value.stance != "engaged"


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
    sides = [0 if cell.unsure else _side(cell) for cell in (one, other)]
    if 0 in sides:
        return "mixed"
    return "agree" if sides[0] == sides[1] else "differ"


def _side(cell: Cell) -> int:
    """1 for, -1 against, 0 neither, by the weight of all that is said."""
    total = sum(STANCES[r.value.stance][0] * STANCES[r.value.stance][1] * confidence_of(r) for r in cell.rows)
    return (total > 0) - (total < 0)


def build_cell(rows: Sequence[Row[Position]], sources: SourceNumbers | None = None, *, one_voice: bool = True) -> Cell:
    """One cell: the stances by their weight, the spread over outlets, the way from the first day to the last;
    `one_voice`: whether all of it is where one holder stands.
    """
    ordered = sorted(rows, key=lambda r: (_date(r), _outlet(r), r.value.clause))
    outlets = {row.value.article_id: _outlet(row) for row in ordered}
    source = sources((r.value.article_id, r.value.clause) for r in ordered) if sources else outlets
    said = _confidences(ordered, source)
    stances = _by_weight(said)
    own = [row for row in ordered if is_sure(row)] if one_voice else []
    disputing, (moved, moving) = _disputing(own), _moves(own)
    sure = (stance for stance in stances if max(said[stance].values()) > MIN_CONFIDENCE)
    return Cell(
        stances[0],
        stances,
        len({*outlets.values()}),
        len({*source.values()}),
        bool(disputing),
        moved,
        tuple(ordered),
        frozenset(disputing),
        frozenset(moving),
        unsure=max(said[stances[0]].values()) < LIKELY,
        contrary=next((stance for stance in sure if STANCES[stance][0] * STANCES[stances[0]][0] < 0), ""),
    )


def _confidences(
    rows: Iterable[Row[Position]], source: Mapping[str, str] | Mapping[str, int]
) -> dict[str, dict[str | int, float]]:
    """Stance -> source -> the highest confidence of its positions that have the stance."""
    found: dict[str, dict[str | int, float]] = defaultdict(dict)
    for row in rows:
        said, who = found[row.value.stance], source[row.value.article_id]
        said[who] = max(said.get(who, 0.0), confidence_of(row))
    return found


def _by_weight(said: Mapping[str, Mapping[str | int, float]]) -> tuple[str, ...]:
    """The stances, that of most weight first: the sum of its confidences. Of two that weigh the same the stronger comes
    first; that somebody takes part says least of where it stands.
    """
    weight = {stance: round(sum(by_source.values()), 6) for stance, by_source in said.items()}
    return tuple(sorted(said, key=lambda s: (s == "engaged", -weight[s], -STANCES[s][1], s)))


def is_sure(row: Row[Position]) -> bool:
    """Whether a dispute or a move may rest on a position: it takes a side, in the holder's own words, and is sure or
    the analyst's word.
    """
    position = row.value
    sided = STANCES[position.stance][0] != 0 and position.attribution in OWN_ATTRIBUTIONS
    return sided and confidence_of(row) > MIN_CONFIDENCE


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
