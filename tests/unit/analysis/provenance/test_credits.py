"""Credits: whom a text names as its source, and what for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.provenance.credits import find_credits


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("According to a report from Reuters, the mine will reopen.", ["Reuters"]),
        ("The mine will reopen, Bloomberg reported on Friday.", ["Bloomberg"]),
        ("“We are ready,” the captain told AFP.", ["Agence France-Presse"]),
        ("LISBON (AP) — The bridge is open again.", ["Associated Press"]),
        ("The bridge is open.\n*Source: The Coastal Herald*", ["Coastal Herald"]),
        ("As first reported by Axios, the talks have failed.", ["Axios"]),
        ("She told the Daily Planet and, later, Reuters reported the same.", ["Daily Planet", "Reuters"]),
        ("The mine will reopen, according to Reuters. Two ships left.", ["Reuters"]),
        ("The mine will reopen, according to the St. Louis Post. Two ships left.", ["St. Louis Post"]),
        ("According to Emmanuel Macron, the law will pass.", []),
        ("The general told NATO that the base was ready, according to the Ministry of Defence.", []),
        ("Norway reported a surplus, she told parliament.", []),
        ("The mine will reopen, the newspaper Sólin reported.", ["Sólin"]),
        ("The French daily Le Soir du Nord, citing sources, said no more.", ["Le Soir du Nord"]),
        ("She told state broadcaster TVX that it was over.", ["TVX"]),
        ("It will reopen, according to the official Xinhua News Agency.", ["Xinhua"]),
        ("(Reuters) - The bridge is open again.", ["Reuters"]),
        ("The mayor said so in an exclusive interview on Wednesday.", []),
        ("Consumer prices (CPI) – a measure of inflation – rose.", []),
        ("According to a report from the WHO, the wave is over.", []),
        ("The appendix of the Mid Year Review reports two losses.", []),
        ("A spokeswoman told the Press on Friday. News reports say more.", []),
        ("", []),
    ],
)
def test_credits(text: str, origins: list[str]) -> None:
    assert [row.origin for row in find_credits(text, "A1")] == origins


def test_a_credit_has_its_place_once() -> None:
    text = "Reuters reported the sale. The price was not given, according to Reuters."
    [row] = find_credits(text, "A1")
    assert row.span
    assert row.span.of(text) == "Reuters"
    assert row.span.start == 0


@settings(max_examples=40)
@given(st.text(alphabet="aA.(),:’ \n–", max_size=60), st.sampled_from(["told Reuters", "(AP) - ", "Source: BBC"]))
def test_any_text(text: str, credit: str) -> None:
    for row in find_credits(text + credit + text, "A1"):
        assert row.span
        assert row.span.of(text + credit + text)
