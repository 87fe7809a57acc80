"""Labelled stories as clauses of ours, and which pairs of them state one fact.

A clause states a fact where it and a clause of the label share at least half of either. What is only partly the same,
what is a way of telling (labelling, framing, background), and a pair whose sentences, but not its clauses, state one
fact count neither way. Look-alikes are pairs that are labelled as different in spite of their words.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.analysis import article as analysis
from workbench.analysis.entities.person_linking import link_people
from workbench.analysis.facts.article_signatures import ArticleSignature, article_signature, is_comparable
from workbench.analysis.facts.position_statements import stated_positions
from workbench.analysis.text.sentence_context import sentence_around
from workbench.model import Article, Clause, Span
from workbench.nlp.clause_encoder import ClauseInSentence

SOFT = ("labelling", "framing", "background")
SAME, OTHER, NEITHER = 1, 0, -1
Label = Mapping[str, Any]


@dataclass(frozen=True)
class LabelledStory:
    """The comparable clauses of a story, by article and place; pairs are of different articles."""

    name: str
    clauses: Sequence[Clause]
    in_sentences: Sequence[ClauseInSentence]
    signatures: Sequence[ArticleSignature]
    one: NDArray[np.intp]
    other: NDArray[np.intp]
    """The numbers of the clauses of each pair."""
    labels: NDArray[np.int8]
    """SAME, OTHER or NEITHER for each pair."""
    look_alikes: NDArray[np.bool_]
    """Whether each pair is OTHER, and labelled as a look-alike."""

    @cached_property
    def counted(self) -> NDArray[np.intp]:
        """The pairs that count."""
        return np.flatnonzero(self.labels != NEITHER)


def read_stories(folder: Path) -> Iterator[LabelledStory]:
    """The stories of a folder, each analysed as a case."""
    for facts in sorted(folder.glob("*/gold_facts.jsonl")):
        story = facts.parent
        yield _read_story(story, _read_labels(facts), _read_labels(story / "gold_fact_hard_negatives.jsonl"))


def _read_labels(file: Path) -> Sequence[Label]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _read_story(folder: Path, facts: Sequence[Label], look_alikes: Sequence[Label]) -> LabelledStory:
    articles = [
        Article(p.name, p.name, p.read_text(encoding="utf-8"), language="en") for p in sorted(folder.glob("*.txt"))
    ]
    first = [analysis.analyse(article) for article in articles]
    known = link_people([e for found in first for e in found.entities if e.kind == "person"])
    clauses: list[Clause] = []
    signatures: list[ArticleSignature] = []
    contexts: list[ClauseInSentence] = []
    stated: list[dict[str, str]] = []
    looks: list[set[tuple[int, str]]] = []
    for article in sorted(articles, key=lambda a: a.id):
        found = analysis.analyse(article, known)
        own = [c for c in found.clauses if is_comparable(c)]
        signatures.append(article_signature(article.id, own, stated_positions(own, found.positions)))
        clauses += own
        contexts += [sentence_around(article.text, c.span) for c in own]
        stated += [_stated(c.span, article.source, facts) for c in own]
        looks += [_sides(c.span, article.source, look_alikes) for c in own]
    pairs = [(i, j) for i, j in combinations(range(len(clauses)), 2) if clauses[i].article_id != clauses[j].article_id]
    one, other = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    labels = np.array([_label(stated[i], stated[j]) for i, j in pairs], dtype=np.int8)
    alike = np.array([_is_look_alike(looks[i], looks[j]) for i, j in pairs], dtype=np.bool_) & (labels == OTHER)
    return LabelledStory(folder.name, clauses, contexts, signatures, one, other, labels, alike)


def _stated(clause: Span, file: str, labels: Sequence[Label]) -> dict[str, str]:
    """Fact -> how a clause states it: "same", or "near" where it is only partly so or only its sentence does."""
    out: dict[str, str] = defaultdict(str)
    for label in labels:
        for member in label["members"]:
            if member["file"] != file or not clause.overlaps(Span(member["sent_start"], member["sent_end"])):
                continue
            whole = _is_at(clause, member) and member["rel"] == "same" and label["kind"] not in SOFT
            out[label["fact_id"]] = "same" if whole or out[label["fact_id"]] == "same" else "near"
    return dict(out)


def _is_at(clause: Span, label: Label) -> bool:
    """Whether a clause and one that is labelled share at least half of either."""
    there = Span(label["start"], label["end"])
    shared = min(clause.end, there.end) - max(clause.start, there.start)
    return shared > 0 and 2 * shared >= min(clause.end - clause.start, there.end - there.start)


def _sides(clause: Span, file: str, look_alikes: Sequence[Label]) -> set[tuple[int, str]]:
    """The look-alikes that a clause is one side of: number and side."""
    found = ((number, side, label[side]) for number, label in enumerate(look_alikes) for side in "ab")
    return {(number, side) for number, side, own in found if own["file"] == file and _is_at(clause, own)}


def _is_look_alike(one: Set[tuple[int, str]], other: Set[tuple[int, str]]) -> bool:
    return any((number, "b" if side == "a" else "a") in other for number, side in one)


def _label(one: Mapping[str, str], other: Mapping[str, str]) -> int:
    shared = one.keys() & other.keys()
    if any(one[fact] == other[fact] == "same" for fact in shared):
        return SAME
    return NEITHER if shared else OTHER
