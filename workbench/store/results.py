"""What the machine found, in and out.

`save` replaces all that was found in one article in one transaction. The analyst's edits, tags and notes hold on to
ids, and ids are stable, so they lie over the new results as they did over the old; `lost` sees to those whose target is
not where it was.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from workbench.errors import NotFound
from workbench.model import Analysis, Changes, Clause, Entity, Fact, Lineage, Position, Quote, Span, Speaker
from workbench.store.analysis_changes import Thing, compared
from workbench.store.edit_overlay import drop_orphans, lay_over
from workbench.store.mark_anchors import places, remember, settle
from workbench.store.rows import fact_from, facts_from, position_from, quotes_from
from workbench.store.sql_values import ids_of, pack, packed_parts, storable
from workbench.store.transactions import mapped, name_of, reads, writes

_POSITION_COLUMNS = (
    "id", "article_id", "holder", "holder_name", "topic", "stance", "speaker", "level", "attribution", "attributed_by",
    "condition", "hedge", "evidence_start", "evidence_end", "clause_start", "clause_end", "confidence", "text",
    "strength", "event", "target",
)  # fmt: skip
_CLAUSE_FEATURES = ("text", "terms", "names", "numbers", "action", "negated", "kind", "tenses")
TEXTS_AT_ONCE = 100


@writes
def save(db: Database, analysis: Analysis, version: str) -> Changes | None:
    """Replace what was found in one article, and note the version that found it.

    What is not as it was; None if the article had not been analysed before.
    """
    article_id = analysis.article_id
    row = db.execute("SELECT analysed_by, text FROM article WHERE id = ?", [article_id]).fetchone()
    if row is None:
        raise NotFound(f"There is no article {article_id}.")
    known, text = row
    old, new = _things(db, article_id), _once(analysis)
    before = _forget(db, article_id)
    _save_entities(db, analysis)
    _save_quotes(db, analysis.quotes)
    _save_positions(db, analysis.positions)
    _save_clauses(db, analysis.clauses)
    _insert_lineage(db, analysis.credits)
    _save_language(db, analysis)
    drop_orphans(db, before)
    settle(db, "QP", places([*new, *_own_quotes_back(db, article_id)]), article_id)
    db.execute("UPDATE article SET analysed_by = ? WHERE id = ?", [version, article_id])
    return None if known is None else compared(article_id, text, old, new)


def _things(db: Database, article_id: str) -> list[Thing]:
    """The quotes and positions of an article, as the machine found them."""
    quotes = quotes_from(db, "speaker", "article_id = ? AND NOT own", article_id).values()
    rows = db.query("SELECT *, '' AS issue FROM position WHERE article_id = ?", [article_id])
    return [*quotes, *(position_from(row) for row in rows)]


def _once(analysis: Analysis) -> list[Thing]:
    """The quotes and positions of an analysis; of those with the same id the last, which is the one that is kept."""
    found: list[Thing] = [*analysis.quotes, *analysis.positions]
    return list({thing.id: thing for thing in found}.values())


def _save_language(db: Database, analysis: Analysis) -> None:
    """Mark an article as left alone for its language."""
    if analysis.unanalysed:
        values = [analysis.article_id, analysis.unanalysed]
        db.execute("INSERT INTO unanalysed (article_id, language) VALUES (?, ?)", values)
        db.execute("UPDATE article SET language = ? WHERE id = ? AND language = ''", values[::-1])


@writes
def forget(db: Database, article_id: str) -> None:
    """Drop what was found in an article, and let it wait for its analysis again."""
    drop_orphans(db, _forget(db, article_id))
    db.execute("UPDATE article SET analysed_by = NULL WHERE id = ?", [article_id])


def _forget(db: Database, article_id: str) -> list[str]:
    """Drop the results of an article; the ids of the entities it named, which may be orphans now."""
    remember(db, article_id)
    named = [row[0] for row in db.execute("SELECT DISTINCT entity_id FROM alias WHERE article_id = ?", [article_id])]
    for table in ("alias", "quote", "position", "clause", "unanalysed", "digest"):
        db.execute(f"DELETE FROM {table} WHERE article_id = ?", [article_id])
    db.execute("DELETE FROM lineage WHERE article_id = ? AND kind = 'credits'", [article_id])
    return named


def _save_entities(db: Database, analysis: Analysis) -> None:
    """Add the article's entities and named speakers; a role or country known already is kept."""
    found = {e.id: e for e in analysis.entities}
    for quote in analysis.quotes:
        for entity in map(_entity_of, quote.speakers):
            if entity.name:
                found.setdefault(entity.id, entity)
    db.conn.executemany(
        "INSERT INTO entity (id, name, kind, role, country) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " role = CASE role WHEN '' THEN excluded.role ELSE role END,"
        " country = CASE country WHEN '' THEN excluded.country ELSE country END",
        [(e.id, storable(e.name), e.kind, storable(e.role), e.country) for e in found.values()],
    )
    db.conn.executemany(
        "INSERT OR IGNORE INTO alias (entity_id, article_id, name, role, country) VALUES (?, ?, ?, ?, ?)",
        [
            (e.id, analysis.article_id, storable(name), storable(e.role), e.country)
            for e in found.values()
            for name in (e.name, *e.aliases)
        ],
    )


