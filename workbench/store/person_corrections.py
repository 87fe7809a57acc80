"""Who is who, as the analyst says: somebody named anew, two who are one, a name that is somebody else's.

What the machine found stays. An edit on the id of an entity says whom it is (`person`), an edit on the id of a person
what their role and country are; quotes whose speakers the analyst named one by one are put right along with them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from workbench.errors import NotFound, UsageError
from workbench.model import Entity, SpeakerKind, counted
from workbench.store.database import Database
from workbench.store.field_validation import (
    NO_TABLES,
    LookupTables,
    quoted,
    shortened,
    single_line,
    stored_speaker,
    validate,
)
from workbench.store.history import RowChange, apply_changes
from workbench.store.query.value_matching import UNNAMED
from workbench.store.serialization import json_array, to_json
from workbench.store.transactions import writes

PERSON_FIELDS = ("name", "role", "country", "kind", "alias")
"""What can be said of somebody."""
_FACTS = ("role", "country")
_IDS = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody as the case shows them now."""

    id: str
    name: str
    kind: SpeakerKind
    quotes: int


@writes
def correct_people(db: Database, ids: Sequence[str], values: Mapping[str, str], known: LookupTables = NO_TABLES) -> str:
    """Say of some people what their name, role, country or kind is, everywhere, or what else they are called (`alias`).

    People of one name and kind are one from then on; the kinds "anonymous" and "unknown" make nobody of them. What was
    done, and what is to be analysed again for it; "" if nothing was.
    """
    people = _people(db, ids)
    given = {field: _checked(field, value, known) for field, value in values.items()}
    renamed = [one for one in people if one.name != given.get("name")]
    return _say_everywhere(db, people, given, _label(renamed or people, given))


@writes
def merge_people(db: Database, ids: Sequence[str]) -> str:
    """Let some people be one: the one most quoted."""
    people = _people(db, ids)
    if len(people) < 2:
        raise UsageError("It takes two people to merge.", "Give the ids of both.")
    first, *others = people
    given = {"name": first.name, "kind": first.kind}
    return _say_everywhere(db, people, given, _label(others, {"name": first.name}))


@writes
def part_name(db: Database, id: str, name: str) -> str:
    """Let a name that leads to somebody be somebody else's: their quotes under it are the other one's."""
    (one,) = _people(db, [id])
    aliases = _aliases(db, id)
    if name not in aliases:
        raise UsageError(
            f"{quoted(name)} cannot be parted from {quoted(one.name)}.",
            f"These can: {', '.join(map(shortened, aliases))}." if aliases else "They have no other name.",
        )
    other = _bearer(db, one, name)
    changes = [_leads(other.id, other, name, apart=True), *_quotes_under(db, one, other)]
    return _apply(db, f"{quoted(name)} is somebody else than {shortened(one.name)}", changes)


@writes
def revert_people(db: Database, ids: Sequence[str], field: str) -> str:
    """Take away what the analyst said of some people: their role or country, or who they are."""
    if field in _FACTS:
        keys = [(id, field) for id in ids]
    else:
        sql = "SELECT target FROM edit WHERE field = 'person'"
        sql += f" AND (target IN {_IDS} OR json_extract(value, '$.id') IN {_IDS})"
        keys = [(target, "person") for (target,) in db.execute(sql, [json_array(ids)] * 2).fetchall()]
    what = field if field in _FACTS else "names"
    changes: list[RowChange] = [("edit", {"target": target, "field": each}, None) for target, each in keys]
    if field not in _FACTS:
        changes += _marks_back(db, [target for target, _ in keys])
    return _apply(db, f"{what} of {counted(len(ids), 'person')} as the machine has it", changes)


# What there is


def _people(db: Database, ids: Sequence[str]) -> list[_Known]:
    """The people of some ids, each once, the most quoted first."""
    rows = db.execute(f"SELECT id, name, kind, quotes FROM person WHERE id IN {_IDS}", [json_array(ids)]).fetchall()
    missing = set(ids) - {row[0] for row in rows}
    if missing or not rows:
        raise NotFound(f"Nobody has the id {shortened(min(missing, default=''))}.", "`workbench people` shows the ids.")
    return sorted((_Known(*row) for row in rows), key=lambda one: (one.kind != "person", -one.quotes, one.name))


def _leading(db: Database, one: _Known) -> dict[str, str]:
    """The ids of the entities that are somebody, with what each is called."""
    found = db.execute("SELECT id, name FROM entity WHERE person_id = ?", [one.id]).fetchall()
    said = "SELECT target, json_extract(value, '$.called') FROM edit WHERE field = 'person'"
    said += " AND json_extract(value, '$.id') = ?"
    return {one.id: one.name, **dict(db.execute(said, [one.id]).fetchall()), **dict(found)}


