"""Whose parliament somebody sits in, as the press writes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.knowledge.legislators import legislator_country, us_legislator, us_state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("R-Texas", "Texas"),
        ("(R-TX)", "Texas"),
        ("D-Calif., said", "California"),
        ("Sen. Jane Doe (D-N.Y.)", "New York"),
        ("R–W.Va.", "West Virginia"),
        ("R-La.", "Louisiana"),
        ("I-Vt.", "Vermont"),
        ("D-NY12", "New York"),
        ("Rep. John Doe, Democrat of New York", "New York"),
        ("a Republican from Florida", "Florida"),
        ("Sen. Jane Doe of Ohio", "Ohio"),
    ],
)
def test_a_member_of_the_us_congress(text: str, state: str) -> None:
    assert us_legislator(text) == state
    assert legislator_country(text) == "USA"


@pytest.mark.parametrize(
    "text",
    ["an R-rated film", "on D-Day", "vitamin D-in", "Democrats of all ages", "TD Bank", "LTD", "a senator", ""],
)
def test_no_legislator(text: str) -> None:
    assert us_legislator(text) == ""
    assert legislator_country(text) == ""


@pytest.mark.parametrize(("text", "code"), [("a Sinn Fein TD", "IRL"), ("two MSPs", "GBR"), ("the Dutch MEP", "EU")])
def test_members_of_other_parliaments(text: str, code: str) -> None:
    assert legislator_country(text) == code


@pytest.mark.parametrize(("form", "state"), [("CA", "California"), ("Calif.", "California"), ("in", "")])
def test_forms_of_a_state(form: str, state: str) -> None:
    assert us_state(form) == state


@given(st.text(alphabet="RDI-–. TexasCalif,()ofDemocrat", max_size=60))
def test_any_text_may_be_asked_about(text: str) -> None:
    assert legislator_country(text) in ("", "USA", "IRL")
