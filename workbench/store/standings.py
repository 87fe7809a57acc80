"""What the matrix takes of positions: of all that match, and of each only what a cell is made of."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.model import OTHERS, OWN_ATTRIBUTIONS
from workbench.store.database import Database
from workbench.store.matches import Matches
from workbench.store.query import parse
from workbench.store.query.compiler import ValueLookup, compile_query
from workbench.store.search import NO_CODES
from workbench.store.transactions import reads
from workbench.views import Standing

_SELECT = """SELECT id, article_id, outlet, published_on, issue, topic, holder, holder_name, stance, level, attribution,
    confidence, status, clause_start, clause_end FROM positions"""
_EDITED = "SELECT target FROM edit UNION SELECT json_extract(value, '$.id') FROM edit WHERE field = 'person'"


@reads
def load_standings(
    db: Database, query_text: str = "", *, country_codes: Mapping[str, str] = NO_CODES
) -> list[Standing]:
    """The positions that match, as the analyst corrected them; rejected ones only where the query asks for a status."""
    matches = Matches(db, "positions", compile_query(parse(query_text), "positions", ValueLookup(db, country_codes)))
    found = f"id IN (SELECT id FROM position WHERE rowid IN ({matches.places}))"
    conditions = [found] if matches.are_some else []
    conditions += [] if "status:" in query_text else ["status <> 'rejected'"]
    edited = {target for (target,) in db.execute(_EDITED)}
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return [
        Standing(
            id, article_id, outlet or article_id, day or "", issue or topic,
            holder + OTHERS if level == "non_government" else holder, holder_name, stance, level,
            attribution in OWN_ATTRIBUTIONS, 1.0 if status == "confirmed" or id in edited else confidence, (start, end),
        )
        for id, article_id, outlet, day, issue, topic, holder, holder_name, stance, level, attribution, confidence,
            status, start, end in db.execute(_SELECT + where, matches.values)
    ]  # fmt: skip
