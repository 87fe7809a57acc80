"""Rows of a table, as our CSV and spreadsheets have them, to records: by the names of their columns, wherever these
stand and whatever stands beside them.

People work in spreadsheets, so a cell may come back as a date, a number or a truth value, and tables with rows above
their header.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from workbench.ingest.annotations import records
from workbench.model import Pane
from workbench.model.imported_marks import ImportedMark, Unplaced

FORMULA = tuple("=+-@＝＋－＠")
"""What a cell that a spreadsheet would run begins with; ours have an apostrophe before it."""
SIGNS: dict[str, Pane] = {
    "holder": "positions", "gist": "facts", "body": "notes", "aliases": "people", "byline": "articles",
    "speakers": "quotes",
}  # fmt: skip
"""The column that tells what a table is of."""
TRUE = frozenset(("yes", "true", "1", "x", "ja", "oui", "wahr", "vrai", "★", "*"))
JOINED = " … "
"""What stands between the parts of a quote's words."""
ABOVE = 20
"""So many rows may stand above the header."""
_OFFSETS = re.compile(r"(\d+)\s*\.\.\s*(\d+)")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+")
"""A time as a spreadsheet has it: in UTC, without saying so."""
_ITEM = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^;]*))\s*(?:;|$)')

_KNOWN = frozenset((*SIGNS, "tags", "note", "starred", "edits"))
_IDS = frozenset(("id", "article_id", "target", "url", "source"))

Cells = Mapping[str, str]
NOTHING: Mapping[tuple[str, str], str] = MappingProxyType({})


def table_of(
    rows: Iterable[Sequence[Any]], name: str, long_texts: Mapping[tuple[str, str], str] = NOTHING
) -> Iterator[ImportedMark | Unplaced] | None:
    """What the rows of a table say; None where it is no table of ours. `name`: what to call it in messages;
    `long_texts`: id and column -> the text, where the cell has only its beginning.
    """
    numbered = enumerate(rows, 1)
    header = _header(numbered)
    return _marks_of(header, numbered, name, long_texts) if header else None


def _marks_of(
    header: Sequence[str],
    numbered: Iterable[tuple[int, Sequence[Any]]],
    name: str,
    long_texts: Mapping[tuple[str, str], str],
) -> Iterator[ImportedMark | Unplaced]:
    pane = next((SIGNS[each] for each in SIGNS if each in header), None)
    for number, row in numbered:
        cells = {column: cell_text(value) for column, value in zip(header, row, strict=False) if column}
        if not any(map(str.strip, cells.values())):
            continue
        cells |= {column: text for (id, column), text in long_texts.items() if id == cells.get("id")}
        where = f"{name}row {number}"
        record = record_of(pane or records.pane_of(cells), cells)
        mark = records.mark_of(record, where, "table") if record else None
        yield mark or Unplaced(where, records.NO_RECORD)


def _header(numbered: Iterable[tuple[int, Sequence[Any]]]) -> list[str]:
    for number, row in numbered:
        names = [cell_text(value).strip().casefold().replace(" ", "_") for value in row]
        if "id" in names and _KNOWN & set(names):
            return names
        if number >= ABOVE:
            break
    return []


def cell_text(value: Any) -> str:
    """A cell as the text that it was written as."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime):
        at_midnight = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        return value.date().isoformat() if at_midnight else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    return text[1:] if text.startswith("'") and text[1:].lstrip(" '").startswith(FORMULA) else text


def items(cell: str) -> list[str]:
    """The items of a cell that holds several, in its order; the empty ones too, where one is not."""
    if not cell:
        return []
    found: list[str] = []
    at = 0
    while at <= len(cell):
        match = _ITEM.match(cell, at)
        if match is None:
            return [each.strip() for each in cell.split(";")]
        quoted, plain = match.groups()
        found.append((quoted.replace('""', '"') if quoted is not None else plain).strip())
        if not match[0].endswith(";") or match.end() == at:
            break
        at = match.end()
    return found


def record_of(pane: Pane | None, cells: Cells) -> dict[str, Any] | None:
    """A row as the record that it was made of, as far as it says."""
    if pane is None:
        return None
    record: dict[str, Any] = {name: value for name, value in cells.items() if name not in ("spans", "speakers")}
    record |= {name: value.strip() for name, value in cells.items() if name in _IDS}
    record |= {
        "tags": list(filter(None, items(cells.get("tags", "")))),
        "edits": list(filter(None, items(cells.get("edits", "")))),
        "starred": is_true(cells.get("starred", "")),
        "own": is_true(cells.get("own", "")),
    }
    places = [(int(start), int(end)) for start, end in _OFFSETS.findall(cells.get("spans", ""))]
    return {**record, **_OTHERS.get(pane, _nothing)(cells, places)}


def is_true(cell: str) -> bool:
    """Whether a cell says yes."""
    return cell.strip().casefold() in TRUE


Places = list[tuple[int, int]]


def _nothing(cells: Cells, places: Places) -> dict[str, Any]:
    return {}


def _quote(cells: Cells, places: Places) -> dict[str, Any]:
    parts = cells.get("text", "").split(JOINED)
    if len(parts) != len(places):
        parts, places = [cells.get("text", "")], places if len(places) == 1 else []
    spans = [_span(words, places[number] if places else None) for number, words in enumerate(parts)]
    if "speakers" not in cells:
        return {"spans": spans}
    names = items(cells["speakers"])
    more = {
        field: items(cells[column]) if column in cells else None
        for field, column in (("role", "roles"), ("country", "countries"), ("kind", "speaker_kinds"))
    }
    speakers = [
        {"label": name, **{field: _at(found, number) for field, found in more.items() if found is not None}}
        for number, name in enumerate(names)
    ]
    return {"spans": spans, "speakers": speakers}


def _at(found: Sequence[str], number: int) -> str:
    return found[number] if number < len(found) else ""


def _span(words: str, place: tuple[int, int] | None) -> dict[str, Any]:
    start, end = place or (None, None)
    return {"text": words, "start": start, "end": end}


def _position(cells: Cells, places: Places) -> dict[str, Any]:
    evidence = _span(cells.get("text", ""), places[0] if places else None)
    clause = cells.get("clause", "")
    clauses = [(int(start), int(end)) for start, end in _OFFSETS.findall(cells.get("clause_span", ""))]
    return {"evidence": evidence, "clause": _span(clause, clauses[0] if clauses else None) if clause else None}


def _fact(cells: Cells, places: Places) -> dict[str, Any]:
    article = {name: cells.get(name, "") for name in ("article_id", "url", "source", "title", "outlet", "published_on")}
    return {"phrasings": [{**article, **_span(cells.get("text", ""), places[0] if places else None)}]}


def _note(cells: Cells, places: Places) -> dict[str, Any]:
    passage = cells.get("passage", "")
    at = cells.get("written_at", "")
    return {
        "span": _span(passage, places[0] if places else None) if passage else None,
        "written_at": f"{at}+00:00" if _TIME.fullmatch(at) else at,
    }


def _person(cells: Cells, places: Places) -> dict[str, Any]:
    return {"aliases": list(filter(None, items(cells.get("aliases", ""))))}


_OTHERS = {"quotes": _quote, "positions": _position, "facts": _fact, "notes": _note, "people": _person}
