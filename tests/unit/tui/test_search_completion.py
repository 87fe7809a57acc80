"""What the search field offers at the cursor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.search_completion import Known, completions, remembered
from workbench.views import Facet, Vocabulary

KNOWN = Known(
    Vocabulary(
        {"outlet": "who published it", "speaker": "who said it", "stance": "supports, ...", "date": "a day"},
        (
            Facet("outlet", "Coastal Wire", 7),
            Facet("outlet", "Wire", 3),
            Facet("country", "CÔT", 2, "Côte d’Ivoire"),
            Facet("speaker", "Ana Wireman", 2),
            Facet("speaker", "O", 1),
        ),
    )
)


def at_end(text: str, **more: tuple[str, ...]) -> list[str]:
    return [offer.text for offer in completions(text, len(text), KNOWN, more.get("recent", ()))]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("out", ["outlet:"]),
        ("-out", ["-outlet:"]),
        ("troops out", ["troops outlet:"]),
        ("(troops OR sta", ["(troops OR stance:"]),
        ("outlet:", ['outlet:"Coastal Wire" ', "outlet:Wire "]),
        ("outlet:wi", ['outlet:"Coastal Wire" ', "outlet:Wire "]),
        ("wireman", ['speaker:"Ana Wireman" ']),
        ('outlet:"coastal w', ['outlet:"Coastal Wire" ']),
        ("cote", ["country:CÔT "]),
        ("date:", []),
        ("nofield:w", []),
        ('"wire', []),
        ("o", []),
    ],
)
def test_fields_and_values_are_offered_for_what_is_begun(typed: str, wanted: list[str]) -> None:
    assert at_end(typed) == wanted


def test_what_stands_behind_the_cursor_stays() -> None:
    [offer] = completions("outlet:co troops", 9, KNOWN)
    assert offer.text == 'outlet:"Coastal Wire" troops'
    assert offer.text[: offer.at] == 'outlet:"Coastal Wire" '


def test_nothing_that_is_there_already_is_offered() -> None:
    assert at_end('outlet:"Coastal Wire"') == []
    assert at_end("speaker:O") == []


def test_an_empty_field_offers_what_was_searched_for_before() -> None:
    recent = remembered(remembered(remembered((), "a"), "b"), "a")
    assert recent == ("a", "b")
    assert at_end("", recent=recent) == ["a", "b"]
    assert remembered(recent, "") == recent


@given(st.text(), st.integers(0, 30))
def test_any_text_gives_offers_whose_cursor_stands_in_them(text: str, cursor: int) -> None:
    for offer in completions(text, min(cursor, len(text)), KNOWN, ("before",)):
        assert 0 <= offer.at <= len(offer.text)
