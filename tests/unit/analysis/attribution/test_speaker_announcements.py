from __future__ import annotations

import pytest

from tests.unit.analysis.reading import direct_speech


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Bridge master Ana Ruiz writes:", "Ana Ruiz"),
        ("In a note to the crew, Ana Ruiz said:", "Ana Ruiz"),
        ("The harbour ministry put out this statement:", "harbour ministry"),
        ("Reply from Ana Ruiz, the bridge master of Sund:", "Ana Ruiz"),
        ("The text of Ana Ruiz's letter in full:", "Ana Ruiz"),
        ("The paper printed a letter by Ana Ruiz:", "Ana Ruiz"),
    ],
)
@pytest.mark.parametrize("marks", ["“”", "«»", "''"])
def test_words_in_the_line_after_a_colon_are_those_of_who_is_announced(lead: str, speaker: str, marks: str) -> None:
    found = direct_speech(
        f"Bridge closed|{lead}|{marks[0]}The bridge stays shut through the winter.{marks[1]}|It rained."
    )
    assert found == [("The bridge stays shut through the winter", [speaker])]


def test_all_the_paragraphs_behind_a_colon_are_one_quote() -> None:
    text = "Ana Ruiz told the crew in a letter:|“The bridge stays shut.|“If it opens, it will fall.|“So stay away.”"
    assert direct_speech(text) == [("The bridge stays shut. … If it opens, it will fall. … So stay away", ["Ana Ruiz"])]


def test_rules_behind_a_colon_are_nobodys_words() -> None:
    assert direct_speech("The rules of the bridge are simple:|“Nobody enters without a helmet.”") == []
