"""The entries of the side tree: what the rows that match have in common, counted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench.model import PANES
from workbench.nlp.language_identification import language_name
from workbench.store.database import Database
from workbench.store.matches import Matches
from workbench.store.query import parse
from workbench.store.query.compiler import ValueLookup, compile_query
from workbench.store.query.fields import TABLES
from workbench.store.search import NO_CODES
from workbench.store.transactions import reads
from workbench.views import Facet

AT_MOST = 50

_COUNTS: dict[str, str] = {
    "outlet": "SELECT t.outlet AS value FROM {articles}",
    "country": "SELECT DISTINCT s.quote_id, s.country AS value FROM {speakers}"
    " UNION ALL SELECT t.id, t.holder FROM {positions}",
    "speaker": "SELECT DISTINCT s.quote_id, CASE s.name WHEN '' THEN s.kind ELSE s.name END AS value"
    " FROM {speakers} WHERE s.name <> '' OR s.kind IN ('anonymous', 'unknown')",
    "tag": "SELECT g.name AS value FROM tag g WHERE {articles:g.target} OR {quotes:g.target} OR {positions:g.target}"
    " OR {facts:g.target} OR {notes:g.target} OR {people:g.target}",
    "from": "SELECT DISTINCT s.quote_id, s.country_from AS value FROM {speakers}",
    "kind": "SELECT t.kind AS value FROM {quotes}",
    "stance": "SELECT v.stance AS value FROM {positions} JOIN positions v ON v.id = t.id",
    "issue": "SELECT v.issue AS value FROM {positions} JOIN positions v ON v.id = t.id",
    "attribution": "SELECT t.attribution AS value FROM {positions}",
    "differs": "SELECT DISTINCT t.id, json_extract(d.value, '$[0]') AS value FROM {facts}, json_each(t.differences) d",
    "status": "SELECT v.status AS value FROM {positions} JOIN positions v ON v.id = t.id WHERE v.status <> 'suggested'"
    " UNION ALL SELECT v.status FROM {facts} JOIN facts v ON v.id = t.id WHERE v.status <> 'suggested'",
    "unanalysed": "SELECT u.language AS value FROM unanalysed u WHERE {articles:u.article_id}",
}
"""Field -> its value for every row that counts: of articles for outlets, of quotes for speakers, ..."""


class _Found:
    """The rows of a pane that match: `{pane}` is them as `t`, `{pane:t.column}` that the column is the id of one.

    They are looked for once and kept in a table of the connection.
    """

    def __init__(self, db: Database, matches: Matches) -> None:
        self._table = TABLES[matches.pane]
        self._found = f"temp.found_{self._table}" if matches.are_some else ""
        if self._found:
            db.execute(f"CREATE TABLE IF NOT EXISTS {self._found} (place INTEGER PRIMARY KEY)")
            db.execute(f"DELETE FROM {self._found}")
            db.execute(f"INSERT INTO {self._found} {matches.places}", matches.values)

    @property
    def narrowed(self) -> bool:
        """Whether rows are left out."""
        return bool(self._found)

    def __format__(self, column: str) -> str:
        if not column:
            found = f"{self._found} f CROSS JOIN " if self._found else ""
            return f"{found}{self._table} t{' ON t.rowid = f.place' if found else ''}"
        place = f"(SELECT x.rowid FROM {self._table} x WHERE x.id = {column})"
        return f"{place} IN (SELECT place FROM {self._found})" if self._found else "1"


@reads
def facets(db: Database, query_text: str = "", *, country_codes: Mapping[str, str] = NO_CODES) -> tuple[Facet, ...]:
    """For each field the most frequent values among what matches, most frequent first."""
    query, lookup = parse(query_text), ValueLookup(db, country_codes)
    found = {pane: _Found(db, Matches(db, pane, compile_query(query, pane, lookup))) for pane in PANES}
    quotes = found["quotes"]
    speakers = f"{quotes} JOIN speakers s ON s.quote_id = t.id" if quotes.narrowed else "speakers s"
    rows: dict[str, _Found | str] = {"speakers": speakers, **{str(pane): each for pane, each in found.items()}}
    names = _country_names(db)
    labels: dict[str, Callable[[str], str]] = {"country": lambda code: names.get(code, ""), "unanalysed": language_name}
    return tuple(
        Facet(field, value, count, labels.get(field, _no_label)(value))
        for field, sql in _COUNTS.items()
        for value, count in _counted(db, sql.format_map(rows))
    )


def _no_label(value: str) -> str:
    """Most values are shown as they are."""
    return ""


def _counted(db: Database, rows: str) -> list[tuple[str, int]]:
    sql = (
        f"SELECT value, count(*) AS count FROM ({rows}) WHERE value <> ''"
        f" GROUP BY value ORDER BY count DESC, value LIMIT {AT_MOST}"
    )
    return [(value, count) for value, count in db.execute(sql)]


def _country_names(db: Database) -> dict[str, str]:
    """A name for each code: as the texts have it most often."""
    rows = db.execute("SELECT holder, holder_name FROM position GROUP BY holder, holder_name ORDER BY count(*)")
    return dict(rows.fetchall())
