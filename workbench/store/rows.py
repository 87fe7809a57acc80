"""Table rows to values, and ids to the rows of a pane.

Everything a page of a list shows is read in a handful of statements, however long the page is.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from workbench.model import (
    ARTICLE_FIELDS,
    STANCES,
    STATUSES,
    Article,
    Difference,
    Fact,
    KnownFrom,
    Note,
    Pane,
    Part,
    Phrasing,
    Position,
    Quote,
    QuoteKind,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
)
from workbench.store.database import Database
from workbench.store.people import read_people
from workbench.store.serialization import json_array
from workbench.views import Head, Marks, Row

Record = dict[str, Any]
_HEAD = ("id", "source", "title", "outlet", "published_on")
_QUOTE = (
    "id, article_id, kind, spans, text, cue_start, cue_end, cue, via, confidence, own, told, sentence_start,"
    " sentence_end"
)
_SPEAKER = (
    "quote_id, name, kind, role, country, mention_start, mention_end, mention, role_from, country_from, proof,"
    " name_from"
)
_UNMARKED = Marks()
_from_json = json.JSONDecoder().raw_decode  # what the store wrote needs none of the care of `json.loads`
_known_from = lru_cache(maxsize=1024)(KnownFrom)  # most speakers share one of a few
_IDS = "(SELECT value FROM json_each(?))"
_EDITS = (
    f"SELECT target, iif(field = 'person', 'name', field) AS name FROM edit WHERE target IN {_IDS}"
    " UNION SELECT json_extract(value, '$.id'), 'name' FROM edit"
    f" WHERE field = 'person' AND json_extract(value, '$.id') IN {_IDS}"
    " UNION SELECT p.id, 'topic' FROM position p JOIN edit t ON t.target = 'topic' AND t.field = p.topic"
    f" WHERE p.id IN {_IDS}"
    " ORDER BY 1, 2"
)
"""Which fields of things were corrected; `topic` where a position is under the issue that its topic is pinned to."""
NOTES_WITH_ARTICLES = (
    "SELECT n.*, coalesce(q.article_id, p.article_id, l.article_id, n.target) AS article_id FROM note n"
    " LEFT JOIN quote q ON q.id = n.target LEFT JOIN position p ON p.id = n.target"
    " LEFT JOIN lost l ON l.target = n.target"
)
"""Every note, with what is the id of its article where it is in one."""


def read_rows(db: Database, pane: Pane, ids: Sequence[str]) -> dict[str, Row[Any]]:
    """The rows of a pane with these ids, the analyst's edits laid over them."""
    values, places = _READERS[pane](db, ids)
    heads = {head.id: head for head in read_heads(db, places.values())}
    marks = read_marks(db, ids)
    return {
        id: Row(id, values[id], heads.get(places.get(id, "")), marks.get(id, _UNMARKED)) for id in ids if id in values
    }


def read_heads(db: Database, article_ids: Iterable[str] | None = None) -> list[Head]:
    """The heads of articles, or of all of them, newest first."""
    columns = ", ".join(f"h.{name}" for name in _HEAD)
    sql = (
        f"SELECT {columns}, coalesce(u.language, ''), coalesce(v.number, 0), coalesce(v.current, 1) = 0, h.url,"
        " u.language IS NULL AND EXISTS (SELECT 1 FROM digest d WHERE d.article_id = h.id) FROM head h"
        " LEFT JOIN unanalysed u ON u.article_id = h.id LEFT JOIN version v ON v.article_id = h.id"
    )
    order = " ORDER BY h.published_on DESC, h.outlet, h.id"
    if article_ids is None:
        return [_head_from(row) for row in db.execute(sql + order)]
    wanted = [json_array(set(article_ids))]
    rows = db.execute(f"{sql} WHERE h.id IN {_IDS}{order}", wanted)
    return [_head_from(row) for row in rows]


def _head_from(row: tuple[Any, ...]) -> Head:
    *found, superseded, url, compared = row
    return replace(Head(*found), superseded=bool(superseded), url=url, compared=bool(compared))


