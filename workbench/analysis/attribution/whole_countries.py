"""Which countries a mention is the name of: "Washington", "the North", "North and South Korea", "the kingdom"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from workbench.analysis.entities import countries
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.model import Span

COLLECTIVE = frozenset(("EUR", "COW", "ALLIES"))
"""Holders that are many: who speaks for them keeps the text's own words as name."""
_HALVES = {"North": "PRK", "South": "KOR", "Hermit Kingdom": "PRK"}
_BOTH_HALVES = re.compile(r"(?:Both )?(North|South)(?:,| and| or| nor) (?:North|South) Korea", re.I)
_COUNTRY_NOUNS = frozenset("country nation kingdom island republic emirate sultanate".split())
_THRONES = {
    "kingdom": frozenset("SAU GBR JOR BHR MAR NLD BEL ESP SWE NOR DNK THA BTN KHM LSO SWZ TON".split()),
    "emirate": frozenset("QAT KWT ARE".split()),
    "sultanate": frozenset("OMN BRN".split()),
}


def joint_countries(text: str) -> tuple[str, ...]:
    """The codes of two countries that share a noun: "North and South Korea"."""
    return next((codes for span, codes in find_joint_countries(text) if span == Span(0, len(text))), ())


def find_joint_countries(text: str) -> Iterator[tuple[Span, tuple[str, str]]]:
    """Where a text names two countries that share a noun, and the codes of them."""
    for found in _BOTH_HALVES.finditer(text):
        yield Span(*found.span()), ("PRK", "KOR") if found[1].lower() == "north" else ("KOR", "PRK")


def country_meant(entities: ArticleEntities, span: Span, bare: str) -> str:
    """The code of the country that a mention as a whole names, or comes back to, or "". `bare`: without determiner."""
    for found in entities.countries_in(span):
        if found.span.of(entities.text).strip(".") == bare.strip(".") and found.form not in ("seat", "part"):
            return "" if found.code in COLLECTIVE else found.code
    if (half := _HALVES.get(bare, "")) and any(c.code in ("PRK", "KOR") for c in entities.countries):
        return half
    noun = bare.lower()
    return next(_named_before(entities, span.start, noun), "") if noun in _COUNTRY_NOUNS else ""


def owning_country(entities: ArticleEntities, span: Span, text: str) -> str:
    """The country of "the country's foreign minister", or ""."""
    owner = re.match(r"(?:the |that |his |her |their )?(\w+)['’]s\b", text, re.I)
    return country_meant(entities, Span(span.start, span.start), owner[1]) if owner else ""


def _named_before(entities: ArticleEntities, at: int, noun: str) -> Iterator[str]:
    """The countries named before a place that a noun may mean, the last first."""
    end = bisect_left(entities.countries, at, key=lambda c: c.span.start)
    for mention in reversed(entities.countries[:end]):
        fits = mention.code in _THRONES.get(noun, {mention.code})
        if fits and not countries.is_bloc(mention.code):
            yield mention.code
