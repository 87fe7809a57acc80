"""At what level somebody speaks, by the words for what they are: for the government, the military, or neither.

The design decision: only who is in office now speaks for a state. Whoever was in office or is only to come into it,
fights it, stands against it, sits in its parliament or lives under it does not; and a part of a state is not the state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.analysis.entities import countries
from workbench.analysis.text.lexicon import armed_groups, offices, roles, state_names

RECENT = 2_048
"""Of so many texts is kept what they say: an article calls somebody the same time and again."""
POLITICAL = frozenset("minister ministry secretary department".split())
"""Of the defence, these are no soldiers."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[,;(]")
_CENTRAL_BANK = re.compile(r"\b(?:central|reserve|national|federal) bank\b", re.IGNORECASE)
_IN_EXILE = re.compile(r"\b(?:government|president|premier|minister|king|leader)s?[ -]in[ -]exile\b", re.IGNORECASE)
_TERM_OVER = re.compile(
    r"\b(?:from|between|in|during)\s(?:\w+\s)?\d{4}\s?(?:to|and|until|through|[-–])\s?(?:\w+\s)?\d{2,4}\b|"
    r"\b(?:until|till)\s(?:\w+\s)?\d{4}\b|\b\d{4}\s?[-–]\s?\d{2,4}\b|\bin the (?:19|20)\d0s\b"
)
"""Years that an office was held in: "president from 1995 to 2007"."""
_JOINED = re.compile(r"\b(?:then|ex|former)[-–]\s?(?:[\w-]+\s){1,4}$", re.IGNORECASE)
_STATE_OF = re.compile(
    r"\b(?:states?|provinces?|regions?|territor(?:y|ies)|cantons?|count(?:y|ies)|districts?|cit(?:y|ies)|towns?|republics?|"
    r"municipality|prefecture|oblast|emirate|island) of (?:[a-z]+ )?[A-Z]"
)
_OF_STATE = re.compile(
    r"\b(?:state|provincial) (?:government|governor|premier|legislature|lawmaker|senator|representative|assembly|"
    r"parliament|attorney|police|house|court)",
    re.IGNORECASE,
)
_DEALS_WITH = re.compile(r"\b(?:for|to|on|with|against|about|over|near)\s(?:the\s)?(?:[A-Z][\w-]+ (?:and|or) )*$")


class _Role(NamedTuple):
    word: str
    kind: str
    """As `roles` has it."""
    current: bool


@lru_cache(maxsize=RECENT)
def office_level(text: str) -> str:
    """government, military or non_government, by the nouns of a mention or a role; government when nothing says.

    The names of countries and blocs say nothing: the African Union is no union of workers.
    """
    found = list(_roles(_without_countries(text)))
    held = [r for r in found if r.current]
    if (found and not held) or _IN_EXILE.search(text) or any(_is_political(r) for r in held):
        return "non_government"
    if _groups().search(text):
        return "non_government"
    weak = {r.kind for r in held} == {"manager"} and not _names_seat(text)
    if weak or _TERM_OVER.search(text):
        return "non_government"
    military = any(r.kind == "military" for r in held)
    return "military" if military and POLITICAL.isdisjoint(r.word for r in held) else "government"


@lru_cache(maxsize=RECENT)
def is_past_office(text: str) -> bool:
    """Whether all that somebody is called they were, or are only to become: "the former president"."""
    found = list(_roles(_without_countries(text)))
    return bool(found) and not any(r.current for r in found)


def is_outsider(text: str) -> bool:
    """Whether they are none of those who act in politics: an expert, a witness, a firm."""
    return any(r.kind == "non_government" and r.current for r in _roles(_without_countries(text)))


def has_role(text: str) -> bool:
    """Whether any noun says what they are."""
    return any(True for _ in _roles(_without_countries(text)))


def ends_in_past_office(before: str) -> bool:
    """Whether words that lead up to a name end in a joined "ex-" or "then-" and an office: "its then-president"."""
    return _JOINED.search(before) is not None


def is_part_of_state(text: str) -> bool:
    """Whether they speak for a part of a state: "the Scottish government", "the Indian state of Kerala"."""
    for mention in countries.find(text):
        dealt_with = _DEALS_WITH.search(text[: mention.span.start])
        if mention.form == "part" and not dealt_with and not _is_people(mention.span.of(text)):
            return True
    plain = _without_countries(text)
    if _STATE_OF.search(plain) or _OF_STATE.search(plain):
        return True
    words = plain.lower().split()
    if any(word in offices()["part"] for word in words):
        return True
    return any(
        _named(plain, state) for state in state_names()["name"] if state not in ("Virginia", "Montana", "Georgia")
    )


def _is_people(name: str) -> bool:
    """Whether it names those who live there: "Bosnian Serbs" are of the country, though not its government."""
    return name.endswith("s") and bool(countries.find(name[:-1]))


def _named(text: str, state: str) -> bool:
    at = text.find(state)
    return at >= 0 and not _DEALS_WITH.search(text[:at])


def _is_political(role: _Role) -> bool:
    return role.kind in ("non_government", "political")


def _names_seat(text: str) -> bool:
    return any(m.form == "seat" for m in countries.find(text))


def _roles(text: str) -> Iterator[_Role]:
    """The nouns for what somebody is, in order, with whether they are it now."""
    uses = offices()
    past = False
    words = _WORD.findall(_CENTRAL_BANK.sub("", text).lower())
    for word, after in zip(words, [*words, ""][1:], strict=True):
        if word in ",;(" or word in uses["now"]:
            past = False
            continue
        prefix, _, rest = word.partition("-")
        if rest and (prefix in uses["past"] or prefix == "then"):
            past, word = True, rest
        elif word in uses["past"] or (word in ("late", "then") and after not in uses["time"]):
            past = True
            continue
        if word in uses["apart"] or (word in uses["apart_leader"] and after in ("leader", "leaders", "whip", "whips")):
            yield _Role(word, "political", True)
            continue
        if word in uses["official"] | uses["armed"]:
            yield _Role(word, "government" if word in uses["official"] else "military", not past)
            continue
        stem, _, suffix = word.rpartition("-")
        coming = suffix in uses["coming"] or after in uses["coming"]
        word = stem if stem and suffix in uses["coming"] else word
        lemma = _role_of(word)
        past = past and lemma not in uses["state"] and word not in uses["state"]
        if lemma and not (lemma == "veteran" and _role_of(after)):
            yield _Role(lemma, roles()[lemma], not past and not coming)


@cache
def _groups() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, armed_groups()))})(?!\w)")


def _role_of(word: str) -> str:
    """The role noun that a word is one or several of, or ""."""
    forms = [word, word.removesuffix("s"), word.removesuffix("es"), re.sub("ies$", "y", word)]
    forms += [re.sub("men$", "man", word), re.sub("women$", "woman", word), re.sub("people$", "person", word)]
    return next((form for form in forms if form in roles()), "")


def _without_countries(text: str) -> str:
    for mention in reversed([m for m in countries.find(text) if m.form in ("name", "bloc")]):
        text = text[: mention.span.start] + text[mention.span.end :]
    return text