def _entity_of(speaker: Speaker) -> Entity:
    return Entity(speaker.name, speaker.kind, speaker.role, speaker.country)


def _save_quotes(db: Database, quotes: Iterable[Quote]) -> None:
    found = list({q.id: q for q in quotes}.values())
    db.conn.executemany(
        "INSERT INTO quote (id, article_id, kind, start, spans, text, cue_start, cue_end, cue, via, speaker_names,"
        " confidence, told, sentence_start, sentence_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        map(_quote_row, found),
    )
    db.conn.executemany(
        "INSERT INTO speaker (quote_id, place, entity_id, name, kind, role, country, mention_start, mention_end,"
        " mention) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (_speaker_row(q.id, place, s) for q in found for place, s in enumerate(q.speakers)),
    )
    lay_over(db, [q.id for q in found])


def _own_quotes_back(db: Database, article_id: str) -> list[Thing]:
    """Put the quotes that the analyst made among those just found; all of them."""
    own_again = "INSERT OR REPLACE INTO own_quote SELECT * FROM own_quote WHERE article_id = ?"
    db.execute(own_again, [article_id])  # its triggers are what puts a quote among the others
    own = quotes_from(db, "speakers", "article_id = ? AND id IN (SELECT id FROM own_quote)", article_id)
    lay_over(db, own)
    return list(own.values())


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _quote_row(quote: Quote) -> tuple[Any, ...]:
    spans = [[s.start, s.end] for s in quote.spans]
    names = storable("; ".join(s.label for s in quote.speakers))
    words = (storable(quote.text), *_ends(quote.cue), storable(quote.cue_text), storable(quote.via), names)
    place = (quote.id, quote.article_id, quote.kind, spans[0][0], pack(spans))
    return (*place, *words, quote.confidence, packed_parts(quote.told), *_ends(quote.sentence))


def _speaker_row(quote_id: str, place: int, speaker: Speaker) -> tuple[Any, ...]:
    entity_id = _entity_of(speaker).id if speaker.name else None
    who = (storable(speaker.name), speaker.kind, storable(speaker.role), speaker.country)
    return (quote_id, place, entity_id, *who, *_ends(speaker.mention), storable(speaker.mention_text))


def _save_positions(db: Database, positions: Iterable[Position]) -> None:
    marks = ", ".join("?" * len(_POSITION_COLUMNS))
    found = {p.id: p for p in positions}
    db.conn.executemany(
        f"INSERT INTO position ({', '.join(_POSITION_COLUMNS)}) VALUES ({marks})", map(_position_row, found.values())
    )
    lay_over(db, found)


def _position_row(position: Position) -> tuple[Any, ...]:
    spans = {
        "evidence_start": position.evidence.start,
        "evidence_end": position.evidence.end,
        "clause_start": position.clause.start,
        "clause_end": position.clause.end,
    }
    values = (spans[c] if c in spans else getattr(position, c) for c in _POSITION_COLUMNS)
    return tuple(storable(v) if isinstance(v, str) else v for v in values)


def _save_clauses(db: Database, clauses: Iterable[Clause]) -> None:
    db.conn.executemany(
        "INSERT OR REPLACE INTO clause (article_id, start, end, features) VALUES (?, ?, ?, ?)",
        [
            (c.article_id, c.span.start, c.span.end, storable(pack([getattr(c, f) for f in _CLAUSE_FEATURES])))
            for c in clauses
        ],
    )


@reads
def clauses(db: Database) -> list[Clause]:
    """Every clause of the case, by article and place."""
    rows = db.execute("SELECT article_id, start, end, features FROM clause ORDER BY article_id, start, end")
    return [clause_from(*row) for row in rows]


