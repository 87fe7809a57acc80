"""CSV as RFC 4180 has it, for spreadsheets: a row per quote, position, article, note or person, and one per
phrasing of a fact.

Spreadsheets run cells that begin like a formula, so such a cell gets an apostrophe before it. A file begins with a byte
order mark, without which Excel takes UTF-8 for something else; a pipe gets none.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from workbench.export.fact_records import phrasing_record
from workbench.export.record_fields import Record
from workbench.export.records import origin_words, record
from workbench.export.sanitizing import count, plain
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import Fact, Pane
from workbench.views import Cell, Coverage, Matrix

FORMULA = tuple("=+-@＝＋－＠")
ARTICLE = ("outlet", "published_on", "title", "source", "article_id")
MARKS = ("starred", "tags", "note")
COLUMNS: dict[Pane, tuple[str, ...]] = {
    "articles": (
        "id", "outlet", "published_on", "title", "byline", "language", "agency", "words", "lineage", "source", "url",
        *MARKS,
    ),
    "quotes": (
        "id", "speakers", "roles", "countries", "speaker_kinds", "as_told", "text", "kind", "cue", "via", "sentence",
        *ARTICLE, "spans", "confidence", "own", *MARKS,
    ),
    "positions": (
        "id", "holder", "holder_name", "issue", "stance", "polarity", "speaker", "level", "attribution",
        "attributed_by", "condition", "hedge", "text", "clause", *ARTICLE, "spans", "confidence", "status", *MARKS,
    ),
    "facts": (
        "id", "gist", "fact_kind", "text", "relation", *ARTICLE, "spans", "confidence", "differences",
        "missing_outlets", "perhaps", *MARKS,
    ),
    "notes": ("id", "target", "body", "written_at", "passage", *ARTICLE, "spans"),
    "people": (
        "id", "name", "role", "country", "kind", "name_from", "role_from", "country_from", "proof", "aliases", "quotes",
        "positions", "outlets", "first", "last", *MARKS,
    ),
}  # fmt: skip


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write a header and the rows, with CRLF line ends as the standard wants."""
    columns = COLUMNS[selection.pane]
    writer = csv.DictWriter(stream, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for row in selection.ordered():
        for cells in LINES[selection.pane](row, selection):
            writer.writerow({name: safe(cells[name]) for name in columns})


MOVED = {1: " ↗", -1: " ↘"}


def write_matrix(matrix: Matrix, stream: IO[str]) -> None:
    """Issues by holders: a row per issue, those that lists fold last, a column per country; an empty cell where nothing
    is said.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(("issue", *map(safe, matrix.holders)))
    for issue in (*matrix.kept, *matrix.folded):
        cells = (matrix.cells.get((issue, holder)) for holder in matrix.holders)
        writer.writerow((safe(issue), *(safe(cell_words(cell)) if cell else "" for cell in cells)))


def write_coverage(coverage: Coverage, stream: IO[str]) -> None:
    """Facts by outlets: `yes`, `in part`, `perhaps` where a passage is near, `unknown` where not all was compared, or
    empty where an outlet leaves it out.
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(("id", "fact", "outlets", *map(safe, coverage.outlets)))
    for row in coverage.facts:
        told = (coverage.told.get((row.id, outlet), "") for outlet in coverage.outlets)
        words = ({"same": "yes", "partial": "in part"}.get(each, each) for each in told)
        writer.writerow((row.id, safe(row.value.gist), coverage.reporting(row.id), *words))


def cell_words(cell: Cell) -> str:
    """`ruled out / open 5 (2 sources) ⇄ ↘`: the stance, and that of the other side, how many outlets, of how many
    sources where they are fewer, whether they disagree or it moved; `weak` where it is more likely wrong than right.
    """
    stances = " / ".join(stance.replace("_", " ") for stance in (cell.stance, cell.contrary) if stance)
    sources = f" ({count(cell.independent, 'source')})" if cell.independent < cell.outlets else ""
    signs = f"{' weak' if cell.unsure else ''}{' ⇄' if cell.disputed else ''}{MOVED.get(cell.moved, '')}"
    return f"{stances} {cell.outlets}{sources}{signs}"


def safe(value: Any) -> str:
    """A cell's text that no spreadsheet runs."""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, list | tuple):
        value = "; ".join(str(each) for each in value)
    if not isinstance(value, str):
        return str(value)
    text = plain(value)
    return "'" + text if text.lstrip().startswith(FORMULA) else text


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
        "cue": found["cue"]["text"] if found["cue"] else "",
        "sentence": found["sentence"]["text"] if found["sentence"] else "",
        "spans": [_offsets(span) for span in found["spans"]],
    }


def _aligned(values: Iterable[str]) -> list[str]:
    """A value for each speaker, the empty ones too; nothing where all are empty."""
    found = list(values)
    return found if any(found) else []


def _position(row: Any, selection: Selection) -> Iterator[Record]:
    found = record(row, selection)
    evidence = found["evidence"]
    yield {**found, "text": evidence["text"], "clause": found["clause"]["text"], "spans": _offsets(evidence)}


def _fact(row: Any, selection: Selection) -> Iterator[Record]:
    fact: Fact = row.value
    found = record(row, selection)
    differing = [difference.kind for difference in fact.differences]
    found["perhaps"] = [f"{each['outlet'] or each['article_id']}: {each['text']}" for each in found["perhaps"]]
    for phrasing in selection.ordered_phrasings(fact):
        told = phrasing_record(phrasing, selection.heads)
        yield {**found, **told, "fact_kind": fact.kind, "spans": _offsets(told), "differences": differing}


def _note(row: Any, selection: Selection) -> Iterator[Record]:
    found = record(row, selection)
    span = found["span"]
    yield {
        **found,
        "article_id": found["article_id"] or "",
        "passage": span["text"] if span else "",
        "spans": _offsets(span) if span else "",
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


def _offsets(span: Record) -> str:
    return f"{span['start']}..{span['end']}"


LINES: dict[Pane, Callable[[Any, Selection], Iterator[Record]]] = {
    "articles": _article,
    "quotes": _quote,
    "positions": _position,
    "facts": _fact,
    "notes": _note,
    "people": _person,
}
