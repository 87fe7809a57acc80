"""Markdown: the words without the marks."""

from __future__ import annotations

import pytest

from tests.unit.ingest.readers.documents import (
    FRONT,
    markdown_document,
    read_document,
)
from tests.unit.ingest.texts import FIRST, SECOND, TITLE
from workbench.ingest import source_text
from workbench.ingest.readers.markdown import drop_marks
from workbench.ingest.tracked_text import TrackedText
from workbench.model import Span


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
    document = markdown_document(FRONT.format("Lamp") + f"\n# {TITLE}\r\n\r\n**{FIRST}**\r\n\r\n> {SECOND}\r\n")
    found, raw = read_document(document), source_text(document)
    assert found.text == f"{TITLE}\n\n{FIRST}\n\n{SECOND}"
    for words in (TITLE, FIRST, SECOND, "the mayor"):
        start = found.text.index(words)
        assert found.offsets.span_to_raw(Span(start, start + len(words))).of(raw) == words
