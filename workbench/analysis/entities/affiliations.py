"""Whose somebody is, by the words that say what they are: "spokesman for the Atomic Energy Organization of Iran".

What names a country itself is for `appositions` to read; here are the institutions, seats and parties that a country is
known by.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from workbench.analysis.knowledge import bodies
from workbench.analysis.knowledge.bodies import Body
from workbench.analysis.text.lexicon import state_names
from workbench.model import Origin

_SEAT = re.compile(r"[\s,(]*(?:R|D|I|Rep|Dem|Ind)\.?\s?[-–‑—]\s?[A-Z][A-Za-z]")
"""What stands behind the name of a member of the American Congress: ", R-Texas", "(D-Calif.)"."""
_EUROPEAN_MEMBER = re.compile(r"\bMEPs?\b")
_LINK = re.compile(
    r"(?:(?:advisers?|advisors?|aides?|counsel|consultants?) )?\b(?:to|on|with|who|whom|which|against|about|over|near|"
    r"towards?|between|than|like|at|of|for|from|in|under|by)\b"
)
_OWN_LINKS = frozenset("at of for from in under by".split())
"""What joins somebody to their institution; behind another, a description tells of others: "an expert on Hezbollah"."""
_POSTED = re.compile(r"\s(?:accounts?|posts?|pages?|videos?|feeds?|messages?|users?)\b")
"""Behind the name of a firm, that of somebody who only writes there: "a Twitter account"."""
_LAST_STATE = "Wyoming"
"""Behind it, the list of states goes on with those of other countries."""


class Affiliation(NamedTuple):
    """A country, and where it is known from; no country where the institution is none's."""

    country: str
    origin: Origin
    proof: str = ""


def is_american_seat(after: str) -> bool:
    """Whether what follows a name begins with a seat in the American Congress."""
    return _SEAT.match(after) is not None


def affiliation(words: str) -> Affiliation | None:
    """Whose somebody is, by the first institution or state among the words for them; None where they tell none."""
    if _EUROPEAN_MEMBER.search(words):
        return Affiliation("EU", "text")
    if body := own_body(words):
        return Affiliation(body.country, "known" if body.country else "", body.name)
    state = next((m for m in american_states().finditer(words) if _is_own(words, m.start())), None)
    return Affiliation("USA", "text", state[0]) if state else None


def owner(words: str) -> Affiliation | None:
    """Whose somebody is before whose name words end in the name of an institution: "the Hudson Institute"."""
    found = bodies.find(words)
    last = found[-1] if found and found[-1].sure and found[-1].span.end == len(words) else None
    return Affiliation(last.body.country, "known", last.body.name) if last and last.body.country else None


def own_body(words: str) -> Body | None:
    """The first institution that a description joins somebody to and that is no other country's as well."""
    found = (m for m in bodies.find(words) if m.sure and not _POSTED.match(words, m.span.end))
    return next((m.body for m in found if _is_own(words, m.span.start)), None)


def _is_own(words: str, at: int) -> bool:
    """Whether what is named at a place of a description is whose somebody is, not what they only deal with."""
    links = [m[0] for m in _LINK.finditer(words, 0, at)]
    return not links or links[-1] in _OWN_LINKS or " " in links[-1]


@cache
def american_states() -> re.Pattern[str]:
    """The name of any American state that is not as well a country or a capital."""
    names = state_names()["name"]
    american = names[: names.index(_LAST_STATE) + 1]
    return re.compile(rf"\b(?:{'|'.join(sorted(american, key=len, reverse=True))})\b")
