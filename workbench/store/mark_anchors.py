"""Marks that outlive what they lie on: where their targets stood, and how they move to what is found there now.

The analyst's marks hold on to ids, and the id of a quote is made of its place. Before results are replaced, the place
of everything marked is written down; afterwards marks whose target is not there any more move to what shares at least
half of its words, and the places of the others are kept, so that a later analysis can still give them their target.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from workbench.model import Fact, LostTarget, Span
from workbench.store.analysis_changes import HALF, Finding, holder_of, spans_of, word_overlap, words_at
from workbench.store.database import Database
from workbench.store.history import MarkMove, retarget
from workbench.store.serialization import json_array
from workbench.store.transactions import reads

_INSERT = "INSERT OR REPLACE INTO lost (target, article_id, holder, spans, text)"
_WITH_CUE = "CASE WHEN kind = 'direct' OR cue = '' THEN text ELSE '[' || cue || '] ' || text END"
"""How a quote that is gone is called: what is not direct, never without its cue."""
_MARKED = "EXISTS (SELECT 1 FROM marked WHERE target = {})"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of something that marks may lie on."""

    id: str
    article_id: str
    spans: tuple[Span, ...]
    holder: str = ""


def anchors_of(found: Iterable[Finding]) -> list[Anchor]:
    """The places of quotes and positions."""
    return [Anchor(thing.id, thing.article_id, spans_of(thing), holder_of(thing)) for thing in found]


def fact_anchors(facts: Iterable[Fact]) -> Iterator[Anchor]:
    """The places of facts: each phrasing is one."""
    return (Anchor(id, p.article_id, (p.span,)) for fact in facts for id in [fact.id] for p in fact.phrasings)


def save_anchors(db: Database, article_id: str) -> None:
    """Write down where the marked quotes and positions of an article stand."""
    db.execute(
        f"{_INSERT} SELECT id, article_id, '', spans, {_WITH_CUE} FROM quote"
        f" WHERE article_id = ? AND {_MARKED.format('id')}",
        [article_id],
    )
    db.execute(
        f"{_INSERT} SELECT id, article_id, holder, json_array(json_array(clause_start, clause_end)), text FROM position"
        f" WHERE article_id = ? AND {_MARKED.format('id')}",
        [article_id],
    )


def save_fact_anchors(db: Database, ids: Iterable[str]) -> None:
    """Write down where the marked ones of these facts stand: at their first phrasing, as their ids are made."""
    db.execute(
        f"{_INSERT} SELECT fact_id, article_id, '', json_array(json_array(start, end)), text FROM (SELECT *,"
        " row_number() OVER (PARTITION BY fact_id ORDER BY article_id, start, end) AS nth FROM phrasing"
        f" WHERE fact_id IN (SELECT value FROM json_each(?)) AND {_MARKED.format('fact_id')}) WHERE nth = 1",
        [json_array(ids)],
    )


def reattach_marks(db: Database, kinds: str, places: Iterable[Anchor], article_id: str | None = None) -> None:
    """Give marks that wait their target, if it, or what is nearly it, is among what was found (in the article).

    `kinds`: the first letters of the ids that are looked at.
    """
    known = detached_anchors(db, kinds, article_id)
    found = list(places) if known else []
    there = {place.id for place in found}
    moves: list[MarkMove] = []
    for old in known:
        new = old.id if old.id in there else _nearest(db, old, found)
        if not new:
            continue
        move = move_marks(db, old.id, new) if new != old.id else MarkMove(old.id, new)
        if not move.stay:
            db.execute("DELETE FROM lost WHERE target = ?", [old.id])
        moves.append(move)
    retarget(db, [move for move in moves if move.old != move.new])


def detached_anchors(db: Database, kinds: str, article_id: str | None = None) -> list[Anchor]:
    """What waits to be found again (in an article), of the kinds with these first letters."""
    rows = db.execute(
        "SELECT target, article_id, spans, holder FROM lost WHERE instr(?, substr(target, 1, 1))"
        " AND article_id = coalesce(?, article_id) ORDER BY target",
        [kinds, article_id],
    ).fetchall()
    return [Anchor(id, article, tuple(Span(*s) for s in json.loads(spans)), who) for id, article, spans, who in rows]


def _nearest(db: Database, old: Anchor, found: Iterable[Anchor]) -> str:
    """The id of what shares most of the words, if that is half of them."""
    near = [p for p in found if (p.article_id, p.id[0], p.holder) == (old.article_id, old.id[0], old.holder)]
    if not near:
        return ""
    text = db.execute("SELECT text FROM article WHERE id = ?", [old.article_id]).fetchone()[0]
    words = words_at(text, old.spans)
    best = max(near, key=lambda p: word_overlap(words, words_at(text, p.spans)))
    return best.id if word_overlap(words, words_at(text, best.spans)) >= HALF else ""


def move_marks(db: Database, old: str, new: str, keep: Collection[str] = (), notes: bool = True) -> MarkMove:
    """Move the marks of one target to another; an edit of what is edited there already stays where it was, as do those
    of the fields to `keep`.
    """
    if notes:
        db.execute("UPDATE note SET target = ? WHERE target = ?", [new, old])
    for table in ("tag", "star"):
        db.execute(f"UPDATE OR IGNORE {table} SET target = ? WHERE target = ?", [new, old])
        db.execute(f"DELETE FROM {table} WHERE target = ?", [old])
    db.execute(
        "UPDATE OR IGNORE edit SET target = ? WHERE target = ? AND field NOT IN (SELECT value FROM json_each(?))",
        [new, old, json_array(keep)],
    )
    stay = frozenset(field for (field,) in db.execute("SELECT field FROM edit WHERE target = ?", [old]))
    return MarkMove(old, new, stay | frozenset(keep))


@reads
def lost_marks(db: Database) -> tuple[LostTarget, ...]:
    """Everything with marks that is not found any more, by article and id."""
    rows = db.execute(
        f"SELECT target, article_id, text FROM lost WHERE {_MARKED.format('lost.target')} ORDER BY article_id, target"
    )
    return tuple(LostTarget(*row) for row in rows)