def clause_from(article_id: str, start: int, end: int, features: str) -> Clause:
    """A Clause of its row."""
    text, terms, names, numbers, *others = json.loads(features)
    found = dict(zip(_CLAUSE_FEATURES[4:], others, strict=False))  # an older case may have fewer
    return Clause(article_id, Span(start, end), text, tuple(terms), tuple(names), tuple(numbers), **found)


@reads
def positions(db: Database) -> list[Position]:
    """Every position as the machine found it; `issue` is the label its topic was grouped under, or empty."""
    rows = db.query(
        "SELECT p.*, coalesce(i.label, '') AS issue FROM position p LEFT JOIN issue i ON i.topic = p.topic"
        " ORDER BY p.article_id, p.clause_start, p.id"
    )
    return [position_from(row) for row in rows]


@reads
def topics(db: Database) -> dict[str, int]:
    """Topic -> how many positions are about it."""
    return dict(db.execute("SELECT topic, count(*) FROM position GROUP BY topic ORDER BY topic").fetchall())


@reads
def holders(db: Database) -> dict[str, list[str]]:
    """Topic -> who has a position on it."""
    rows = db.execute("SELECT topic, json_group_array(DISTINCT holder) FROM position GROUP BY topic")
    return {topic: json.loads(found) for topic, found in rows}


@reads
def positions_in(db: Database, article_ids: Iterable[str]) -> list[Position]:
    """The positions of these articles, as the machine found them."""
    rows = db.query(
        "SELECT *, '' AS issue FROM position WHERE article_id IN (SELECT value FROM json_each(?))"
        " ORDER BY article_id, clause_start, id",
        [ids_of(article_ids)],
    )
    return [position_from(row) for row in rows]


@reads
def entities(db: Database) -> list[Entity]:
    """Every entity with the names the articles give it, by name."""
    rows = db.execute(
        "SELECT e.name, e.kind, e.role, e.country, (SELECT json_group_array(name) FROM"
        " (SELECT DISTINCT name FROM alias WHERE entity_id = e.id AND name <> e.name ORDER BY name)) FROM entity e"
        " ORDER BY e.name, e.kind"
    )
    return [
        Entity(name, kind, role, country, tuple(json.loads(aliases))) for name, kind, role, country, aliases in rows
    ]


@writes
def save_issues(db: Database, labels: Mapping[str, str]) -> None:
    """Replace the grouping of topics (topic -> label)."""
    wanted = {storable(topic): storable(label) for topic, label in labels.items()}
    stored = dict(db.execute("SELECT topic, label FROM issue").fetchall())
    db.conn.executemany("DELETE FROM issue WHERE topic = ?", [(t,) for t in stored if t not in wanted])
    db.conn.executemany(
        "INSERT INTO issue VALUES (?, ?) ON CONFLICT (topic) DO UPDATE SET label = excluded.label",
        [(t, label) for t, label in wanted.items() if stored.get(t) != label],
    )


@reads
def pins(db: Database) -> dict[str, str]:
    """Topic -> the label the analyst put it, or a position about it, under; of several positions the one put last."""
    own = db.execute(
        "SELECT p.topic, json_extract(e.value, '$') FROM edit e JOIN position p ON p.id = e.target"
        " WHERE e.field = 'issue' ORDER BY p.id"
    )
    named = db.execute("SELECT field, json_extract(value, '$') FROM edit WHERE target = 'topic'")
    return dict(own.fetchall()) | dict(named.fetchall())


@reads
def meanings(db: Database) -> dict[str, bytes]:
    """Text -> its vector, half-precision numbers."""
    return dict(db.execute("SELECT text, vector FROM meaning").fetchall())


@writes
def save_meanings(db: Database, vectors: Mapping[str, bytes]) -> None:
    """Keep these vectors and no others."""
    wanted = {storable(text): vector for text, vector in vectors.items()}
    stored = {row[0] for row in db.execute("SELECT text FROM meaning")}
    db.conn.executemany("DELETE FROM meaning WHERE text = ?", [(t,) for t in stored - wanted.keys()])
    db.conn.executemany("INSERT INTO meaning VALUES (?, ?)", [(t, wanted[t]) for t in wanted.keys() - stored])


