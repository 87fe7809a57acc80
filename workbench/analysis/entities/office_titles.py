"""Whether what a text calls somebody is an office that a table says they held: "Sen." is a senator, "PM" a premier."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.analysis.knowledge.office_holders import Term

_WORD = re.compile(r"[^\W\d_]+")
_SAME = {
    "premier": "prime minister", "pm": "prime minister", "taoiseach": "prime minister", "sen": "senator",
    "rep": "representative", "congressman": "representative", "congresswoman": "representative", "gov": "governor",
    "defence": "defense", "amb": "ambassador", "envoy": "ambassador", "gen": "general", "chairwoman": "chairman",
    "chairperson": "chairman", "chair": "chairman", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "advisor": "adviser", "sec": "secretary", "external": "foreign", "treasury": "finance", "home": "interior",
    "internal": "interior", "exchequer": "finance", "affairs": "", "head": "chief", "director": "chief",
    "administrator": "chief", "boss": "chief", "empress": "emperor",
}  # fmt: skip
_HEADS = frozenset(
    "president minister secretary senator representative governor mayor chancellor king queen emir prince sultan "
    "emperor pope ambassador chief chairman commissioner adviser spokesman leader speaker judge justice general "
    "attorney prosecutor counsel treasurer lawmaker legislator comptroller admiral commander".split()
)
_RULERS = frozenset("leader ruler dictator strongman monarch".split())
_LAWMAKERS = frozenset(
    "lawmaker legislator representative senator republican democrat mp member committee senate house caucus whip "
    "congressional parliament".split()
)
_SMALL = frozenset(
    "of the for and to in on at a an s us u new current former ex then late outgoing incoming interim acting elect "
    "longtime republican democrat democratic conservative liberal top senior state's nation country".split()
)
_DEPUTIES = frozenset("vice deputy under assistant shadow lieutenant".split())
_HEAD_KINDS = ("head_of_state", "head_of_government")


class _Title(NamedTuple):
    heads: frozenset[str]
    """What kind of office: president, minister."""
    fields: frozenset[str]
    """Of what: foreign, defense."""
    prime: bool
    deputies: frozenset[str]


def names_office(role: str) -> bool:
    """Whether a role names a public office at all."""
    title = _title(role)
    return bool(title.heads or title.prime or _words(role) & (_RULERS | _LAWMAKERS))


def fits_office(role: str, term: Term) -> bool:
    """Whether somebody called `role` can be called so for that term in office."""
    words = _words(role)
    if words & _RULERS and term.kind in _HEAD_KINDS:
        return True
    if words & _LAWMAKERS and term.kind == "legislator":
        return True
    one, other = _title(role), _title(term.office)
    if one.prime != other.prime or one.deputies != other.deputies or not one.heads & other.heads:
        return False
    return not one.fields or bool(one.fields & other.fields)


@lru_cache(maxsize=2048)
def _words(text: str) -> frozenset[str]:
    """The words of a title, each kind of office under one name."""
    plain = (_SAME.get(word, word) for word in _WORD.findall(text.lower().replace("’", "'").replace("'s", " ")))
    return frozenset(" ".join(plain).split())


@lru_cache(maxsize=2048)
def _title(text: str) -> _Title:
    words = _words(text) - _SMALL
    return _Title(words & _HEADS, words - _HEADS - _DEPUTIES - {"prime"}, "prime" in words, words & _DEPUTIES)
