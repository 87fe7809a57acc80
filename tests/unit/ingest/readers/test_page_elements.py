"""The text of an article in a page, whatever elements hold it."""

from __future__ import annotations

import pytest

from tests.unit.ingest.readers.documents import (
    STORY,
    read_page,
)
from tests.unit.ingest.texts import FIRST, SECOND, THIRD, TITLE
from workbench.errors import SourceError


def test_words_of_q_get_quotation_marks() -> None:
    text = read_page(
        f"<h1>{TITLE}</h1><p><q>The <b>lamp</b> is gone,</q> she said.</p><p><q>“No,”</q> he said.</p>{STORY}"
    ).text
    assert "“The lamp is gone,” she said." in text
    assert "“No,” he said." in text


def test_a_break_within_a_sentence_is_a_space() -> None:
    text = read_page(
        f"<h1>{TITLE}</h1><p>The mayor said on Monday<br>that the lamp stays<br/>in the tower.<br>It is old.</p>{STORY}"
    ).text
    assert "The mayor said on Monday that the lamp stays in the tower.\nIt is old." in text


@pytest.mark.parametrize("kind", ["ul", "ol"])
@pytest.mark.parametrize("around", ["article", "div"])
def test_a_list_between_paragraphs_is_part_of_the_story(kind: str, around: str) -> None:
    items = "<li>No boat may enter before May.</li><li>Divers are paid by the day.</li>"
    text = read_page(
        f"<h1>{TITLE}</h1><p>{FIRST}</p><{kind}>{items}</{kind}><p>{SECOND}</p><p>{THIRD}</p>", around=around
    ).text
    assert f"{FIRST}\nNo boat may enter before May.\nDivers are paid by the day.\n{SECOND}" in text.replace("- ", "")


def test_a_list_below_the_headline_and_one_of_terms_are_part_of_the_story() -> None:
    points = "<ul><li>No boat may enter before May.</li></ul>"
    terms = "<dl><dt>Pay</dt><dd>Divers are paid by the day.</dd></dl>"
    text = read_page(f"<h1>{TITLE}</h1>{points}<p>{FIRST}</p>{terms}<p>{SECOND}</p><p>{THIRD}</p>", around="div").text
    assert f"No boat may enter before May.\n{FIRST}\nPay\nDivers are paid by the day.\n{SECOND}" in text


def test_a_page_of_nothing_but_a_consent_box_has_no_article() -> None:
    box = f"<div id='consent'><p>{'We and our partners keep cookies, and you may choose which. ' * 5}</p></div>"
    with pytest.raises(SourceError, match="No article"):
        read_page(box, around="div")


def test_a_list_of_links_is_not() -> None:
    links = "<li><a href='/1'>Ten lamps that went out for good</a></li><li><a href='/2'>Boats for sale in Elm</a></li>"
    body = f"<h1>{TITLE}</h1><p>{FIRST}</p><ul>{links}</ul><p>{SECOND}</p><p>{THIRD}</p>"
    assert "Boats for sale" not in read_page(body, around="div").text


def test_an_article_in_an_aside_is_found_and_a_consent_box_is_not_taken_for_it() -> None:
    consent = f"<div id='cookie-notice'><p>{'We keep cookies to show you content that fits you. ' * 5}</p></div>"
    found = read_page(f"{consent}<div><aside><h1>{TITLE}</h1>{STORY}</aside></div>", around="div")
    assert SECOND in found.text
    assert "cookies" not in found.text


def test_a_registration_box_is_left_out_and_a_story_in_such_a_box_is_not() -> None:
    box = "<div class='regwall'><p>Three of three articles are read. An account costs nothing here.</p></div>"
    assert "account" not in read_page(f"<h1>{TITLE}</h1>{STORY}{box}").text
    assert SECOND in read_page(f"<div class='subscription-content'>{STORY}</div>").text


def test_a_table_that_lays_out_is_paragraphs() -> None:
    text = read_page(f"<table><tr><td><p>{FIRST}</p><p>{SECOND}</p></td></tr></table><p>{THIRD}</p>").text
    assert text.endswith(f"{FIRST}\n{SECOND}\n{THIRD}")


def test_elements_side_by_side_are_two_words() -> None:
    text = read_page(f"<h1>{TITLE}</h1><div><span>Port Elm</span><span>4 March 2025</span></div>{STORY}").text
    assert "Elm4" not in text


@pytest.mark.parametrize("tag", ["div", "q", "ul", "table", "aside", "span"])
def test_deep_nesting_breaks_nothing(tag: str) -> None:
    try:
        found = read_page(f"<h1>{TITLE}</h1>{STORY}" + f"<{tag}>" * 3000 + "x" + f"</{tag}>" * 3000)
    except SourceError:
        return
    assert FIRST in found.text
