"""Records: one article per line."""

from __future__ import annotations

import json

import pytest

from tests.unit.ingest.readers.documents import (
    read_document,
)
from tests.unit.ingest.texts import BODY, TITLE
from workbench.errors import SourceError
from workbench.ingest import source_text
from workbench.model import Document, Span


def test_a_record() -> None:
    record = {
        "content": BODY,
        "title": TITLE,
        "publisher": "The Elm Courier",
        "url": "https://elm.example/2025/03/04/lamp",
        "byline": "Mara Voss",
        "language": "en-GB",
        "score": 0.5,
    }
    found = read_document(Document("a.jsonl#1", json.dumps(record).encode(), "application/json", "utf-8"))
    assert (found.text, found.title, found.outlet, found.byline) == (BODY, TITLE, "The Elm Courier", "Mara Voss")
    assert (found.published_on, found.language) == ("2025-03-04", "en")


@pytest.mark.parametrize("record", [{}, {"text": ""}, {"text": 5, "body": None}, {"title": TITLE}])
def test_a_record_without_text(record: dict[str, object]) -> None:
    with pytest.raises(SourceError, match="no text"):
        read_document(Document("a.jsonl#1", json.dumps(record).encode(), "application/json", "utf-8"))


def test_lone_surrogates_in_a_record_go() -> None:
    found = read_document(
        Document("a", b'{"text": "One \\ud800word and more.", "title": "\\udfffT"}', "application/json", "utf-8")
    )
    assert (found.text, found.title) == ("One word and more.", "T")


@pytest.mark.parametrize(
    "record",
    [
        {"body": BODY, "source": {"uri": "elm.example", "title": "The Elm Courier"}, "dateTime": "2025-03-04T16:40:00Z",
         "authors": [{"name": "Mara Voss"}], "url": "https://elm.example/a"},
        {"content": BODY, "source": {"id": None, "name": "The Elm Courier"}, "publishedAt": "2025-03-04T16:40:00Z",
         "author": "Mara Voss", "url": {"canonical": "https://elm.example/a"}},
        {"text": BODY, "sitename": "The Elm Courier", "date": "2025-03-04", "author": "Mara Voss",
         "source": "https://elm.example/a"},
        {"articleBody": BODY, "publisher": "The Elm Courier", "Date Published": "4 March 2025",
         "authors": ["Mara Voss"], "source-url": "https://elm.example/a"},
        {"text": BODY, "source": "The Elm Courier", "pubDate": "Tue, 04 Mar 2025 16:40:00 GMT",
         "creator": ["Mara Voss"], "link": "https://elm.example/a"},
    ],
)  # fmt: skip
def test_records_of_news_services(record: dict[str, object]) -> None:
    found = read_document(Document("a.jsonl#1", json.dumps(record).encode(), "application/json", "utf-8"))
    assert (found.outlet, found.published_on, found.byline) == ("The Elm Courier", "2025-03-04", "Mara Voss")
    assert (found.url, found.text) == ("https://elm.example/a", BODY)


def test_html_in_a_record_is_read_without_its_tags() -> None:
    said = "&ldquo;We&rsquo;re done,&rdquo; she said &amp; left."
    content = f"<style>p{{}}</style><p>The lamp is <b>lit</b>.</p><p>{said}<br>It rained.</p>"
    record = {"content": content, "title": "A lamp &amp; a tower"}
    document = Document("a.jsonl#1", json.dumps(record).encode(), "application/json", "utf-8")
    found = read_document(document)
    assert found.text == "The lamp is lit.\n\n“We’re done,” she said & left.\nIt rained."
    assert found.title == "A lamp & a tower"
    span = Span(found.text.index("done"), found.text.index("done") + 4)
    assert found.offsets.span_to_raw(span).of(source_text(document)) == "done"


def test_a_record_without_html_keeps_its_signs() -> None:
    text = "If 3 < 4 and x > y then a <b> is no tag of a story; AT&T said so."
    document = Document(
        "a.jsonl#1", json.dumps({"text": text.replace("<b> ", "")}).encode(), "application/json", "utf-8"
    )
    assert read_document(document).text == text.replace("<b> ", "")
