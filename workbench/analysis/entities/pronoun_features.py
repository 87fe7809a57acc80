"""What speaks for somebody mentioned before to be the one whom a pronoun stands for, as numbers.

The design decision: each feature is one plain observation about a mention and a pronoun; how much each counts is
learned (`data/pronouns.json`, made by `tests/benchmarks/quality/pronouns_train.py`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from workbench.analysis.entities.people_mentions import Mention, governor
from workbench.analysis.text.lexicon import DATA
from workbench.analysis.text.predicate_lexicon import verb_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

FEATURE_NAMES = (
    "same_sentence one_back two_back three_back other_line newer nearest name pronoun unnamed subject object "
    "possessive oblique main_subject first both_subject subject_to_possessive speaks both_speak dominates subordinate "
    "quoted unquoted same_quote often share fits misfits unnamed_here unnamed_before introduced apposed heading "
    "nobody nobody_fits nobody_opens last_speaker"
).split()
SENTENCES_BACK = 3
"""So many sentences before its own are searched for what a pronoun stands for."""
_AT = {name: at for at, name in enumerate(FEATURE_NAMES)}
_SUBJECTS = ("nsubj", "nsubjpass")
OFTEN = math.log(20)


class Place(NamedTuple):
    """Where a mention and a pronoun stand to each other."""

    sentences: int
    """How many lie between the beginnings of theirs."""
    lines: int
    newer: int
    """How many others are mentioned between them."""
    first: bool
    """Whether nobody is mentioned before in the sentence of the mention."""
    quoted: tuple[bool, bool, bool]
    """Whether the mention is within quotation marks, the pronoun is, and both are within the same."""
    heading: bool
    often: int
    most: int
    """How often the one mentioned, and whoever is mentioned most, is."""
    fit: float
    last_speaker: bool


def pair_features(mention: Mention, token: Token, place: Place) -> list[float]:
    """The features of somebody mentioned before as the one whom a pronoun stands for, in the order of FEATURE_NAMES."""
    root = mention.root
    is_name = mention.person is not None and root.pos_ != "PRON"
    unnamed = mention.person is None
    subject, speaks = _is_subject(root), _speaks(root)
    inside, outside, same = place.quoted
    here = place.sentences == 0
    verb = governor(root)
    on = {
        ("same_sentence", "one_back", "two_back", "three_back")[min(place.sentences, SENTENCES_BACK)]: 1.0,
        "other_line": min(place.lines, 3) / 3,
        "newer": min(place.newer, 4) / 4,
        "nearest": place.newer == 0,
        "name": is_name,
        "pronoun": root.pos_ == "PRON",
        "unnamed": unnamed,
        "subject": subject,
        "object": root.dep_ in ("dobj", "dative"),
        "possessive": root.dep_ == "poss",
        "oblique": root.dep_ == "pobj",
        "main_subject": subject and verb.dep_ == "ROOT",
        "first": place.first,
        "both_subject": subject and token.dep_ in _SUBJECTS,
        "subject_to_possessive": subject and token.dep_ == "poss",
        "speaks": speaks,
        "both_speak": speaks and _speaks(token),
        "dominates": here and subject and verb.is_ancestor(token),
        "subordinate": verb.dep_ in ("relcl", "advcl", "acl") and not verb.is_ancestor(token),
        "quoted": inside and not same,
        "unquoted": outside and not same,
        "same_quote": same,
        "often": min(1.0, math.log(1 + place.often) / OFTEN),
        "share": place.often / max(1, place.most),
        "fits": max(0.0, place.fit),
        "misfits": min(0.0, place.fit),
        "unnamed_here": unnamed and here,
        "unnamed_before": unnamed and place.sentences == 1,
        "introduced": unnamed and any(c.lower_ in ("a", "an", "another", "one") for c in root.lefts),
        "apposed": root.dep_ == "appos",
        "heading": place.heading,
        "last_speaker": place.last_speaker,
    }
    return _vector(on)


def nobody_features(fits: Sequence[tuple[int, float]], opens: bool) -> list[float]:
    """The features of there being none; `fits`: sentences back and fit of each mention, `opens`: a line begins so."""
    near = any(back <= 2 and fit >= 0 for back, fit in fits)
    return _vector({"nobody": 1.0, "nobody_fits": not near, "nobody_opens": opens})


def score(features: Sequence[float]) -> float:
    """The log odds."""
    return sum(w * x for w, x in zip(_weights(), features, strict=True) if x)


def _vector(on: Mapping[str, float]) -> list[float]:
    out = [0.0] * len(FEATURE_NAMES)
    for name, value in on.items():
        out[_AT[name]] = float(value)
    return out


def _is_subject(token: Token) -> bool:
    return token.dep_ in _SUBJECTS or (token.dep_ == "appos" and token.head.dep_ in _SUBJECTS)


def _speaks(token: Token) -> bool:
    verb = token.head.head if token.dep_ == "appos" else token.head
    return _is_subject(token) and verb.lemma_.lower() in verb_classes()["speech"]


@cache
def _weights() -> tuple[float, ...]:
    stored = json.loads((DATA / "pronouns.json").read_text(encoding="utf-8"))["weights"]
    return tuple(float(stored[name]) for name in FEATURE_NAMES)
