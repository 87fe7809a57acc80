"""Whose position a sentence gives: of the subject, or of whoever speaks."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_stances


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The embargo was condemned by Paraguay.", ("PRY", "opposes")),
        ("Egypt’s refusal to reopen the crossing angered aid groups.", ("EGY", "ruled_out")),
        ("Kenyan President William Ruto said his government would not fund the dam.", ("KEN", "ruled_out")),
        ("“We will not send ships,” said Pia Holm, the Danish prime minister.", ("DNK", "ruled_out")),
        ("Oman and Qatar signed a pact. They pledged to share data.", ("OMN", "committed")),
    ],
)
def test_who_holds_a_position(text: str, expected: tuple[str, str]) -> None:
    assert expected in read_stances(text)


@pytest.mark.parametrize("subject", ["He", "It", "They"])
def test_nobody_speaks_of_themselves_in_the_third_person(subject: str) -> None:
    assert read_stances(f'"{subject} will leave the treaty," French President Luc Martin said.') == set()
    assert read_stances(f"French President Luc Martin said {subject.lower()} will leave the treaty.")
