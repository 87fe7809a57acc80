"""Clauses in their sentences as vectors."""

from __future__ import annotations

import numpy as np

from workbench.model import Span
from workbench.nlp.clause_encoder import DIMENSIONS, encode, from_half_precision, to_half_precision

CRANE = "A crane fell onto a ship in the harbour on Monday"
TWO = f"{CRANE}, and the minister resigned."
WHOLE = Span(0, len(CRANE))
SECOND = Span(TWO.index("the minister"), len(TWO))


def test_a_vector_has_length_one() -> None:
    found = encode([(TWO, WHOLE), (TWO, SECOND)])
    assert found.shape == (2, DIMENSIONS)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_what_states_the_same_is_nearer_than_what_stands_in_the_same_sentence() -> None:
    other = "On Monday, a vessel in the harbour was hit by a falling crane."
    first, second, retold = encode([(TWO, WHOLE), (TWO, SECOND), (other, Span(0, len(other)))])
    assert first @ retold > second @ retold + 0.1


def test_the_order_and_the_company_of_clauses_change_nothing() -> None:
    alone = encode([(CRANE, WHOLE)])
    among = encode([(TWO, SECOND), (CRANE, WHOLE), ("Frogs glow.", Span(0, 5))])
    assert (alone[0] == among[1]).all()


def test_odd_clauses_have_a_vector() -> None:
    long = "word " * 5000
    found = encode([("", Span(0, 0)), ("\x00\u202e", Span(0, 2)), (long, Span(20_000, 20_004))])
    assert np.isfinite(found).all()


def test_half_precision_keeps_the_cosine() -> None:
    found = encode([(TWO, WHOLE), (TWO, SECOND)])
    again = from_half_precision(to_half_precision(found))
    assert abs(float(again[0] @ again[1]) - float(found[0] @ found[1])) < 0.01


def test_no_clauses_no_vectors() -> None:
    assert encode([]).shape == (0, DIMENSIONS)
