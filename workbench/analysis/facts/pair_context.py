"""What the other clauses of two articles say of a pair: whether each is the other's nearest, what stands beside them.

Outlets that rewrite one source tell it in one order, so that what comes before and behind the same fact is alike too.
Only the two articles count: a further article changes nothing of what was judged before.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.nlp.linear_chain import Floats

CONTEXT_NAMES = (
    "meaning", "rank_least", "rank_most", "behind_least", "behind_most", "next_best", "near_best", "next_mean",
    "beside_best", "places_apart", "place_first", "place_last",
)  # fmt: skip
_NEXT = ((-1, -1), (1, 1))
_NEAR = (*_NEXT, (-2, -2), (2, 2), (-1, 1), (1, -1))
_BESIDE = ((0, 1), (0, -1), (1, 0), (-1, 0))
USUAL = 0.15
"""The cosine that stands for a clause that is not there: that of most clauses of one story."""
USUAL_BEST = 0.45
"""The least that a nearest clause is taken to have: in an article of few clauses it is no feat to be the nearest."""
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class PairPlaces:
    """Where pairs of clauses stand, all with a clause of one article; clauses in text order."""

    likeness: Floats
    """Cosines, (clauses of the one, other articles, most clauses of another); -inf where another has fewer."""
    sizes: Rows
    """How many clauses each of the others has."""
    rows: Rows
    """For each pair the clause of the one, then the other article, then the clause of that."""
    others: Rows
    columns: Rows


def context_features(at: PairPlaces) -> Floats:
    """A row of CONTEXT_NAMES for each pair; which of the two articles comes first does not matter.

    Ranks count from 0, as logarithms; places go from 0 to 1, and the only clause of an article stands in the middle.
    """
    height, width = len(at.likeness), at.sizes[at.others]
    across, down = at.likeness[at.rows, at.others], at.likeness[:, at.others, at.columns].T
    own = at.likeness[at.rows, at.others, at.columns]

    def around(steps: tuple[tuple[int, int], ...]) -> Floats:
        return np.stack([_beside(at, width, *step) for step in steps])

    ranks = np.log1p([(across > own[:, None]).sum(1), (down > own[:, None]).sum(1)])
    best = np.maximum(np.stack([across.max(1), down.max(1)]), USUAL_BEST)
    behind = np.minimum(own - best, 0.0)
    places = np.stack([(at.rows + 0.5) / height, (at.columns + 0.5) / width])
    following = around(_NEXT)
    found = (
        own, ranks.min(0), ranks.max(0), behind.max(0), behind.min(0), following.max(0), around(_NEAR).max(0),
        np.maximum(following, 0.0).mean(0), around(_BESIDE).max(0), abs(places[0] - places[1]), places.min(0),
        places.max(0),
    )  # fmt: skip
    return np.stack(found, axis=1).astype(np.float32)


def _beside(at: PairPlaces, width: Rows, down: int, right: int) -> Floats:
    """The cosines of what stands so far down and right of each pair."""
    rows, columns = at.rows + down, at.columns + right
    inside = (rows >= 0) & (rows < len(at.likeness)) & (columns >= 0) & (columns < width)
    return np.where(inside, at.likeness[np.where(inside, rows, 0), at.others, np.where(inside, columns, 0)], USUAL)
