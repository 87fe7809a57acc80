"""Markdown, records and pages: the words without the format, and what the format states."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.unit.ingest.texts import BODY, FIRST, SECOND, THIRD, TITLE
from workbench.errors import SourceError
from workbench.ingest import build_article, source_text
from workbench.ingest.readers import page
from workbench.ingest.readers.markdown import drop_marks
from workbench.ingest.tracked_text import TrackedText
from workbench.model import Article, Document, Span

FRONT = "---\ntitle: {0}\noutlet: The Elm Courier\ndate: 2025-03-04\nauthor: [Mara Voss, Tom Reed]\nurl: https://elm.example/a\n---\n"


def markdown(text: str) -> Document:
    return Document("a.md", text.encode(), "text/markdown", "utf-8")


def read(document: Document) -> Article:
    return build_article(document, {})


def html(body: str, head: str = "") -> Document:
    text = f"<!doctype html><html lang='en'><head>{head}</head><body><article>{body}</article></body></html>"
    return Document("a.html", text.encode(), "text/html", "utf-8")


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_front_matter() -> None:
    found = read(markdown(FRONT.format("A lamp: lit").replace("A lamp: lit", '"A lamp: lit"') + f"\n{BODY}\n"))
    assert (found.title, found.outlet, found.published_on) == ("A lamp: lit", "The Elm Courier", "2025-03-04")
    assert (found.byline, found.url, found.text) == ("Mara Voss, Tom Reed", "https://elm.example/a", BODY)


@pytest.mark.parametrize(
    "block",
    [
        "title: [unclosed",
        "title: {a: b",
        "- just\n- a list",
        "!!python/object/apply:os.system ['true']",
        "\t- x",
        "a: &a [*b]",
        "date: 2025-13-45",
        "? [a]\n: b\n: c",
    ],
)
def test_broken_front_matter_loses_nothing(block: str) -> None:
    assert BODY in read(markdown(f"---\n{block}\n---\n\n{BODY}")).text


def test_front_matter_that_yaml_refuses_is_read_line_by_line() -> None:
    found = read(markdown(f"---\ntitle: Elm: a 'lamp'\ntags:\ndate: 2025-03-04\n---\n\n{BODY}"))
    assert (found.title, found.published_on, found.text) == ("Elm: a 'lamp", "2025-03-04", BODY)


def test_front_matter_of_odd_types_states_nothing() -> None:
    found = read(
        markdown(f"---\ntitle: [1, {{a: b}}]\noutlet: 5\ndate: true\nauthor: null\nurl: javascript:x\n---\n{BODY}")
    )
    assert (found.title, found.outlet, found.published_on, found.byline, found.url) == ("", "", "", "", "")


def test_control_characters_in_stated_values_go() -> None:
    found = read(markdown(f'---\ntitle: "A \\e[31mlamp\\0 \\n lit"\n---\n{BODY}'))
    assert found.title == "A [31mlamp lit"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("## A heading ##", "A heading"),
        ("> quoted words", "quoted words"),
        ("a **bold** and *thin* word", "a bold and thin word"),
        ("**bold *both* bold**", "bold both bold"),
        ("see [the page](https://x.example/a_(b)) there", "see the page there"),
        ("an ![image](x.png) here", "an  here"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        (r"literal \*stars\*", "literal *stars*"),
        ("`code`", "code"),
        ("“the [government’s] plan”", "“the [government’s] plan”"),
        ("a<br>b <!-- secret --> c", "ab  c"),
        ("<https://x.example>", "https://x.example"),
    ],
)
def test_marks_of_markdown_go(marked: str, plain: str) -> None:
    assert drop_marks(TrackedText.of(marked)).text == plain


def test_offsets_lead_back_to_the_file() -> None:
    document = markdown(FRONT.format("Lamp") + f"\n# {TITLE}\r\n\r\n**{FIRST}**\r\n\r\n> {SECOND}\r\n")
    found, raw = read(document), source_text(document)
    assert found.text == f"{TITLE}\n\n{FIRST}\n\n{SECOND}"
    for words in (TITLE, FIRST, SECOND, "the mayor"):
        start = found.text.index(words)
        assert found.offsets.span_to_raw(Span(start, start + len(words))).of(raw) == words


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
    found = read(Document("a.jsonl#1", json.dumps(record).encode(), "application/json", "utf-8"))
    assert (found.text, found.title, found.outlet, found.byline) == (BODY, TITLE, "The Elm Courier", "Mara Voss")
    assert (found.published_on, found.language) == ("2025-03-04", "en")


@pytest.mark.parametrize("record", [{}, {"text": ""}, {"text": 5, "body": None}, {"title": TITLE}])
def test_a_record_without_text(record: dict[str, object]) -> None:
    with pytest.raises(SourceError, match="no text"):
        read(Document("a.jsonl#1", json.dumps(record).encode(), "application/json", "utf-8"))


def test_lone_surrogates_in_a_record_go() -> None:
    found = read(
        Document("a", b'{"text": "One \\ud800word and more.", "title": "\\udfffT"}', "application/json", "utf-8")
    )
    assert (found.text, found.title) == ("One word and more.", "T")


HEAD = (
    f"<title>{TITLE} | The Elm Courier</title><meta property='og:title' content='{TITLE}'>"
    "<meta property='og:site_name' content='The Elm Courier'><meta name='author' content='Mara Voss'>"
    "<meta property='article:published_time' content='2025-03-04T09:00:00Z'>"
    "<link rel='canonical' href='https://elm.example/lamp'>"
)


def test_a_page() -> None:
    found = read(html(f"<h1>{TITLE}</h1>" + paragraphs(FIRST, SECOND, THIRD), HEAD))
    assert (found.title, found.outlet, found.byline) == (TITLE, "The Elm Courier", "Mara Voss")
    assert (found.published_on, found.url) == ("2025-03-04", "https://elm.example/lamp")
    assert all(text in found.text for text in (FIRST, SECOND, THIRD))


def test_a_page_without_a_date_gets_none() -> None:
    assert read(html(paragraphs(FIRST, SECOND, THIRD) + "<footer>Copyright 2019 Elm</footer>")).published_on == ""


@pytest.mark.parametrize(
    "reference", ["&#27;", "&#x1b;", "&#0;", "&#x202E;", "&#xD800;", "&#99999999;", "\x00", "\x1b", "\x9b"]
)
def test_control_characters_do_not_lose_a_page(reference: str) -> None:
    found = read(html(paragraphs(reference + FIRST, SECOND, THIRD)))
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
        read(Document("a.html", text.encode(), "text/html", "utf-8"))


def test_files_are_not_read_through_entities(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("the hidden words")
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = f"{entity}<html><body>{paragraphs(FIRST + '&x;', SECOND, THIRD)}</body></html>"
    assert "hidden" not in read(Document("a.html", text.encode(), "text/html", "utf-8")).text


def test_a_page_of_many_tags_is_read_apart() -> None:
    found = read(html(paragraphs(FIRST, SECOND, THIRD) + "<br>" * (page.MAX_TAGS_HERE + 1), HEAD))
    assert FIRST in found.text
    assert found.title == TITLE


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(SourceError, match="took more than"):
        page.extract_in_child_process("<html><body><article>" + "<p>x y" * 60_000, seconds=0.2)


def test_a_page_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MAX_LENGTH", 1000)
    with pytest.raises(SourceError, match="too large"):
        read(html(paragraphs(FIRST) * 20))


def test_the_extraction_writes_nothing_on_the_terminal() -> None:
    script = "from workbench.ingest.readers import page; print(page.extract('<html></html>'))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{}\n", "")


def test_front_matter_of_a_web_clipper() -> None:
    authors = 'author:\n  - "[[Mara Voss]]"\n  - "[[people/Tom Reed|Tom Reed]]"'
    rest = 'source: "https://elm.example/a"\npublished: 2025-03-04\ncreated: 2025-03-09'
    block = f'---\ntitle: "A lamp"\n{authors}\n{rest}\n---\n'
    found = read(markdown(block + BODY))
    assert (found.byline, found.url, found.published_on) == (
        "Mara Voss, Tom Reed",
        "https://elm.example/a",
        "2025-03-04",
    )
    assert (found.outlet, found.text) == ("", BODY)


def test_front_matter_between_plus_signs() -> None:
    block = '+++\ntitle = "A lamp"\ndate = 2025-03-04T10:00:00Z\nauthors = ["Mara Voss"]\n[extra]\nx = 1\n+++\n'
    for media_type in ("text/markdown", "text/plain"):
        found = read(Document("a.md", (block + BODY).encode(), media_type, "utf-8"))
        assert (found.title, found.published_on, found.byline) == ("A lamp", "2025-03-04", "Mara Voss")
        assert found.text == BODY


@pytest.mark.parametrize("block", ["title = ", "x", "a = 1\na = 2", "[[[", ""])
def test_broken_toml_loses_nothing(block: str) -> None:
    assert BODY in read(markdown(f"+++\n{block}\n+++\n\n{BODY}")).text


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
    found = read(Document("a.jsonl#1", json.dumps(record).encode(), "application/json", "utf-8"))
    assert (found.outlet, found.published_on, found.byline) == ("The Elm Courier", "2025-03-04", "Mara Voss")
    assert (found.url, found.text) == ("https://elm.example/a", BODY)


def test_html_in_a_record_is_read_without_its_tags() -> None:
    said = "&ldquo;We&rsquo;re done,&rdquo; she said &amp; left."
    content = f"<style>p{{}}</style><p>The lamp is <b>lit</b>.</p><p>{said}<br>It rained.</p>"
    record = {"content": content, "title": "A lamp &amp; a tower"}
    document = Document("a.jsonl#1", json.dumps(record).encode(), "application/json", "utf-8")
    found = read(document)
    assert found.text == "The lamp is lit.\n\n“We’re done,” she said & left.\nIt rained."
    assert found.title == "A lamp & a tower"
    span = Span(found.text.index("done"), found.text.index("done") + 4)
    assert found.offsets.span_to_raw(span).of(source_text(document)) == "done"


def test_a_record_without_html_keeps_its_signs() -> None:
    text = "If 3 < 4 and x > y then a <b> is no tag of a story; AT&T said so."
    document = Document(
        "a.jsonl#1", json.dumps({"text": text.replace("<b> ", "")}).encode(), "application/json", "utf-8"
    )
    assert read(document).text == text.replace("<b> ", "")
