"""Who bears a name: in full, in another transliteration, by the family name alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.knowledge.office_holders import Match, find_bearers


def best(name: str) -> tuple[str, Match] | None:
    """The first bearer's name and how the name fits."""
    found = find_bearers(name)
    return (found[0][0].name, found[0][1]) if found else None


def bearers(name: str) -> set[str]:
    """The names of all who bear a name."""
    return {bearer.name for bearer, _ in find_bearers(name)}


@pytest.mark.parametrize(
    ("name", "bearer"),
    [
        ("Donald Trump", "Donald Trump"),
        ("Donald J. Trump", "Donald Trump"),
        ("DONALD TRUMP", "Donald Trump"),
        ("Michael Pence", "Mike Pence"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Kim Jong Un", "Kim Jong Un"),
        ("Xi Jinping", "Xi Jinping"),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
        ("Enrique Peña Nieto", "Enrique Pena Nieto"),
        ("Abdel-Fattah al-Sissi", "Abdel Fattah el-Sisi"),
        ("Jean Yves Le Drian", "Jean-Yves Le Drian"),
    ],
)
def test_a_name_in_full(name: str, bearer: str) -> None:
    assert bearer in bearers(name)


def test_another_transliteration_is_near() -> None:
    assert best("Hossein Dehqan") == ("Hossein Dehghan", "near")


@pytest.mark.parametrize(
    "name", ["Trump", "al-Assad", "Assad", "bin Salman", "Le Drian", "Ban", "Xi", "Park", "Merkel"]
)
def test_the_family_name_alone(name: str) -> None:
    assert "family" in {match for _, match in find_bearers(name)}


@pytest.mark.parametrize("name", ["Fred Trump", "Wendy Merkel", "Kim Jong-ho Smith", "", "-", "Qwrtzp Zzyx"])
def test_another_given_name_is_another_person(name: str) -> None:
    assert find_bearers(name) == ()


@given(st.text(max_size=80))
def test_any_text_may_be_asked_for(name: str) -> None:
    for bearer, _ in find_bearers(name):
        assert bearer.terms