def read_marks(db: Database, ids: Sequence[str]) -> dict[str, Marks]:
    """What the analyst has put on things; those without marks are left out."""
    wanted = [json_array(ids)]
    starred = {r[0] for r in db.execute(f"SELECT target FROM star WHERE target IN {_IDS}", wanted)}
    edits, tags, notes = defaultdict(list), defaultdict(list), defaultdict(list)
    for target, name in db.execute(_EDITS, wanted * 3):
        edits[target].append(name)
    for target, name in db.execute(f"SELECT target, name FROM tag WHERE target IN {_IDS} ORDER BY name", wanted):
        tags[target].append(name)
    for target, body in db.execute(
        f"SELECT target, body FROM note WHERE target IN {_IDS} ORDER BY written_at, rowid", wanted
    ):
        notes[target].append(body)
    return {
        id: Marks(
            id in starred, any(name != "topic" for name in edits.get(id, ())), tuple(tags.get(id, ())),
            "\n\n".join(notes.get(id, ())), tuple(edits.get(id, ())),
        )
        for id in starred | edits.keys() | tags.keys() | notes.keys()
    }  # fmt: skip


ReadValues = tuple[dict[str, Any], dict[str, str]]
"""Values by id, and the article each stands in."""


def _articles(db: Database, ids: Sequence[str]) -> ReadValues:
    sql = (
        f"SELECT h.id, a.document_id, h.source, {', '.join('h.' + f for f in ARTICLE_FIELDS)}"
        f" FROM head h JOIN article a ON a.id = h.id WHERE h.id IN {_IDS}"
    )
    values = {}
    for id, document_id, source, *fields in db.execute(sql, [json_array(ids)]):
        values[id] = Article(document_id, source, "", **dict(zip(ARTICLE_FIELDS, fields, strict=True)))
    return values, {id: id for id in values}


def _quotes(db: Database, ids: Sequence[str]) -> ReadValues:
    values = read_quotes(db, "speakers", f"id IN {_IDS}", json_array(ids))
    return dict(values), {id: quote.article_id for id, quote in values.items()}


def read_quotes(db: Database, table: str, condition: str, value: str) -> dict[str, Quote]:
    """Quotes by id, with the speakers of a table: `speaker` as the machine found them, `speakers` as they are shown."""
    rows = db.execute(f"SELECT {_QUOTE} FROM quote WHERE {condition}", [value]).fetchall()
    speakers = defaultdict(list)
    said = f"SELECT {_SPEAKER} FROM {table} WHERE quote_id IN {_IDS} ORDER BY quote_id, place"
    for id, *row in db.execute(said, [json_array(row[0] for row in rows)]):
        speakers[id].append(_speaker_from(*row))
    return {id: _quote_from(speakers.get(id, ()), *row) for id, *row in rows}


def _positions(db: Database, ids: Sequence[str]) -> ReadValues:
    rows = list(db.query(f"SELECT * FROM positions WHERE id IN {_IDS}", [json_array(ids)]))
    return {r["id"]: position_from_row(r) for r in rows}, {r["id"]: r["article_id"] for r in rows}


def _facts(db: Database, ids: Sequence[str]) -> ReadValues:
    return read_facts(db, ids), {}


def _notes(db: Database, ids: Sequence[str]) -> ReadValues:
    values, places = {}, {}
    for row in db.query(f"{NOTES_WITH_ARTICLES} WHERE n.id IN {_IDS}", [json_array(ids)]):
        span = _span(row["start"], row["end"])
        values[row["id"]] = Note(row["id"], row["target"], row["body"], row["written_at"], span)
        places[row["id"]] = row["article_id"]
    return values, places


def _people(db: Database, ids: Sequence[str]) -> ReadValues:
    return dict(read_people(db, ids)), {}


_READERS: dict[Pane, Callable[[Database, Sequence[str]], ReadValues]] = {
    "articles": _articles,
    "quotes": _quotes,
    "positions": _positions,
    "facts": _facts,
    "notes": _notes,
    "people": _people,
}


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _speaker_from(
    name: str, kind: SpeakerKind, role: str, country: str, start: int | None, end: int | None, mention: str,
    *origins: Any,
) -> Speaker:  # fmt: skip
    return Speaker(name, kind, role, country, _span(start, end), mention, _known_from(*origins))


