from __future__ import annotations

import pytest

from tests.unit.analysis.reading import speaker_of


def meant(text: str, pronoun: str) -> str:
    """Whom the last such pronoun of a text stands for, by name."""
    return speaker_of(text, pronoun).name


def test_a_title_says_who_fits() -> None:
    text = "Mr. Juan Perez met Mrs. Ana Ruiz on Monday. {} said the border stays open."
    assert meant(text.format("He"), "He") == "Juan Perez"
    assert meant(text.format("She"), "She") == "Ana Ruiz"


def test_earlier_pronouns_say_who_fits() -> None:
    text = (
        "Ana Ruiz brought her papers. She was calm. Juan Perez read his own notes, and he smiled. "
        "Juan Perez asked Ana Ruiz to wait. She said the border stays open."
    )
    assert meant(text, "She") == "Ana Ruiz"


def test_whom_a_verb_acts_on_is_not_who_acts() -> None:
    assert meant("Ana Ruiz called Juan Perez. Juan Perez told her to wait.", "her") == "Ana Ruiz"


def test_a_chain_of_pronouns_goes_on_over_sentences() -> None:
    text = (
        "Ana Ruiz opened the port. She thanked the workers. The weather was fine that day. "
        "Ships came in from the north. She said the border stays open."
    )
    assert meant(text, "She") == "Ana Ruiz"


@pytest.mark.parametrize("text", ["The mother wept. She said it was over.", "She said it was over."])
def test_nobody_named_is_nobody(text: str) -> None:
    assert meant(text, "She") == ""


@pytest.mark.parametrize(
    ("first", "he", "she"),
    [
        (
            "Juko Berg met Tiru Lund on Tuesday. “I will not sign,” he said. {} said more would come.",
            "Juko Berg",
            "Tiru Lund",
        ),
        ("Paul Reed met Lena Fox at noon. {} said the road was shut.", "Paul Reed", "Lena Fox"),
        ("Karl Blum praised Nora Stein. He left at ten. {} said nothing.", "Karl Blum", "Nora Stein"),
    ],
)
def test_who_was_a_he_is_not_taken_for_a_she(first: str, he: str, she: str) -> None:
    assert meant(first.format("She"), "She") == she
    assert meant(first.format("He"), "He") == he


def test_whom_somebody_acts_on_does_not_say_what_they_are() -> None:
    text = "Juko Berg met Tiru Lund. Lund asked him to stay. Lund left. {} said it was late."
    assert meant(text.format("She"), "She") == "Tiru Lund"


def test_the_wife_of_a_king_is_a_she() -> None:
    text = "Mary Stone, the wife of King Carl Frost, met the press. {} said the hall was cold."
    assert meant(text.format("She"), "She") == "Mary Stone"


def test_somebody_without_a_name_is_nobody_named() -> None:
    text = "Mayor Juan Perez had visited.\n\nThe shop was shut. A mechanic told the station that he was tired."
    assert meant(text, "he") == ""
