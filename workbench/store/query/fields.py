"""What each query field means in each pane, as SQL.

The rule: a field that the rows of a pane have themselves is asked of them; one that other rows have is asked of those
that stand in the same words (`span_overlaps`); one of articles is asked of the article the row stands in (for a fact,
of any article that phrases it). An article has what anything in it has. The row is `t`; `{v}` stands for the list of
values, `{low}` and `{high}` for days.
"""

from __future__ import annotations

from workbench.model import Pane
from workbench.store.query.person_conditions import NAMES_OF_PEOPLE, PEOPLE
from workbench.store.query.span_overlaps import overlap_condition, overlap_conditions

TABLES: dict[Pane, str] = {
    "articles": "head",
    "quotes": "quote",
    "positions": "position",
    "facts": "fact",
    "notes": "note",
    "people": "person",
}
INDEXES: dict[Pane, str] = {
    "articles": "article_fts",
    "quotes": "quote_fts",
    "positions": "position_fts",
    "facts": "fact_fts",
    "notes": "note_fts",
    "people": "person_fts",
}
WEIGHTS: dict[Pane, tuple[float, ...]] = {
    "articles": (8, 1, 4, 2, 4),
    "quotes": (1, 3, 0.5),
    "positions": (1, 3, 4, 2, 4),
    "facts": (3, 1, 3),
    "notes": (1,),
    "people": (4, 2, 1),
}
"""Weights of the columns of each index, for bm25."""

IN_ARTICLES: dict[Pane, str] = {
    "articles": "t.id IN ({articles})",
    "quotes": "t.article_id IN ({articles})",
    "positions": "t.article_id IN ({articles})",
    "facts": "t.id IN (SELECT fact_id FROM phrasing WHERE article_id IN ({articles}))",
    "notes": "t.target IN (SELECT target FROM place WHERE article_id IN ({articles}))",
    "people": "t.id IN (SELECT n.person_id FROM alias a JOIN entity n ON n.id = a.entity_id"
    " WHERE a.article_id IN ({articles}) UNION ALL SELECT s.person_id FROM quote q JOIN speakers s ON s.quote_id = q.id"
    " WHERE q.article_id IN ({articles}) AND s.person_id IS NOT NULL)",
}
"""Rows that stand in some articles."""

WITH_MARK: dict[Pane, str] = {
    "articles": "t.id IN (SELECT article_id FROM place WHERE target IN ({targets}))",
    "quotes": "t.id IN ({targets})",
    "positions": "t.id IN ({targets})",
    "facts": "t.id IN ({targets})",
    "notes": "(t.id IN ({targets}) OR t.target IN ({targets}))",
    "people": "(t.id IN ({targets}) OR t.id IN (SELECT person_id FROM entity WHERE id IN ({targets})))",
}
"""Rows that carry some mark of the analyst's; an article carries those of everything in it."""

OLDER = "SELECT article_id FROM version WHERE NOT current"
"""Articles of which there is a newer version."""
_PEOPLE_NAMES = f"SELECT name FROM ({NAMES_OF_PEOPLE.format(people=PEOPLE)})"

_ARTICLE = {
    "outlet": "t.outlet IN {v}",
    "language": "t.language IN {v}",
    "unanalysed": "t.id IN (SELECT article_id FROM unanalysed WHERE language IN {v})",
    "agency": "t.agency IN {v}",
    "date": "t.published_on BETWEEN {low} AND {high}",
    "source": "instr(lower(t.source), lower({one})) > 0",
    "article": "t.id = {one}",
    "fact": "t.id IN (SELECT article_id FROM phrasing WHERE fact_id = {one})",
}
_QUOTE = {
    "speaker": "t.id IN (SELECT quote_id FROM speakers WHERE name IN {v} OR (name = '' AND kind IN {v}))",
    "person": f"t.id IN (SELECT quote_id FROM speakers WHERE person_id IN ({PEOPLE}))",
    "country": "t.id IN (SELECT quote_id FROM speakers WHERE country IN {v})",
    "from": "t.id IN (SELECT quote_id FROM speakers WHERE role_from IN {v} OR country_from IN {v})",
    "kind": "(t.kind IN {v} OR t.id IN (SELECT quote_id FROM speakers WHERE kind IN {v}))",
}


def _edited(field: str, found: str) -> str:
    """A value of a position: the analyst's if there is one, else what was found."""
    own = f"SELECT target FROM edit WHERE field = '{field}'"
    return f"(t.id IN ({own} AND json_extract(value, '$') IN {{v}}) OR ({found} AND t.id NOT IN ({own})))"


