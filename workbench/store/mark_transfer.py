"""The analyst's marks on an older version of an article move to what is found of it in the newest one.

One decision: marks move, in the undo list too, as they do when an article is analysed again; nothing is copied. What is
not found in the newest version keeps its marks where they were, and is listed as lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from workbench.model import ARTICLE_FIELDS, Part, Span, stable_id
from workbench.store.analysis_changes import HALF, word_overlap, words_at
from workbench.store.articles import text_of
from workbench.store.database import Database
from workbench.store.history import MarkMove, Record, retarget, rewrite_steps
from workbench.store.mark_anchors import Anchor, detached_anchors, move_marks, save_anchors
from workbench.store.passage_alignment import WordAlignment
from workbench.store.serialization import parts_to_json
from workbench.store.transactions import writes

_OF_A_VERSION = ("published_on", "url")
"""Fields that are each version's own."""
_SUPERSEDED = (
    "SELECT o.article_id, n.article_id FROM version o JOIN version n ON n.first = o.first AND n.current"
    " JOIN article a ON a.id = n.article_id WHERE NOT o.current AND a.analysed_by IS NOT NULL ORDER BY o.number"
)
_TOUCHED = (
    "SELECT 1 FROM place WHERE article_id = :id AND target IN (SELECT target FROM marked)"
    " UNION ALL SELECT 1 FROM own_quote WHERE article_id = :id"
    " UNION ALL SELECT 1 FROM tie WHERE one LIKE :id || ':%' OR other LIKE :id || ':%' LIMIT 1"
)


@writes
def transfer_marks(db: Database) -> None:
    """Move the marks of every older version, those of facts as far as facts of the newest are made."""
    for old, new in db.execute(_SUPERSEDED).fetchall():
        if db.execute(_TOUCHED, {"id": old}).fetchone():
            _MarkTransfer(db, old, new).run()


