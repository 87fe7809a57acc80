"""The persons of one article: full name, role and country as its own words give them, and every mention by name.

Nothing is looked up: "French President Emmanuel Macron" makes a person of role "President" and country FRA, and later
mentions by last name are the same person. What the article does not say stays empty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.analysis.entities.appositions import role_and_country
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.name_coreference import group_mentions
from workbench.analysis.entities.name_parts import last_name
from workbench.analysis.entities.person_mentions import name_text, person_names, stands_alone
from workbench.analysis.knowledge.office_holders import analyst_words
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.model import NOWHERE, Entity, KnownFrom, Span, said_by_text

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Person:
    """One person of an article."""

    name: str
    mentions: tuple[Span, ...]
    role: str = ""
    country: str = ""
    known_from: KnownFrom = NOWHERE

    @property
    def last_name(self) -> str:
        """The family name, with its particles."""
        return last_name(self.name)


def find_people(
    doc: Doc, countries: Sequence[CountryMention], known: Mapping[str, Entity] = MappingProxyType({})
) -> tuple[Person, ...]:
    """The persons named in the article, in order of first mention.

    `known`: the person that a name of this article is in the whole case, where other articles say more.
    """
    country_at = _country_by_token(doc, countries)
    groups = group_mentions(
        [(name_text(tokens), tokens) for tokens in person_names(doc, country_at, known.keys() | analyst_words())]
    )
    groups = {name: mentions for name, mentions in groups.items() if not _joins_two(name, groups)}
    places: dict[str, list[int]] = defaultdict(list)
    for token in doc:
        places[token.text].append(token.i)
    found = []
    for name, mentions in groups.items():
        mentions = mentions + _missed_mentions(doc, name, groups, places)
        spans = sorted({token_span(m[0], m[-1]) for m in mentions})
        role, whose = role_and_country(doc, mentions, country_at)
        origin = replace(
            said_by_text(role, whose.country),
            country=whose.origin,
            proof=whose.proof if whose.origin == "known" else "",
        )
        found.append(Person(name, tuple(spans), role, whose.country, origin))
    found = _joined(_completed_by_case(p, known) for p in found)
    return tuple(sorted((_inherit_country(p, found) for p in found), key=lambda p: p.mentions[0]))


def _country_by_token(doc: Doc, countries: Sequence[CountryMention]) -> dict[int, CountryMention]:
    out = {}
    for mention in countries:
        span = tokens_at(doc, mention.span)
        out.update({token.i: mention for token in span or ()})
    return out


def _joins_two(name: str, names: Iterable[str]) -> bool:
    """Whether a name only joins those of two persons: "the Ruiz-Hale talks"."""
    parts = name.replace("–", "-").split("-")
    return " " not in name and len(parts) > 1 and all(any(p in n.split() for n in names) for p in parts)


def _missed_mentions(
    doc: Doc, name: str, groups: dict[str, list[list[Token]]], places: Mapping[str, Sequence[int]]
) -> list[list[Token]]:
    """Mentions by last name alone that the recogniser took for something else; `places`: where each word stands."""
    family = last_name(name).split()[-1]
    others = [n for n in groups if n != name and family in n.split()]
    if others or len(family) < 3:
        return []
    known = {t.i for mentions in groups.values() for m in mentions for t in m}
    tokens = (doc[i] for i in places.get(family, ()))
    return [[token] for token in tokens if token.i not in known and stands_alone(token)]


def _completed_by_case(person: Person, known: Mapping[str, Entity]) -> Person:
    """What this article says of a person, completed by what the case knows; what the analyst says goes over both."""
    entity = known.get(person.name)
    if entity is None:
        return person
    said = entity.known_from if entity.settled else NOWHERE
    own_role, own_country = (person.role and not said.role), (person.country and not said.country)
    origin = replace(
        person.known_from,
        role=person.known_from.role if own_role else "case" if entity.role else "",
        country=person.known_from.country if own_country else "case" if entity.country else "",
        name="text" if entity.name == person.name else "case",
    )
    role, country = person.role if own_role else entity.role, person.country if own_country else entity.country
    return Person(entity.name, person.mentions, role, country, origin)


def _joined(people: Iterable[Person]) -> list[Person]:
    """The persons, each name once: two of an article may be one in the case."""
    out: dict[str, Person] = {}
    for person in people:
        one = out.get(person.name, person)
        said_more = max(one, person, key=lambda p: bool(p.role) + bool(p.country))
        out[person.name] = replace(said_more, mentions=tuple(sorted({*one.mentions, *person.mentions})))
    return list(out.values())


def _inherit_country(person: Person, everybody: Iterable[Person]) -> Person:
    """A role of "Trump's special envoy" gives the envoy Trump's country."""
    if person.country or not person.role:
        return person
    for other in everybody:
        if other.country and re.match(rf"{re.escape(other.last_name)}['’]s\b", person.role):
            origin = replace(person.known_from, country=other.known_from.country)
            return replace(person, country=other.country, known_from=origin)
    return person
