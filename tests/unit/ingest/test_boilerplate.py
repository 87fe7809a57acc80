"""Lists of links at the end and titles of videos go; a list of the article stays."""

from __future__ import annotations

import pytest

from tests.unit.ingest.texts import BODY, FIRST, SECOND
from workbench.ingest.cleaning import clean


def test_the_title_of_a_video_goes_wherever_it_stands_with_its_length() -> None:
    raw = f"{FIRST}\n\nDivers find the lamp\n\nDivers find the lamp 03:16\n\n{SECOND}\n\nThe ferry leaves at 7:30"
    assert clean(raw).text == f"{FIRST}\n\n{SECOND}\n\nThe ferry leaves at 7:30"


@pytest.mark.parametrize(
    "marker",
    [
        "You may also like",
        "You might also be interested in:",
        "Read more",
        "READ ALSO",
        "Related articles",
        "Related",
        "More from Port Elm",
        "Recommended for you",
        "Trending now",
        "Most popular",
        "Don't miss",
        "Lire aussi :",
        "Читайте также:",
        "More in Coast",
    ],
)
def test_a_list_of_links_at_the_end_is_cut(marker: str) -> None:
    links = (
        "Boat show opens in the rain\n‘I sold my house for a lamp’\nIs this the end of fog?\nPrices LIVE: tide turns"
    )
    assert clean(f"{BODY}\n{marker}\n{links}").text == BODY


def test_a_list_without_such_a_heading_is_the_articles_own() -> None:
    raw = f"{BODY}\n\nThose who voted for it\n\nInes Calder\n\nTomas Reed\n\nAda Finch"
    assert clean(raw).text == raw


def test_a_list_that_sentences_follow_is_the_articles_own() -> None:
    raw = f"{FIRST}\n\nRelated\n\nThe old quay\n\n{SECOND}"
    assert clean(raw).text == raw
