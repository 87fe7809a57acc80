"""Names of persons as words that can be compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.knowledge.names import Name, family_names, is_one_given_name, read_name, words_of


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Abdel-Fattah el-Sisi", "abd fattah sisi"),
        ("Abdelfattah al-Sisi", "abd fattah sisi"),
        ("Ali Abdullah Saleh", "ali abdullah saleh"),
        ("Mohamed ElBaradei", "mohamed baradei"),
        ("H.R. McMaster", "h r mcmaster"),
        ("Robert “Beto” O’Rourke", "robert orourke"),
        ("Jean-Yves Le Drian", "jean yves le drian"),
        ("Wolfgang Schaeuble", "wolfgang schauble"),
        ("Wolfgang Schäuble", "wolfgang schauble"),
        ("Al Gore", "al gore"),
    ],
)
def test_a_name_is_folded_to_plain_words(name: str, words: str) -> None:
    assert words_of(name) == tuple(words.split())


def test_titles_and_generations_stand_apart() -> None:
    assert read_name("King Abdullah II") == Name(("abdullah",), "king", "ii")
    assert read_name("Stephen A. Doe Jr.") == Name(("stephen", "a", "doe"), "", "jr")
    assert read_name("Harry Doe Junior").generation == "jr"


@pytest.mark.parametrize(
    ("name", "country", "families"),
    [
        ("Ursula von der Leyen", "DEU", {"von der leyen", "der leyen"}),
        ("Xi Jinping", "CHN", {"xi"}),
        ("Ban Ki-moon", "KOR", {"ban"}),
        ("Carrie Lam", "HKG", {"lam"}),
        ("Enrique Pena Nieto", "MEX", {"pena", "nieto", "pena nieto"}),
        ("Juan Manuel Santos", "COL", {"santos"}),
        ("Mohammed bin Salman", "SAU", {"bin salman"}),
        ("Abiy Ahmed", "ETH", {"abiy", "ahmed"}),
    ],
)
def test_the_family_name_is_where_the_country_has_it(name: str, country: str, families: set[str]) -> None:
    assert {" ".join(f) for f in family_names(words_of(name), [country])} == families


@pytest.mark.parametrize(
    ("one", "other"), [("mike", "michael"), ("william j", "bill"), ("h r", "herbert raymond"), ("jong un", "jongun")]
)
def test_given_names_of_one_person(one: str, other: str) -> None:
    assert is_one_given_name(words_of(one), words_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("george w", "george h w"), ("j", "john"), ("mary", "jane"), ("mohammed", "mohammed irfan"), ("", "jane")],
)
def test_given_names_of_two(one: str, other: str) -> None:
    assert not is_one_given_name(words_of(one), words_of(other))


@given(st.text(max_size=300))
def test_any_text_may_be_a_name(text: str) -> None:
    assert read_name(" ".join(words_of(text))).words or not words_of(text)