def _quote_from(
    speakers: Iterable[Speaker], article_id: str, kind: QuoteKind, spans: str, text: str,
    cue_start: int | None, cue_end: int | None, cue: str, via: str, confidence: float, own: int, told: str,
    sentence_start: int | None, sentence_end: int | None,
) -> Quote:  # fmt: skip
    return Quote(
        article_id,
        kind,
        tuple([Span(start, end) for start, end in _from_json(spans)[0]]),
        text,
        tuple(speakers),
        _span(cue_start, cue_end),
        cue,
        via,
        confidence,
        own == 1,
        tuple([Part(role, Span(start, end), words) for role, start, end, words in _from_json(told)[0]]),
        _span(sentence_start, sentence_end),
    )


def position_from_row(row: Record) -> Position:
    """A Position of a row of `positions`, or of `position` with its issue."""
    evidence = Span(row["evidence_start"], row["evidence_end"])
    clause = Span(row["clause_start"], row["clause_end"])
    names = (
        "article_id", "holder", "holder_name", "stance", "text", "topic", "issue", "speaker", "level", "attribution",
        "attributed_by", "condition", "hedge", "confidence", "event", "target",
    )  # fmt: skip
    strength = STANCES[row["stance"]][1] if row["strength"] is None else row["strength"]
    given = {name: row[name] for name in names} | {"strength": strength, "status": row.get("status", STATUSES[0])}
    return Position(evidence=evidence, clause=clause, **given)


_SAME_STORY = """(
    NOT EXISTS (SELECT 1 FROM phrasing WHERE article_id = perhaps.article_id) OR EXISTS (
        SELECT 1 FROM phrasing AS told JOIN phrasing AS there USING (fact_id)
        JOIN phrasing AS own ON own.article_id = there.article_id
        WHERE told.article_id = perhaps.article_id AND own.fact_id = perhaps.fact_id
    )
)"""
"""That an article with facts shares one with an article of a fact: of a case of several stories, it is of the same."""


def read_facts(db: Database, ids: Sequence[str] | None = None, table: str = "facts") -> dict[str, Fact]:
    """Facts by id, all or those with the ids: with the analyst's gists, or (`table` "fact") as they were found."""
    wanted, among = ([], "") if ids is None else ([json_array(ids)], f"WHERE {{}} IN {_IDS}")
    status = "status" if table == "facts" else f"'{STATUSES[0]}'"
    sql = f"SELECT id, gist, kind, differences, {status} FROM {table} {among.format('id')}"
    heads = db.execute(sql, wanted).fetchall()
    phrasings = defaultdict(list)
    for row in db.query(f"SELECT * FROM phrasing {among.format('fact_id')} ORDER BY fact_id, place", wanted):
        phrasings[row["fact_id"]].append(_phrasing_from(row))
    found = {id: fact_from_row(gist, kind, phrasings[id], *others) for id, gist, kind, *others in heads}
    if table != "facts":
        return found
    perhaps = defaultdict(list)
    where = f"{among.format('fact_id')} AND" if among else "WHERE"
    sql = f"SELECT *, likeness AS confidence FROM perhaps {where} {_SAME_STORY} ORDER BY likeness DESC, article_id"
    for row in db.query(sql, wanted):
        perhaps[row["fact_id"]].append(_phrasing_from({"relation": "same", "tenses": "", **row}))
    return {id: replace(fact, perhaps=tuple(perhaps[id])) for id, fact in found.items()}


def fact_from_row(
    gist: str, kind: str, phrasings: Iterable[Phrasing], differences: str, status: str = STATUSES[0]
) -> Fact:
    """A Fact of its row and its phrasings."""
    return Fact(gist, kind, tuple(phrasings), tuple(_difference_from(*d) for d in json.loads(differences)), status)


def _phrasing_from(row: Record) -> Phrasing:
    span = Span(row["start"], row["end"])
    return Phrasing(row["article_id"], span, row["text"], row["relation"], row["confidence"], row["tenses"])


def _difference_from(kind: str, readings: list[list[Any]]) -> Difference:
    return Difference(kind, tuple(Reading(id, text, _span(start, end)) for id, text, start, end in readings))
