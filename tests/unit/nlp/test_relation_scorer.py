"""Where the pieces of a window stand as seen from a cue."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from workbench.nlp.relation_scorer import (
    DISTANCE_CLASSES,
    EXACT,
    LINE_CLASSES,
    distance_classes,
    line_classes,
    line_numbers,
    place_classes,
)
from workbench.nlp.syntax_features import NO_SYNTAX
from workbench.nlp.windows import SEP, Window


def test_pieces_near_the_cue_are_told_apart_and_far_ones_grouped() -> None:
    found = distance_classes(400, 200, 202).tolist()
    assert found[200] == found[201] == DISTANCE_CLASSES // 2
    assert all(0 <= each < DISTANCE_CLASSES for each in found)
    assert all(one <= two for one, two in pairwise(found))
    assert len(set(found[202 : 202 + EXACT])) == EXACT
    assert found[-1] == found[-2]


def test_lines_are_counted_from_the_line_of_the_cue() -> None:
    window = Window([5, SEP, 6, SEP, 7, SEP, 8, SEP, 9], [], [], NO_SYNTAX)
    numbers = line_numbers(window)
    assert line_classes(numbers, 4).tolist() == [0, 1, 1, 2, 2, 3, 3, 4, 4]


def test_a_place_is_a_distance_and_a_line() -> None:
    numbers = np.zeros(5, dtype=np.int64)
    places = place_classes(numbers, 2, 3)
    assert (places // LINE_CLASSES).tolist() == distance_classes(5, 2, 3).tolist()
    assert (places % LINE_CLASSES).tolist() == line_classes(numbers, 2).tolist()
