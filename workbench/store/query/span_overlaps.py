"""Rows of one pane by what stands in the same words: a fact by who is quoted in one of its phrasings, a quote by the
stance of the position in it, a note by what it is on.

Conditions are on a row `t`, as in `fields`, whose placeholders they keep.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.model import Pane
from workbench.store.query.person_conditions import PEOPLE

Conditions = Mapping[str, str]
"""Field -> what it means of a row."""
_QUOTE_END = "json_extract({row}.spans, '$[#-1][1]')"
_ROWS: dict[Pane, str] = {
    "quotes": f"SELECT x.id FROM {{places}} o JOIN quote x ON x.article_id = o.article AND x.start < o.stop"
    f" AND {_QUOTE_END.format(row='x')} > o.begin",
    "positions": "SELECT x.id FROM {places} o JOIN position x ON x.article_id = o.article AND x.clause_start < o.stop"
    " AND x.clause_end > o.begin",
    "facts": "SELECT x.fact_id FROM {places} o JOIN phrasing x ON x.article_id = o.article AND x.start < o.stop"
    " AND x.end > o.begin",
    "notes": "SELECT x.id FROM {places} o JOIN note x ON x.target = o.article AND x.start < o.stop AND x.end > o.begin",
    "people": f"SELECT s.person_id FROM {{places}} o JOIN quote x ON x.article_id = o.article AND x.start < o.stop"
    f" AND {_QUOTE_END.format(row='x')} > o.begin JOIN speakers s ON s.quote_id = x.id WHERE s.person_id IS NOT NULL",
}
"""The ids of a pane's rows that overlap places."""
_PLACES: dict[Pane, str] = {
    "quotes": f"SELECT t.article_id AS article, t.start AS begin, {_QUOTE_END.format(row='t')} AS stop FROM quote t",
    "positions": "SELECT t.article_id AS article, t.clause_start AS begin, t.clause_end AS stop FROM position t",
    "facts": "SELECT p.article_id AS article, p.start AS begin, p.end AS stop"
    " FROM fact t JOIN phrasing p ON p.fact_id = t.id",
}
"""Where the rows of a pane stand."""
_TABLES: dict[Pane, str] = {"quotes": "quote", "positions": "position", "facts": "fact"}
_NAMED = (
    "SELECT p.article_id AS article, p.start AS begin, p.end AS stop FROM phrasing p JOIN clause c"
    " ON c.article_id = p.article_id AND c.start = p.start AND c.end = p.end, json_each(c.features, '$[2]') n WHERE "
)
_CALLED = "a.article_id = p.article_id AND (a.name = n.value OR substr(a.name, -length(n.value) - 1) = ' ' || n.value)"
NAMED: Conditions = {
    "country": f"{_NAMED} n.value IN {{v}}",
    "speaker": f"{_NAMED} EXISTS (SELECT 1 FROM entity e JOIN alias a ON a.entity_id = e.id WHERE e.name IN {{v}}"
    f" AND {_CALLED})",
    "person": f"{_NAMED} EXISTS (SELECT 1 FROM entity e JOIN alias a ON a.entity_id = e.id"
    f" WHERE e.person_id IN ({PEOPLE}) AND {_CALLED})",
}
"""The phrasings that name a country, a speaker or a person."""


def overlap_conditions(pane: Pane, own: Mapping[Pane, Conditions]) -> dict[str, str]:
    """Field -> what it means of a pane's rows, for fields that rows of other panes have. `own`: what every field means
    of the rows that have it.
    """
    fields = {field for other in _TABLES for field in own[other]} - own[pane].keys()
    return {field: _overlapping(pane, field, own) for field in sorted(fields)}


def overlap_condition(pane: Pane, kinds: Iterable[Pane]) -> str:
    """The condition that a pane's row overlaps a row of some other panes."""
    places = " UNION ALL ".join(_PLACES[kind] for kind in kinds)
    return f"t.id IN ({_ROWS[pane].format(places=f'({places})')})"


def _overlapping(pane: Pane, field: str, own: Mapping[Pane, Conditions]) -> str:
    having = [other for other in _TABLES if field in own[other]]
    places = [f"{_PLACES[other]} WHERE {own[other][field]}" for other in having]
    if pane == "facts" and field in NAMED:
        places.append(NAMED[field])
    over = f"t.id IN ({_ROWS[pane].format(places='(' + ' UNION ALL '.join(places) + ')')})"
    if pane != "notes":
        return over
    on = " UNION ALL ".join(f"SELECT t.id FROM {_TABLES[other]} t WHERE {own[other][field]}" for other in having)
    inside = f"SELECT article FROM ({' UNION ALL '.join(places)})"
    return f"(t.target IN ({on}) OR (t.start IS NULL AND t.target IN ({inside})) OR {over})"
