"""What changed between two versions of an article."""

from __future__ import annotations

import pytest

from workbench.analysis.provenance.versions import sentence_edits

OLD = "The dam will hold, the minister said. At least 12 people were hurt.\nFarmers feared for their crops."
NEW = "The dam could hold, the minister said. The army sent boats. At least 12 people were hurt."


def test_each_changed_sentence_is_named_with_its_places() -> None:
    found = [(e.kind, e.old.of(OLD) if e.old else "", e.new.of(NEW) if e.new else "") for e in sentence_edits(OLD, NEW)]
    assert found == [
        ("edited", "The dam will hold, the minister said.", "The dam could hold, the minister said."),
        ("added", "", "The army sent boats."),
        ("deleted", "Farmers feared for their crops.", ""),
    ]


def test_blanks_and_line_ends_are_no_change() -> None:
    assert sentence_edits(OLD, OLD.replace("\n", "  ").replace("said. ", "said.\n\n")) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"We will stay," she said. "All of us."', "“We will stay,” she said. “All of us.”"),
        ('"We will stay," she said.', "«We will stay,» she said."),
        ("'We will stay,' she said. 'All of us.'", "‘We will stay,’ she said. ‘All of us.’"),
        ("The dam - built in 1950-1960 - held.", "The dam — built in 1950–1960 — held."),
        ("The dam -- an old one -- held...", "The dam–an old one–held…"),
        ("The first office of 5 000 men", "The ﬁrst oﬃce of 5\u202f000 men"),
        ("The harbour master left.", "The har\u00adbour mas\u00adter left."),
        ("The café closed.", "The cafe\u0301 closed."),
    ],
)
def test_typography_alone_is_no_change(old: str, new: str) -> None:
    assert sentence_edits(old, new) == ()
    assert sentence_edits(new, old) == ()


def test_a_word_put_into_quotation_marks_is_a_change() -> None:
    assert [e.kind for e in sentence_edits("They found the peace fragile.", "They found the “peace” fragile.")] == [
        "edited"
    ]
