"""What is compared of two clauses: the features that the decision "the same fact?" rests on.

One decision: words weigh by how rare they are, half in news at large (`data/idf.tsv`) and half in the case at hand, so
that the story's own names, which every sentence has, decide nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from workbench.analysis.text.lexicon import background_weights, roles
from workbench.analysis.text.predicate_lexicon import verb_classes
from workbench.analysis.text.words import TOKEN, concept, stem
from workbench.model import Clause

FEATURE_NAMES = (
    "cosine", "dice", "contained", "covered", "pairs", "order", "same_action", "action_shared", "names", "names_apart",
    "numbers", "numbers_apart", "numbers_one", "negation_apart", "length", "rare_shared", "rarest", "kind_apart",
    "plain", "plain_contained", "plain_shared", "ones", "twos", "threes", "fours", "letters", "letters_sorted",
    "letters_part", "letters_length", "left_least", "left_most",
)  # fmt: skip
Reals = npt.NDArray[np.float64]
RARE = 0.45
"""The weight from which a term is rare."""


@dataclass(frozen=True, slots=True)
class ClauseProfile:
    """A clause as the comparison sees it."""

    clause: Clause
    weights: Mapping[str, float]
    """Concept -> weight; each concept once."""
    sequence: tuple[str, ...]
    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    norm: float
    mass: float
    names: frozenset[str]
    numbers: frozenset[str]
    action: str
    denies: bool
    """Negated, or by a verb that negates: "ruled out", "refused"."""
    name_words: frozenset[str]
    plain_squares: float
    """The squared weights of the words that are no part of a name."""
    text: str
    grams: tuple[frozenset[tuple[str, ...]], ...]
    """Its runs of one to four words as they are written, in lower case."""


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(stem(role) for role in roles())


def concept_weights(found: Iterable[Clause]) -> Mapping[str, float]:
    """Concept -> weight, 0 to 1, for the concepts of a case."""
    count: Counter[str] = Counter()
    total = 0
    for clause in found:
        total += 1
        count.update({concept(t) for t in clause.terms})
    known = background_weights()
    found = combined_weights(np.array([*count.values()]), total, np.array([known.get(c, 1.0) for c in count]))
    return dict(zip(count, found.tolist(), strict=True))


def combined_weights(counts: npt.NDArray[np.integer[Any]], total: int, known: Reals) -> Reals:
    """Weights, 0 to 1, of concepts that so many of `total` clauses have; `known`: how rare each is in news at large."""
    return np.asarray((known + np.log((total + 2) / (counts + 0.5)) / math.log(total + 2)) / 2)


def clause_profile(clause: Clause, idf: Mapping[str, float]) -> ClauseProfile:
    """What is compared of a clause."""
    sequence = tuple(concept(t) for t in clause.terms)
    weighed = {c: idf.get(c, 1.0) for c in sequence}
    stems = [stem(t) for t in clause.terms]
    in_names = {concept(word.lower()) for name in clause.names for word in name.split()}
    in_names |= {concept(t) for t in clause.terms if stem(t) in _titles()}
    action = clause.action.partition(" ")[0]
    return ClauseProfile(
        clause=clause,
        weights=weighed,
        sequence=sequence,
        stems=frozenset(stems),
        pairs=frozenset(zip(sequence, sequence[1:], strict=False)),
        norm=math.sqrt(sum(w * w for w in weighed.values())) or 1.0,
        mass=sum(weighed.values()) or 1.0,
        names=frozenset(n.casefold() for n in clause.names),
        numbers=frozenset(clause.numbers),
        action=concept(action),
        denies=clause.negated or clause.action.replace(" ", "_") in verb_classes()["denial"],
        name_words=frozenset(in_names & weighed.keys()),
        plain_squares=sum(w * w for c, w in weighed.items() if c not in in_names),
        text=" ".join(clause.text.split()),
        grams=_ngrams(clause.text),
    )


def _ngrams(text: str) -> tuple[frozenset[tuple[str, ...]], ...]:
    words = [word.lower() for word in TOKEN.findall(text) if word[0].isalnum()]
    return tuple(frozenset(zip(*(words[n:] for n in range(size)), strict=False)) for size in range(1, 5))


def covered_shares(a: ClauseProfile, b: ClauseProfile) -> tuple[float, float]:
    """How much of what the lighter of two clauses says the other says too, and how much of the heavier."""
    mass = sum(a.weights[c] for c in a.weights.keys() & b.weights.keys())
    return mass / min(a.mass, b.mass), mass / max(a.mass, b.mass)


def pair_features(a: ClauseProfile, b: ClauseProfile) -> tuple[float, ...]:
    """The features of a pair, as FEATURES names them; the order of the two does not matter."""
    shared = a.weights.keys() & b.weights.keys()
    told = [a.weights[c] for c in shared]
    plain_shared = shared - a.name_words - b.name_words
    exact = 2 * len(a.stems & b.stems) / max(1, len(a.stems) + len(b.stems))
    alike = sum([w**2 for w in told]) / (a.norm * b.norm)
    plain = sum([a.weights[c] ** 2 for c in plain_shared])
    mass = sum(told)
    same_action = float(a.action == b.action)
    crossed = ((a.action in b.weights) + (b.action in a.weights)) / 2
    names = _dice(a.names, b.names)
    return (
        alike,
        exact,
        mass / min(a.mass, b.mass),
        mass / max(a.mass, b.mass),
        _dice(a.pairs, b.pairs),
        Indel.normalized_similarity(a.sequence, b.sequence),
        same_action,
        crossed,
        names,
        float(bool(a.names and b.names) and not names),
        min(len(a.numbers & b.numbers), 2) / 2,
        float(bool(a.numbers and b.numbers) and not a.numbers & b.numbers),
        float(bool(a.numbers) != bool(b.numbers)),
        float(a.denies != b.denies),
        min(a.mass, b.mass) / max(a.mass, b.mass),
        min(sum([w > RARE for w in told]), 6) / 6,
        max(told, default=0.0),
        float(a.clause.kind != b.clause.kind),
        plain / math.sqrt((a.plain_squares or 1.0) * (b.plain_squares or 1.0)),
        plain / (min(a.plain_squares, b.plain_squares) or 1.0),
        min(len(plain_shared), 4) / 4,
        *_surface_features(a, b),
    )


def _surface_features(a: ClauseProfile, b: ClauseProfile) -> tuple[float, ...]:
    """How alike two clauses are as written: runs of words, letters, and how many words only one of them has."""
    short, long = (a.text, b.text) if (len(a.text), a.text) <= (len(b.text), b.text) else (b.text, a.text)
    both = len(a.grams[0] & b.grams[0])
    least, most = sorted((len(a.grams[0]) - both, len(b.grams[0]) - both))
    return (
        *map(_dice, a.grams, b.grams),
        fuzz.ratio(a.text, b.text) / 100,
        fuzz.token_sort_ratio(a.text, b.text) / 100,
        fuzz.partial_ratio(short, long) / 100,
        (len(long) - len(short)) / max(len(long), 1),
        min(least, 20) / 10,
        min(most, 20) / 10,
    )


def share_more_than_names(a: ClauseProfile, b: ClauseProfile) -> bool:
    """Whether two clauses share anything but names and titles."""
    return a.action == b.action or bool((a.weights.keys() & b.weights.keys()) - a.name_words - b.name_words)


def _dice(a: Set[Any], b: Set[Any]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
