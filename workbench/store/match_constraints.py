"""Must-link and cannot-link constraints of the analyst's on the matching of facts.

They come of merging facts, and of parting passages from a fact or moving them to another; each change is one action
that can be undone. A constraint (a row of `tie`) names two passages, not facts, so it outlives every comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.errors import NotFound, UsageError
from workbench.model import Passage, Span, counted
from workbench.store.database import Database
from workbench.store.history import RowChange, apply_changes
from workbench.store.mark_targets import describe_targets
from workbench.store.transactions import reads, writes

Constraint = tuple[Passage, Passage, bool]
"""Two passages, and whether they are of one fact or are not."""


@reads
def load_constraints(db: Database) -> list[Constraint]:
    """All constraints."""
    rows = db.execute("SELECT one, other, together FROM tie ORDER BY one, other")
    return [(_parse_passage(one), _parse_passage(other), bool(together)) for one, other, together in rows]


@reads
def passages_of(db: Database, fact_id: str) -> list[Passage]:
    """The passages of a fact, by article and place; raises NotFound."""
    rows = db.execute(
        "SELECT article_id, start, end FROM phrasing WHERE fact_id = ? ORDER BY article_id, start, end", [fact_id]
    ).fetchall()
    if not rows:
        raise NotFound(f"There is no fact {fact_id}.")
    return [(article, Span(start, end)) for article, start, end in rows]


@reads
def fact_at(db: Database, place: Passage) -> str:
    """The id of the fact that a passage is of; "" if it is of none."""
    article, span = place
    values = [article, span.start, span.end]
    found = db.execute("SELECT fact_id FROM phrasing WHERE article_id = ? AND start = ? AND end = ?", values).fetchone()
    return str(found[0]) if found else ""


@writes
def merge(db: Database, fact_ids: Sequence[str]) -> None:
    """Let facts be one."""
    if len(set(fact_ids)) < 2:
        raise UsageError("To merge, two facts are needed.", "Select them with space, or give two ids.")
    first, *others = (passages_of(db, id) for id in dict.fromkeys(fact_ids))
    changes: list[RowChange] = []
    for other in others:
        changes += _drop_cannot_links(db, first, other)
        changes.append(_constraint(first[0], other[0], True))
    apply_changes(db, f"merge {len(others) + 1} facts into {describe_targets(db, [fact_ids[0]])}", changes)


@writes
def part(db: Database, fact_id: str, places: Sequence[Passage]) -> None:
    """Take passages out of a fact, each for itself."""
    changes = _cannot_links(passages_of(db, fact_id), places, fact_id)
    apply_changes(db, f"part {counted(len(places), 'phrasing')} from {describe_targets(db, [fact_id])}", changes)


@writes
def move(db: Database, fact_id: str, place: Passage, target: str) -> None:
    """Take a passage out of a fact and put it into another."""
    there = passages_of(db, target)
    if target == fact_id:
        raise UsageError(f"The passage is in {fact_id} already.", "Give another fact.")
    changes = [*_cannot_links(passages_of(db, fact_id), [place], fact_id), *_drop_cannot_links(db, [place], there)]
    apply_changes(
        db,
        f"a phrasing of {describe_targets(db, [fact_id])} to {describe_targets(db, [target])}",
        [*changes, _constraint(place, there[0], True)],
    )


def must_link_changes(db: Database, fact_ids: Iterable[str]) -> list[RowChange]:
    """The changes that hold the passages of each fact together."""
    found = (passages_of(db, id) for id in fact_ids)
    return [_constraint(own[0], other, True) for own in found for other in own[1:]]


def changes_without_articles(db: Database, articles: Iterable[str]) -> list[RowChange]:
    """The changes that drop the constraints of some articles, and keep together what these held together of others."""
    gone = {*articles}
    theirs = [each for each in load_constraints(db) if {each[0][0], each[1][0]} & gone]
    changes: list[RowChange] = [("tie", _key(one, other), None) for one, other, _ in theirs]
    held = {fact_at(db, place) for one, other, together in theirs if together for place in (one, other)} - {""}
    for fact in sorted(held):
        left = [place for place in passages_of(db, fact) if place[0] not in gone]
        changes += [_constraint(left[0], other, True) for other in left[1:]]
    return changes


def _cannot_links(own: Sequence[Passage], places: Sequence[Passage], fact_id: str) -> list[RowChange]:
    missing = [place for place in places if place not in own]
    if missing:
        raise NotFound(f"{missing[0][0]} has no such passage in {fact_id}.", f"`workbench show {fact_id}` lists them.")
    return [_constraint(place, other, False) for place in places for other in own if other != place]


def _drop_cannot_links(db: Database, one: Iterable[Passage], other: Sequence[Passage]) -> Iterator[RowChange]:
    """Drop the cannot-links between any of some passages and any of others."""
    parted = {row[:2] for row in db.execute("SELECT one, other FROM tie WHERE NOT together")}
    for a in one:
        for b in other:
            key = _key(a, b)
            if (key["one"], key["other"]) in parted:
                yield "tie", key, None


def _constraint(a: Passage, b: Passage, together: bool) -> RowChange:
    return "tie", _key(a, b), {"together": int(together)}


def _key(a: Passage, b: Passage) -> dict[str, str]:
    one, other = sorted((_passage_key(a), _passage_key(b)))
    return {"one": one, "other": other}


def _passage_key(place: Passage) -> str:
    article, span = place
    return f"{article}:{span.start}-{span.end}"


def _parse_passage(text: str) -> Passage:
    article, _, span = text.rpartition(":")
    start, _, end = span.partition("-")
    return article, Span(int(start), int(end))
