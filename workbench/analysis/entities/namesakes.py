"""Persons and towns that bear the name of a country or capital: "Jim Jordan", "Pablo Paris", "Cairo, Illinois".

The design decision: a full name, or a town with its state, tells of a namesake; every further bare mention is judged by
itself from its own sentence, for one article may hold both. Whoever is in doubt is nobody's government.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from workbench.analysis.entities.country_disambiguation import (
    DATES,
    NAME_AFTER,
    NO_NAMES,
    OFFICES,
    SURNAMES,
    EntryContext,
    in_headline,
    word_set,
)
from workbench.analysis.text.lexicon import given_names, roles, state_names
from workbench.model import Span

_GIVEN = frozenset({"Jordan", "Chad", "Georgia", "Israel", "Finn", "Dane", "Brit", "Scot"})
_TITLES = word_set(
    "Mr Mrs Ms Miss Dr Rep Sen Gov Sgt Lt Capt Prof Sir Dame Lord Lady Mr. Mrs. Ms. Dr. Rep. Sen. Gov. Sgt. Lt. Capt. "
    "Prof. Judge Justice Detective Sergeant Senator Congressman Congresswoman Representative"
)
_BEFORE = re.compile(r"(?:^|[^\w’'-])(?:(?P<role>[A-Za-z]+),?[^\S\n])?(?P<word>[A-Z]\.|[A-ZÀ-Ý][\w’'-]*\.?)[^\S\n]$")
_AGED = re.compile(r",\s\d\d,")
_OWN_WORDS = re.compile(r"\s*(?:[’'ʼ]s?\b|[,.;:!?)]|(?:said|says|told|added|wrote|called|asked|was|is|has)\b)")

_CITY_STATE = re.compile(r",\s+(?:New York|Georgia|Washington|Quebec)(?: [Ss]tate)?\b(?!,?\s+(?:and|or)\b|,\s+[A-Z])")
"""States that are as well a city or country, which may go on a list: "Rome, New York and Tokyo"."""
_TOWN_OF = re.compile(r"\b(?:[Tt]owns?|[Cc]ity|[Vv]illage|[Mm]ayor|[Bb]orough|[Hh]amlet|[Tt]ownship|[Ss]uburb) of\s$")

_PLACE = re.compile(
    r"(?:^|\W)(?:in|into|from|across|inside|outside|throughout|neighbou?ring|between)\s$", re.IGNORECASE
)
_REIGN = re.compile(
    r"\b(?:king|queen|kingdom|republic|state|government|people|army|capital|president|parliament|borders?|north|south|"
    r"east|west|ambassador) (?:[A-Z][\w-]+ ){0,2}of\s$",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"[’'ʼ]s?\s(?:[\w-]+\s){0,2}?(?:government|parliament|king|queen|crown|president|presidency|prime|premier|foreign|"
    r"army|military|air force|navy|troops|soldiers|forces|ambassador|envoy|embassy|borders?|capital|econom\w+|ministry|"
    r"ministers?|cabinet|people|population|constitution|territory|airspace|waters|coast|rulers?|regime|monarch\w*|"
    r"senate|supreme|diplomats?|diplomacy|independence|sovereignty|neighbou?rs?|allies|citizens|refugees)\b",
    re.IGNORECASE,
)
_STATELY = re.compile(
    r"\s(?:(?:has|have|had|will|would)\s(?:not\s)?)?(?:(?:recall|ratif[iy]|deploy|expel|annex|sever|abstain|host|"
    r"export|import)\w*|joined the (?:war|coalition|pact|bloc|alliance|union)|declared war|"
    r"(?:closed|reopened) (?:the|its) border)"
)
_HIS = re.compile(r"\b(?:he|she|his|her|him|hers|himself|herself)\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its|itself)\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?][”\"’)]*\s|\n")
_LISTED = re.compile(r"(?:,\s|\s?(?:,\s)?(?:and|or|&|with)\s|\s?[-–—/]\s?)(?:the\s)?")


class Namesake(NamedTuple):
    """Where an article first tells of somebody, or of a town, with the name of a country or capital."""

    start: int
    kind: str
    """family, given or town."""


class BareMention(NamedTuple):
    """A mention of a country or capital by one word."""

    span: Span
    code: str


def namesake_kind(context: EntryContext) -> str:
    """family, given or town when the entry is part of the name of a person or town; else ""."""
    if _is_town(context):
        return "town"
    if in_headline(context):
        return ""
    if _is_family_name(context):
        return "family"
    after = NAME_AFTER.match(context.after)
    if context.surface in _GIVEN and after is not None and after["word"] not in OFFICES | DATES:
        return "given"
    return ""


def is_country_after_all(text: str, mention: BareMention, first: Namesake, others: Sequence[BareMention]) -> bool:
    """Whether a bare mention in an article with a namesake is the country after all."""
    start, end = mention.span.start, mention.span.end
    sentence = _sentence(text, mention.span)
    alike = [m for m in others if m.code == mention.code and m.span.of(text) != mention.span.of(text)]
    if first.kind == "town":
        return bool(alike)
    after = text[end : sentence.end]
    personal = _HIS.search(after) is not None
    if first.kind == "given":
        return not personal
    before = text[max(0, start - 60) : start]
    in_body = "\n" in text[:start].lstrip() or "\n" not in text.strip()
    if start < first.start and in_body and not personal:
        return True
    if _PLACE.search(before) or _REIGN.search(before) or _OWNS.match(after) or _STATELY.match(after):
        return True
    if _is_listed_with_country(text, mention, others) or any(sentence.covers(m.span) for m in alike):
        return True
    return _ITS.search(after) is not None and not personal


def _is_family_name(context: EntryContext) -> bool:
    if context.form not in ("name", "capital", "demonym", "part") or " " in context.surface:
        return False
    before = _BEFORE.search(context.before)
    if before is None or (context.previous and context.previous.end >= context.start - 1):
        return False
    word, role = before["word"], (before["role"] or "").lower()
    if context.form == "demonym":
        plainly = word in given_names() and _OWN_WORDS.match(context.after) is not None
        return plainly or (context.surface in SURNAMES and word not in NO_NAMES)
    if word in given_names() or word in _TITLES or re.fullmatch(r"[A-Z]\.", word):
        return not _led_by_place(context)
    if word in NO_NAMES | OFFICES or word.lower() in roles():
        return False
    return context.surface in SURNAMES or role in roles() or _AGED.match(context.after) is not None


def _led_by_place(context: EntryContext) -> bool:
    """Whether an initial ends what stands before: "Washington, D.C. Paris"."""
    return re.search(r"\b[A-Z]\.[A-Z]\.\s$", context.before) is not None


def _is_town(context: EntryContext) -> bool:
    if context.form not in ("name", "capital"):
        return False
    if context.form == "name" and _TOWN_OF.search(context.before) and " " not in context.surface:
        return True
    named, within = _states()
    if named.match(context.after) or (_TOWN_OF.search(context.before) and within.match(context.after)):
        return True
    return context.form == "capital" and context.code not in ("GEO", "USA") and bool(_CITY_STATE.match(context.after))


@cache
def _states() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ ", Illinois", " (Ill.)", ", IL" after a name, and " in Illinois"."""
    names, short, postal = (
        "|".join(re.escape(n).replace(r"\ ", r"\s?" if form == "short" else r"\s") for n in state_names()[form])
        for form in ("name", "short", "postal")
    )
    named = rf"(?:,\s+(?:in\s+)?|\s\()(?:(?:{names})\b|{short}|(?:{postal})\b(?!\.\w))"
    return re.compile(named), re.compile(rf"\sin\s+(?:{names}|Georgia|Washington state|New York state)\b")


def _sentence(text: str, span: Span) -> Span:
    before = [m.end() for m in _ENDS.finditer(text, max(0, span.start - 400), span.start)]
    after = _ENDS.search(text, span.end)
    return Span(before[-1] if before else max(0, span.start - 400), after.start() if after else len(text))


def _is_listed_with_country(text: str, mention: BareMention, others: Sequence[BareMention]) -> bool:
    """Whether it is listed with another country: "Egypt and Jordan"."""
    for other in others:
        if other.code == mention.code:
            continue
        first, second = sorted((other.span, mention.span))
        if second.start - first.end < 12 and _LISTED.fullmatch(text, first.end, second.start):
            return True
    return False
