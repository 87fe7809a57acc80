from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_quotes


def said(text: str) -> list[tuple[str, list[str]]]:
    """The direct quotes of a text with their speakers; "|" stands for the end of a paragraph."""
    found = read_quotes(text.replace("|", "\n\n"))
    return [(q.text.rstrip("."), [s.name for s in q.speakers]) for q in found if q.kind == "direct"]


@pytest.mark.parametrize(
    "before",
    [
        "Bridge master Ana Ruiz said she was tired of waiting.",
        "According to bridge master Ana Ruiz, the money is gone.",
        "Bridge master Ana Ruiz went to the lectern.",
        "Ana Ruiz's answer was short.",
        "Ana Ruiz said the bridge was unsafe.|",
        "“It is late,” said Ana Ruiz, the bridge master. “Nothing moves.”|",
    ],
)
def test_a_quotation_without_a_verb_is_said_by_who_has_the_floor(before: str) -> None:
    assert ("We have had no paint since March", ["Ana Ruiz"]) in said(f"{before} “We have had no paint since March.”")


def test_it_is_less_sure_than_what_has_a_verb() -> None:
    told, floating = read_quotes("Ana Ruiz said the bridge was unsafe. “We have had no paint since March.”")
    assert (floating.cue, floating.cue_text) == (None, "")
    assert floating.confidence < told.confidence


def test_it_goes_on_over_paragraphs() -> None:
    text = "Ana Ruiz said the bridge was unsafe.|“We have had no paint since March.|“And no nails.”|“Come and see it.”"
    assert said(text) == [
        ("We have had no paint since March. … And no nails", ["Ana Ruiz"]),
        ("Come and see it", ["Ana Ruiz"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz said the bridge was safe, while Ivo Babic warned that it would fall. “Nobody should cross it.”",
        "Ana Ruiz met Ivo Babic at the bridge. “It will fall before the summer.”",
        "The notice on the bridge could not be missed. “No lorries after dark.”",
        "Ivo Babic was buried in May. “The bridge was never safe.”",
        "Ana Ruiz has written two novels. “The Long Road Home.” Both sold well.",
        "Ana Ruiz opened the so-called “green bridge” on Monday.",
        "Rain fell on the bridge. “It will fall before the summer.”",
    ],
)
def test_where_it_could_be_anybodys_it_is_nobodys(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Bridge master Ana Ruiz writes:", "Ana Ruiz"),
        ("In a note to the crew, Ana Ruiz said:", "Ana Ruiz"),
        ("The harbour ministry put out this statement:", "harbour ministry"),
        ("Reply from Ana Ruiz, the bridge master of Sund:", "Ana Ruiz"),
        ("The text of Ana Ruiz's letter in full:", "Ana Ruiz"),
        ("The paper printed a letter by Ana Ruiz:", "Ana Ruiz"),
    ],
)
@pytest.mark.parametrize("marks", ["“”", "«»", "''"])
def test_words_in_the_line_after_a_colon_are_those_of_who_is_announced(lead: str, speaker: str, marks: str) -> None:
    found = said(f"Bridge closed|{lead}|{marks[0]}The bridge stays shut through the winter.{marks[1]}|It rained.")
    assert found == [("The bridge stays shut through the winter", [speaker])]


def test_all_the_paragraphs_behind_a_colon_are_one_quote() -> None:
    text = "Ana Ruiz told the crew in a letter:|“The bridge stays shut.|“If it opens, it will fall.|“So stay away.”"
    assert said(text) == [("The bridge stays shut. … If it opens, it will fall. … So stay away", ["Ana Ruiz"])]


def test_a_bare_and_before_a_colon_leaves_the_floor_where_it_is() -> None:
    text = "Ana Ruiz added:|“The bridge stays shut.”|And:|“It was never safe.”"
    assert said(text) == [("The bridge stays shut", ["Ana Ruiz"]), ("It was never safe", ["Ana Ruiz"])]


def test_rules_behind_a_colon_are_nobodys_words() -> None:
    assert said("The rules of the bridge are simple:|“Nobody enters without a helmet.”") == []