_STATUS = (
    "coalesce((SELECT json_extract(value, '$') FROM edit WHERE target = t.id AND field = 'status'), 'suggested') IN {v}"
)
_POSITION = {
    "speaker": "(t.speaker IN {v} OR t.attributed_by IN {v})",
    "person": f"(t.speaker IN ({_PEOPLE_NAMES}) OR t.attributed_by IN ({_PEOPLE_NAMES}))",
    "country": "t.holder IN {v}",
    "stance": _edited("stance", "t.stance IN {v}"),
    "issue": _edited("issue", "t.id IN (SELECT position_id FROM labels WHERE label IN {v})"),
    "attribution": "t.attribution IN {v}",
    "status": _STATUS,
}
_FACT = {
    "kind": "t.kind IN {v}",
    "fact": "t.id = {one}",
    "status": _STATUS,
    "differs": "EXISTS (SELECT 1 FROM json_each(t.differences) d WHERE json_extract(d.value, '$[0]') IN {v})",
}

_PERSON = {
    "person": f"t.id IN ({PEOPLE})",
    "country": "t.country IN {v}",
    "from": "(t.role_from IN {v} OR t.country_from IN {v})",
    "kind": "t.kind IN {v}",
}

_ROW_FIELDS: dict[Pane, dict[str, str]] = {
    "quotes": _QUOTE, "positions": _POSITION, "facts": _FACT, "notes": {}, "people": _PERSON,
}  # fmt: skip
"""Fields that the rows of a pane have themselves."""
FIELD_CONDITIONS: dict[Pane, dict[str, str]] = {
    "articles": _ARTICLE,
    **{pane: own | overlap_conditions(pane, _ROW_FIELDS) for pane, own in _ROW_FIELDS.items()},
}
"""What fields mean of the rows of a pane, but those of their articles."""


def _articles_of(table: str, condition: str) -> str:
    return f"SELECT t.article_id FROM {table} t WHERE {condition}"


ARTICLE_CONDITIONS: dict[str, str] = {
    **{field: f"SELECT t.id FROM head t WHERE {condition}" for field, condition in _ARTICLE.items()},
    "speaker": _articles_of("quote", _QUOTE["speaker"]),
    "person": f"SELECT a.article_id FROM entity n JOIN alias a ON a.entity_id = n.id WHERE n.person_id IN ({PEOPLE})"
    f" UNION ALL {_articles_of('quote', _QUOTE['person'])}",
    "from": _articles_of("quote", _QUOTE["from"]),
    "country": f"{_articles_of('quote', _QUOTE['country'])} UNION ALL {_articles_of('position', _POSITION['country'])}",
    "kind": f"{_articles_of('quote', _QUOTE['kind'])} UNION ALL "
    "SELECT p.article_id FROM fact t JOIN phrasing p ON p.fact_id = t.id WHERE t.kind IN {v}",
    "stance": _articles_of("position", _POSITION["stance"]),
    "issue": _articles_of("position", _POSITION["issue"]),
    "attribution": _articles_of("position", _POSITION["attribution"]),
    "differs": f"SELECT p.article_id FROM fact t JOIN phrasing p ON p.fact_id = t.id WHERE {_FACT['differs']}",
    "status": f"{_articles_of('position', _STATUS)} UNION ALL "
    f"SELECT p.article_id FROM fact t JOIN phrasing p ON p.fact_id = t.id WHERE {_STATUS}",
}
"""The articles for which a field holds."""

_HOLDING: dict[str, Pane] = {"quote": "quotes", "position": "positions", "fact": "facts"}
HAS_CONDITIONS: dict[Pane, dict[str, str]] = {
    "articles": {
        "quote": "t.id IN (SELECT article_id FROM quote)",
        "position": "t.id IN (SELECT article_id FROM position)",
        "fact": "t.id IN (SELECT article_id FROM phrasing)",
    },
    **{pane: {what: overlap_condition(pane, [kind]) for what, kind in _HOLDING.items()} for pane in _ROW_FIELDS},
}
"""What it means of a row to have a quote, position or fact: an article within it, other rows in the same words."""
MARK_TARGETS = {
    "tag": "SELECT target FROM tag WHERE name IN {v}",
    "note": "SELECT target FROM note WHERE rowid IN (SELECT rowid FROM note_fts WHERE note_fts MATCH {one})",
    "starred": "SELECT target FROM star",
    "edited": "SELECT target FROM edit",
    "superseded": OLDER,
    "has note": "SELECT target FROM note",
    "has tag": "SELECT target FROM tag",
}
"""What carries a mark."""

