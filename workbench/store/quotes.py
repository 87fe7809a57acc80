"""Quotes and their speakers, as the machine found them and the analyst made them, in and out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.model import Quote, Speaker
from workbench.store.analysis_changes import Finding
from workbench.store.database import Database
from workbench.store.edit_overlay import apply_edits
from workbench.store.entities import entity_of
from workbench.store.rows import read_quotes
from workbench.store.serialization import origin_columns, parts_to_json, span_columns, storable, to_json


def save_quotes(db: Database, quotes: Iterable[Quote]) -> None:
    """Add quotes with their speakers, the analyst's edits laid over them."""
    found = list({q.id: q for q in quotes}.values())
    db.conn.executemany(
        "INSERT INTO quote (id, article_id, kind, start, spans, text, cue_start, cue_end, cue, via, speaker_names,"
        " confidence, told, sentence_start, sentence_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        map(_quote_row, found),
    )
    db.conn.executemany(
        "INSERT INTO speaker (quote_id, place, entity_id, name, kind, role, country, mention_start, mention_end,"
        " mention, name_from, role_from, country_from, proof) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_speaker_row(q.id, place, s) for q in found for place, s in enumerate(q.speakers)),
    )
    apply_edits(db, [q.id for q in found])


def _quote_row(quote: Quote) -> tuple[Any, ...]:
    spans = [[s.start, s.end] for s in quote.spans]
    names = storable("; ".join(s.label for s in quote.speakers))
    words = (storable(quote.text), *span_columns(quote.cue), storable(quote.cue_text), storable(quote.via), names)
    place = (quote.id, quote.article_id, quote.kind, spans[0][0], to_json(spans))
    return (*place, *words, quote.confidence, parts_to_json(quote.told), *span_columns(quote.sentence))


def _speaker_row(quote_id: str, place: int, speaker: Speaker) -> tuple[Any, ...]:
    entity_id = entity_of(speaker).id if speaker.name else None
    who = (storable(speaker.name), speaker.kind, storable(speaker.role), speaker.country)
    mention = (*span_columns(speaker.mention), storable(speaker.mention_text))
    return (quote_id, place, entity_id, *who, *mention, *origin_columns(speaker.known_from))


def restore_own_quotes(db: Database, article_id: str) -> list[Finding]:
    """Put the quotes that the analyst made among those just found; all of them."""
    own_again = "INSERT OR REPLACE INTO own_quote SELECT * FROM own_quote WHERE article_id = ?"
    db.execute(own_again, [article_id])  # its triggers are what puts a quote among the others
    own = read_quotes(db, "speakers", "article_id = ? AND id IN (SELECT id FROM own_quote)", article_id)
    apply_edits(db, own)
    return list(own.values())
