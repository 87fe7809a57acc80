"""Pages as they are: the day, the authors and the text of an article, whatever elements hold them."""

from __future__ import annotations

import json

import pytest

from tests.unit.ingest.texts import BODY, FIRST, SECOND, THIRD, TITLE
from workbench.errors import SourceError
from workbench.ingest import build_article
from workbench.ingest.bylines import tidy_byline
from workbench.ingest.dates import find_date, find_dates
from workbench.model import Article, Document

STORY = "".join(f"<p>{text}</p>" for text in BODY.split("\n\n"))


def page(body: str, head: str = "", around: str = "article") -> Article:
    text = f"<html lang='en'><head><title>{TITLE}</title>{head}</head><body><{around}>{body}</{around}></body></html>"
    return build_article(Document("a.html", text.encode(), "text/html", "utf-8"), {})


def ld(**fields: str) -> str:
    inner = ",".join(f'"{name}":{value}' for name, value in {"@type": '"NewsArticle"', **fields}.items())
    return f'<script type="application/ld+json">{{"@graph":[{{{inner}}}]}}</script>'


MODIFIED = "<meta property='article:modified_time' content='2025-03-09T09:00:00Z'>"
TEASER = "<ul><li><time datetime='2023-02-11'>Feb 11, 2023</time> <a href='/x'>Another story on boats</a></li></ul>"


@pytest.mark.parametrize(
    ("head", "above", "day"),
    [
        (MODIFIED + ld(datePublished='"2025-03-04T09:00:00Z"'), "", "2025-03-04"),
        (MODIFIED + "<meta itemprop='datePublished' content='2025-03-04'>", "", "2025-03-04"),
        ("<meta name='DC.date.issued' content='2025-03-04'>", "", "2025-03-04"),
        ("", "<p><time datetime='2025-03-04T10:00'>4 March 2025</time></p>", "2025-03-04"),
        ("", "<div class='date'>Published March 4, 2025 4:10 PM EST</div>", "2025-03-04"),
        ("", "<div class='date'>Published 20/03/2025 16:10</div>", "2025-03-20"),
        ("", "<div><span>Port Elm</span><span>4 March 2025</span></div>", "2025-03-04"),
        ("", "<p class='date'>Published 04/03/2025 4:10 PM EST</p>", ""),
        ("", "<p>Updated <time datetime='2025-03-09'>9 March 2025</time></p>", ""),
        (ld(datePublished='"2025-03-05T02:30:00Z"'), "<p><time>March 4, 2025</time></p>", "2025-03-04"),
        (ld(datePublished='"2025-03-04T23:30:00-05:00"'), "", "2025-03-04"),
        (ld(datePublished='"soon"') + "<script type='application/ld+json'>{</script>", "", ""),
    ],
)
def test_the_day_is_the_one_declared_then_the_one_printed(head: str, above: str, day: str) -> None:
    assert page(f"<h1>{TITLE}</h1>{above}{STORY}{TEASER}", head).published_on == day


@pytest.mark.parametrize(
    ("value", "iso"),
    [("20/08/2025", "2025-08-20"), ("08/20/2025", "2025-08-20"), ("20.08.2025", "2025-08-20"),
     ("8-8-2025", "2025-08-08"), ("09/08/2025", ""), ("32/08/2025", ""), ("20/20/2025", "")],
)  # fmt: skip
def test_numbers_are_a_date_where_they_can_be_read_one_way_only(value: str, iso: str) -> None:
    assert find_date(value) == iso


def test_all_dates_of_a_text() -> None:
    assert find_dates("From 4 March 2025 to 2025-03-09, not 04/05/2025.") == ["2025-03-04", "2025-03-09"]


