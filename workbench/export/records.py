"""Values as JSON-able records: the one place that knows the fields scripts rely on.

A span is always `{"start", "end", "text"}` with the text cut from the article itself, never from a copy of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from workbench.export.selection import Selection
from workbench.model import (
    STANCES,
    Article,
    Difference,
    Entity,
    Fact,
    Lineage,
    Note,
    Phrasing,
    Position,
    Quote,
    Span,
    Speaker,
)
from workbench.views import Comparison, Coverage, Head, Matrix, Row, quote_text
from workbench.views.missing_outlets import Absence, absence

Record = dict[str, Any]
NOWHERE = Head("", "", "", "", "")
TELLING = ("same", "partial")
"""How an outlet has a fact."""


def span_record(span: Span, text: str) -> Record:
    """A span with its words."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def article_record(
    row: Row[Article], text: str, lineage: Sequence[Lineage] = (), heads: Mapping[str, Head] | None = None,
    *, whole: bool = False,
) -> Record:  # fmt: skip
    """An article; `whole` adds its text."""
    value, head = row.value, row.head or NOWHERE
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
        **_marks(row),
    }
    return {**record, "text": text} if whole else record


def lineage_record(lineage: Lineage, text: str, heads: Mapping[str, Head]) -> Record:
    """Where an article's text comes from; `origin_outlet` names the outlet also where the origin is an article."""
    origin = heads[lineage.origin].outlet if lineage.kind != "credits" and lineage.origin in heads else ""
    return {
        "article_id": lineage.article_id,
        "kind": lineage.kind,
        "origin": lineage.origin,
        "origin_outlet": lineage.origin if lineage.kind == "credits" else origin,
        "share": round(lineage.share, 4),
        "span": span_record(lineage.span, text) if lineage.span else None,
    }


def quote_record(row: Row[Quote], text: str) -> Record:
    """A quote; `text` is that of its article."""
    value = row.value
    return {
        "id": row.id,
        **_place(value.article_id, row.head),
        "kind": value.kind,
        "text": value.text,
        "spans": [span_record(span, text) for span in value.spans],
        "cue": span_record(value.cue, text) if value.cue else None,
        "as_told": quote_text.as_told(value),
        "sentence": span_record(value.sentence, text) if value.sentence else None,
        "speakers": [speaker_record(speaker, text) for speaker in value.speakers],
        "via": value.via,
        "confidence": round(value.confidence, 4),
        "own": value.own,
        **_marks(row),
    }


def speaker_record(speaker: Speaker, text: str) -> Record:
    """One speaker of a quote."""
    return {
        "mention": span_record(speaker.mention, text) if speaker.mention else None,
        "name": speaker.name,
        "role": speaker.role,
        "country": speaker.country,
        "kind": speaker.kind,
    }


def position_record(row: Row[Position], text: str) -> Record:
    """A position; `text` is that of its article."""
    value = row.value
    polarity, usual = STANCES.get(value.stance, (0, 0))
    return {
        "id": row.id,
        **_place(value.article_id, row.head),
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
        **_marks(row),
    }


def fact_record(row: Row[Fact], heads: Mapping[str, Head], silent: Absence, independent: int) -> Record:
    """A fact with its phrasings and what differs between them; `silent`: what is known of the outlets without it;
    `independent`: how many sources it has.
    """
    fact = row.value
    return {
        "id": row.id,
        "gist": fact.gist,
        "kind": fact.kind,
        "phrasings": [phrasing_record(phrasing, heads) for phrasing in fact.phrasings],
        "differences": [difference_record(difference, heads) for difference in fact.differences],
        "missing_outlets": list(silent.missing),
        "perhaps": [perhaps_record(passage, heads) for passage in silent.perhaps],
        "outlets": len({_head(heads, p.article_id).outlet or p.article_id for p in fact.phrasings}),
        "independent": independent,
        "status": fact.status,
        **_marks(row),
    }


def phrasing_record(phrasing: Phrasing, heads: Mapping[str, Head]) -> Record:
    """One wording of a fact."""
    return {
        **_place(phrasing.article_id, _head(heads, phrasing.article_id)),
        "start": phrasing.span.start,
        "end": phrasing.span.end,
        "text": phrasing.text,
        "relation": phrasing.relation,
        "confidence": round(phrasing.confidence, 4),
    }


def perhaps_record(passage: Phrasing, heads: Mapping[str, Head]) -> Record:
    """A passage that may state a fact, of an outlet without a phrasing of it."""
    found = phrasing_record(passage, heads)
    return {name: found[name] for name in found if name not in ("relation", "confidence")} | {
        "likeness": found["confidence"]
    }


def difference_record(difference: Difference, heads: Mapping[str, Head]) -> Record:
    """One named difference, a reading per phrasing."""
    return {
        "kind": difference.kind,
        "readings": [
            {
                "article_id": reading.article_id,
                "outlet": _head(heads, reading.article_id).outlet,
                "start": reading.span.start if reading.span else None,
                "end": reading.span.end if reading.span else None,
                "text": reading.text,
            }
            for reading in difference.readings
        ],
    }


def note_record(row: Row[Note], text: str) -> Record:
    """A note; `text` is that of the article where it is on a passage."""
    value = row.value
    return {
        "id": row.id,
        "target": value.target,
        **_place(row.head.id if row.head else None, row.head),
        "body": value.body,
        "written_at": value.written_at,
        "span": span_record(value.span, text) if value.span else None,
        **_marks(row),
    }


