"""The country of a speaker for whom the text gives none: by an institution, by whom they work for, by an office.

The text's own words go first, then what a reader knows ("the State Department", "a Hezbollah lawmaker"), then what the
text takes for granted of an office ("the government").
"""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.analysis.entities.affiliations import Affiliation, affiliation
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.country_resolution import country_of_body
from workbench.analysis.entities.people import Person
from workbench.analysis.text.token_spans import tokens_at
from workbench.model import NOWHERE, Span, Speaker, said_by_text

_WORKS_FOR = frozenset(
    """administration government cabinet campaign team staff aide adviser advisor ally envoy spokesman spokeswoman
    spokesperson official minister secretary deputy counsel appointee nominee loyalist representative negotiator
    diplomat transition statement office""".split()
)
"""Whoever or whatever of somebody has their country: "Mr. Ruiz's aides", "the Ruiz administration"."""
_LINKED = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(_WORKS_FOR))})s?\s(?:to|of|for|under)|around|close to|loyal to)\s(?:[\w.]+\s){{0,4}}\Z",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")


def presumed_country(entities: ArticleEntities, speaker: Speaker) -> str:
    """The country that a speaker without one must be of, or ""."""
    if code := entities.presumed_countries.get(speaker.name, ""):
        return code
    if speaker.mention is None or any(p.name == speaker.name for p in entities.people):
        return ""
    mention = tokens_at(entities.doc, speaker.mention)
    return country_of_body(entities.doc, entities.countries, mention.root) if mention else ""


def with_country(entities: ArticleEntities, speaker: Speaker) -> Speaker:
    """The speaker with where role and country are known from, and a country where the text says none."""
    origin = speaker.known_from
    if origin == NOWHERE:
        origin = said_by_text(speaker.role, speaker.country)
    if speaker.country or speaker.kind in ("country", "unknown"):
        return replace(speaker, known_from=origin)
    whose = _affiliation(entities, speaker)
    if whose is None:
        code = presumed_country(entities, speaker)
        whose = Affiliation(code, "presumed" if code else "")
    proof = origin.proof or (whose.proof if whose.origin == "known" else "")
    return replace(speaker, country=whose.country, known_from=replace(origin, country=whose.origin, proof=proof))


def _affiliation(entities: ArticleEntities, speaker: Speaker) -> Affiliation | None:
    """Whose somebody is by the words of their mention: an institution's, or that of whom they work for."""
    if principal := _principal(entities, speaker):
        return Affiliation(principal.country, principal.known_from.country, principal.known_from.proof)
    return None if speaker.kind == "person" else affiliation(speaker.name or speaker.mention_text)


def _principal(entities: ArticleEntities, speaker: Speaker) -> Person | None:
    """The person with a country for whom a mention says that somebody works: "Mr. Ruiz's aides", "an ally of Ruiz"."""
    if speaker.mention is None or " " not in speaker.mention_text:
        return None
    others = (p for p in entities.people if p.country and p.name != speaker.name)
    named = ((p, m) for p in others for m in p.mentions if speaker.mention.covers(m))
    return next((p for p, m in named if _works_for(speaker.mention_text, m, speaker.mention.start)), None)


def _works_for(text: str, principal: Span, start: int) -> bool:
    """Whether a text, which begins at `start` of the article, tells of somebody who works for the one named in it."""
    before, after = text[: principal.start - start], text[principal.end - start :].split(",")[0]
    if _LINKED.search(before):
        return True
    return any(w.removesuffix("s") in _WORKS_FOR for w in _WORD.findall(after.lower())[:4])
