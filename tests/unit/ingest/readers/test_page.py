"""Pages: the article in HTML, within limits of time and size."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.unit.ingest.readers.documents import (
    html_document,
    paragraphs,
    read_document,
)
from tests.unit.ingest.texts import FIRST, SECOND, THIRD, TITLE
from workbench.errors import SourceError
from workbench.ingest.readers import page
from workbench.model import Document

HEAD = (
    f"<title>{TITLE} | The Elm Courier</title><meta property='og:title' content='{TITLE}'>"
    "<meta property='og:site_name' content='The Elm Courier'><meta name='author' content='Mara Voss'>"
    "<meta property='article:published_time' content='2025-03-04T09:00:00Z'>"
    "<link rel='canonical' href='https://elm.example/lamp'>"
)


def test_a_page() -> None:
    found = read_document(html_document(f"<h1>{TITLE}</h1>" + paragraphs(FIRST, SECOND, THIRD), HEAD))
    assert (found.title, found.outlet, found.byline) == (TITLE, "The Elm Courier", "Mara Voss")
    assert (found.published_on, found.url) == ("2025-03-04", "https://elm.example/lamp")
    assert all(text in found.text for text in (FIRST, SECOND, THIRD))


def test_a_page_without_a_date_gets_none() -> None:
    assert (
        read_document(
            html_document(paragraphs(FIRST, SECOND, THIRD) + "<footer>Copyright 2019 Elm</footer>")
        ).published_on
        == ""
    )


@pytest.mark.parametrize(
    "reference", ["&#27;", "&#x1b;", "&#0;", "&#x202E;", "&#xD800;", "&#99999999;", "\x00", "\x1b", "\x9b"]
)
def test_control_characters_do_not_lose_a_page(reference: str) -> None:
    found = read_document(html_document(paragraphs(reference + FIRST, SECOND, THIRD)))
    assert FIRST in found.text


def test_references_to_windows_quote_marks_are_read_as_browsers_do() -> None:
    assert page.strip_control_characters("&#147;x&#148; &#38; &#x263A;") == "“x” &#38; &#x263A;"


def test_a_page_in_its_declared_character_set() -> None:
    data = f"<html><head><meta charset='windows-1251'></head><body>{paragraphs('Маяк')}</body></html>".encode("cp1251")
    assert page.page_charset(data) == "windows-1251"
    assert page.page_charset(data.replace(b"windows-1251", b"no-such-set")) != "no-such-set"


@pytest.mark.parametrize(
    "text", ["<html></html>", "<html><body><nav><a href='/'>Home</a></nav></body></html>", "<" * 500]
)
def test_a_page_without_an_article_is_an_error(text: str) -> None:
    with pytest.raises(SourceError):
        read_document(Document("a.html", text.encode(), "text/html", "utf-8"))


def test_files_are_not_read_through_entities(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("the hidden words")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = f"{entity}<html><body>{paragraphs(FIRST + '&x;', SECOND, THIRD)}</body></html>"
    assert "hidden" not in read_document(Document("a.html", text.encode(), "text/html", "utf-8")).text


def test_a_page_of_many_tags_is_read_apart() -> None:
    found = read_document(html_document(paragraphs(FIRST, SECOND, THIRD) + "<br>" * (page.MAX_TAGS_HERE + 1), HEAD))
    assert FIRST in found.text
    assert found.title == TITLE


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(SourceError, match="took more than"):
        page.extract_in_child_process("<html><body><article>" + "<p>x y" * 60_000, seconds=0.2)


def test_a_page_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MAX_LENGTH", 1000)
    with pytest.raises(SourceError, match="too large"):
        read_document(html_document(paragraphs(FIRST) * 20))


def test_the_extraction_writes_nothing_on_the_terminal() -> None:
    script = "from workbench.ingest.readers import page; print(page.extract('<html></html>'))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{}\n", "")
