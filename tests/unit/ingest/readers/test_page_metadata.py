"""The day and the authors that a page declares or prints."""

from __future__ import annotations

import json

import pytest

from tests.unit.ingest.readers.documents import (
    STORY,
    json_ld,
    read_page,
)
from tests.unit.ingest.texts import TITLE

MODIFIED = "<meta property='article:modified_time' content='2025-03-09T09:00:00Z'>"


TEASER = "<ul><li><time datetime='2023-02-11'>Feb 11, 2023</time> <a href='/x'>Another story on boats</a></li></ul>"


@pytest.mark.parametrize(
    ("head", "above", "day"),
    [
        (MODIFIED + json_ld(datePublished='"2025-03-04T09:00:00Z"'), "", "2025-03-04"),
        (MODIFIED + "<meta itemprop='datePublished' content='2025-03-04'>", "", "2025-03-04"),
        ("<meta name='DC.date.issued' content='2025-03-04'>", "", "2025-03-04"),
        ("", "<p><time datetime='2025-03-04T10:00'>4 March 2025</time></p>", "2025-03-04"),
        ("", "<div class='date'>Published March 4, 2025 4:10 PM EST</div>", "2025-03-04"),
        ("", "<div class='date'>Published 20/03/2025 16:10</div>", "2025-03-20"),
        ("", "<div><span>Port Elm</span><span>4 March 2025</span></div>", "2025-03-04"),
        ("", "<p class='date'>Published 04/03/2025 4:10 PM EST</p>", ""),
        ("", "<p>Updated <time datetime='2025-03-09'>9 March 2025</time></p>", ""),
        (json_ld(datePublished='"2025-03-05T02:30:00Z"'), "<p><time>March 4, 2025</time></p>", "2025-03-04"),
        (json_ld(datePublished='"2025-03-04T23:30:00-05:00"'), "", "2025-03-04"),
        (json_ld(datePublished='"soon"') + "<script type='application/ld+json'>{</script>", "", ""),
    ],
)
def test_the_day_is_the_one_declared_then_the_one_printed(head: str, above: str, day: str) -> None:
    assert read_page(f"<h1>{TITLE}</h1>{above}{STORY}{TEASER}", head).published_on == day


def test_the_authors_that_a_page_declares_go_before_those_it_prints() -> None:
    found = read_page(
        f"<h1>{TITLE}</h1><div class='byline'>Admin</div>{STORY}",
        json_ld(author='[{"@type":"Person","name":"Mara Voss"},{"name":"Tom Reed"}]'),
    )
    assert found.byline == "Mara Voss; Tom Reed"


def test_the_day_of_an_article_goes_before_that_of_the_page_it_stands_on() -> None:
    graph = [
        {"@type": "WebPage", "datePublished": "2019-01-01"},
        {"@type": "NewsArticle", "datePublished": "2025-03-04"},
    ]
    script = f"<script type='application/ld+json'>{json.dumps({'@graph': graph})}</script>"
    assert read_page(f"<h1>{TITLE}</h1>{STORY}", script).published_on == "2025-03-04"