def comparison_record(comparison: Comparison) -> Record:
    """The phrasings of a fact side by side, the base column first; marks count from the start of the phrasing."""
    heads = {column.head.id: column.head for column in comparison.columns}
    columns = [
        {
            **phrasing_record(column.phrasing, heads),
            "context": column.context,
            "marks": [{**span_record(span, column.phrasing.text), "kind": kind} for span, kind in column.marks],
        }
        for column in comparison.columns
    ]
    heads |= {head.id: head for head, _ in comparison.perhaps}
    silent = Absence(comparison.missing_outlets, tuple(passage for _, passage in comparison.perhaps))
    fact = fact_record(comparison.fact, heads, silent, comparison.independent)
    return {**fact, "columns": columns}


def matrix_record(matrix: Matrix) -> Record:
    """Issues by holders with the ids of the positions in each cell."""
    cells = [
        {
            "issue": issue,
            "holder": holder,
            "stance": cell.stance,
            "stances": list(cell.stances),
            "outlets": cell.outlets,
            "independent": cell.independent,
            "disputed": cell.disputed,
            "moved": cell.moved,
            "positions": [row.id for row in cell.rows],
        }
        for (issue, holder), cell in matrix.cells.items()
    ]
    return {"issues": list(matrix.issues), "holders": list(matrix.holders), "cells": cells}


def coverage_record(coverage: Coverage) -> Record:
    """Facts by outlets, and the passages that one outlet alone has."""
    alone = Counter(each.outlet for each in coverage.alone)
    outlets = [
        {
            "outlet": outlet,
            "source": coverage.source.get(outlet, 0),
            "facts": sum(coverage.told.get((row.id, outlet)) in TELLING for row in coverage.facts),
            "alone": alone[outlet],
        }
        for outlet in coverage.outlets
    ]
    facts = [
        {
            "id": row.id,
            "gist": row.value.gist,
            "told": {o: told for o in coverage.outlets if (told := coverage.told.get((row.id, o))) in TELLING},
            "perhaps": [o for o in coverage.outlets if coverage.told.get((row.id, o)) == "perhaps"],
            "left_out": [o for o in coverage.outlets if (row.id, o) not in coverage.told],
        }
        for row in coverage.facts
    ]
    passages = [
        {"outlet": a.outlet, "article_id": a.article_id, "start": a.span.start, "end": a.span.end, "text": a.text}
        for a in coverage.alone
    ]
    return {"outlets": outlets, "facts": facts, "alone": passages}


def speaker_records(rows: Iterable[Row[Quote]]) -> list[Record]:
    """Who is quoted in the rows, the most quoted first; the unnamed are told apart by how the texts call them."""
    said: dict[tuple[str, str], list[tuple[Speaker, Row[Quote]]]] = {}
    for row in rows:
        for speaker in row.value.speakers:
            said.setdefault((speaker.kind, speaker.label.casefold()), []).append((speaker, row))
    return sorted((_said_by(each) for each in said.values()), key=lambda r: (-r["quotes"], r["name"], r["mentions"]))


def _said_by(said: list[tuple[Speaker, Row[Quote]]]) -> Record:
    speakers = [speaker for speaker, _ in said]
    name, kind = speakers[0].name, speakers[0].kind
    return {
        "id": Entity(name, kind).id if name else "",
        "name": name,
        "kind": kind,
        "role": _usual(speaker.role for speaker in speakers),
        "country": _usual(speaker.country for speaker in speakers),
        "mentions": list(
            {each.mention_text.casefold(): each.mention_text for each in speakers if each.mention_text}.values()
        ),
        "quotes": len({row.id for _, row in said}),
        "articles": sorted({row.value.article_id for _, row in said}),
        "outlets": sorted({row.head.outlet for _, row in said if row.head} - {""}),
    }


def _usual(values: Iterable[str]) -> str:
    """The most frequent that is not empty; of equals the first."""
    return next((value for value, _ in Counter(v for v in values if v).most_common(1)), "")


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
    if isinstance(value, Fact):
        independent = sources(selection)(p.article_id for p in value.phrasings)
        return fact_record(row, selection.heads, silence(value, selection), independent)
    return note_record(row, texts.get(row.head.id, "") if row.head else "")


def sources(selection: Selection) -> Callable[[Iterable[str]], int]:
    """What counts the independent sources of articles."""
    from workbench.analysis.provenance import lineage  # here: what only lists formats does not load the analysis

    rows = chain.from_iterable(selection.lineage.values())
    return lineage.source_counter(rows, lambda article_id: _head(selection.heads, article_id).outlet)


def silence(fact: Fact, selection: Selection) -> Absence:
    """What is known of the outlets that have no phrasing of a fact."""
    return absence(fact, lambda id: _head(selection.heads, id).outlet, selection.outlets)


def known_as(head: Head) -> str:
    """What a column or a line calls an article: its outlet, else its title, else the end of its source."""
    return head.outlet or head.title or head.file or head.id


def _head(heads: Mapping[str, Head], article_id: str) -> Head:
    return heads.get(article_id, NOWHERE)


def _place(article_id: str | None, head: Head | None) -> Record:
    head = head or NOWHERE
    return {
        "article_id": article_id,
        "source": head.source,
        "outlet": head.outlet,
        "title": head.title,
        "published_on": head.published_on,
        "url": head.address,
    }


def _marks(row: Row[Any]) -> Record:
    marks = row.marks
    return {"tags": list(marks.tags), "note": marks.note, "starred": marks.starred, "edited": marks.edited}