class _MarkTransfer:
    """From one version to another."""

    def __init__(self, db: Database, old: str, new: str) -> None:
        self.db, self.old, self.new = db, old, new
        self.texts = text_of(db, old), text_of(db, new)
        self.words = WordAlignment.between(*self.texts)

    def run(self) -> None:
        """Constraints and quotes of the analyst's own first, since other marks may lie on them."""
        self.move_constraints()
        self.move_own_quotes()
        save_anchors(self.db, self.old)
        self.move_findings()
        self.move_article_marks()

    def map_span(self, span: Span) -> Span | None:
        """Where a passage stands in the newer version."""
        return self.words.map_passage(words_at(self.texts[0], [span]), span.end - span.start)

    def move_constraints(self) -> None:
        """Constraints on the passages that the analyst put together or parted."""
        rows = self.db.execute(
            "SELECT one, other FROM tie WHERE one LIKE ? || ':%' OR other LIKE ? || ':%'", [self.old, self.old]
        ).fetchall()
        moved = {key: there for row in rows for key in row if (there := self._moved_key(key)) != key}
        for one, other in rows:
            key = sorted(moved.get(each, each) for each in (one, other))
            self.db.execute(
                "UPDATE OR REPLACE tie SET one = ?, other = ? WHERE one = ? AND other = ?", [*key, one, other]
            )

        def step(known: Record) -> Record:
            return known | {name: _moved_constraint(known[name], moved) for name in ("key", "before", "after")}

        rewrite_steps(self.db, moved, step, "tie")

    def _moved_key(self, key: str) -> str:
        article, _, place = key.rpartition(":")
        start, _, end = place.partition("-")
        span = self.map_span(Span(int(start), int(end))) if article == self.old else None
        return f"{self.new}:{span.start}-{span.end}" if span else key

    def move_own_quotes(self) -> None:
        """Quotes that the analyst made of a passage."""
        for row in list(self.db.query("SELECT * FROM own_quote WHERE article_id = ?", [self.old])):
            span = self.map_span(Span(row["start"], row["end"]))
            if span is None:
                continue
            id = stable_id("Q", self.new, (span.start, span.end))
            place = {"start": span.start, "end": span.end, "text": span.of(self.texts[1])}
            there = row | {"id": id, "article_id": self.new, **place, **self._moved_parts(row)}
            if not self.db.execute("SELECT 1 FROM quote WHERE id = ?", [id]).fetchone():
                marks = ", ".join(f":{name}" for name in there)
                self.db.execute(f"INSERT INTO own_quote ({', '.join(there)}) VALUES ({marks})", there)
            self._move(row["id"], id)
            self.db.execute("DELETE FROM own_quote WHERE id = ?", [row["id"]])
            rewrite_steps(self.db, [row["id"]], _replace_row(row["id"], there), "own_quote")

    def _moved_parts(self, row: Record) -> Record:
        """What tells a quote, and its sentence, in the newer version; nothing where a part of it is not there."""
        parts = [(role, self.map_span(Span(start, end))) for role, start, end, _ in json.loads(row["told"])]
        whole = (
            None if row["sentence_start"] is None else self.map_span(Span(row["sentence_start"], row["sentence_end"]))
        )
        told = [Part(role, span, span.of(self.texts[1])) for role, span in parts if span]
        kept = told if len(told) == len(parts) else []
        start, end = (whole.start, whole.end) if whole else (None, None)
        return {"told": parts_to_json(kept), "sentence_start": start, "sentence_end": end}

    def move_findings(self) -> None:
        """What the machine found in both: quotes, positions and facts."""
        for old in detached_anchors(self.db, "QPF", self.old):
            if id := self._nearest(old):
                self._move(old.id, id)

    def _nearest(self, old: Anchor) -> str:
        """The id of what has most of the words of something in the newer version, if that is half of them."""
        words = self.words.map_words(words_at(self.texts[0], old.spans))
        likeness = {
            id: word_overlap(words, words_at(self.texts[1], spans)) for id, spans in _candidates(self.db, old, self.new)
        }
        best = max(sorted(likeness), key=lambda id: likeness[id], default="")
        return best if best and likeness[best] >= HALF else ""

    def _move(self, old: str, new: str) -> None:
        move = move_marks(self.db, old, new)
        if not move.stay:
            self.db.execute("DELETE FROM lost WHERE target = ?", [old])
        self.db.execute("INSERT INTO overlaid VALUES (?)", [old])
        retarget(self.db, [move])

    def move_article_marks(self) -> None:
        """What lies on the article itself: tags, stars, corrections of what both versions say, notes where they find
        their passage.
        """
        gone = self._move_notes()
        before, after = (
            dict(next(iter(self.db.query("SELECT * FROM article WHERE id = ?", [id])))) for id in (self.old, self.new)
        )
        own = [f for f in ARTICLE_FIELDS if f in _OF_A_VERSION or before[f] != after[f]]
        move = move_marks(self.db, self.old, self.new, keep=own, notes=False)
        self.db.execute("INSERT INTO overlaid VALUES (?)", [self.old])
        retarget(self.db, [MarkMove(self.old, self.new, move.stay)], notes=False)
        self.db.execute("DELETE FROM lost WHERE target = ?", [self.old])
        if gone or move.stay - {*_OF_A_VERSION}:
            self.db.execute(
                "INSERT OR REPLACE INTO lost VALUES (?, ?, '', '[]', ?)",
                [self.old, self.old, before["title"] or self.texts[0][:80]],
            )

    def _move_notes(self) -> bool:
        """Move notes on the article and its passages; whether one finds its passage no more."""
        gone = False
        for row in list(self.db.query("SELECT * FROM note WHERE target = ?", [self.old])):
            span = None if row["start"] is None else self.map_span(Span(row["start"], row["end"]))
            if row["start"] is not None and span is None:
                gone = True
                continue
            place = {"target": self.new, "start": span.start if span else None, "end": span.end if span else None}
            self.db.execute("UPDATE note SET target = :target, start = :start, end = :end WHERE id = :id", row | place)
            rewrite_steps(self.db, [row["id"]], _replace_place(row["id"], place), "note")
        return gone


def _candidates(db: Database, old: Anchor, article: str) -> Iterable[tuple[str, list[Span]]]:
    """What might be the same thing in an article, of the same kind and holder, with where it stands."""
    sql = {
        "Q": "SELECT id, spans FROM quote WHERE article_id = ?",
        "P": "SELECT id, json_array(json_array(clause_start, clause_end)) FROM position"
        " WHERE article_id = ? AND holder = ?",
        "F": "SELECT fact_id, json_array(json_array(start, end)) FROM phrasing WHERE article_id = ?",
    }[old.id[0]]
    values = [article, old.holder] if old.id[0] == "P" else [article]
    return [(id, [Span(*s) for s in json.loads(spans)]) for id, spans in db.execute(sql, values).fetchall()]


def _moved_constraint(row: dict[str, Any] | None, moved: dict[str, str]) -> dict[str, Any] | None:
    if row is None or "one" not in row:
        return row
    one, other = sorted(moved.get(row[name], row[name]) for name in ("one", "other"))
    return row | {"one": one, "other": other}


def _replace_row(id: str, there: dict[str, Any]) -> Callable[[Record], Record]:
    """Let the steps that make or drop a row do so with another one."""

    def step(known: Record) -> Record:
        if known["key"].get("id") != id:
            return known
        rows = {name: there if known[name] else None for name in ("before", "after")}
        return known | {"key": {"id": there["id"]}, **rows}

    return step


def _replace_place(id: str, place: dict[str, Any]) -> Callable[[Record], Record]:
    """Let the steps of a note stand at another place."""

    def step(known: Record) -> Record:
        if known["key"].get("id") != id:
            return known
        return known | {name: known[name] and known[name] | place for name in ("before", "after")}

    return step
