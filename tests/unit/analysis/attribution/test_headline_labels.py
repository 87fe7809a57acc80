from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_quotes

BODY = "\n\nMayor Ana Ruiz spoke on Monday of the bridge.\n"


@pytest.mark.parametrize(
    "label", ["Interview", "Opinion", "Watch", "Watch live", "Exclusive", "Fact check", "In pictures", "Podcast", "Q&A"]
)
def test_a_label_of_a_headline_says_nothing(label: str) -> None:
    for said in ("“The bridge is closing”", "The bridge must be closed by June"):
        found = read_quotes(f"{label}: {said}{BODY}")
        assert all(not s.mention or s.mention.start >= len(label) for q in found for s in q.speakers)


def test_the_guest_of_an_interview_speaks() -> None:
    (quote,) = (q for q in read_quotes(f"Interview with Ana Ruiz: “The bridge is closing”{BODY}") if q.kind == "direct")
    assert [s.name for s in quote.speakers] == ["Ana Ruiz"]


@pytest.mark.parametrize("speaker", ["Ana Ruiz", "Police"])
def test_who_speaks_in_a_headline_is_no_label(speaker: str) -> None:
    (quote,) = (q for q in read_quotes(f"{speaker}: “The bridge is closing”{BODY}") if q.kind == "direct")
    assert [s.label for s in quote.speakers] == [speaker]
