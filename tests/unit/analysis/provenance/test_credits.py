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


BODY = "The mine will reopen.\nTwo ships left."
LINES = "A.\nB.\nC.\nD.\n"


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("It rained. The mine will reopen, Reuters reported. Ships left.", ["The mine will reopen, Reuters reported."]),
        ("It rained. Reuters wrote so. The agency added more. Ships.", ["Reuters wrote so. The agency added more."]),
        ("It rained. Reuters wrote so. Ships left.\nThree, according to the paper.", ["Reuters wrote so."]),
        ("It rained.\nHe told Reuters: “We go. We go now. Soon.” So.", ["He told Reuters: “We go. We go now. Soon.”"]),
        (f"It rained.\n{BODY} (Reuters)\nThree came.", ["Two ships left. (Reuters"]),
        ("Reuters wrote so. It rained. Ships left, according to Reuters.",
         ["Reuters wrote so.", "Ships left, according to Reuters."]),
        (f"PARIS (Reuters) - {BODY}\nLONDON (AFP) - More.", [f"PARIS (Reuters) - {BODY}\n"]),
        (f"{LINES}PARIS (Reuters) - {BODY}", [f"PARIS (Reuters) - {BODY}"]),
        (f"{LINES}Source: Reuters\n{BODY}\nE.\nF.\nG.", ["D.\nSource: Reuters"]),
    ],
)  # fmt: skip
def test_a_credit_is_for_the_passage_it_stands_in(text: str, passages: list[str]) -> None:
    row = next(row for row in find_credits(text, "A1") if row.origin == "Reuters")
    assert row.passages is not None
    assert [span.of(text) for span in row.passages] == passages
    assert 0 < row.share < 1


@pytest.mark.parametrize("text", [f"LISBON (AP) — {BODY}", f"A title\nLISBON (AP) — {BODY}", f"{BODY}\n*Source: AP*"])
def test_a_dateline_and_a_source_line_are_for_all_of_it(text: str) -> None:
    [row] = find_credits(text, "A1")
    assert (row.passages, row.share) == (None, 0.0)


@pytest.mark.parametrize("text", ["He told Reuters that. " * 4000, "told Reuters " * 4000, "PARIS (AP) - x\n" * 4000])
def test_thousands_of_credits_are_one_credit(text: str) -> None:
    assert len(find_credits(text, "A1")) == 1


@settings(max_examples=40)
@given(st.text(alphabet="aA.(),:’ \n–", max_size=60), st.sampled_from(["told Reuters", "(AP) - ", "Source: BBC"]))
def test_any_text(text: str, credit: str) -> None:
    for row in find_credits(text + credit + text, "A1"):
        assert row.span
        assert row.span.of(text + credit + text)
        assert row.is_of([row.span])
