"""Where two passages differ in what is typed of them."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.disagreement import disagreements
from workbench.analysis.facts.passage import Passage


def opposed(one: str, other: str, day: str = "") -> list[tuple[str, str]]:
    return [
        (x.span.of(one) if x else "", y.span.of(other) if y else "")
        for x, y in disagreements(Passage(one, day), Passage(other, day))
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council will not sell the mill", "The council ruled out a sale of the mill"),
        ("The mill is closed, he said", "The mill is closed, Brandt said"),
        ("He said the mill is closed", "The mill is closed"),
        ("“The mill is closed.”", "“The mill is closed,” Brandt said."),
        ("Brandt said the mill is closed", "Mr. Brandt said the mill is closed"),
        ("Twelve ships left the port", "Ships left the port"),
        ("They met on Tuesday in Lima", "They met in Lima"),
        ("The 2-storey mill in Lima burned", "The mill burned with 15 tents"),
        ("The mill burned in May", "The mill of Theresa May burned"),
        ("Not even Peru signed the pact", "Peru signed the pact with Chile and Mali"),
        ("They hope the mill will open", "The mill opens"),
        ("A flag could be seen on the mill", "The mill had a flag"),
        ("The mill could not be saved in Lima", "The mill in Lima is lost"),
        ("They saw words that could hurt her", "He avoided the mill"),
        ("They agreed to a 90-day pause", "The pause lasts 90 days"),
        ("He would open the port", "The port did not open"),
        ("The bank sought to pay Peru", "The bank proposed to pay Peru"),
        ("They denied whatever may have burned in Lima", "They denied it in Lima"),
        ("At least 23 people were killed", "The storm injured 146, he said"),
        ("The storm killed at least 20 people", "Two farmers on foot saw it"),
        ("The report from the clerk of Lima said it burned", "The report of the clerk of Lima: it burned"),
        ("The storm left three sailors dead in Lima", "The storm in Lima killed several sailors"),
        ("They made other demands in Lima", "They made pledges in Lima, he said"),
        ("He called it a threat to the port", "He said it might threaten the port, or so it seems"),
    ],
)
def test_no_silly_difference(one: str, other: str) -> None:
    kinds = {e.kind for pair in disagreements(Passage(one), Passage(other)) for e in pair if e}
    assert kinds <= {"quotation", "strength", "hedge"} - ({"hedge"} if "seems" not in other else set())


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The fire killed 14 people, including three guards", "17 people died in the fire", ("14", "17")),
        ("More than 1,100 people left", "more than 1,200 protesters left", ("More than 1,100", "more than 1,200")),
        ("Duties rise up to 25 percent", "Duties rise from 5% to 25%", ("up to 25 percent", "25%")),
        ("The militants left the mill", "The insurgents left the mill", ("militants", "insurgents")),
        ("The men were detained in Lima", "The men were arrested in Lima", ("detained", "arrested")),
        ("the former mayor of Lima left", "the mayor of Lima left", ("former", "")),
        ("The mill reportedly burned in Lima", "The mill burned in Lima", ("reportedly", "")),
        ("The mill could open soon", "The mill will open soon", ("could", "will")),
        ("Officials said the mill in Lima burned", "The mill in Lima burned down", ("Officials", "")),
        ("The council will not sell the mill", "The council will sell the mill", ("not", "")),
        ("The mill burned, including its old wheel", "The old mill of Lima burned", ("including its old wheel", "")),
        ("The dam may already be useless", "The wall broke", ("may", "")),
        ("The mayor would open the mill", "The mayor opens the mill", ("would", "")),
        ("The bank agreed to close the mill", "The bank closed the mill", ("agreed to", "")),
        ("They saw ships and other craft in Lima", "Ships left Lima", ("other craft", "")),
        ("They have reclaimed the port", "We defeated the navy", ("reclaimed", "defeated")),
    ],
)
def test_what_an_editor_would_name(one: str, other: str, found: tuple[str, str]) -> None:
    assert found in opposed(one, other)
    assert found[::-1] in opposed(other, one)


def test_a_denial_needs_the_same_thing_said() -> None:
    assert opposed("The port did not open", "A sale of the port by the mayor of Lima would open the way") == []


def test_days_of_the_same_thing() -> None:
    one, other = "The council met on Monday in Lima", "The council met on Tuesday in Lima"
    assert ("Monday", "Tuesday") in opposed(one, other)
    assert opposed(one, other.replace("Tuesday", "Aug. 18"), "2025-08-20") == []
    far, farther = (
        "it will pass the limit of 300 kilograms by June 27",
        "The 300-kilogram limit falls on Thursday, July 27",
    )
    assert ("June 27", "July 27") in opposed(far, farther)
    assert opposed(far, "Lima met Peru on Thursday, July 27") == []


def test_many_expressions_are_compared_in_part() -> None:
    one, other = (" ".join(f"{n} ships" for n in range(first, first + 3000)) for first in (1, 5001))
    assert len(opposed(one, other)) < 2000


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“The mill is closed and empty.”", "The mill is closed and empty."),
        ("Brandt said there was “a lot of rain in Lima”", "there was a lot of rain in Lima,” he added."),
        ("“We are going to try to open the mill”", "We're going to try to open up that mill"),
        ("Officials said the mill in Lima burned down", "Brandt hinted the mill in Lima burned down"),
        ("Brandt said the mill could open soon", "it sounded to me as if the mill could open soon"),
        ("The mill maybe could open in May", "The mill could open in May"),
    ],
)
def test_what_is_quoted_or_said_elsewhere_is_not_told_as_lacking(one: str, other: str) -> None:
    kinds = {e.kind for pair in disagreements(Passage(one), Passage(other)) for e in pair if e}
    assert kinds.isdisjoint({"quotation", "attribution", "hedge"})


def test_a_verb_stands_against_the_one_that_is_said_of_the_same() -> None:
    one, other = "Brandt ruled out new mills whenever he was asked", "Brandt refused new mills"
    assert [pair for pair in opposed(one, other) if "asked" in pair] == []
    assert ("ruled out", "refused") in opposed(one, other)