def _aliases(db: Database, id: str) -> list[str]:
    row = db.execute("SELECT aliases FROM person WHERE id = ?", [id]).fetchone()
    return [name for name in row[0].split("\n") if name] if row else []


def _bearer(db: Database, one: _Known, name: str) -> Entity:
    """Whose a name of somebody's is by itself."""
    kinds = db.execute("SELECT kind FROM entity WHERE person_id = ? AND name = ?", [one.id, name]).fetchone()
    return Entity(name, kinds[0] if kinds else one.kind)


# What changes


def _checked(field: str, value: str, known: LookupTables) -> str:
    if field not in PERSON_FIELDS:
        raise UsageError(
            f"The {shortened(field)} of a person cannot be edited.", f"These can: {', '.join(PERSON_FIELDS)}."
        )
    return single_line(field, value) if field in ("name", "alias") else str(validate(field, value, known))


def _say_everywhere(db: Database, people: Sequence[_Known], given: Mapping[str, str], label: str) -> str:
    """Put right all that lies on some people: the entities that they are, their role and country, their quotes."""
    kind = given.get("kind") or (people[0].kind if "name" in given else "")
    whos = {one.id: Entity(given.get("name", one.name), cast("SpeakerKind", kind or one.kind)) for one in people}
    changes: list[RowChange] = []
    if alias := given.get("alias"):
        who = whos[people[0].id]
        other = Entity(alias, who.kind)
        rows = db.execute("SELECT id, name, kind, quotes FROM person WHERE id = ?", [other.id]).fetchall()
        joining = [] if other.id in whos else [_Known(*row) for row in rows]
        people, whos = [*people, *joining], {**{one.id: who for one in joining}, **whos}
        if other.id != who.id and not joining:
            changes.append(_leads(other.id, who, alias))
    for one in people:
        who = whos[one.id]
        changes += [*_identity(db, one, who), *_facts(db, one, who, given), *_marks(db, one, who)]
    return _apply(db, label, [*changes, *_edited_quotes(db, whos, given)])


def _identity(db: Database, one: _Known, who: Entity) -> Iterator[RowChange]:
    """All that is somebody is `who` from now on."""
    if (_id_of(who), who.name) != (one.id, one.name):
        for target, called in _leading(db, one).items():
            yield _leads(target, who, called)


def _facts(db: Database, one: _Known, who: Entity, given: Mapping[str, str]) -> Iterator[RowChange]:
    """Role and country, as they are given or were said before."""
    id = _id_of(who) or one.id
    before, there = (dict(db.execute("SELECT field, value FROM edit WHERE target = ?", [x])) for x in (one.id, id))
    for field in _FACTS:
        if field in given:
            yield "edit", {"target": id, "field": field}, {"value": to_json(given[field])}
        elif id != one.id and field in before and field not in there:
            yield "edit", {"target": id, "field": field}, {"value": before[field]}
        if id != one.id and field in before:
            yield "edit", {"target": one.id, "field": field}, None


def _marks(db: Database, one: _Known, who: Entity) -> Iterator[RowChange]:
    """Tags, star and notes of somebody lie on whom they are from now on; who is nobody keeps them out of sight."""
    if (id := _id_of(who)) not in ("", one.id):
        yield from _moved_marks(db, one.id, id)


def _marks_back(db: Database, targets: Sequence[str]) -> Iterator[RowChange]:
    """Marks of somebody who is there only by a correction go back to the first of those whom it made them of."""
    sql = (
        f"SELECT json_extract(value, '$.id') AS id, min(target) FROM edit WHERE field = 'person' AND target IN {_IDS}"
        " AND id NOT IN (SELECT id FROM entity) GROUP BY 1"
    )
    for new, old in db.execute(sql, [json_array(targets)]).fetchall():
        yield from _moved_marks(db, new, old)


def _moved_marks(db: Database, old: str, new: str) -> Iterator[RowChange]:
    for (name,) in db.execute("SELECT name FROM tag WHERE target = ?", [old]).fetchall():
        yield "tag", {"target": old, "name": name}, None
        yield "tag", {"target": new, "name": name}, {}
    if db.execute("SELECT 1 FROM star WHERE target = ?", [old]).fetchone():
        yield "star", {"target": old}, None
        yield "star", {"target": new}, {}
    for (note,) in db.execute("SELECT id FROM note WHERE target = ?", [old]).fetchall():
        yield "note", {"id": note}, {"target": new}


