"""Any document gives an article or a SourceError."""

from __future__ import annotations

import contextlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ingest.texts import FIRST, THIRD, anything, read_article, stated_fields
from workbench.errors import SourceError
from workbench.ingest import build_article
from workbench.model import Document

TYPES = ("text/plain", "text/markdown", "application/json", "text/html")


@pytest.mark.parametrize("text", ["", " \n", "\x00\x1b\u202e", "***", "Source: AP", "date 2025-03-04"])
def test_no_text_is_an_error(text: str) -> None:
    with pytest.raises(SourceError):
        read_article(text)


@settings(max_examples=120, deadline=None)
@given(anything, st.sampled_from(TYPES))
def test_any_text_gives_an_article_or_a_source_error(text: str, media_type: str) -> None:
    try:
        found = read_article(text, media_type)
    except SourceError:
        return
    assert found.text
    assert all(re.sub("[\u200c\u200d]", "", value).isprintable() for value in stated_fields(found).values())


@settings(max_examples=120, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(TYPES), st.sampled_from(["", "utf-8", "utf-16", "cp1252", "nonsense"]))
def test_any_bytes_give_an_article_or_a_source_error(data: bytes, media_type: str, encoding: str) -> None:
    with contextlib.suppress(SourceError):
        assert build_article(Document("x", data, media_type, encoding), {}).text


def test_the_same_bytes_give_the_same_id() -> None:
    assert read_article(THIRD).id == read_article(THIRD).id != read_article(FIRST).id
