"""Short texts as vectors whose dot product is their likeness."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.nlp import sentence_encoder
from workbench.nlp.sentence_encoder import DIMENSIONS, CachedEncoder, encode, from_half_precision, to_half_precision

TEXTS = ["sending ground troops", "deploying soldiers", "lower tariffs on cars"]


def test_texts_of_like_meaning_are_near() -> None:
    rows = encode(TEXTS)
    assert rows.shape == (3, DIMENSIONS)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


def test_a_text_has_the_same_vector_whatever_stands_beside_it() -> None:
    alone = [sentence_encoder._encoder().run([text])[0] for text in TEXTS]
    assert np.allclose(encode([*TEXTS, TEXTS[0], "a much longer text " * 20])[:4], [*alone, alone[0]], atol=1e-5)


def test_a_text_of_late_is_not_encoded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = encode(TEXTS)
    monkeypatch.setattr(sentence_encoder, "_encoder", lambda: pytest.fail("again"))
    assert np.array_equal(encode(TEXTS[::-1]), rows[::-1])


def test_of_many_texts_only_the_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_encoder, "RECENT", 2)
    monkeypatch.setattr(sentence_encoder, "_recent", {})
    assert len(encode(TEXTS)) == len(TEXTS)
    assert list(sentence_encoder._recent) == TEXTS[1:]


def test_no_texts_have_no_rows() -> None:
    assert encode([]).shape == (0, DIMENSIONS)


def test_what_is_stored_comes_back_nearly_the_same() -> None:
    rows = encode(TEXTS)
    assert np.allclose(from_half_precision(to_half_precision(rows)), rows, atol=1e-3)


def test_no_text_is_encoded_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    first = CachedEncoder({})
    rows = first(TEXTS)
    assert set(first.used) == set(TEXTS)
    monkeypatch.setattr(sentence_encoder, "encode", lambda texts: encode([]) if not texts else pytest.fail("again"))
    assert np.array_equal(CachedEncoder(first.used)(TEXTS), rows)
