"""Who and what one article names: its persons, countries and pronouns, with the questions that later stages ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.analysis.entities import countries
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.country_evidence import find_evidence
from workbench.analysis.entities.country_resolution import presumed_countries
from workbench.analysis.entities.known_people import link_known_people
from workbench.analysis.entities.named_bodies import NamedBody, find_bodies
from workbench.analysis.entities.people import Person, find_people
from workbench.analysis.entities.pronouns import PronounResolver, resolve_pronouns
from workbench.analysis.entities.scene import Scene
from workbench.model import Entity, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class ArticleEntities:
    """Who appears in one article."""

    doc: Doc
    text: str
    """The document's, which it would put together anew each time."""
    people: tuple[Person, ...]
    countries: tuple[CountryMention, ...]
    pronouns: PronounResolver
    presumed_countries: Mapping[str, str]
    """Name of a person whose country is not said -> the country that it must be."""
    scene: Scene
    """Where the story is set."""
    bodies: tuple[NamedBody, ...]
    """Every place where a body is named, in text order."""

    def countries_in(self, span: Span) -> list[CountryMention]:
        """The countries mentioned within a span."""
        return [c for c in self.countries if span.covers(c.span)]

    def person_at(self, span: Span) -> Person | None:
        """The person one of whose mentions overlaps the span."""
        return next((p for p in self.people if any(m.overlaps(span) for m in p.mentions)), None)


def find_entities(doc: Doc, known: Mapping[str, Entity] = MappingProxyType({}), day: str = "") -> ArticleEntities:
    """Read the persons and countries of a parsed article; `known` as in `find_people`, `day`: its ISO date or ""."""
    text = doc.text
    found = tuple(countries.find(text))
    persons = link_known_people(text, find_people(doc, found, known), found, day)
    scene = Scene(text, find_evidence(doc, text, persons, found))
    bodies = find_bodies(doc, text, persons, found)
    presumed = presumed_countries(persons, scene)
    return ArticleEntities(doc, text, persons, found, resolve_pronouns(doc, text, persons), presumed, scene, bodies)