def put_fact(db: Database, id: str, fact: Fact, old: Fact | None = None) -> None:
    """Put a fact in, in the place of what it was."""
    wording = "\n".join(dict.fromkeys(storable(p.text) for p in fact.phrasings))
    differences = [[d.kind, [[r.article_id, r.text, *_ends(r.span)] for r in d.readings]] for d in fact.differences]
    db.execute(
        "INSERT INTO fact (id, gist, kind, wording, differences) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " gist = excluded.gist, kind = excluded.kind, wording = excluded.wording, differences = excluded.differences",
        [id, storable(fact.gist), fact.kind, wording, storable(pack(differences))],
    )
    before, after = (_phrasing_rows(each) if each else {} for each in (old, fact))
    db.conn.executemany(
        "DELETE FROM phrasing WHERE fact_id = ? AND article_id = ? AND start = ? AND end = ?",
        [(id, *key) for key in before.keys() - after.keys()],
    )
    db.conn.executemany(
        "INSERT OR REPLACE INTO phrasing (fact_id, article_id, start, end, place, text, relation, confidence, tenses)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(id, *key, *row) for key, row in after.items() if before.get(key) != row],
    )


def _phrasing_rows(fact: Fact) -> dict[tuple[str, int, int], tuple[Any, ...]]:
    return {
        (p.article_id, p.span.start, p.span.end): (place, storable(p.text), p.relation, p.confidence, p.tenses)
        for place, p in enumerate(fact.phrasings)
    }


@writes
def save_copies(db: Database, copies: Iterable[Lineage], of: Collection[str] | None = None) -> None:
    """Replace what articles copy, of all or where these are one side."""
    mine = " AND (article_id IN (SELECT value FROM json_each(?)) OR origin IN (SELECT value FROM json_each(?)))"
    values = [] if of is None else [ids_of(of)] * 2
    db.execute(f"DELETE FROM lineage WHERE kind = 'copies'{'' if of is None else mine}", values)
    _insert_lineage(db, copies)


@writes
def save_rewrites(db: Database, rewrites: Iterable[Lineage]) -> None:
    """Replace what articles rewrite; what is as it was is left alone."""
    wanted, stored = set(rewrites), {row for row in lineage(db) if row.kind == "rewrites"}
    db.conn.executemany(
        "DELETE FROM lineage WHERE article_id = ? AND kind = 'rewrites' AND origin = ?",
        [(row.article_id, row.origin) for row in stored - wanted],
    )
    _insert_lineage(db, wanted - stored)


def _insert_lineage(db: Database, lineage: Iterable[Lineage]) -> None:
    db.conn.executemany(
        "INSERT OR REPLACE INTO lineage (article_id, kind, origin, share, start, end) VALUES (?, ?, ?, ?, ?, ?)",
        [(x.article_id, x.kind, storable(x.origin), x.share, *_ends(x.span)) for x in lineage],
    )


@reads
def lineage(db: Database) -> list[Lineage]:
    """Where articles come from: what they credit (credit lines without a span), copy and rewrite."""
    rows = db.execute(
        "SELECT article_id, kind, origin, share, start, end FROM lineage ORDER BY article_id, kind, origin"
    ).fetchall()
    lines = db.execute("SELECT id, agency FROM head WHERE agency <> '' ORDER BY id").fetchall()
    found = [
        Lineage(article_id, kind, origin, share, None if start is None else Span(start, end))
        for article_id, kind, origin, share, start, end in rows
    ]
    return found + [Lineage(id, "credits", name) for id, names in lines for name in names.split(", ")]


@reads
def facts(db: Database) -> list[Fact]:
    """Every fact as the machine found it."""
    rows = db.execute("SELECT id FROM fact ORDER BY rowid").fetchall()
    found = facts_from(db, table="fact")
    return [found[id] for (id,) in rows]


def text(db: Database, article_id: str) -> str:
    """The text of an article."""
    return str(db.execute("SELECT text FROM article WHERE id = ?", [article_id]).fetchone()[0])


def texts(db: Database) -> Iterator[tuple[str, str]]:
    """Id and text of every article, a few at a time; nothing is held open in between."""
    last = 0
    while True:
        with mapped(name_of(db)):
            rows = db.execute(
                "SELECT rowid, id, text FROM article WHERE rowid > ? ORDER BY rowid LIMIT ?", [last, TEXTS_AT_ONCE]
            ).fetchall()
        if not rows:
            return
        yield from ((id, text) for _, id, text in rows)
        last = rows[-1][0]


__all__ = [
    "clauses",
    "entities",
    "fact_from",
    "facts",
    "forget",
    "lineage",
    "meanings",
    "pins",
    "positions",
    "positions_in",
    "save",
    "save_copies",
    "save_issues",
    "save_meanings",
    "save_rewrites",
    "texts",
]  # fmt: skip
