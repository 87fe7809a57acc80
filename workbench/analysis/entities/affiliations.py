"""Whose somebody is, by the words that say what they are: "spokesman for the Atomic Energy Organization of Iran".

What names a country itself is for `appositions` to read; here are the institutions, places and parliaments that it is
known by.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.analysis.knowledge import bodies
from workbench.analysis.knowledge.bodies import Body
from workbench.analysis.knowledge.legislators import legislator_country, us_legislator
from workbench.analysis.knowledge.places import country_of_place, is_ambiguous
from workbench.analysis.text.lexicon import roles
from workbench.model import Origin

_SEAT = re.compile(r"[\s,(]*(?=[RDI]\.?[-–‑—])")
_SEAT_LENGTH = 24
_PLACE = re.compile(r"(?<![\w'’-])[A-Z][\w'’]*(?: (?:[A-Z][\w'’]*))*")
_NAME_GOES_ON = re.compile(r"[ -]([A-Z][\w-]*)")
_PLACING = re.compile(r"\b(?:of|in|from|at|near) (?:the )?\Z")
_PLACED = re.compile(
    r"(?:['’]s)?[ -](?:based|police|mayor|officials?|authorities|residents?|governor|council|city|court|fire|"
    r"prosecutors?|hospital|airport|lawyer|businessman|shop)"
)
_MAX_PLACE_WORDS = 3
_ABROAD = re.compile(
    r"\b(?:correspondents?|reporters?|bureau|envoys?|ambassadors?|consul|commanders?|refugees?|migrants?)\b", re.I
)
"""Where they are says nothing of whose they are."""
_LINK = re.compile(
    r"(?:(?:advisers?|advisors?|aides?|counsel|consultants?) )?\b(?:to|on|as|with|what|who|whom|which|against|about|"
    r"over|near|towards?|between|than|like|at|of|for|from|in|under|by)\b"
)
_OWN_LINKS = frozenset("at of for from in under by".split())
"""What joins somebody to their institution; behind another, a description tells of others: "an expert on Hezbollah"."""
_POSTED = re.compile(r"\s(?:accounts?|posts?|pages?|videos?|feeds?|messages?|users?)\b")
"""Behind the name of a firm, that of somebody who only writes there: "a Twitter account"."""


_JOINED = re.compile(r" (?:with|at|from) (?:the )?(?=[A-Z])")
_LONGEST_BODY = 90
_IN_OFFICE = re.compile(r"\b(?:minister|secretary|senator|representative|national security|chancellor)\b", re.I)
"""Whose an outlet's name beside them does not make somebody: "On CBS' show, Secretary of State Ana Ruiz"."""


class Affiliation(NamedTuple):
    """A country, and where it is known from; no country where the institution is none's."""

    country: str
    origin: Origin
    proof: str = ""


def is_american_seat(after: str) -> bool:
    """Whether what follows a name begins with a seat in the American Congress: ", R-Texas", "(D-Calif.)"."""
    seat = _SEAT.match(after)
    return seat is not None and us_legislator(after[seat.end() : seat.end() + _SEAT_LENGTH]) != ""


def affiliation(words: str) -> Affiliation | None:
    """Whose somebody is, by the first institution or place among the words for them; None where they tell none."""
    if member := legislator_country(words):
        return Affiliation(member, "text")
    if body := own_body(words):
        return Affiliation(body.country, "known" if body.country else "", body.name)
    place = None if _ABROAD.search(words) else _own_place(words)
    return Affiliation(place, "text") if place else None


def owner(words: str) -> Affiliation | None:
    """Whose somebody is before whose name words end in the name of an institution: "the Hudson Institute"."""
    found = bodies.find(words)
    last = found[-1] if found and found[-1].sure and found[-1].span.end == len(words) else None
    return Affiliation(last.body.country, "known", last.body.name) if last and last.body.country else None


def joined_body(after: str) -> Affiliation | None:
    """Whose somebody is whose name an institution follows: "at the Hudson Institute", "with Human Rights Watch"."""
    link = _JOINED.match(after)
    found = bodies.find(after[link.end() : link.end() + _LONGEST_BODY]) if link else ()
    first = next((m for m in found if m.sure and m.span.start == 0), None)
    return Affiliation(first.body.country, "known", first.body.name) if first and first.body.country else None


def own_body(words: str) -> Body | None:
    """The first institution that a description joins somebody to and that is no other country's as well."""
    found = [m for m in bodies.find(words) if m.sure and not _POSTED.match(words, m.span.end)]
    if _IN_OFFICE.search(words):
        found = [m for m in found if m.body.kind != "news_outlet"]
    return next((m.body for m in found if _is_own(words, m.span.start)), None)


def _is_own(words: str, at: int) -> bool:
    """Whether what is named at a place of a description is whose somebody is, not what they only deal with."""
    links = [m[0] for m in _LINK.finditer(words, 0, at)]
    return not links or links[-1] in _OWN_LINKS or " " in links[-1]


def _own_place(words: str) -> str:
    """The country of the first city, state or region that a description joins somebody to; else ""."""
    for run in _PLACE.finditer(words):
        names = run[0].split(" ")
        for first in range(len(names)):
            at = run.start() + sum(len(name) + 1 for name in names[:first])
            for past in range(min(len(names), first + _MAX_PLACE_WORDS), first, -1):
                name = re.sub(r"['’]s?\Z", "", " ".join(names[first:past]))
                country = country_of_place(name)
                if country and _is_own(words, at) and _is_place(words, at, at + len(name), is_ambiguous(name)):
                    return country
    return ""


def _is_place(words: str, start: int, end: int, ambiguous: bool) -> bool:
    """Whether a name is a place's, not a part of another name ("Cairo Institute") and, if it may be somebody's, with
    words around that make it a place: "mayor of Houston", "Sydney police".
    """
    following = _NAME_GOES_ON.match(words, end)
    if following and following[1].lower() not in roles():
        return False
    return not ambiguous or bool(_PLACING.search(words[:start]) or _PLACED.match(words, end))
