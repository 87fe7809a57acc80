"""Passages as the standard selects them: their words with whole words around, and their place in code points."""

from __future__ import annotations

import pytest

from workbench.export.w3c_targets import AROUND_MOST, passage, prefix, quote_selector, source_of, suffix
from workbench.model import Span
from workbench.views import Head

TEXT = "The envoys met again on Monday in Port Arland. “We agree,” the minister of Arland told reporters afterwards."
BEFORE = {
    "letters outside the BMP": "𠮷野家 🇫🇷 said: ",
    "combining marks": "Cafe\u0301 n\u0303o said: ",
    "CJK": "大臣は「協力する」と述べた。",
    "carriage returns": "Arland.\r\n\r\nIt said: ",
    "a byte order mark": "\ufeffIt said: ",
}


def head(address: str) -> Head:
    return Head("A1", "a.txt", "", "", "", url=address)


def test_the_words_around_are_whole() -> None:
    assert quote_selector(Span(48, 56), TEXT) == {
        "type": "TextQuoteSelector",
        "exact": "We agree",
        "prefix": "on Monday in Port Arland. “",
        "suffix": ",” the minister of Arland told",
    }


def test_at_the_ends_of_a_text_nothing_is_around() -> None:
    assert (prefix(TEXT, 0), suffix(TEXT, len(TEXT))) == ("", "")


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_places_count_code_points(before: str) -> None:
    text = before + "no deal."
    found = passage("A1", head(""), Span(len(before), len(before) + 7), text)["selector"]
    assert [found[0]["exact"], found[1]["start"], found[1]["end"]] == ["no deal", len(before), len(before) + 7]
    assert found[0]["prefix"] + found[0]["exact"] + found[0]["suffix"] in text


def test_nothing_around_begins_or_ends_within_a_letter() -> None:
    text = "e\u0301" * 40 + "no" + "e\u0301" * 40
    found = quote_selector(Span(80, 82), text)
    assert found["prefix"].startswith("e")
    assert found["suffix"].endswith("\u0301")


def test_more_is_told_where_the_same_words_stand_twice() -> None:
    text = "One. " + "They said no again and again and again. " * 2 + "Two."
    where = text.rindex("said")
    found = quote_selector(Span(where, where + 4), text)
    around = found["prefix"] + found["exact"] + found["suffix"]
    assert text.find(around) == text.rfind(around) >= 0


def test_a_text_that_repeats_itself_is_not_told_at_any_length() -> None:
    found = quote_selector(Span(50_000, 50_002), "no " * 40_000)
    assert len(found["prefix"]) <= AROUND_MOST


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://post.example/a?b=1", "https://post.example/a?b=1"),
        ('https://post.example/a b">%20\u202e', "https://post.example/a%20b%22%3E%20%E2%80%AE"),
        ("https://зов.example/ж", "https://зов.example/ж"),
    ],
)
def test_addresses_are_legal(address: str, expected: str) -> None:
    assert source_of("A1", head(address)) == expected


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "https:// no", "notes/a.txt"])
def test_what_is_no_address_on_the_web_has_a_name_of_its_own(address: str) -> None:
    assert source_of("A1", head(address)).startswith("urn:uuid:")
    assert source_of("A1", head(address)) != source_of("A2", head(address))
