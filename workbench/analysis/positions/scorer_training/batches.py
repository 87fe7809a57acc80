"""Examples as what the network is given: windows of one story together, with the holders in each."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from workbench.analysis.positions.scorer_training.labelled_stories import LabelledArticle, Target
from workbench.nlp.position_scorer import HolderQuery, query_inputs, window_inputs

WINDOWS = 6
"""In a batch."""


@dataclass(frozen=True, slots=True)
class WindowExample:
    """The holders in one window, each with its target."""

    article: LabelledArticle
    window: int
    holders: tuple[tuple[HolderQuery, Target], ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes through the network at once, and what should come out, a row for each holder."""

    encoder: dict[str, Tensor]
    head: dict[str, Tensor]
    takes_stand: Tensor
    is_core: Tensor
    stances: Tensor
    about: Tensor
    """(holders, pieces) as the head's output."""
    issues: Tensor
    """A number for each issue of the batch, -1 where no stand is taken."""


def window_examples(articles: Sequence[LabelledArticle]) -> list[WindowExample]:
    """The windows that hold a candidate."""
    out = []
    for article in articles:
        own: dict[int, list[tuple[HolderQuery, Target]]] = defaultdict(list)
        for question, target in zip(article.questions.asked, article.targets, strict=True):
            own[question.query.window].append((question.query, target))
        out += [WindowExample(article, window, tuple(found)) for window, found in own.items()]
    return out


def make_batches(examples: Sequence[WindowExample], rng: random.Random) -> Iterator[list[WindowExample]]:
    """Every example once, each batch of one story: positions on one issue must meet."""
    of_story: dict[str, list[WindowExample]] = defaultdict(list)
    for example in examples:
        of_story[example.article.story].append(example)
    out = []
    for found in of_story.values():
        rng.shuffle(found)
        out += [found[at : at + WINDOWS] for at in range(0, len(found), WINDOWS)]
    rng.shuffle(out)
    yield from out


def collate(examples: Sequence[WindowExample]) -> Batch:
    """The tensors of a batch."""
    questions = [(e.article.questions, e.window) for e in examples]
    encoder = window_inputs([q.windows[w] for q, w in questions], [q.marks[w] for q, w in questions])
    rows = [(row, query, target) for row, e in enumerate(examples) for query, target in e.holders]
    head = query_inputs([query for _, query, _ in rows], [row for row, _, _ in rows], encoder["ids"].shape[1])
    targets = [target for *_, target in rows]
    about = np.zeros(head["inside"].shape, dtype=np.float32)
    for row, target in enumerate(targets):
        about[row, : len(target.about)] = target.about
    known = {issue: n for n, issue in enumerate(dict.fromkeys(t.issue for t in targets if t.takes_stand))}
    return Batch(
        {name: torch.from_numpy(value) for name, value in encoder.items()},
        {name: torch.from_numpy(value) for name, value in head.items()},
        torch.tensor([float(t.takes_stand) for t in targets]),
        torch.tensor([float(t.is_core) for t in targets]),
        torch.from_numpy(np.stack([t.stances for t in targets])),
        torch.from_numpy(about),
        torch.tensor([known[t.issue] if t.takes_stand else -1 for t in targets]),
    )
