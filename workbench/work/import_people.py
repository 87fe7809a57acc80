"""Whom a file says that people are: other names, two who are one, a name that is somebody else's.

An export shows how people are called in the end, so what has to be done is told from that: whoever here has one of the
names of somebody there becomes that one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.model.imported_marks import ImportedMark
from workbench.store import person_corrections
from workbench.store.database import Database
from workbench.store.field_validation import LookupTables
from workbench.store.query.value_matching import UNNAMED
from workbench.store.target_search import people_also_called, people_called

Done = tuple[list[str], str]
"""The ids of people here who are somebody else from then on, and what was done, in words."""


def settle_identity(db: Database, mark: ImportedMark, known: LookupTables) -> Iterator[Done]:
    """Let the people here who are somebody there be that one."""
    name, kind = str(mark.values.get("name", "")), str(mark.values.get("kind", "person"))
    if "name" not in mark.edits or not name or kind in UNNAMED:
        return
    stated = mark.values.get("aliases", ())
    aliases = [each for each in stated if isinstance(each, str) and each not in ("", name)]
    if not people_called(db, [name], kind):
        if parted := people_also_called(db, name, kind):
            yield [], person_corrections.part_name(db, parted[0], name)
        elif otherwise := people_called(db, [name]):
            yield otherwise[:1], person_corrections.correct_people(db, otherwise[:1], {"kind": kind}, known)
    if others := _others(db, name, kind, aliases):
        yield others, person_corrections.correct_people(db, others, {"name": name, "kind": kind}, known)
    here = people_called(db, [name], kind)
    for alias in aliases if here else ():
        if here[0] not in people_also_called(db, alias, kind) and not people_called(db, [alias], kind):
            yield [], person_corrections.correct_people(db, here[:1], {"alias": alias}, known)


def _others(db: Database, name: str, kind: str, aliases: Sequence[str]) -> list[str]:
    """The people who are called as somebody is there and not here; of two names that are one person's, that person."""
    here = people_called(db, [name], kind)[:1]
    new = [alias for alias in aliases if not here or here[0] not in people_also_called(db, alias, kind)]
    found = {id: alias for alias in new for id in people_called(db, [alias], kind) if id not in here}
    return [id for id, alias in found.items() if not {*people_also_called(db, alias, kind)} & {*found} - {id}]
