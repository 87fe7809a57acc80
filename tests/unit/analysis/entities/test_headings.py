from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_persons
from workbench.analysis.entities.headings import heading_tokens
from workbench.nlp.parser import parse


@pytest.mark.parametrize(
    "heading",
    [
        "Ana Ruiz Resigns After Budget Defeat In Parliament",
        "Minister Tells Tearful Ana Ruiz Enough Is Enough",
        "Threatens 'Stubborn' Ruiz With Sanctions Over Budget",
    ],
)
def test_a_heading_has_no_more_of_a_name_than_the_body(heading: str) -> None:
    found = read_persons(f"{heading}\n\nPrime Minister Ana Ruiz left office on Monday. Ruiz said she was tired.")
    assert list(found) == ["Ana Ruiz"]


def test_only_lines_of_capitals_are_headings() -> None:
    text = "Ruiz Meets Angry Farmers Near Capital\n\nAna Ruiz met some angry farmers in the capital on Monday."
    doc = parse(text)
    found = heading_tokens(doc, text)
    assert {doc[i].text for i in found} == {"Ruiz", "Meets", "Angry", "Farmers", "Near", "Capital"}
