from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_entities
from workbench.analysis.entities.scene import FEATURES, Scene, sort_of
from workbench.model import Span

ABOUT_JORDAN = "The bridge in Jordan fell. Jordanian police closed the road. Jordan's army came. "
ABOUT_CONGRESS = "Sen. Ann Poe, R-Ohio, spoke in the House Judiciary Committee. Republicans in Congress left. "


def country_of(text: str, mention: str, kind: str) -> str:
    scene = read_entities(text).scene
    start = text.index(mention)
    return scene.country_of(Span(start, start + len(mention)), mention, sort_of(mention, kind))


@pytest.mark.parametrize(
    ("text", "mention", "kind", "country"),
    [
        (ABOUT_JORDAN + "A shopkeeper said no.", "A shopkeeper", "anonymous", "JOR"),
        (ABOUT_CONGRESS + "Several lawmakers said no.", "Several lawmakers", "group", "USA"),
        ("The bridge fell. A shopkeeper said no.", "A shopkeeper", "anonymous", ""),
        (
            "Chad, Peru, Cuba, Fiji, Oman and Mali met. A shopkeeper said no.",
            "A shopkeeper",
            "anonymous",
            "",
        ),
        (ABOUT_CONGRESS + "Chad helped. A senior administration official said no.", "A senior a", "anonymous", "USA"),
    ],
)
def test_who_speaks_is_of_where_the_story_is_set_if_that_is_clear(
    text: str, mention: str, kind: str, country: str
) -> None:
    assert country_of(text, mention, kind) == country


@pytest.mark.parametrize(
    ("words", "kind", "sort"),
    [
        ("a senior official", "anonymous", "official"),
        ("lawmakers", "group", "politician"),
        ("an analyst", "anonymous", "expert"),
        ("a witness", "anonymous", "private"),
        ("his sister Ana", "person", "family"),
        ("Acme", "organisation", "body"),
        ("people", "anonymous", "source"),
        ("", "person", "plain"),
    ],
)
def test_what_words_call_somebody(words: str, kind: str, sort: str) -> None:
    assert sort_of(words, kind) == sort


def test_every_candidate_has_every_feature_and_none_is_one() -> None:
    text = ABOUT_JORDAN + "A shopkeeper said no."
    found = read_entities(text).scene.candidates(Span(0, 3), "a shopkeeper", "private")
    assert {c.code for c in found} == {"", "JOR"}
    assert all(len(c.features) == len(FEATURES) for c in found)


def test_a_text_without_any_country_has_no_scene() -> None:
    assert Scene("", ()).country_of(Span(0, 0), "", "plain") == ""
