"""Examples as padded tensors, in an order that every run repeats."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import torch
from torch import Tensor

from workbench.nlp import attributions, relation
from workbench.nlp.pieces import Window
from workbench.nlp.training import newswire, polnear
from workbench.nlp.training.newswire import ENTITIES
from workbench.nlp.training.polnear import LAYERS, ROLES, Link

BATCH, POOL = 12, 24
ENTITY_SHARE = 4
"""Windows with attributions, and with entities, in one step."""
IGNORED = -100


class _Windowed(Protocol):
    @property
    def window(self) -> Window: ...


E = TypeVar("E", bound=_Windowed)


@dataclass(frozen=True, slots=True)
class Step:
    """What one step trains on."""

    attributed: list[polnear.Example]
    named: list[newswire.Example]


def steps(attributed: Sequence[polnear.Example], named: Sequence[newswire.Example], epoch: int) -> list[Step]:
    """The steps of one epoch; windows of like length go together, and entity windows are taken in turn."""
    rng = random.Random(epoch)
    groups = _grouped(attributed, BATCH, rng)
    others = _grouped(named, ENTITY_SHARE, rng)
    by_length = sorted(others, key=lambda g: len(g[0].window.ids))
    out = []
    for group in groups:
        length = len(group[-1].window.ids)
        near = min(range(len(by_length)), key=lambda i: abs(len(by_length[i][0].window.ids) - length), default=None)
        out.append(Step(group, by_length.pop(near) if near is not None else []))
    return out


def _grouped(data: Sequence[E], size: int, rng: random.Random) -> list[list[E]]:
    order = rng.sample(list(data), len(data))
    out = []
    for i in range(0, len(order), size * POOL):
        pool = sorted(order[i : i + size * POOL], key=lambda e: len(e.window.ids))
        out += [pool[j : j + size] for j in range(0, len(pool), size)]
    rng.shuffle(out)
    return out


def inputs(windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """ids, forms and mask (windows, pieces), special pieces included, padded to the longest."""
    longest = max(len(w.ids) for w in windows) + 2
    ids = torch.zeros(len(windows), longest, dtype=torch.long)
    forms, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    for row, window in enumerate(windows):
        count = len(window.ids) + 2
        ids[row, :count] = torch.tensor(window.model_ids)
        forms[row, :count] = torch.tensor(window.model_forms)
        mask[row, :count] = 1
    return ids, forms, mask


def tag_labels(examples: Sequence[polnear.Example], longest: int) -> Tensor:
    """(windows, pieces, layers) of O, B, I, for the pieces without the special ones."""
    out = torch.zeros(len(examples), longest, len(LAYERS), dtype=torch.long)
    for row, example in enumerate(examples):
        for at, layer in enumerate(LAYERS):
            fill(out[row, :, at], example.layers[layer])
    return out


def fill(row: Tensor, spans: Sequence[tuple[int, int]]) -> None:
    """Write B and I for each span."""
    for first, past in spans:
        row[first:past] = 2
        row[first] = 1


def entity_labels(examples: Sequence[newswire.Example], longest: int) -> Tensor:
    """(windows, pieces): 0, or 1 + 2 * type for the first piece of an entity, and one more for the others."""
    out = torch.full((len(examples), longest), IGNORED)
    for row, example in enumerate(examples):
        out[row, : len(example.window.ids)] = 0
        for first, past, kind in example.entities:
            at = 1 + 2 * ENTITIES.index(kind)
            out[row, first:past] = at + 1
            out[row, first] = at
    return out


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues of a batch, for the relation head: each has its window, and labels for every piece of it."""

    window: Tensor
    head: Tensor
    place: Tensor
    labels: Tensor


def cues(windows: Sequence[Window], found: Sequence[tuple[int, Link]], longest: int) -> Cues:
    """(window number, link) pairs as tensors; pieces without the special ones."""
    count = len(found)
    head = torch.zeros(count, longest)
    place = torch.zeros(count, longest, dtype=torch.long)
    labels = torch.zeros(count, longest, len(ROLES), dtype=torch.long)
    line_of = [attributions.line_numbers(w) for w in windows]
    for row, (number, link) in enumerate(found):
        first, past = link.cue
        size = len(windows[number].ids)
        head[row, first:past] = 1 / (past - first)
        place[row, :size] = torch.from_numpy(relation.places(line_of[number], first, past))
        for at, role in enumerate(ROLES):
            fill(labels[row, :, at], link.roles[role])
    return Cues(torch.tensor([n for n, _ in found], dtype=torch.long), head, place, labels)
