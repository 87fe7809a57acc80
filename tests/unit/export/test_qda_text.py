"""Texts without what shifts positions elsewhere, and where the words are in them."""

from __future__ import annotations

import pytest

from workbench.export.qda_text import PlainText
from workbench.model import Span

BEFORE = {
    "nothing": "",
    "carriage returns and line feeds": "Arland.\r\n\r\nMore.\r\n",
    "carriage returns alone": "Arland.\r\rMore.\r",
    "a byte order mark": "\ufeff\ufeffArland. ",
    "other line ends": "a\x0bb\x85c\u2028d\te ",
    "bidi and controls": "\u202eabc\u202c\x1b[31m\x00 ",
    "half a surrogate pair": "\ud83d \ude00 ",
    "letters outside the BMP": "𠮷野家 🇫🇷 ",
    "combining marks": "Cafe\u0301 n\u0303o ",
    "CJK": "大臣は「",
}
QUOTE = "We “agree”\r\non 𠮷 and\ufeff that"


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_a_span_has_the_same_words_in_the_text_that_leaves(before: str) -> None:
    plain = PlainText(before + QUOTE + " after\r\n")
    found = plain.span(Span(len(before), len(before) + len(QUOTE)))
    assert found.of(plain.text) == "We “agree”\non 𠮷 and that"
    assert not set("\r\ufeff") & set(plain.text)


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_positions_in_utf_16_units(before: str) -> None:
    plain = PlainText(before + QUOTE, utf16=True)
    found = plain.span(Span(len(before), len(before) + len(QUOTE)))
    units = plain.text.encode("utf-16-le", "surrogatepass")
    assert units[2 * found.start : 2 * found.end].decode("utf-16-le") == "We “agree”\non 𠮷 and that"


def test_an_excerpt_is_on_one_line_and_short() -> None:
    plain = PlainText("\ufeff" + QUOTE + " word" * 50)
    assert plain.excerpt(Span(1, len(QUOTE)), 60) == "We “agree” on 𠮷 and tha"
    assert len(plain.excerpt(Span(1, 200), 60)) <= 60
