"""Values as JSON-able records: the one place that knows the fields scripts rely on.

A span is always `{"start", "end", "text"}` with the text cut from the article itself, never from a copy of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from workbench.export.fact_records import absence_of, credits_of, fact_record, source_counter
from workbench.export.record_fields import NO_HEAD, Record, article_fields, mark_fields, span_record
from workbench.export.selection import Selection
from workbench.model import STANCES, Article, Entity, Fact, Lineage, Note, Position, Quote, Speaker
from workbench.views import Head, Person, Row, quote_text


def article_record(
    row: Row[Article], text: str, lineage: Sequence[Lineage] = (), heads: Mapping[str, Head] | None = None,
    *, whole: bool = False,
) -> Record:  # fmt: skip
    """An article; `whole` adds its text."""
    value, head = row.value, row.head or NO_HEAD
    record = {
        "id": row.id,
        "source": value.source or head.source,
        "outlet": value.outlet,
        "title": value.title,
        "byline": value.byline,
        "published_on": value.published_on,
        "language": value.language,
        "unanalysed": head.unanalysed,
        "agency": value.agency,
        "url": value.url,
        "words": len(text.split()),
        "lineage": [lineage_record(each, text, heads or {}) for each in lineage],
        **mark_fields(row),
    }
    return {**record, "text": text} if whole else record


def origin_words(found: Record) -> str:
    """Where an article's text comes from, of its record: "copies Coastal Wire"; "credits Coastal Wire in part"."""
    part = "" if found["passages"] is None else " in part"
    return f"{found['kind']} {found['origin_outlet'] or found['origin']}{part}"


def lineage_record(lineage: Lineage, text: str, heads: Mapping[str, Head]) -> Record:
    """Where an article's text comes from; `origin_outlet` names the outlet also where the origin is an article,
    `passages` is what a credit is for, null for all of the article.
    """
    origin = heads[lineage.origin].outlet if lineage.kind != "credits" and lineage.origin in heads else ""
    return {
        "article_id": lineage.article_id,
        "kind": lineage.kind,
        "origin": lineage.origin,
        "origin_outlet": lineage.origin if lineage.kind == "credits" else origin,
        "share": round(lineage.share, 4),
        "span": span_record(lineage.span, text) if lineage.span else None,
        "passages": None if lineage.passages is None else [span_record(span, text) for span in lineage.passages],
    }


def quote_record(row: Row[Quote], text: str) -> Record:
    """A quote; `text` is that of its article."""
    value = row.value
    cue, sentence = value.cue, value.sentence
    return {
        "id": row.id,
        **article_fields(value.article_id, row.head),
        "kind": value.kind,
        "text": value.text,
        "spans": [span_record(span, text) for span in value.spans],
        "cue": span_record(cue, text) if cue else None,
        "as_told": quote_text.as_told(value),
        "sentence": span_record(sentence, text) if sentence else None,
        "speakers": [speaker_record(speaker, text) for speaker in value.speakers],
        "via": value.via,
        "confidence": round(value.confidence, 4),
        "own": value.own,
        **mark_fields(row),
    }


def speaker_record(speaker: Speaker, text: str) -> Record:
    """One speaker of a quote."""
    mention = speaker.mention
    return {
        "mention": span_record(mention, text) if mention else None,
        "name": speaker.name,
        "role": speaker.role,
        "country": speaker.country,
        "kind": speaker.kind,
        "known_from": known_from_record(speaker),
    }


def known_from_record(who: Speaker | Entity | Person) -> Record:
    """Where name, role and country are known from (text, case, known or presumed), and what a table says of them."""
    origin = who.known_from
    return {
        "name": origin.name if who.name else "",
        "role": origin.role,
        "country": origin.country,
        "proof": origin.proof,
    }


def position_record(row: Row[Position], text: str) -> Record:
    """A position; `text` is that of its article."""
    value = row.value
    polarity, usual = STANCES.get(value.stance, (0, 0))
    return {
        "id": row.id,
        **article_fields(value.article_id, row.head),
        "holder": value.holder,
        "holder_name": value.holder_name,
        "issue": value.issue or value.topic,
        "topic": value.topic,
        "stance": value.stance,
        "polarity": polarity,
        "strength": value.strength or usual,
        "speaker": value.speaker,
        "level": value.level,
        "attribution": value.attribution,
        "attributed_by": value.attributed_by,
        "condition": value.condition,
        "hedge": value.hedge,
        "evidence": span_record(value.evidence, text),
        "clause": span_record(value.clause, text),
        "confidence": round(value.confidence, 4),
        "event": value.event,
        "target": value.target,
        "status": value.status,
        **mark_fields(row),
    }


def note_record(row: Row[Note], text: str) -> Record:
    """A note; `text` is that of the article where it is on a passage."""
    value = row.value
    return {
        "id": row.id,
        "target": value.target,
        **article_fields(row.head.id if row.head else None, row.head),
        "body": value.body,
        "written_at": value.written_at,
        "span": span_record(value.span, text) if value.span else None,
        **mark_fields(row),
    }


def person_record(row: Row[Person]) -> Record:
    """Somebody of the case."""
    value = row.value
    return {
        "id": row.id,
        "name": value.name,
        "aliases": list(value.aliases),
        "role": value.role,
        "country": value.country,
        "kind": value.kind,
        "known_from": known_from_record(value),
        "quotes": value.quotes,
        "positions": value.positions,
        "outlets": value.outlets,
        "first": value.first,
        "last": value.last,
        **mark_fields(row),
    }


def records(selection: Selection, *, whole: bool = False) -> Iterator[Record]:
    """A record per row of a selection, in its order; `whole` puts the text into those of articles."""
    for row in selection.ordered():
        yield record(row, selection, whole=whole)


def record(row: Row[Any], selection: Selection, *, whole: bool = False) -> Record:
    """The record of one row; what it refers to is looked up in the selection."""
    texts, value = selection.texts, row.value
    if isinstance(value, Article):
        return article_record(
            row, texts.get(row.id, value.text), selection.lineage.get(row.id, ()), selection.heads, whole=whole
        )
    if isinstance(value, Quote):
        return quote_record(row, texts.get(value.article_id, ""))
    if isinstance(value, Position):
        return position_record(row, texts.get(value.article_id, ""))
    if isinstance(value, Person):
        return person_record(row)
    if isinstance(value, Fact):
        independent = source_counter(selection)((p.article_id, p.span) for p in value.phrasings)
        return fact_record(row, selection.heads, absence_of(value, selection), independent, credits_of(selection))
    return note_record(row, texts.get(row.head.id, "") if row.head else "")
