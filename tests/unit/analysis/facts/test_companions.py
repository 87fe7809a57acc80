"""Whom or what a passage names beside somebody or something that another names, too."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.companions import companions


@pytest.mark.parametrize(
    ("text", "other", "found"),
    [
        ("a pact of Peru and Chile", "the pact of Peru", ["Chile"]),
        ("a pact of Chile and Peru", "the pact of Peru", ["Chile"]),
        ("Peru asked Chile and other countries in the region", "Peru asked Chile", ["other countries"]),
        ("ships and Lena Brandt, who saw them", "the ships", ["Lena Brandt"]),
        ("a pact of Peru and the United States", "the US and Peru", []),
        ("Brandt met Kurz and Novak sold the mill", "Brandt met Kurz", []),
        ("a round of golf of Brandt and Kurz", "his round with Brandt", []),
        ("a pact of Peru and Chile", "a storm in Mali", []),
        ("and Peru and", "Peru", []),
        ("for the mill and others, he said", "the mill and others, he said", []),
    ],
)
def test_who_is_named_besides(text: str, other: str, found: list[str]) -> None:
    assert [span.of(text) for span in companions(text, other)] == found
