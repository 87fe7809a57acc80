"""W3C annotations: all that a row has is in one, in words of the standard where it has them."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from tests.golden.sample import PERSONS, QUOTES, ROWS, WIRE, row, selection, whole_case
from workbench.export.records import record
from workbench.export.selection import Selection
from workbench.export.w3c import annotations_of, write
from workbench.model import Note, Pane
from workbench.views import Marks

COMMENTS = {"commenting", "tagging", "bookmarking"}


def written(what: Selection) -> dict[str, Any]:
    stream = StringIO()
    write(what, stream)
    return json.loads(stream.getvalue())  # type: ignore[no-any-return]


def words_of(value: Any) -> set[str]:
    """Everything that is said anywhere in an annotation."""
    if isinstance(value, dict):
        return set().union(*map(words_of, value.values()))
    if isinstance(value, list):
        return set().union(*map(words_of, value))
    return {str(value)}


def of_row(annotation_of: Any, pane: Pane, beside: tuple[Selection, ...] = ()) -> dict[str, Any]:
    part = replace(selection(pane), rows=(annotation_of,), others=beside)
    return next(each for each in annotations_of(part) if each["wb:id"] == annotation_of.id)


@pytest.mark.parametrize(("pane", "each"), [(pane, each) for pane in ROWS for each in ROWS[pane]])
def test_an_annotation_says_all_that_the_record_has(pane: Pane, each: Any) -> None:
    found = record(each, selection(pane))
    left_out = {"source", "start", "end", *(("words",) if pane == "articles" else ())}

    def said(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set().union(*(said(inner) for name, inner in value.items() if name not in left_out))
        if isinstance(value, list):
            return set().union(*map(said, value))
        return {str(value)} - {"", "None", "False"}

    whole = words_of(of_row(each, pane))
    starred = {"True"} if found["starred"] and not found["edited"] else set()
    joined = {found["text"]} if pane == "quotes" and len(found["spans"]) > 1 else set()
    assert said(found) - whole - starred - joined <= {each.head.id if each.head else ""}


def test_words_in_two_places_are_two_targets_of_two_selectors() -> None:
    found = of_row(QUOTES[0], "quotes")["target"]
    assert [[each["type"] for each in target["selector"]] for target in found] == [
        ["TextQuoteSelector", "TextPositionSelector"]
    ] * 2
    assert {target["source"] for target in found} == {"https://post.example/a"}


def test_a_speaker_is_the_same_in_every_quote_and_the_persons_own_annotation() -> None:
    speakers = [
        body["source"]["id"]
        for quote in (QUOTES[0], QUOTES[3])
        for body in of_row(quote, "quotes")["body"]
        if body["type"] == "SpecificResource" and body["source"].get("name") == "Ann Poe"
    ]
    assert len(speakers) == 2
    assert set(speakers) == {of_row(PERSONS[2], "people")["target"]}


def test_who_has_no_name_is_somebody_else_in_every_quote() -> None:
    other = replace(QUOTES[1].value, spans=(QUOTES[3].value.spans[0],))
    people = [
        body["source"]["id"]
        for each in (QUOTES[1], row(other, WIRE.id))
        for body in of_row(each, "quotes")["body"]
        if body["type"] == "SpecificResource"
    ]
    assert len(set(people)) == 2


def test_a_quote_of_the_analysts_own_is_the_analysts() -> None:
    own = replace(QUOTES[2], value=replace(QUOTES[2].value, own=True))
    creators = [of_row(each, "quotes")["creator"] for each in (own, QUOTES[2])]
    assert [(who["type"], who["name"]) for who in creators] == [
        ("Person", "Analyst"),
        ("Software", "Analyst Workbench"),
    ]


def test_a_note_that_is_an_annotation_by_itself_is_no_comment_beside_that() -> None:
    noted = replace(QUOTES[3], marks=Marks(note="Look", tags=("a/b.c",)))
    note = row(Note("N1", noted.id, "Look", "2025-09-01T10:00:00Z"), None)
    beside = (replace(selection("notes"), rows=(note,)),)

    def purposes(*others: Selection) -> list[str]:
        return [body["purpose"] for body in of_row(noted, "quotes", others)["body"] if body["purpose"] in COMMENTS]

    assert purposes() == ["tagging", "commenting"]
    assert purposes(*beside) == ["tagging"]
    target = of_row(note, "notes")["target"]
    assert target == of_row(noted, "quotes")["id"]


def test_the_collection_counts_its_annotations() -> None:
    for what in (whole_case(), replace(selection("quotes"), rows=())):
        found = written(what)
        assert found["total"] == len(found["first"]["items"])
        assert found["first"]["partOf"] == found["id"]


def test_the_paths_of_files_stay_here() -> None:
    assert not {WIRE.source, "-undated.txt"} & words_of(written(whole_case()))
