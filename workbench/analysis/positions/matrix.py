"""Positions to a table of issues by countries, with what outlets dispute and what moved in time.

Two decisions. A cell shows what has most weight: the confidence of its positions, each independent source once. And a
dispute or a move is shown where it holds. It takes two positions of one holder on opposite sides, both in its own words
and sure; from different outlets for a dispute, from different days for a move. What one article says in two places is
neither; nor is what the others of a country say, who are many.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from workbench.analysis.provenance.lineage import SourceNumbers
from workbench.model import LIKELY, OTHERS, OWN_ATTRIBUTIONS, STANCES, Position, Span
from workbench.views import Agreement, Cell, LazyRows, Matrix, Row, Standing, confidence_of

MIN_CONFIDENCE = 0.6
"""The confidence above which a dispute or a move may rest on a position."""


Reader = Callable[[Sequence[str]], Sequence[Row[Position]]]
"""Ids of positions -> their rows, in that order."""


def build_matrix(
    rows: Sequence[Row[Position]], pinned: frozenset[str] = frozenset(), sources: SourceNumbers | None = None
) -> Matrix:
    """The table of the given positions; `pinned` and `sources` as in `build_table`."""
    return build_table([standing_of(row) for row in rows], reader_of(rows), pinned, sources)


def standing_of(row: Row[Position]) -> Standing:
    """What the matrix takes of a position."""
    value, head = row.value, row.head
    outlet, day = (head.outlet, head.published_on) if head else ("", "")
    return Standing(
        row.id, value.article_id, outlet or value.article_id, day, value.issue or value.topic,
        value.holder + value.apart, value.holder_name, value.stance, value.level,
        value.attribution in OWN_ATTRIBUTIONS, confidence_of(row), (value.clause.start, value.clause.end),
    )  # fmt: skip


def reader_of(rows: Sequence[Row[Position]]) -> Reader:
    """The reader of rows that are there already."""
    known = {row.id: row for row in rows}
    return lambda ids: [known[id] for id in ids]


def build_table(
    found: Sequence[Standing], read: Reader, pinned: frozenset[str] = frozenset(), sources: SourceNumbers | None = None
) -> Matrix:
    """The table of positions: busiest issues and holders first, by what states and blocs say themselves; who does not
    speak for a state has a column of its own beside it. `read` is asked for the evidence when it is wanted; `pinned` as
    in Matrix; `sources` tells the independent sources apart; without it each outlet is one.
    """
    cells: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for each in found:
        cells[each.issue, each.holder].append(each)
    columns = _columns(cells)
    others = frozenset(holder for holder in columns if holder.endswith(OTHERS))
    said = Counter((issue, column in others) for (issue, column), found in cells.items() for s in found if _sided(s))
    return Matrix(
        tuple(sorted({issue for issue, _ in cells}, key=lambda i: (-said[i, False], -said[i, True], i))),
        columns,
        {key: _cell(found, read, sources, one_voice=key[1] not in others) for key, found in cells.items()},
        pinned & {issue for issue, _ in cells},
        others,
    )


def _columns(cells: Mapping[tuple[str, str], Sequence[Standing]]) -> tuple[str, ...]:
    """Those with most positions of their own first, the others of each country behind it."""
    said: Counter[str] = Counter()
    for (_, column), found in cells.items():
        said[column] += len(found)
    holders = sorted({column.removesuffix(OTHERS) for column in said}, key=lambda h: (-said[h], -said[h + OTHERS], h))
    return tuple(column for holder in holders for column in (holder, holder + OTHERS) if column in said)


def _sided(standing: Standing) -> bool:
    return standing.stance != "engaged"


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
    sides = [0 if cell.unsure else cell.side for cell in (one, other)]
    if 0 in sides:
        return "mixed"
    return "agree" if sides[0] == sides[1] else "differ"


def build_cell(rows: Sequence[Row[Position]], sources: SourceNumbers | None = None, *, one_voice: bool = True) -> Cell:
    """One cell: the stances by their weight, the spread over outlets, the way from the first day to the last;
    `one_voice`: whether all of it is where one holder stands.
    """
    return _cell([standing_of(row) for row in rows], reader_of(rows), sources, one_voice=one_voice)


def _cell(found: Iterable[Standing], read: Reader, sources: SourceNumbers | None, *, one_voice: bool) -> Cell:
    ordered = sorted(found, key=lambda s: (s.day, s.outlet, s.clause, s.id))
    outlets = {each.article_id: each.outlet for each in ordered}
    source = sources((s.article_id, Span(*s.clause)) for s in ordered) if sources else outlets
    said = _confidences(ordered, source)
    stances = _by_weight(said)
    own = [each for each in ordered if is_sure(each)] if one_voice else []
    disputing, (moved, moving) = _disputing(own), _moves(own)
    sure = (stance for stance in stances if max(said[stance].values()) > MIN_CONFIDENCE)
    return Cell(
        stances[0],
        stances,
        len({*outlets.values()}),
        len({*source.values()}),
        bool(disputing),
        moved,
        LazyRows([each.id for each in ordered], read),
        frozenset(disputing),
        frozenset(moving),
        unsure=max(said[stances[0]].values()) < LIKELY,
        contrary=next((stance for stance in sure if STANCES[stance][0] * STANCES[stances[0]][0] < 0), ""),
        side=_side(ordered),
        holder_name=next((each.holder_name for each in ordered if each.holder_name), ""),
    )


def _side(found: Iterable[Standing]) -> int:
    total = sum(STANCES[s.stance][0] * STANCES[s.stance][1] * s.confidence for s in found)
    return (total > 0) - (total < 0)


def _confidences(
    found: Iterable[Standing], source: Mapping[str, str] | Mapping[str, int]
) -> dict[str, dict[str | int, float]]:
    """Stance -> source -> the highest confidence of its positions that have the stance."""
    said: dict[str, dict[str | int, float]] = defaultdict(dict)
    for each in found:
        by_source, who = said[each.stance], source[each.article_id]
        by_source[who] = max(by_source.get(who, 0.0), each.confidence)
    return said


def _by_weight(said: Mapping[str, Mapping[str | int, float]]) -> tuple[str, ...]:
    """The stances, that of most weight first: the sum of its confidences. Of two that weigh the same the stronger comes
    first; that somebody takes part says least of where it stands.
    """
    weight = {stance: round(sum(by_source.values()), 6) for stance, by_source in said.items()}
    return tuple(sorted(said, key=lambda s: (s == "engaged", -weight[s], -STANCES[s][1], s)))


def is_sure(standing: Standing) -> bool:
    """Whether a dispute or a move may rest on a position: it takes a side, in the holder's own words, and is sure or
    the analyst's word.
    """
    return standing.own and STANCES[standing.stance][0] != 0 and standing.confidence > MIN_CONFIDENCE


def _disputing(found: Iterable[Standing]) -> set[str]:
    """The positions whose like another outlet has on the opposite side."""
    sides: dict[tuple[str, int], set[str]] = defaultdict(set)
    for each in found:
        sides[each.level, _polarity(each)].add(each.outlet)

    def opposed(each: Standing) -> bool:
        return bool(sides[each.level, -_polarity(each)] - {each.outlet})

    return {each.id for each in found if opposed(each)}


def _moves(found: Sequence[Standing]) -> tuple[int, set[str]]:
    """+1 or -1 where a first day has but one side and a last day but the other, 0 for none; and the positions of the
    two days. Of several levels, the government's come first.
    """
    levels = sorted({each.level for each in found}, key=lambda level: (level != "government", level))
    for level in levels:
        days: dict[str, list[Standing]] = defaultdict(list)
        for each in found:
            if each.level == level and each.day:
                days[each.day].append(each)
        ends = [days[day] for day in (min(days), max(days))] if len(days) > 1 else []
        sides = [{_polarity(each) for each in end} for end in ends]
        if sides in ([{-1}, {1}], [{1}, {-1}]):
            return (1 if sides[0] == {-1} else -1), {each.id for end in ends for each in end}
    return 0, set()


def _polarity(standing: Standing) -> int:
    return STANCES[standing.stance][0]
