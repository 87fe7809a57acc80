"""The country of a speaker for whom the text gives none: an office holder's, or that of "the government"."""

from __future__ import annotations

from dataclasses import replace

from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.country_resolution import country_of_body
from workbench.analysis.text.token_spans import tokens_at
from workbench.model import NOWHERE, Speaker, said_by_text


def presumed_country(entities: ArticleEntities, speaker: Speaker) -> str:
    """The country that a speaker without one must be of, or ""."""
    if code := entities.presumed_countries.get(speaker.name, ""):
        return code
    if speaker.mention is None or any(p.name == speaker.name for p in entities.people):
        return ""
    mention = tokens_at(entities.doc, speaker.mention)
    return country_of_body(entities.doc, entities.countries, mention.root) if mention else ""


def with_country(entities: ArticleEntities, speaker: Speaker) -> Speaker:
    """The speaker with where role and country are known from, and a country presumed where none is said."""
    origin = speaker.known_from
    if origin == NOWHERE:
        origin = said_by_text(speaker.role, speaker.country)
    if speaker.country or not (code := presumed_country(entities, speaker)):
        return replace(speaker, known_from=origin)
    return replace(speaker, country=code, known_from=replace(origin, country="presumed"))