FIELD_VALUES: dict[str, str] = {
    "outlet": "SELECT DISTINCT outlet FROM head",
    "language": "SELECT DISTINCT language FROM head",
    "unanalysed": "SELECT DISTINCT language FROM unanalysed",
    "agency": "SELECT DISTINCT agency FROM head",
    "speaker": "SELECT DISTINCT name FROM speakers UNION SELECT DISTINCT speaker FROM position"
    " UNION SELECT DISTINCT attributed_by FROM position",
    "person": "SELECT name FROM person UNION ALL SELECT id FROM person UNION ALL SELECT aliases FROM person",
    "from": "SELECT column1 FROM (VALUES ('text'), ('case'), ('known'), ('presumed'))",
    "country": "SELECT DISTINCT country FROM speakers UNION SELECT DISTINCT holder FROM position"
    " UNION SELECT DISTINCT country FROM person",
    "kind": "SELECT DISTINCT kind FROM quote UNION SELECT DISTINCT kind FROM fact"
    " UNION SELECT DISTINCT kind FROM person UNION SELECT DISTINCT kind FROM speakers",
    "stance": "SELECT DISTINCT stance FROM position"
    " UNION SELECT json_extract(value, '$') FROM edit WHERE field = 'stance'",
    "issue": "SELECT label FROM labels UNION SELECT json_extract(value, '$') FROM edit WHERE field = 'issue'",
    "attribution": "SELECT DISTINCT attribution FROM position",
    "status": "SELECT 'suggested' UNION SELECT json_extract(value, '$') FROM edit WHERE field = 'status'",
    "tag": "SELECT DISTINCT name FROM tag",
    "differs": "SELECT DISTINCT json_extract(d.value, '$[0]') FROM fact, json_each(fact.differences) d",
}
"""Every value a field has in the case; of what holds lines, each line."""

BY_DATE: dict[Pane, tuple[str, ...]] = {
    "articles": ("t.published_on DESC", "t.outlet", "t.id"),
    "quotes": ("h.published_on DESC", "h.outlet", "h.id", "t.start", "t.id"),
    "positions": ("h.published_on DESC", "h.outlet", "h.id", "t.clause_start", "t.id"),
    "facts": (
        "(SELECT max(x.published_on) FROM phrasing p JOIN head x ON x.id = p.article_id WHERE p.fact_id = t.id) DESC",
        "(SELECT count(*) FROM phrasing p WHERE p.fact_id = t.id) DESC",
        "t.rowid",
    ),
    "notes": ("t.written_at DESC", "t.rowid DESC"),
    "people": ("t.quotes = 0", "t.kind <> 'person'", "t.quotes DESC", "t.name", "t.id"),
}
_LAST = "COLLATE NOCASE NULLS LAST"
ORDERS: dict[str, dict[Pane, tuple[str, ...]]] = {
    "title": {"articles": (f"nullif(t.title, '') {_LAST}",)},
    "outlet": {
        "articles": (f"nullif(t.outlet, '') {_LAST}",),
        "quotes": (f"nullif(h.outlet, '') {_LAST}",),
        "positions": (f"nullif(h.outlet, '') {_LAST}",),
        "facts": ("(SELECT min(x.outlet) FROM phrasing p JOIN head x ON x.id = p.article_id WHERE p.fact_id = t.id)",),
    },
    "speaker": {
        "quotes": (f"nullif(t.speaker_names, '') {_LAST}",),
        "positions": (f"t.holder_name {_LAST}",),
        "people": (f"t.name {_LAST}",),
    },
    "country": {
        "quotes": ("(SELECT s.country FROM speakers s WHERE s.quote_id = t.id AND s.country > '' ORDER BY s.place"
                   " LIMIT 1) NULLS LAST",),
        "people": (f"nullif(t.country, '') {_LAST}",),
    },
    "role": {"people": (f"nullif(t.role, '') {_LAST}",)},
    "quotes": {"people": ("t.quotes DESC",)},
    "confidence": {"quotes": ("t.confidence DESC",)},
    "text": {
        "quotes": (f"t.text {_LAST}",),
        "facts": (f"coalesce(nullif(t.edited, ''), t.gist) {_LAST}",),
        "notes": (f"t.body {_LAST}",),
    },
    "kind": {"quotes": ("t.kind",), "facts": ("t.kind",), "people": ("t.kind",)},
    "told": {"facts": ("(SELECT count(DISTINCT p.article_id) FROM phrasing p WHERE p.fact_id = t.id) DESC",)},
    "differs": {"facts": ("json_array_length(t.differences) DESC",)},
    "source": {
        "articles": ("t.source",), "quotes": ("h.source", "t.start"), "positions": ("h.source", "t.clause_start"),
    },
}  # fmt: skip
"""Orders besides relevance and date; where a pane has none of its own, it is by date. Empty values come last."""


def order_by(pane: Pane, order: str) -> str:
    """The terms of an ORDER BY; a minus before the order's name turns it round. The date decides between equals."""
    name, usual = order.removeprefix("-"), BY_DATE[pane]
    own = ORDERS.get(name, {}).get(pane, ())
    if order.startswith("-"):
        own, usual = (_reversed_terms(own), usual) if own else ((), _reversed_terms(usual))
    return ", ".join((*own, *usual))


def _reversed_terms(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_reversed_term, terms))


def _reversed_term(term: str) -> str:
    """Descending for ascending; what is empty stays last."""
    if term.endswith(" DESC"):
        return term.removesuffix(" DESC")
    expression, last, _ = term.partition(" NULLS LAST")
    return f"{expression} DESC{last}"


HEAD_JOINS: dict[Pane, str] = {
    "quotes": "JOIN quote t ON t.article_id = h.id",
    "positions": "JOIN position t ON t.article_id = h.id",
}
"""Panes that are ordered by what their articles have."""
