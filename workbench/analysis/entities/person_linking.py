"""Persons of several articles under one name each.

A family name in one article is the person named in full in another when only one person of the case bears it; near
spellings ("Zelensky", "Zelenskyy") are one. The name that most articles give in full wins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from workbench.analysis.entities.name_parts import are_two_people, last_name
from workbench.model import Entity, Origin

SAID: frozenset[Origin] = frozenset(("text", "case"))
"""Where what articles and analysts say is known from; the rest every article looks up for itself."""
MIN_SPELLING_RATIO = 84
"""rapidfuzz ratio from which two family names of the same person are one name."""


def link_people(mentions: Sequence[Entity]) -> dict[str, Entity]:
    """Name, as any article has it -> the person it is in the whole case.

    `mentions`: the persons of each article, one entry for every article a person is in. A family name that several
    persons of the case bear is left out.
    """
    people = [e for e in mentions if e.kind == "person"]
    full = Counter(e.name for e in people if " " in e.name)
    countries: dict[str, set[str]] = defaultdict(set)
    for entity in people:
        countries[entity.name] |= {entity.country} - {""}
    owner: dict[str, str] = {}
    families: dict[str, list[str]] = defaultdict(list)
    for name in sorted(full, key=lambda n: (-full[n], n)):
        rivals = families[last_name(name)[:1].casefold()]
        owner[name] = next((n for n in rivals if _one_person(n, name, countries)), name)
        if owner[name] == name:
            rivals.append(name)
    for name in {n for e in people for n in (e.name, *e.aliases) if " " not in n}:
        fitting = [n for n in families[name[:1].casefold()] if _one_family(last_name(n).split()[-1], name)]
        if len(fitting) == 1:
            owner[name] = fitting[0]
    groups: dict[str, list[Entity]] = defaultdict(list)
    for entity in people:
        groups[owner.get(entity.name, entity.name)].append(entity)
    return {name: _merge(person, groups[person]) for name, person in owner.items() if groups[person]}


def with_corrections(linked: Mapping[str, Entity], corrected: Mapping[str, Entity]) -> dict[str, Entity]:
    """Who each name is as the case has it, and over that what the analyst says.

    `corrected`: name -> who it is, with role and country where the analyst gives them.
    """
    bearers = {name: corrected.get(person.name) for name, person in linked.items()}
    said = {name: one for name, one in bearers.items() if one} | dict(corrected)
    return {**linked, **{name: _completed(one, linked.get(one.name) or linked.get(name)) for name, one in said.items()}}


def _completed(said: Entity, found: Entity | None) -> Entity:
    """What the analyst says of somebody, with what the case has of the rest."""
    if found is None:
        return said
    return replace(said, role=said.role or found.role, country=said.country or found.country, aliases=found.aliases)


def is_outdated(people: Iterable[Entity], known: Mapping[str, Entity]) -> bool:
    """Whether an article's persons are less than what the case knows of them by now."""
    for entity in people:
        for name in (entity.name, *entity.aliases):
            now, origin = known.get(name), entity.known_from
            if now and (
                now.name != entity.name
                or (now.country and origin.country not in SAID)
                or (now.role and origin.role not in SAID)
            ):
                return True
    return False


def _one_family(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) > 4 and fuzz.ratio(a.casefold(), b.casefold()) >= MIN_SPELLING_RATIO)


def _one_person(a: str, b: str, countries: dict[str, set[str]]) -> bool:
    """Whether two full names are one person: family names alike, first names alike or an initial, no other country."""
    first_a, first_b = a.split()[0], b.split()[0]
    initial = min(len(first_a), len(first_b)) <= 2
    alike = first_a[0] == first_b[0] and (initial or fuzz.ratio(first_a, first_b) >= MIN_SPELLING_RATIO)
    apart = bool(countries[a] and countries[b] and not countries[a] & countries[b])
    return alike and not apart and not are_two_people(a, b) and _one_family(last_name(a), last_name(b))


def _merge(name: str, group: Sequence[Entity]) -> Entity:
    def frequent(values: list[str]) -> str:
        found = Counter(v for v in values if v)
        return min(found, key=lambda v: (-found[v], len(v), v)) if found else ""

    aliases = {e.name for e in group} | {a for e in group for a in e.aliases}
    role = frequent([e.role for e in group if e.known_from.role in SAID])
    country = frequent([e.country for e in group if e.known_from.country in SAID])
    return Entity(name, "person", role, country, tuple(sorted(aliases - {name})))
