"""What the other clauses of two articles say of a pair: whether each is the other's nearest, what stands beside them.

Outlets that rewrite one source tell it in one order, so that what comes before and behind the same fact is alike too.
Only the two articles count: a further article changes nothing of what was judged before.
"""

from __future__ import annotations

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
_REACH = 2
USUAL = 0.15
"""The cosine that stands for a clause that is not there: that of most clauses of one story."""
USUAL_BEST = 0.45
"""The least that a nearest clause is taken to have: in an article of few clauses it is no feat to be the nearest."""
Rows = NDArray[np.intp]


def context_features(likeness: Floats, rows: Rows, columns: Rows) -> Floats:
    """A row of CONTEXT_NAMES for each pair; which of the two articles comes first does not matter.

    `likeness`: cosines, (clauses of one article, clauses of the other), both in text order. Ranks count from 0, as
    logarithms; places go from 0 to 1, and the only clause of an article stands in the middle.
    """
    own = likeness[rows, columns]
    padded = np.pad(likeness, _REACH, constant_values=USUAL)

    def around(steps: tuple[tuple[int, int], ...]) -> Floats:
        return np.stack([padded[rows + _REACH + down, columns + _REACH + right] for down, right in steps])

    ranks = np.log1p([(likeness[rows] > own[:, None]).sum(1), (likeness[:, columns] > own).sum(0)])
    best = np.maximum(np.stack([likeness.max(1)[rows], likeness.max(0)[columns]]), USUAL_BEST)
    behind = np.minimum(own - best, 0.0)
    places = np.stack([(rows + 0.5) / likeness.shape[0], (columns + 0.5) / likeness.shape[1]])
    following = around(_NEXT)
    found = (
        own, ranks.min(0), ranks.max(0), behind.max(0), behind.min(0), following.max(0), around(_NEAR).max(0),
        np.maximum(following, 0.0).mean(0), around(_BESIDE).max(0), abs(places[0] - places[1]), places.min(0),
        places.max(0),
    )  # fmt: skip
    return np.stack(found, axis=1).astype(np.float32)
