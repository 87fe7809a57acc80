"""Mr, Mrs and Ms decide between bearers of one family name."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import speaker_of
from workbench.analysis.entities import honorifics


def meant(text: str, mention: str) -> str:
    return speaker_of(text, mention).name


@pytest.mark.parametrize(
    ("first", "titles"),
    [
        ("John Hale and Susan Hale run the inn.", {"Ms. Hale": "Susan Hale", "Mr. Hale": "John Hale"}),
        (
            "Juko Mori and his sister Sumiru Mori met reporters.",
            {"Ms Mori": "Sumiru Mori", "Mr Mori": "Juko Mori", "Miss Mori": "Sumiru Mori"},
        ),
        (
            "Sir Osric Drake and Lady Odile Drake opened the hall.",
            {"Lady Drake": "Odile Drake", "Lord Drake": "Osric Drake", "Sir Osric": "Osric Drake"},
        ),
        (
            "Prime Minister Oro Bekele met Tiru Bekele, his wife.",
            {"Mrs Bekele": "Tiru Bekele", "Mr Bekele": "Oro Bekele"},
        ),
    ],
)
def test_a_title_leaves_one_of_two(first: str, titles: dict[str, str]) -> None:
    for title, name in titles.items():
        assert meant(f"{first} The crowd waited. {title} said the day was fine.", title) == name


def test_a_title_that_fits_two_alike_is_nobody() -> None:
    assert meant("Odu Bekele and Tiru Bekele spoke. Mrs Bekele said it was late.", "Mrs Bekele") == ""


def test_a_title_that_fits_nobody_is_a_person_of_its_own() -> None:
    text = "Oro Bekele came with his sister Tiru Bekele, but Oro Bekele left. Mr Bekele said it was late."
    assert meant(text, "Mr Bekele") == "Oro Bekele"
    assert meant("The sister, Mrs Tiru Bekele, left. Mr Bekele said it was late.", "Mr Bekele") == "Bekele"


def test_mr_and_mrs_without_a_full_name_are_two() -> None:
    text = "Mr. Nakamura met Mrs. Nakamura. Mrs. Nakamura said the plant was safe."
    assert meant(text, "Mrs. Nakamura") == "Mrs. Nakamura"


def test_the_title_teaches_the_right_person() -> None:
    text = "Juko Mori and his sister Sumiru Mori spoke. Ms Mori said she was tired. Mr Mori left. {} said so."
    assert meant(text.format("She"), "She") == "Sumiru Mori"


def test_bearer() -> None:
    known = {"A X": "he", "B X": "", "C X": ""}
    assert honorifics.bearer_of_title(["A X", "B X"], "he", known) == "A X"
    assert honorifics.bearer_of_title(["A X", "B X"], "she", known) == "B X"
    assert honorifics.bearer_of_title(["A X", "B X", "C X"], "she", known) is None
    assert honorifics.bearer_of_title(["A X"], "she", known) == ""
