"""Whether two spellings are one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.knowledge.transliteration import is_same_name, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dehqan", "dehghan"),
        ("zelensky", "zelenskyy"),
        ("qaddafi", "gadhafi"),
        ("soleimani", "suleimani"),
        ("rouhani", "rohani"),
        ("yanukovych", "yanukovich"),
        ("nasrallah", "nasralla"),
        ("sisi", "sissi"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert is_same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hasan", "husain"),
        ("salim", "salam"),
        ("ahmed", "ahmadi"),
        ("miller", "muller"),
        ("mahmoud", "mohammed"),
        ("lee", "lu"),
        ("medvedev", "medvedeva"),
    ],
)
def test_names_of_different_people(one: str, other: str) -> None:
    assert not is_same_name(one, other)


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_two_texts_are_compared_alike_from_both_sides(one: str, other: str) -> None:
    assert is_same_name(one, other) == is_same_name(other, one)
    assert is_same_name(one, one)
    assert isinstance(skeleton(one), str)