@pytest.mark.parametrize(
    ("printed", "byline"),
    [
        ("By Mara Voss", "Mara Voss"),
        ("Mara Voss March 4, 2025", "Mara Voss"),
        ("Mara Voss August", "Mara Voss"),
        ("Mara Voss; Political Correspondent in Port Elm", "Mara Voss"),
        ("By Mara Voss, Chief Editor and Tom Reed in Leith", "Mara Voss and Tom Reed"),
        ("Mara Voss, Tom Reed and Ada Finch", "Mara Voss, Tom Reed and Ada Finch"),
        ("Mara Voss; Senior Reporter; Leith", "Mara Voss"),
        ("Mara Voss, Reporter, Tom Reed", "Mara Voss, Tom Reed"),
        ("Mara Voss; Photos by Tom Reed", "Mara Voss"),
        ("mara@elm.example Mara Voss @maravoss", "Mara Voss"),
        ("Mara Voss (Elm Courier) 10:30 AM", "Mara Voss"),
        ("Mara Voss | Reuters", "Mara Voss | Reuters"),
        ("Reuters Staff", "Reuters Staff"),
        ("Staff Writer", ""),
        ("[[Mara Voss]], [[people/Tom Reed|Tom Reed]]", "Mara Voss, Tom Reed"),
        ("April Jones", "April Jones"),
        ("John May", "John May"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("", ""),
    ],
)
def test_a_byline_is_names(printed: str, byline: str) -> None:
    assert tidy_byline(printed) == byline


def test_the_authors_that_a_page_declares_go_before_those_it_prints() -> None:
    found = page(
        f"<h1>{TITLE}</h1><div class='byline'>Admin</div>{STORY}",
        ld(author='[{"@type":"Person","name":"Mara Voss"},{"name":"Tom Reed"}]'),
    )
    assert found.byline == "Mara Voss; Tom Reed"


@pytest.mark.parametrize("line", ["Mara Voss August 20, 2025", "By Mara Voss, Political Correspondent in Port Elm"])
def test_of_a_printed_byline_only_the_name_is_the_author(line: str) -> None:
    assert page(f"<h1>{TITLE}</h1><div class='byline'>{line}</div>{STORY}").byline == "Mara Voss"


def test_words_of_q_get_quotation_marks() -> None:
    text = page(
        f"<h1>{TITLE}</h1><p><q>The <b>lamp</b> is gone,</q> she said.</p><p><q>“No,”</q> he said.</p>{STORY}"
    ).text
    assert "“The lamp is gone,” she said." in text
    assert "“No,” he said." in text


def test_a_break_within_a_sentence_is_a_space() -> None:
    text = page(
        f"<h1>{TITLE}</h1><p>The mayor said on Monday<br>that the lamp stays<br/>in the tower.<br>It is old.</p>{STORY}"
    ).text
    assert "The mayor said on Monday that the lamp stays in the tower.\nIt is old." in text


@pytest.mark.parametrize("kind", ["ul", "ol"])
@pytest.mark.parametrize("around", ["article", "div"])
def test_a_list_between_paragraphs_is_part_of_the_story(kind: str, around: str) -> None:
    items = "<li>No boat may enter before May.</li><li>Divers are paid by the day.</li>"
    text = page(
        f"<h1>{TITLE}</h1><p>{FIRST}</p><{kind}>{items}</{kind}><p>{SECOND}</p><p>{THIRD}</p>", around=around
    ).text
    assert f"{FIRST}\nNo boat may enter before May.\nDivers are paid by the day.\n{SECOND}" in text.replace("- ", "")


def test_a_list_below_the_headline_and_one_of_terms_are_part_of_the_story() -> None:
    points = "<ul><li>No boat may enter before May.</li></ul>"
    terms = "<dl><dt>Pay</dt><dd>Divers are paid by the day.</dd></dl>"
    text = page(f"<h1>{TITLE}</h1>{points}<p>{FIRST}</p>{terms}<p>{SECOND}</p><p>{THIRD}</p>", around="div").text
    assert f"No boat may enter before May.\n{FIRST}\nPay\nDivers are paid by the day.\n{SECOND}" in text


def test_a_page_of_nothing_but_a_consent_box_has_no_article() -> None:
    box = f"<div id='consent'><p>{'We and our partners keep cookies, and you may choose which. ' * 5}</p></div>"
    with pytest.raises(SourceError, match="No article"):
        page(box, around="div")


def test_the_day_of_an_article_goes_before_that_of_the_page_it_stands_on() -> None:
    graph = [
        {"@type": "WebPage", "datePublished": "2019-01-01"},
        {"@type": "NewsArticle", "datePublished": "2025-03-04"},
    ]
    script = f"<script type='application/ld+json'>{json.dumps({'@graph': graph})}</script>"
    assert page(f"<h1>{TITLE}</h1>{STORY}", script).published_on == "2025-03-04"


def test_a_list_of_links_is_not() -> None:
    links = "<li><a href='/1'>Ten lamps that went out for good</a></li><li><a href='/2'>Boats for sale in Elm</a></li>"
    assert (
        "Boats for sale"
        not in page(f"<h1>{TITLE}</h1><p>{FIRST}</p><ul>{links}</ul><p>{SECOND}</p><p>{THIRD}</p>", around="div").text
    )


def test_an_article_in_an_aside_is_found_and_a_consent_box_is_not_taken_for_it() -> None:
    consent = f"<div id='cookie-notice'><p>{'We keep cookies to show you content that fits you. ' * 5}</p></div>"
    found = page(f"{consent}<div><aside><h1>{TITLE}</h1>{STORY}</aside></div>", around="div")
    assert SECOND in found.text
    assert "cookies" not in found.text


def test_a_registration_box_is_left_out_and_a_story_in_such_a_box_is_not() -> None:
    box = "<div class='regwall'><p>Three of three articles are read. An account costs nothing here.</p></div>"
    assert "account" not in page(f"<h1>{TITLE}</h1>{STORY}{box}").text
    assert SECOND in page(f"<div class='subscription-content'>{STORY}</div>").text


def test_a_table_that_lays_out_is_paragraphs() -> None:
    text = page(f"<table><tr><td><p>{FIRST}</p><p>{SECOND}</p></td></tr></table><p>{THIRD}</p>").text
    assert text.endswith(f"{FIRST}\n{SECOND}\n{THIRD}")


def test_elements_side_by_side_are_two_words() -> None:
    text = page(f"<h1>{TITLE}</h1><div><span>Port Elm</span><span>4 March 2025</span></div>{STORY}").text
    assert "Elm4" not in text


@pytest.mark.parametrize("tag", ["div", "q", "ul", "table", "aside", "span"])
def test_deep_nesting_breaks_nothing(tag: str) -> None:
    try:
        found = page(f"<h1>{TITLE}</h1>{STORY}" + f"<{tag}>" * 3000 + "x" + f"</{tag}>" * 3000)
    except SourceError:
        return
    assert FIRST in found.text
