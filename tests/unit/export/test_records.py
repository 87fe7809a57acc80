"""The fields that scripts rely on, and that every span is cut from the article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.golden.sample import POST, QUOTES, TEXTS, WIRE, row, selection
from workbench.export.records import quote_record, records
from workbench.model import KnownFrom, Pane, Span, Speaker
from workbench.views import Head, Row

PROMISED = {
    "articles": "id source outlet title published_on language words lineage",
    "quotes": "id article_id source kind spans cue speakers via confidence tags note outlet title published_on",
    "positions": "id article_id source holder holder_name issue stance speaker level attribution attributed_by "
    "condition hedge evidence clause confidence",
    "facts": "id gist kind phrasings differences missing_outlets perhaps",
    "notes": "id target body written_at span",
}


@pytest.mark.parametrize("pane", PROMISED)
def test_every_promised_field_is_there(pane: Pane) -> None:
    for record in records(selection(pane)):
        assert set(PROMISED[pane].split()) <= record.keys()
        assert json.loads(json.dumps(record)) == record


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every {start, end, text} in a record."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value
        value = list(value.values())
    for each in value if isinstance(value, list) else []:
        yield from spans(each)


@pytest.mark.parametrize("pane", ["quotes", "positions", "notes"])
def test_every_span_is_the_words_of_the_article(pane: Pane) -> None:
    found = [(record["article_id"], each) for record in records(selection(pane)) for each in spans(record)]

    assert found
    for article_id, each in found:
        assert TEXTS[article_id][each["start"] : each["end"]] == each["text"]


def test_parts_of_a_split_quote_are_cut_from_the_text_one_by_one() -> None:
    split = next(row for row in QUOTES if len(row.value.spans) == 2)

    assert [each["text"] for each in quote_record(split, TEXTS[POST.id])["spans"]] == ["The chiefs may", "meet again"]


def test_a_corrected_speaker_has_no_mention() -> None:
    corrected = replace(QUOTES[0].value, speakers=(Speaker("Cy Fox", "person", "envoy", "ARL"),))

    assert quote_record(row(corrected, POST.id), TEXTS[POST.id])["speakers"] == [
        {
            "mention": None, "name": "Cy Fox", "role": "envoy", "country": "ARL", "kind": "person",
            "known_from": {"name": "text", "role": "", "country": "", "proof": ""},
        }
    ]  # fmt: skip


def test_where_role_and_country_are_known_from_is_said() -> None:
    origin = KnownFrom("text", "known", "prime minister of Arland 2012-2020")
    looked_up = replace(QUOTES[0].value, speakers=(Speaker("Cy Fox", "person", "envoy", "ARL", known_from=origin),))

    assert quote_record(row(looked_up, POST.id), TEXTS[POST.id])["speakers"][0]["known_from"] == {
        "name": "text", "role": "text", "country": "known", "proof": "prime minister of Arland 2012-2020",
    }  # fmt: skip


def test_nobody_named_is_an_empty_list() -> None:
    nobody = next(each for each in records(selection("quotes")) if each["text"] == "Nobody knows")

    assert nobody["speakers"] == []
    assert nobody["cue"] is None


def test_an_article_has_its_text_only_when_whole() -> None:
    assert all("text" not in each for each in records(selection("articles")))
    assert {each["text"] for each in records(selection("articles"), whole=True)} == set(TEXTS.values())


def test_words_are_counted_although_lists_carry_no_text() -> None:
    bare = replace(selection("articles"), rows=[row(replace(WIRE, text=""), WIRE.id)])

    assert next(records(bare))["words"] == len(WIRE.text.split())


def test_lineage_names_the_outlet_behind_an_article() -> None:
    told = next(each for each in records(selection("articles")) if each["id"] == POST.id)["lineage"]

    assert [(each["kind"], each["origin_outlet"], each["share"]) for each in told] == [
        ("credits", "Coastal Wire", 0.0),
        ("copies", "Coastal Wire", 0.25),
    ]


def test_a_span_beyond_the_text_is_empty_and_does_not_raise() -> None:
    beyond = replace(QUOTES[0].value, spans=(Span(10_000, 10_010),))

    assert quote_record(Row("Q1", beyond, Head("", "", "", "", "")), "short")["spans"][0]["text"] == ""
