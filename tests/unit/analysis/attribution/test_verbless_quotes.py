from __future__ import annotations

import pytest

from tests.unit.analysis.reading import direct_speech, read_quotes


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
    found = direct_speech(f"{before} “We have had no paint since March.”")
    assert ("We have had no paint since March", ["Ana Ruiz"]) in found


def test_it_is_less_sure_than_what_has_a_verb() -> None:
    told, floating = read_quotes("Ana Ruiz said the bridge was unsafe. “We have had no paint since March.”")
    assert (floating.cue, floating.cue_text) == (None, "")
    assert floating.confidence < told.confidence


def test_it_goes_on_over_paragraphs() -> None:
    text = "Ana Ruiz said the bridge was unsafe.|“We have had no paint since March.|“And no nails.”|“Come and see it.”"
    assert direct_speech(text) == [
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
    assert direct_speech(text) == []


def test_a_bare_and_before_a_colon_leaves_the_floor_where_it_is() -> None:
    text = "Ana Ruiz added:|“The bridge stays shut.”|And:|“It was never safe.”"
    assert direct_speech(text) == [("The bridge stays shut", ["Ana Ruiz"]), ("It was never safe", ["Ana Ruiz"])]
