"""Whom a family or given name by itself stands for, among those whom the article names in full.

The design decision: a text introduces people in full before it calls them by one name. A family name that stands before
every bearer is named in full is somebody whom all know where its bearers are no more than kin. Of several bearers
it is the one just introduced, the one who holds the highest office, or the one named most often, in this order.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.entities import honorifics
from workbench.analysis.entities.name_parts import family_name_forms, given_part, is_misspelt, last_name
from workbench.analysis.text.lexicon import given_names

if TYPE_CHECKING:
    from spacy.tokens import Token

Mentions = Mapping[str, Sequence[Sequence["Token"]]]
KIN = frozenset(
    "father son mother daughter grandfather grandmother grandson granddaughter namesake uncle aunt nephew niece "
    "brother sister cousin wife husband spouse widow widower ex-wife ex-husband lady father-in-law mother-in-law "
    "son-in-law daughter-in-law brother-in-law sister-in-law stepson stepdaughter fiancee fiancé fiancée".split()
)
_RULERS = frozenset("president leader premier chancellor dictator minister king queen chairman prince".split())
_PAST = frozenset("former late ex ex-president then-president founder founding grandfather birth birthday".split())
OUTNUMBERED = 4
"""Named so many times less than another bearer, a ruler is not who is meant."""


def bearers_of(word: str, names: Collection[str]) -> list[str]:
    """Those of the full names that a single word can be short for: by the family name, else the given, else a slip."""
    small = word.casefold()
    by_family = [n for n in names if small in family_name_forms(n)]
    by_given = [n for n in names if n.split()[0] == word]
    within = [n for n in names if word in n.split()[1:-1]]
    return by_family or by_given or within or [n for n in names if _is_slip(word, last_name(n).split()[-1])]


def is_plural(word: str, families: Collection[str]) -> bool:
    """Whether a word is several of a family: "the Ruizes"; `families` in small letters."""
    small = word.casefold()
    return any(small.endswith(end) and small.removesuffix(end) in families for end in ("s", "es"))


def _is_slip(word: str, family: str) -> bool:
    return word not in given_names() and is_misspelt(word, family) and not is_plural(word, (family.casefold(),))


def bearer(word: str, tokens: Sequence[Token], owners: Sequence[str], full: Mentions, counts: Mapping[str, int]) -> str:
    """The one of several bearers, each named in full, for whom a name by itself stands here."""
    others = [n for n in owners if not any(is_kin(m) for m in full[n])] or list(owners)
    if not all(word.casefold() in family_name_forms(n) for n in others):
        return max(others, key=lambda n: counts[n])
    for name in others:
        if len(others) > 1 and any(_is_just_introduced(m, tokens) for m in full[name]):
            return name
    most = max(counts[n] for n in others)
    rulers = [n for n in others if any(_is_ruler(m) for m in full[n]) and OUTNUMBERED * counts[n] > most]
    return max(rulers if len(rulers) == 1 else others, key=lambda n: counts[n])


def is_taken_for_granted(word: str, bare: Sequence[Sequence[Token]], owners: Sequence[str], full: Mentions) -> bool:
    """Whether a family name by itself is somebody else than all who are named in full with it.

    Their kin, or the ruler whose wife they are, who is called by it before any of them.
    """
    first = min(m[0].i for m in bare)
    named_by_it = all(word.casefold() in family_name_forms(n) and given_part(n) for n in owners)
    if not named_by_it or any(m[0].i < first for n in owners for m in full[n]):
        return False
    rules = any(_is_ruler(m) for m in bare)
    return all(any(is_kin(m) for m in full[n]) or (rules and honorifics.given_sex(n) == "she") for n in owners)


def is_kin(tokens: Sequence[Token]) -> bool:
    """Whether the name is of somebody's next of kin, who may bear the same: "his father, George Bush"."""
    doc, at, end = tokens[0].doc, tokens[0].i - 1, tokens[-1].i + 1
    at -= at >= 0 and doc[at].text == ","
    if at >= 1 and doc[at].lower_ in KIN:
        owned = any(c.dep_ == "poss" for c in doc[at].children) or doc[at - 1].tag_ in ("PRP$", "POS")
        return owned or doc[at - 1].lower_ == "first"
    after = doc[end : end + 3]
    return len(after) == 3 and after[0].text == "," and after[1].tag_ == "PRP$" and after[2].lower_ in KIN


def _is_just_introduced(full: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether a full name is what the same or the sentence before is about, not merely with a preposition in it."""
    if full[-1].i >= tokens[0].i:
        return False
    here, head = tokens[0].sent, full[-1]
    near = full[0].i >= (here.doc[here.start - 1].sent.start if here.start else 0)
    described = head.i + 1 < len(head.doc) and head.nbor(1).text == ","
    return near and (described or head.dep_ not in ("pobj", "poss", "dobj", "compound", "conj"))


def _is_ruler(tokens: Sequence[Token]) -> bool:
    """Whether the title of a head of state or government stands before the name, and no "former" before that."""
    doc, at = tokens[0].doc, tokens[0].i
    before = [t.lower_ for t in doc[max(0, at - 3) : at]]
    return bool(before) and before[-1] in _RULERS and not _PAST.intersection(before)