def _id_of(who: Entity) -> str:
    return "" if who.kind in UNNAMED else who.id


def _leads(target: str, who: Entity, called: str, *, apart: bool = False) -> RowChange:
    """The entity that is called so is somebody; where it is that by itself, only to keep it `apart`."""
    itself = (target, called) == (who.id, who.name) and not apart
    name = "" if who.kind in UNNAMED else who.name
    value = {"id": _id_of(who), "name": name, "kind": who.kind, "called": called}
    return "edit", {"target": target, "field": "person"}, None if itself else {"value": to_json(value)}


def _edited_quotes(db: Database, whos: Mapping[str, Entity], given: Mapping[str, str]) -> Iterator[RowChange]:
    """Speakers that the analyst named quote by quote, put right along with the others; each stands there once."""
    facts = {field: given[field] for field in _FACTS if field in given}
    sql = (
        "SELECT DISTINCT e.target, e.value FROM speakers s JOIN edit e ON e.target = s.quote_id"
        f" WHERE e.field = 'speakers' AND s.person_id IN {_IDS}"
    )
    for target, value in db.execute(sql, [json_array(whos)]).fetchall():
        old: list[dict[str, str]] = json.loads(value)
        ids = [stored_speaker(speaker)["id"] for speaker in old]
        new = [_as(whos[id], speaker, facts) if id in whos else speaker for id, speaker in zip(ids, old, strict=True)]
        each = {(speaker["name"], speaker["kind"]): speaker for speaker in reversed(new)}
        yield "edit", {"target": target, "field": "speakers"}, {"value": to_json(list(each.values())[::-1])}


def _as(who: Entity, speaker: Mapping[str, str], facts: Mapping[str, str]) -> dict[str, str]:
    return stored_speaker({**speaker, "name": who.name if _id_of(who) else "", "kind": who.kind, **facts})


def _quotes_under(db: Database, one: _Known, other: Entity) -> Iterator[RowChange]:
    """The quotes of somebody whose text calls them by a name that is another's: the other one's."""
    sql = (
        "SELECT DISTINCT m.quote_id FROM speakers m JOIN speaker s ON s.quote_id = m.quote_id AND s.place = m.place"
        " WHERE m.person_id = ? AND m.mention = ? AND s.entity_id <> ?"
    )
    parted = stored_speaker({"name": other.name, "kind": other.kind, "role": "", "country": ""})
    for (quote,) in db.execute(sql, [one.id, other.name, other.id]).fetchall():
        rows = db.execute(
            "SELECT name, kind, role, country, person_id, mention FROM speakers WHERE quote_id = ? ORDER BY place",
            [quote],
        ).fetchall()
        new = [
            parted if (id, mention) == (one.id, other.name)
            else stored_speaker(dict(zip(("name", "kind", "role", "country"), row, strict=True)))
            for *row, id, mention in rows
        ]  # fmt: skip
        yield "edit", {"target": quote, "field": "speakers"}, {"value": to_json(new)}


# What it is called


def _label(people: Sequence[_Known], given: Mapping[str, str]) -> str:
    """What a correction does, in words."""
    quotes = sum(one.quotes for one in people)
    several = counted(len(people), "person")
    whose = several if len(people) > 3 else ", ".join(quoted(one.name) for one in people)
    name = shortened(given.get("name", people[0].name))
    more = [shortened(given[field]) for field in (*_FACTS, "kind") if given.get(field)]
    said: list[str] = []
    if "name" in given:
        bracket = f" ({', '.join(more)})" if more else ""
        said.append(f"{whose} {'is' if len(people) == 1 else 'are'} {name}{bracket}")
    else:
        changed = [field for field in (*_FACTS, "kind") if field in given]
        said += [f"{field} of {whose} is {shortened(given[field]) or 'empty'}" for field in changed]
    if "alias" in given:
        said.append(f"{quoted(given['alias'])} is another name of {name}")
    return "; ".join(said) + (f", in {counted(quotes, 'quote')}" if quotes else "")


def _apply(db: Database, label: str, changes: Iterable[RowChange]) -> str:
    """Make the changes; what was done, with how many articles wait for their analysis by that."""
    waiting = "SELECT count(*) FROM article WHERE analysed_by = ''"
    before = db.execute(waiting).fetchone()[0]
    if not apply_changes(db, label, list(changes)):
        return ""
    more = db.execute(waiting).fetchone()[0] - before
    verb = "is" if more == 1 else "are"
    return f"{label}; {counted(more, 'article')} {verb} to be analysed again for it" if more else label
