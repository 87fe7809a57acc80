"""Rows as tables have them: a line for each quote, position, article, note or person, and one for each phrasing of a
fact; what a line has is named by `columns.COLUMNS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from workbench.export.fact_records import credits_of, phrasing_record
from workbench.export.record_fields import Record
from workbench.export.records import origin_words, record
from workbench.export.selection import Selection
from workbench.model import Pane


def table_lines(selection: Selection) -> Iterator[Record]:
    """The lines of a selection, in its order: values by the names of columns (and of the record)."""
    lines = _LINES[selection.pane]
    for row in selection.ordered():
        yield from lines(row, selection)


def in_one_cell(values: Iterable[Any]) -> str:
    """Several values as one text, so that they can be told apart again: what has a semicolon in it, or begins with a
    quotation mark, stands in quotation marks.
    """
    return "; ".join([_quoted(str(value)) for value in values])


def _quoted(value: str) -> str:
    if ";" not in value and not value.startswith('"'):
        return value
    return '"' + value.replace('"', '""') + '"'


def _article(row: Any, selection: Selection) -> Iterator[Record]:
    found = record(row, selection)
    origins = [origin_words(each) for each in found["lineage"]]
    yield {**found, "lineage": origins}


def _quote(row: Any, selection: Selection) -> Iterator[Record]:
    found = record(row, selection)
    said = found["speakers"]
    yield {
        **found,
        "speakers": [speaker.label for speaker in row.value.speakers],
        "roles": _aligned(speaker["role"] for speaker in said),
        "countries": _aligned(speaker["country"] for speaker in said),
        "speaker_kinds": [speaker["kind"] for speaker in said],
        "names_from": _aligned(speaker["known_from"]["name"] for speaker in said),
        "roles_from": _aligned(speaker["known_from"]["role"] for speaker in said),
        "countries_from": _aligned(speaker["known_from"]["country"] for speaker in said),
        "proofs": _aligned(speaker["known_from"]["proof"] for speaker in said),
        "cue": _words(found["cue"]),
        "sentence": _words(found["sentence"]),
        "spans": [_offsets(span) for span in found["spans"]],
        "cue_span": _offsets(found["cue"]),
        "sentence_span": _offsets(found["sentence"]),
    }


def _aligned(values: Iterable[str]) -> list[str]:
    """A value for each speaker, the empty ones too; nothing where all are empty."""
    found = list(values)
    return found if any(found) else []


def _position(row: Any, selection: Selection) -> Iterator[Record]:
    found = record(row, selection)
    evidence, clause = found["evidence"], found["clause"]
    yield {
        **found,
        "text": evidence["text"],
        "clause": clause["text"],
        "spans": _offsets(evidence),
        "clause_span": _offsets(clause),
    }


def _fact(row: Any, selection: Selection) -> Iterator[Record]:
    found = record(row, selection)
    shared = {
        **found,
        "fact_kind": found["kind"],
        "differences": [difference["kind"] for difference in found["differences"]],
        "perhaps": [f"{each['outlet'] or each['article_id']}: {each['text']}" for each in found["perhaps"]],
    }
    credited = credits_of(selection)
    for phrasing in selection.ordered_phrasings(row.value):
        told = phrasing_record(phrasing, selection.heads)
        yield {**shared, **told, "credits": credited(phrasing), "spans": _offsets(told)}


def _note(row: Any, selection: Selection) -> Iterator[Record]:
    found = record(row, selection)
    span = found["span"]
    yield {
        **found,
        "article_id": found["article_id"] or "",
        "passage": _words(span),
        "spans": _offsets(span),
    }


def _person(row: Any, selection: Selection) -> Iterator[Record]:
    found = record(row, selection)
    origin = found["known_from"]
    yield {
        **found,
        "name_from": origin["name"],
        "role_from": origin["role"],
        "country_from": origin["country"],
        "proof": origin["proof"],
    }


def _words(span: Record | None) -> str:
    return span["text"] if span else ""


def _offsets(span: Record | None) -> str:
    return f"{span['start']}..{span['end']}" if span else ""


_LINES: dict[Pane, Callable[[Any, Selection], Iterator[Record]]] = {
    "articles": _article,
    "quotes": _quote,
    "positions": _position,
    "facts": _fact,
    "notes": _note,
    "people": _person,
}
