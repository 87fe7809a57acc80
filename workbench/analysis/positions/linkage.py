"""Rows joined into groups by average linkage: the two groups that are most alike on average first, down to a cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from workbench.nlp.linear_chain import Floats

Numbers = npt.NDArray[np.integer[Any]]
NEVER = -1e6
"""The likeness of what must not be joined, whatever it is averaged with."""


def join_groups(likeness: Floats, cut: float, fixed: Sequence[int] = ()) -> Numbers:
    """The group of each row, numbered in the order of their first rows.

    `fixed`: for each row the group that it is in from the start, or -1; two of these are never joined, and theirs are
    the first numbers.
    """
    if not len(likeness):
        return np.zeros(0, dtype=int)
    start = _starting_groups(fixed or [-1] * len(likeness))
    table, sizes = _between_groups(likeness, start, max(fixed, default=-1) + 1)
    joined = np.arange(len(sizes))
    best = table.argmax(axis=1)
    value = table.max(axis=1, initial=NEVER)
    while len(value) and value.max() >= cut:
        one = int(value.argmax())
        kept, gone = sorted((one, int(best[one])))
        merged = (table[kept] * sizes[kept] + table[gone] * sizes[gone]) / (sizes[kept] + sizes[gone])
        table[kept], table[:, kept] = merged, merged
        table[gone], table[:, gone], table[kept, kept] = NEVER, NEVER, NEVER
        sizes[kept] += sizes[gone]
        joined[joined == gone] = kept
        stale = np.flatnonzero((best == kept) | (best == gone))
        stale = np.union1d(stale, [kept])
        best[stale] = table[stale].argmax(axis=1)
        value[stale] = table[stale, best[stale]]
    return renumbered(joined[start], max(fixed, default=-1) + 1)


def _starting_groups(fixed: Sequence[int]) -> Numbers:
    """The group that each row starts in: the fixed ones first, every other row by itself."""
    own = np.cumsum([group < 0 for group in fixed], dtype=int) + max(fixed, default=-1)
    return np.where(np.array(fixed, dtype=int) < 0, own, fixed)


def _between_groups(likeness: Floats, start: Numbers, fixed: int) -> tuple[Floats, Floats]:
    """The average likeness of each two groups to start with, and how many rows each has."""
    count = int(start.max(initial=-1)) + 1
    member = np.zeros((count, len(start)), dtype=np.float32)
    member[start, np.arange(len(start))] = 1
    sizes = member.sum(axis=1)
    table = member @ likeness @ member.T / np.maximum(np.outer(sizes, sizes), 1)
    table[:fixed, :fixed] = NEVER
    np.fill_diagonal(table, NEVER)
    return np.asarray(table, dtype=np.float64), sizes


def renumbered(groups: Numbers, fixed: int) -> Numbers:
    """The groups numbered in the order of their first rows, after the fixed ones."""
    numbers = {n: n for n in range(fixed)}
    return np.array([numbers.setdefault(int(g), len(numbers)) for g in groups], dtype=int)
