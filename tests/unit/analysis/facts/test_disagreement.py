"""Where two passages differ in what is typed of them."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.disagreement import Passage, disagreements


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


def test_many_expressions_are_compared_in_part() -> None:
    one, other = (" ".join(f"{n} ships" for n in range(first, first + 3000)) for first in (1, 5001))
    assert len(opposed(one, other)) < 2000
