"""The people of a case as lists show them, and what the analyst says of them, for the analysis of articles to come."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from workbench.model import Entity, KnownFrom, Span, SpeakerKind
from workbench.store.database import Database
from workbench.store.query.fields import OLDER
from workbench.store.query.person_conditions import NAMES_OF_PEOPLE
from workbench.store.serialization import json_array
from workbench.store.transactions import reads
from workbench.views import Person

_GIVEN = "SELECT value FROM json_each(:ids)"
_IDS = f"({_GIVEN})"
_NAMES = NAMES_OF_PEOPLE.format(people=_GIVEN)
_QUOTES_IN_OLDER = (
    "SELECT s.person_id, count(*) FROM version v JOIN quote q ON q.article_id = v.article_id"
    f" JOIN speakers s ON s.quote_id = q.id WHERE NOT v.current AND s.person_id IN {_IDS} GROUP BY 1"
)
_POSITIONS = (
    "SELECT id, count(*) FROM (SELECT n.id, p.rowid FROM names n JOIN position p ON p.speaker = n.name{current}"
    " UNION SELECT n.id, p.rowid FROM names n JOIN position p ON p.attributed_by = n.name{current}) GROUP BY 1"
)
_PLACES = (
    "SELECT id, count(DISTINCT nullif(outlet, '')), min(nullif(day, '')), max(day)"
    " FROM (SELECT e.person_id AS id, n.outlet, n.day FROM entity e JOIN naming n ON n.entity_id = e.id"
    f" WHERE e.person_id IN {_IDS} UNION SELECT s.person_id, h.outlet, h.published_on FROM speakers s"
    " JOIN quote q ON q.id = s.quote_id JOIN head h ON h.id = q.article_id"
    f" WHERE s.person_id IN {_IDS} AND s.edited) GROUP BY 1"
)
"""Where somebody is named, or speaks as the analyst says."""


def read_people(db: Database, ids: Sequence[str]) -> dict[str, Person]:
    """People by id, with how often, where and since when the articles have them."""
    given = {"ids": json_array(ids)}
    older = db.execute("SELECT 1 FROM version WHERE NOT current LIMIT 1").fetchone()
    hidden = dict(db.execute(_QUOTES_IN_OLDER, given).fetchall()) if older else {}
    current = f" AND p.article_id NOT IN ({OLDER})" if older else ""
    positions = dict(db.execute(f"WITH names AS ({_NAMES}) {_POSITIONS.format(current=current)}", given).fetchall())
    places = {id: found for id, *found in db.execute(_PLACES, given)}
    rows = list(db.query(f"SELECT * FROM person WHERE id IN {_IDS}", given))
    return {
        row["id"]: _person_from(row, row["quotes"] - hidden.get(row["id"], 0), positions.get(row["id"], 0),
                                places.get(row["id"], (0, "", "")))
        for row in rows
    }  # fmt: skip


def _person_from(row: dict[str, Any], quotes: int, positions: int, places: Sequence[Any]) -> Person:
    outlets, first, last = places
    aliases = tuple(filter(None, row["aliases"].split("\n")))
    known_from = KnownFrom(row["role_from"], row["country_from"], row["proof"], row["name_from"])
    who = (row["name"], row["kind"], row["role"], row["country"], aliases, known_from)
    return Person(*who, quotes, positions, outlets, first or "", last or "")


@reads
def persons_by_name(db: Database) -> dict[str, Entity]:
    """Name, as the machine has it -> the person, with role and country as the case shows them."""
    rows = db.execute(
        "SELECT n.name, p.name, p.role, p.country FROM entity n JOIN person p ON p.id = n.person_id"
        " WHERE p.kind = 'person'"
    )
    return {called: Entity(name, "person", role, country) for called, name, role, country in rows}


@reads
def first_place(db: Database, id: str) -> tuple[str, Span | None]:
    """The article, and where in it, in which somebody first speaks; of who does not, is named; else nowhere."""
    order = "ORDER BY h.published_on = '', h.published_on, h.outlet, h.id"
    quote = db.execute(
        "SELECT q.article_id, q.spans FROM speakers s JOIN quote q ON q.id = s.quote_id"
        " JOIN head h ON h.id = q.article_id"
        f" WHERE s.person_id = ? AND q.article_id NOT IN ({OLDER}) {order}, q.start LIMIT 1", [id]
    ).fetchone()  # fmt: skip
    if quote:
        return quote[0], Span.around([Span(*each) for each in json.loads(quote[1])])
    named = db.execute(
        "SELECT a.article_id, a.name, instr(t.text, a.name) FROM entity n JOIN alias a ON a.entity_id = n.id"
        " JOIN head h ON h.id = a.article_id JOIN article t ON t.id = h.id WHERE n.person_id = ?"
        f" {order}, length(a.name) DESC LIMIT 1", [id]
    ).fetchone()  # fmt: skip
    if not named:
        return "", None
    article, name, place = named
    return article, Span(place - 1, place - 1 + len(name)) if place else None


@reads
def corrected_people(db: Database) -> dict[str, Entity]:
    """Name, as an article may have it -> who it is, as the analyst says: role and country are theirs, or empty."""
    facts: dict[str, dict[str, str]] = {}
    for target, field, value in db.execute("SELECT target, field, value FROM edit WHERE target GLOB 'E*'").fetchall():
        if field in ("role", "country"):
            facts.setdefault(target, {})[field] = json.loads(value)
    called = [
        (name, json.loads(value)) for name, value in
        db.execute("SELECT json_extract(value, '$.called'), value FROM edit WHERE field = 'person' ORDER BY target")
    ]  # fmt: skip
    rows = db.execute(f"SELECT id, name, kind FROM person WHERE id IN {_IDS}", {"ids": json_array(facts)}).fetchall()
    found = [(name, {"id": id, "name": name, "kind": kind}) for id, name, kind in rows]
    return {
        key: _settled(who, facts.get(who["id"], {}))
        for name, who in (*found, *called) if who["kind"] == "person"
        for key in (name, who["name"])
    }  # fmt: skip


def _settled(who: Mapping[str, str], facts: Mapping[str, str]) -> Entity:
    role, country = facts.get("role", ""), facts.get("country", "")
    origin = KnownFrom("case" if role else "", "case" if country else "")
    return Entity(who["name"], cast("SpeakerKind", who["kind"]), role, country, (), origin, settled=True)
