"""Which others a passage speaks of beside somebody or something that another names, too."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.companions import companions


@pytest.mark.parametrize(
    ("text", "other", "found"),
    [
        ("Peru asked Chile and other countries in the region", "Peru asked Chile", ["other countries"]),
        ("They met Peru and others.", "Peru met them", ["others"]),
        ("a pact of Peru and Chile", "the pact of Peru", []),
        ("Peru and other countries left the pact", "Peru left", []),
        ("a pact of Peru and other countries", "a storm in Mali", []),
        ("for the mill and others, he said", "the mill and others, he said", []),
        ("and other and", "and other", []),
    ],
)
def test_which_others_are_named(text: str, other: str, found: list[str]) -> None:
    assert [span.of(text) for span in companions(text, other)] == found
