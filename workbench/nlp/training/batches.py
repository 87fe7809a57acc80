"""Examples as padded tensors, in an order that every run repeats."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from workbench.nlp import relation_scorer
from workbench.nlp.training.examples import ENTITIES, LAYERS, ROLES, Example, Link
from workbench.nlp.windows import Window

BATCH, POOL = 12, 24
ENTITY_SHARE = 6
"""Windows with attributions, and with entities, in one step."""
IGNORED = -100


Step = list[Example]
"""What one step trains on; windows whose attributions are known come first."""


def make_steps(attributed: Sequence[Example], named: Sequence[Example], rng: random.Random) -> list[Step]:
    """The steps of one epoch; windows of like length go together, and entity windows are taken in turn."""
    groups = _grouped(attributed, BATCH, rng)
    others = _grouped(named, ENTITY_SHARE, rng)
    by_length = sorted(others, key=lambda g: len(g[0].window.ids))
    out = []
    for group in groups:
        length = len(group[-1].window.ids)
        near = min(range(len(by_length)), key=lambda i: abs(len(by_length[i][0].window.ids) - length), default=None)
        out.append(group + (by_length.pop(near) if near is not None else []))
    return out


def _grouped(data: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    order = rng.sample(list(data), len(data))
    out = []
    for i in range(0, len(order), size * POOL):
        pool = sorted(order[i : i + size * POOL], key=lambda e: len(e.window.ids))
        out += [pool[j : j + size] for j in range(0, len(pool), size)]
    rng.shuffle(out)
    return out


def model_inputs(windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """ids, forms, labels and mask (windows, pieces), special pieces included, padded to the longest."""
    longest = max(len(w.ids) for w in windows) + 2
    ids = torch.zeros(len(windows), longest, dtype=torch.long)
    forms, labels, mask = torch.zeros_like(ids), torch.zeros_like(ids), torch.zeros_like(ids)
    for row, window in enumerate(windows):
        count = len(window.ids) + 2
        ids[row, :count] = torch.tensor(window.model_ids)
        forms[row, :count] = torch.tensor(window.model_forms)
        labels[row, :count] = torch.tensor(window.model_labels)
        mask[row, :count] = 1
    return ids, forms, labels, mask


def tag_labels(examples: Sequence[Example], longest: int) -> Tensor:
    """(windows, pieces, layers) of O, B, I, for the pieces without the special ones."""
    out = torch.zeros(len(examples), longest, len(LAYERS), dtype=torch.long)
    for row, example in enumerate(examples):
        for at, layer in enumerate(LAYERS):
            fill_labels(out[row, :, at], example.layers[layer])
    return out


def fill_labels(row: Tensor, spans: Sequence[tuple[int, int]]) -> None:
    """Write B and I for each span."""
    for first, past in spans:
        row[first:past] = 2
        row[first] = 1


def entity_labels(examples: Sequence[Example], longest: int) -> Tensor:
    """(windows, pieces): 0, or 1 + 2 * type for the first piece of an entity, and one more for the others."""
    out = torch.full((len(examples), longest), IGNORED)
    for row, found in enumerate(examples):
        out[row, found.plain] = 0
        for first, past, kind in found.entities:
            at = 1 + 2 * ENTITIES.index(kind)
            out[row, first:past] = at + 1
            out[row, first] = at
    return out


@dataclass(frozen=True, slots=True)
class CueBatch:
    """The cues of a batch, for the relation head: each has its window, and labels for every piece of it."""

    window: Tensor
    head: Tensor
    place: Tensor
    path: Tensor
    labels: Tensor


def cue_batch(windows: Sequence[Window], found: Sequence[tuple[int, Link]], longest: int) -> CueBatch:
    """(window number, link) pairs as tensors; pieces without the special ones."""
    count = len(found)
    head = torch.zeros(count, longest)
    place = torch.zeros(count, longest, dtype=torch.long)
    path = torch.zeros_like(place)
    labels = torch.zeros(count, longest, len(ROLES), dtype=torch.long)
    line_of = [relation_scorer.line_numbers(w) for w in windows]
    for row, (number, link) in enumerate(found):
        first, past = link.cue
        size = len(windows[number].ids)
        head[row, first:past] = 1 / (past - first)
        place[row, :size] = torch.from_numpy(relation_scorer.place_classes(line_of[number], first, past))
        path[row, :size] = torch.from_numpy(windows[number].paths(first, past))
        for at, role in enumerate(ROLES):
            fill_labels(labels[row, :, at], link.roles[role])
    return CueBatch(torch.tensor([n for n, _ in found], dtype=torch.long), head, place, path, labels)
