"""The country that a text takes for granted: of "President Moody" in a report from Kenya, of "the ministry".

Nothing is looked up, and the result is a presumption: a national office without a country belongs to the country whose
people, places and institutions stand around it, if no other holder of the same office is known to be of that country.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from workbench.analysis.entities import countries
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.people import Person
from workbench.analysis.text.lexicon import offices
from workbench.analysis.text.token_spans import tokens_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token


MIN_SHARE = 0.6
"""Of the mentions beside an office that must be of one country."""
DOMINANT_SHARE, MIN_MENTIONS = 0.75, 3
"""Share and number of an article's mentions that make it an article about one country."""
MONARCHS = frozenset("king queen emperor empress emir sultan monarch prince princess".split())
"""Offices of countries that have no president."""
_INSIDE = frozenset("in across throughout inside".split())


def presumed_countries(doc: Doc, people: Sequence[Person], found: Sequence[CountryMention]) -> Mapping[str, str]:
    """Name of a person in national office that the text gives no country -> the country it must be."""
    without = [p for p in people if not p.country and _offices_of(p.role)]
    if not without:
        return MappingProxyType({})
    by_token = _country_by_root(doc, found)
    short = len(list(doc.sents)) <= MIN_MENTIONS
    needed = 1 if short else 2
    named = Counter(m.code for m in found if not countries.is_bloc(m.code))
    out = {}
    for person in without:
        claimed = {p.country for p in people if p.country and _excludes(p.role, person.role)}
        sentences = {s.start: s for m in person.mentions if (s := _sentence(doc, m.start)) is not None}
        counted = _count_belonging(by_token, sentences.values())
        code = _majority({c: n for c, n in counted.items() if c not in claimed}, needed)
        if code and (short or named[code] >= MIN_SHARE * named.total()):
            out[person.name] = code
    return MappingProxyType(out)


def country_of_body(doc: Doc, found: Sequence[CountryMention], token: Token) -> str:
    """The country of "the government", "the ruling party", where the text is about one country; or ""."""
    lemma = token.lemma_.lower()
    if any(c.lower_ in offices()["world"] for c in token.children):
        return ""
    the = any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
    if lemma not in offices()["body"] | offices()["office"] or not the:
        return ""
    by_token = _country_by_root(doc, found)
    if len(list(doc.sents)) <= MIN_MENTIONS and (code := _majority(_count_belonging(by_token, [token.sent]))):
        return code
    named = Counter(c.code for c in found if not countries.is_bloc(c.code))
    code, count = next(iter(named.most_common(1)), ("", 0))
    return code if count >= MIN_MENTIONS and count >= DOMINANT_SHARE * named.total() else ""


def _offices_of(role: str) -> set[str]:
    words = re.findall(r"[a-z]+(?:-[a-z]+)*(?!['’\w])", role.lower())
    return {word for word in words if word in offices()["office"]}


def _excludes(role: str, other: str) -> bool:
    """Whether a country whose office one has cannot have another's: the same office, or a president beside a throne."""
    if _offices_of(role) & _offices_of(other):
        return True
    thrones = [set(re.findall(r"[a-z]+", one.lower())) & MONARCHS for one in (role, other)]
    presidents = ["president" in _offices_of(one) and "vice" not in one.lower() for one in (role, other)]
    return bool((thrones[0] and presidents[1]) or (thrones[1] and presidents[0]))


def _country_by_root(doc: Doc, found: Sequence[CountryMention]) -> dict[int, CountryMention]:
    out = {}
    for mention in found:
        span = tokens_at(doc, mention.span)
        if span is not None and not countries.is_bloc(mention.code):
            out[span.root.i] = mention
    return out


def _sentence(doc: Doc, at: int) -> Span | None:
    span = doc.char_span(at, at + 1, alignment_mode="expand")
    return span[0].sent if span else None


def _count_belonging(by_token: Mapping[int, CountryMention], sentences: Iterable[Span]) -> Counter[str]:
    """Countries whose people, places and things the sentences are about; not those one deals with."""
    counted: Counter[str] = Counter()
    for sentence in sentences:
        for token in sentence:
            mention = by_token.get(token.i)
            if mention is None:
                continue
            if token.is_upper and len(token) > MIN_MENTIONS:
                continue
            owner = token.dep_ in ("poss", "amod", "compound", "nmod", "nsubj")
            place = token.dep_ == "pobj" and token.head.lower_ in _INSIDE
            counted[mention.code] += owner or place
    return counted


def _majority(counted: Mapping[str, int], needed: int = 1) -> str:
    total = sum(counted.values())
    code, count = max(counted.items(), key=lambda item: item[1], default=("", 0))
    return code if count >= needed and count >= MIN_SHARE * total else ""
