"""Rows as documents show them: their words in pieces, their groups, and that nothing of a row is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.sample import POSITIONS, QUOTES, selection
from workbench.export.entries import NO_ISSUE, Entry, groups, marked
from workbench.model import PANES, Pane, Span

SPANS = st.lists(st.tuples(st.integers(-5, 60), st.integers(0, 30), st.sampled_from(["content", "cue", "speaker"])))
CARRIED: list[tuple[Pane, str]] = [
    ("quotes", "We will not send troops,"), ("quotes", "said"), ("quotes", "President Ann Poe of Arland"),
    ("quotes", "direct"), ("quotes", "Ann Poe, President, ARL"), ("quotes", "Coastal Wire"), ("quotes", "2025-08-21"),
    ("quotes", "Chiefs meet [again]"), ("quotes", "https://post.example/a"), ("quotes", "characters 46–60, 61–71"),
    ("quotes", "confidence 0.91"), ("quotes", "#key"), ("quotes", "<script>alert(1)</script>"),
    ("quotes", "corrected by hand: speakers"), ("quotes", "starred=True"), ("quotes", "via Coastal Wire"),
    ("positions", "support a no-fly zone"), ("positions", " if the fighting stops."), ("positions", "supports"),
    ("positions", "condition “the fighting stops”"), ("positions", "hedge “reportedly”"), ("positions", "second hand"),
    ("positions", "attributed by Harbour | Post"), ("positions", "speaker Ann Poe"),
    ("positions", "characters 163–184"),
    ("facts", "Check the *date*"), ("facts", "2 outlets"), ("facts", "1 independent source"),
    ("articles", "by J. Doe"), ("articles", "credits Coastal Wire"), ("articles", "radio.html"),
    ("people", "role from the article"), ("people", "country presumed"), ("people", "“Minister of Arland 2020-”"),
    ("people", "also Ms. Poe; Poe"), ("people", "2025-08-21 to 2025-08-22"),
    ("notes", "# Look here\\n@all"), ("notes", "no-fly zone"), ("notes", "target='E123'"),
]  # fmt: skip


def entries(pane: Pane) -> list[Entry]:
    """The entries of the sample's pane."""
    return [entry for group in groups(selection(pane)) for entry in group.entries]


@pytest.mark.parametrize(("pane", "words"), CARRIED)
def test_what_a_row_says_is_carried(pane: Pane, words: str) -> None:
    said = " ".join(repr(replace(entry, comparison=None)) for entry in entries(pane))
    assert words in said


@pytest.mark.parametrize("pane", PANES)
def test_every_row_is_there_once(pane: Pane) -> None:
    found = [entry.id for entry in entries(pane)]
    assert sorted(found) == sorted(row.id for row in selection(pane).rows)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=50), st.integers(0, 5), SPANS)
def test_the_pieces_are_the_text(text: str, start: int, spans: list[Any]) -> None:
    roles = [(Span(max(0, at), max(0, at) + length), role) for at, length, role in spans]
    assert "".join(words for words, _ in marked(text, start, roles)) == text


def test_signs_of_any_script_shift_nothing() -> None:
    text = "𠮷野家 cafe\u0301 प्रधान said no."
    said, words = text.index("said"), text.index("no.")
    pieces = marked(text, 0, [(Span(words, words + 2), "content"), (Span(said, said + 4), "cue")])
    assert pieces == ((text[:said], ""), ("said", "cue"), (" ", ""), ("no", "content"), (".", ""))


def test_of_spans_that_overlap_the_first_holds() -> None:
    pieces = marked("he said it", 10, [(Span(13, 20), "content"), (Span(13, 17), "cue"), (Span(10, 12), "speaker")])
    assert pieces == (("he", "speaker"), (" ", ""), ("said it", "content"))


def test_quotes_stand_under_their_articles() -> None:
    found = [
        (group.source.outlet if group.source else "", len(list(group.entries))) for group in groups(selection("quotes"))
    ]
    assert found == [("Coastal Wire", 2), ("Harbour | Post", 1), ("", 1)]


def test_positions_stand_under_their_issues_those_named_first() -> None:
    first, second = POSITIONS
    rows = [first, second, replace(first, id="P3", value=replace(first.value, issue="borders")),
            replace(first, id="P4", value=replace(first.value, issue="", topic=""))]  # fmt: skip
    part = replace(selection("positions"), rows=rows)
    assert [group.heading for group in groups(part)] == ["no-fly zone", NO_ISSUE, "borders"]
    assert next(groups(part, ["borders"])).heading == "borders"


def test_a_role_that_is_the_name_is_said_once() -> None:
    row = QUOTES[3]
    speaker = replace(row.value.speakers[0], name="President")
    part = replace(selection("quotes"), rows=[replace(row, value=replace(row.value, speakers=(speaker,)))])
    assert [entry.who for group in groups(part) for entry in group.entries] == ["President, ARL"]
