"""Rows joined into the groups whose B-cubed F1 is likely to be highest, by how likely two of them belong together.

B-cubed asks of each row what share of its group belongs with it, and what share of all that does is in its group; of
groups, the sum over their rows is known from the chances alone. One decision: the rows that surely belong together are
joined first, which is quick (`linkage`); then, step by step, the groups that raise the F1 most, while any do.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.analysis.positions.linkage import Numbers, join_groups, renumbered
from workbench.nlp.linear_chain import Floats

SURE = 0.6
"""The chance on average from which groups are joined without more ado."""
NEARLY = 0.9
"""What share of the best step's gain others must have to be made at the same time."""
STILL_THERE = 0.9
"""The share of groups that are not gone below which those that are are left out."""


def group_rows(chances: Floats, sharpness: float, fixed: Sequence[int] = ()) -> Numbers:
    """The group of each row, numbered in the order of their first rows; `fixed` as in `join_groups`.

    `chances`: how likely each two rows belong together. Their power `sharpness` is what counts: above 1 it makes up
    for chances that are too high where few belong together.
    """
    start = join_groups(chances, SURE, fixed)
    groups = _Groups(np.asarray(chances, dtype=np.float32) ** sharpness, start, max(fixed, default=-1) + 1)
    while groups.improve():
        pass
    return renumbered(groups.of_row, max(fixed, default=-1) + 1)


class _Groups:
    """Groups of rows, and how well they are likely to do; of the first `fixed`, no two are joined.

    The tables of groups by groups are most of the work: what was joined to another is only marked as gone, and left
    out when it is many.
    """

    def __init__(self, chances: Floats, start: Numbers, fixed: int) -> None:
        np.fill_diagonal(chances, 1)
        self.of_row, self.fixed = start, fixed
        count = int(start.max(initial=-1)) + 1
        member = np.zeros((count, len(start)), dtype=np.float32)
        member[start, np.arange(len(start))] = 1
        self.size = member.sum(axis=1)
        self.left = np.ones(count, dtype=bool)
        self.together = member @ chances @ member.T
        shares = member @ (chances / chances.sum(axis=1, keepdims=True)) @ member.T
        self.inside, self.found = np.diag(self.together).copy(), np.diag(shares).copy()
        self.findable = shares + shares.T
        self.purer, self.fuller = self._purer(np.arange(count)), self.findable / len(start)

    def improve(self) -> bool:
        """Join the groups that raise the F1 most, and others nearly as good; False where none does."""
        if self.left.sum() < 2:
            return False
        gains = self._gains()
        groups = np.arange(len(self.size))
        best = gains.argmax(axis=1)
        gain = gains[groups, best]
        if gain.max() <= 0:
            return False
        chosen = (best[best] == groups) & (groups < best) & (gain >= NEARLY * gain.max())
        self._join(groups[chosen], best[chosen])
        return True

    def _purer(self, some: Numbers) -> Floats:
        """What joining some groups with each other one adds to the precision."""
        pure = self.inside / self.size
        purer = 2 * self.together[some] + self.inside[some, None] + self.inside
        purer /= self.size[some, None] + self.size
        purer -= pure[some, None] + pure
        return np.asarray(purer / len(self.of_row))

    def _gains(self) -> Floats:
        """What joining each two groups adds to the F1."""
        rows, left = len(self.of_row), self.left
        precision = float((self.inside[left] / self.size[left]).sum()) / rows
        recall = float(self.found[left].sum()) / rows
        purer, fuller = precision + self.purer, recall + self.fuller
        gains = 2 * purer
        gains *= fuller
        purer += fuller
        gains /= purer
        gains -= 2 * precision * recall / (precision + recall)
        gains[: self.fixed, : self.fixed] = -1
        np.fill_diagonal(gains, -1)
        gains[~left], gains[:, ~left] = -1, -1
        return np.asarray(gains)

    def _join(self, kept: Numbers, gone: Numbers) -> None:
        self.inside[kept] += self.inside[gone] + 2 * self.together[kept, gone]
        self.found[kept] += self.found[gone] + self.findable[kept, gone]
        self.size[kept] += self.size[gone]
        for table in (self.together, self.findable):
            table[kept] += table[gone]
            table[:, kept] += table[:, gone]
        self.purer[kept], self.fuller[kept] = self._purer(kept), self.findable[kept] / len(self.of_row)
        self.purer[:, kept], self.fuller[:, kept] = self.purer[kept].T, self.fuller[kept].T
        self.left[gone] = False
        number = np.arange(len(self.size))
        number[gone] = kept
        self.of_row = number[self.of_row]
        if self.left.sum() < STILL_THERE * len(self.left):
            self._leave_out_gone()

    def _leave_out_gone(self) -> None:
        left = self.left
        self.of_row = (np.cumsum(left) - 1)[self.of_row]
        self.size, self.inside, self.found = self.size[left], self.inside[left], self.found[left]
        self.together, self.findable = (table[left][:, left] for table in (self.together, self.findable))
        self.purer, self.fuller = (table[left][:, left] for table in (self.purer, self.fuller))
        self.left = left[left]
