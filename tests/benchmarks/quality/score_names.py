"""Exact-span scores of named entities: an entity is found if its ends and its kind are the gold's.

Only persons, organisations, places and nationalities count: other kinds are left out on both sides. Corpora differ on
whether "the" and "'s" belong to a name, so both sides lose a leading "the" and a trailing "'s" (or "’s") before
they are compared, and the two labels that OntoNotes has for places, GPE and LOC, are one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

KINDS = {"PERSON": "person", "ORG": "organisation", "LOC": "place", "NORP": "nationality"}
ALL = "all"
_LABELS = {**{kind: kind for kind in KINDS}, "GPE": "LOC"}
_BARE = re.compile(r"(?P<lead>\s*(?:the\s+)?)(?P<name>.*?)\s*(?:['’]s)?\s*", re.IGNORECASE | re.DOTALL)
Labelled = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of a kind, and how many entities the gold and the system have."""

    precision: float
    recall: float
    f1: float
    gold: int
    system: int


def compared(text: str, found: Iterable[Labelled]) -> set[Labelled]:
    """The entities that count, as they are compared."""
    out = set()
    for start, end, label in found:
        match = _BARE.fullmatch(text, start, end)
        if label in _LABELS and match and match["name"]:
            out.add((*match.span("name"), _LABELS[label]))
    return out


def score(articles: Sequence[tuple[str, Iterable[Labelled], Iterable[Labelled]]]) -> dict[str, Score]:
    """The scores of each kind and of all, over articles of (text, gold, system)."""
    count: Counter[tuple[str, str]] = Counter()
    for text, gold, system in articles:
        want, have = compared(text, gold), compared(text, system)
        for side, found in (("gold", want), ("system", have), ("both", want & have)):
            for *_, kind in found:
                count[kind, side] += 1
                count[ALL, side] += 1
    return {kind: _score(*(count[kind, side] for side in ("both", "gold", "system"))) for kind in (*KINDS, ALL)}


def _score(both: int, gold: int, system: int) -> Score:
    precision, recall = both / system if system else 0.0, both / gold if gold else 0.0
    return Score(precision, recall, 2 * both / (gold + system) if gold + system else 0.0, gold, system)
