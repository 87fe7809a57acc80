"""Records of ours, as JSON lines have them: each says what the analyst put on one thing, and which thing that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from workbench.ingest.annotations.bounded_files import json_lines
from workbench.model import ARTICLE_FIELDS, Pane
from workbench.model.imported_marks import Form, ImportedMark, MarksFile, StatedArticle, StatedPassage, Unplaced

ID = re.compile(r"[AQPFNE][0-9a-f]{10}")
PANES: dict[str, Pane] = {"A": "articles", "Q": "quotes", "P": "positions", "F": "facts", "N": "notes", "E": "people"}
FIELDS: dict[Pane, tuple[str, ...]] = {
    "articles": ARTICLE_FIELDS,
    "quotes": ("speakers", "kind"),
    "positions": ("stance", "issue", "status", "holder"),
    "facts": ("gist", "status"),
    "notes": ("body", "written_at", "target"),
    "people": ("name", "role", "country", "kind", "aliases"),
}
"""What a record of each kind says that is of use here."""
_LISTS: dict[str, type] = {"speakers": list, "aliases": list}
"""The fields that are no words."""
_SIGNS: dict[Pane, str] = {
    "quotes": "speakers", "positions": "holder", "facts": "gist", "notes": "body", "people": "aliases",
    "articles": "lineage",
}  # fmt: skip
"""A field that records of one kind alone have."""
NO_RECORD = "it is no record of an export"


def read(path: Path) -> MarksFile:
    """The marks in a file of JSON lines."""
    marks: list[ImportedMark] = []
    unplaced: list[Unplaced] = []
    for number, value in json_lines(path):
        where = f"line {number}"
        mark = mark_of(value, where, "record") if isinstance(value, Mapping) else None
        if mark is None:
            unplaced.append(Unplaced(where, NO_RECORD))
        elif says_something(mark):
            marks.append(mark)
    return MarksFile(path.name, "jsonl", tuple(marks), tuple(unplaced))


def pane_of(record: Mapping[str, Any]) -> Pane | None:
    """What a record is of."""
    id = str(record.get("id") or "")
    if ID.fullmatch(id):
        return PANES[id[0]]
    return next((pane for pane, sign in _SIGNS.items() if sign in record), None)


def says_something(mark: ImportedMark) -> bool:
    """Whether it says anything of the analyst's."""
    return bool(mark.tags or mark.notes or mark.starred or mark.edits or mark.own or mark.pane == "notes")


def mark_of(record: Mapping[str, Any], where: str, form: Form) -> ImportedMark | None:
    """What a record says; None for one that is none of ours."""
    pane = pane_of(record)
    if pane is None:
        return None
    values = {name: record[name] for name in FIELDS[pane] if isinstance(record.get(name), _LISTS.get(name, str))}
    note = _words(record.get("note"))
    return ImportedMark(
        where,
        form,
        pane,
        _words(record.get("id")),
        article_of(record, pane),
        tuple(_passages(record, pane)),
        tuple(filter(None, map(_words, _list(record.get("tags"))))),
        record.get("starred") is True,
        (note,) if note and pane != "notes" else (),
        values,
        frozenset(map(_words, _list(record.get("edits")))),
        record.get("own") is True,
    )


def article_of(record: Mapping[str, Any], pane: Pane) -> StatedArticle:
    """The article that a record says its thing stands in."""
    fields = {name: _words(record.get(name)) for name in ("url", "source", "title", "outlet", "published_on")}
    id = _words(record.get("id" if pane == "articles" else "article_id"))
    return StatedArticle(id, **fields, text=_words(record.get("text")) if pane == "articles" else "")


def _passages(record: Mapping[str, Any], pane: Pane) -> Iterator[StatedPassage]:
    """The passages that a record stands on."""
    if pane == "quotes":
        yield from (_passage(each) for each in _list(record.get("spans")))
    elif pane == "positions":
        yield from (_passage(record.get(name)) for name in ("clause", "evidence") if record.get(name))
    elif pane == "notes" and record.get("span"):
        yield _passage(record["span"])
    elif pane == "facts":
        for each in (each for each in _list(record.get("phrasings")) if isinstance(each, Mapping)):
            passage = _passage(each)
            yield StatedPassage(passage.words, start=passage.start, end=passage.end, article=article_of(each, pane))


def _passage(span: Any) -> StatedPassage:
    span = span if isinstance(span, Mapping) else {}
    return StatedPassage(_words(span.get("text")), start=_number(span.get("start")), end=_number(span.get("end")))


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12 else None


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()
