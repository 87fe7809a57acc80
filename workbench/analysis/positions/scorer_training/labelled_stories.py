"""Labelled stories as examples: the holders of each sentence, and what the labels say of each.

A label belongs to a sentence of ours where the two share at least half of either.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from workbench.analysis.attribution.quotes import find_quotes
from workbench.analysis.attribution.speakers import named_entities
from workbench.analysis.entities.article_entities import find_entities
from workbench.analysis.entities.person_linking import link_people
from workbench.analysis.positions.candidate_features import STANCE_NAMES
from workbench.analysis.positions.rule_positions import read_positions, read_predicates
from workbench.analysis.positions.scoring import Question, Questions, find_questions
from workbench.analysis.text.words import TOKEN, concept, content_concepts
from workbench.model import Entity, Span
from workbench.nlp import pipeline
from workbench.nlp.linear_chain import Floats
from workbench.nlp.pipeline import ModelOutput

Label = Mapping[str, Any]
ACCEPTED = 0.5
"""What a stance counts that would also be right."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the labels say of one holder in one sentence."""

    takes_stand: bool
    is_core: bool
    stances: Floats
    """1 for the labelled ones, ACCEPTED for those that would also be right."""
    about: Floats
    """1 for the pieces whose words are in the names of the issues."""
    issue: str
    """The first of them; "" where it takes no stand."""


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with its questions and a target for each."""

    story: str
    file: str
    questions: Questions
    targets: tuple[Target, ...]
    labels: tuple[Label, ...]


def read_stories(folder: Path) -> Iterator[LabelledArticle]:
    """The articles of all stories of a folder, each read as one of its story's case."""
    for labels in sorted(folder.glob("*/gold_positions.jsonl")):
        by_file: dict[str, list[Label]] = defaultdict(list)
        for line in labels.read_text(encoding="utf-8").splitlines():
            label = json.loads(line)
            by_file[label["file"]].append(label)
        texts = {
            p.name: pipeline.run_models(p.read_text(encoding="utf-8")) for p in sorted(labels.parent.glob("*.txt"))
        }
        known = _known_people(texts.values())
        for file, read in texts.items():
            yield _read_article(labels.parent.name, file, read, known, by_file[file])


def _known_people(texts: Iterable[ModelOutput]) -> Mapping[str, Entity]:
    """What the articles of a story say of its persons together, as a case has it."""
    entities = (find_entities(read.doc) for read in texts)
    return link_people([e for found in entities for e in named_entities(found, ()) if e.kind == "person"])


def _read_article(
    story: str, file: str, read: ModelOutput, known: Mapping[str, Entity], labels: Sequence[Label]
) -> LabelledArticle:
    entities = find_entities(read.doc, known)
    quotes = find_quotes(file, entities, read.attributions)
    readings = read_predicates(read.doc)
    questions = find_questions(entities, quotes, read_positions(file, entities, quotes, readings), readings)
    targets = tuple(_target(entities.text, questions, one, labels) for one in questions.asked)
    return LabelledArticle(story, file, questions, targets, tuple(labels))


def labels_of(question: Question, labels: Sequence[Label]) -> list[Label]:
    """The labels of a candidate in its sentence."""
    here = Span(question.sentence.start_char, question.sentence.end_char)
    holder = question.candidate.holder
    return [m for m in labels if holder in (m["holder"], *m["holder_accept"]) and is_same_sentence(here, m)]


def is_same_sentence(here: Span, label: Label) -> bool:
    """Whether a sentence of ours is the one of a label."""
    there = Span(label["start"], label["end"])
    shared = min(here.end, there.end) - max(here.start, there.start)
    return shared > 0 and 2 * shared >= min(here.end - here.start, there.end - there.start)


def _target(text: str, questions: Questions, question: Question, labels: Sequence[Label]) -> Target:
    own = labels_of(question, labels)
    stances = np.zeros(len(STANCE_NAMES), dtype=np.float32)
    for label in own:
        for name in label["accept"]:
            stances[STANCE_NAMES.index(name)] = max(ACCEPTED, stances[STANCE_NAMES.index(name)])
    for label in own:
        stances[STANCE_NAMES.index(label["stance"])] = 1
    core = any(label["core"] and label["holder_explicit"] is not False for label in own)
    about = _about(text, questions, question, [label["issue"] for label in own])
    return Target(bool(own), core, stances, about, own[0]["issue"] if own else "")


def _about(text: str, questions: Questions, question: Question, issues: Sequence[str]) -> Floats:
    named = {word for issue in issues for word in content_concepts(issue)}
    first, past = question.query.first, question.query.past
    out = np.zeros(past - first, dtype=np.float32)
    if not named:
        return out
    starts = [start for start, _ in questions.windows[question.query.window].offsets[first:past]]
    sentence = question.sentence
    for found in TOKEN.finditer(text, sentence.start_char, sentence.end_char):
        if concept(found.group().casefold()) in named:
            out[bisect_left(starts, found.start()) : bisect_left(starts, found.end())] = 1
    return out
