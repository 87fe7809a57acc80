"""Persons of several articles under one name each.

A family name in one article is the person named in full in another when only one person of the case bears it; near
spellings ("Zelensky", "Zelenskyy") are one. The name that most articles give in full wins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from workbench.analysis.entities.name_parts import family_name_forms, given_part, is_misspelt, is_one_name, last_name
from workbench.analysis.knowledge.names import words_of
from workbench.analysis.text.lexicon import given_names
from workbench.model import Entity, Origin

SAID: frozenset[Origin] = frozenset(("text", "case"))
"""Where what articles and analysts say is known from; the rest every article looks up for itself."""


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
    alone = Counter(a for e in people for a in (e.name, *e.aliases) if " " not in a)
    for name in sorted(full, key=lambda n: (-full[n], -alone[last_name(n)], n)):
        letters = {word[:1] for word in words_of(name)}
        rivals = [n for letter in sorted(letters) for n in families[letter]]
        owner[name] = next((n for n in rivals if _one_person(n, name, countries)), name)
        if owner[name] == name:
            for letter in letters:
                families[letter].append(name)
    for name in {n for e in people for n in (e.name, *e.aliases) if " " not in n}:
        bearers = families["".join(words_of(name))[:1]]
        fitting = [n for n in bearers if _is_family_of(name, n)]
        if chosen := _bearer(fitting, [e for e in people if e.name == name], people):
            owner[name] = chosen
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


def is_outdated(
    people: Iterable[Entity], known: Mapping[str, Entity], before: Mapping[str, Entity] = MappingProxyType({})
) -> bool:
    """Whether an article's persons are less than what the case knows of them by now, and knew not `before`, when the
    article was read.
    """
    for entity in people:
        for name in (entity.name, *entity.aliases):
            now, origin = known.get(name), entity.known_from
            if (
                now
                and _told(now) != _told(before.get(name))
                and (
                    now.name != entity.name
                    or (now.country and origin.country not in SAID)
                    or (now.role and origin.role not in SAID)
                )
            ):
                return True
    return False


def _told(person: Entity | None) -> tuple[str, ...]:
    """What an article is told of a person."""
    return (person.name, person.role, person.country) if person else ()


def _is_family_of(word: str, name: str) -> bool:
    """Whether a word is the family name of a full name, or near it."""
    family = last_name(name).split()[-1]
    near = word not in given_names() and is_misspelt(word, family)
    return near or word.casefold() in family_name_forms(name)


def _one_person(a: str, b: str, countries: dict[str, set[str]]) -> bool:
    """Whether two full names are one person: spellings of one name, or one with an initial; of no two countries."""
    apart = bool(countries[a] and countries[b] and not countries[a] & countries[b])
    return not apart and (is_one_name(a, b) or _is_initial_of(a, b) or _is_initial_of(b, a))


def _is_initial_of(short: str, name: str) -> bool:
    """Whether the first is the second with no more than the first letter of its given name: "A. Ruiz"."""
    given = given_part(short)
    same = last_name(short).casefold() == last_name(name).casefold()
    return (
        same
        and len(given) == 1
        and len(given[0]) == 1
        and given_part(name)[:1] != ()
        and (given_part(name)[0][0] == given[0])
    )


def _bearer(fitting: Sequence[str], bare: Sequence[Entity], people: Sequence[Entity]) -> str:
    """Whose family name it is: the only bearer's; of several, his whose role and country the bare name has; else ""."""
    if len(fitting) < 2 or not bare:
        return fitting[0] if len(fitting) == 1 else ""
    alike = [n for n in fitting if all(any(_agree(b, e) for e in people if e.name == n) for b in bare)]
    return alike[0] if len(alike) == 1 else ""


def _agree(bare: Entity, full: Entity) -> bool:
    """Whether an article says the same office of a family name as another of a full name."""
    roles = [frozenset(e.role.casefold().split()) for e in (bare, full)]
    return bool(roles[0] & roles[1]) and (not bare.country or not full.country or bare.country == full.country)


def _merge(name: str, group: Sequence[Entity]) -> Entity:
    def frequent(values: list[str]) -> str:
        found = Counter(v for v in values if v)
        return min(found, key=lambda v: (-found[v], len(v), v)) if found else ""

    aliases = {e.name for e in group} | {a for e in group for a in e.aliases}
    role = frequent([e.role for e in group if e.known_from.role in SAID])
    country = frequent([e.country for e in group if e.known_from.country in SAID])
    return Entity(name, "person", role, country, tuple(sorted(aliases - {name})))
