"""Facts say who reports them, who does not, and who perhaps does."""

from __future__ import annotations

from dataclasses import replace

from tests.golden.sample import COMPARISON, FACT, FACTS, row, selection
from workbench.export.fact_records import absence_of, comparison_record
from workbench.export.records import records
from workbench.model import Fact, Phrasing, Span


def test_outlets_without_a_phrasing_are_missing_or_have_it_perhaps() -> None:
    assert absence_of(FACT, selection("facts")).missing == ("North Radio",)
    radio = next(head for head in selection("facts").heads.values() if head.outlet == "North Radio")
    near = replace(FACT, perhaps=(Phrasing(radio.id, Span(0, 4), "Near", confidence=0.2),))
    found = next(records(replace(selection("facts"), rows=[row(near, None)])))
    assert found["missing_outlets"] == []
    assert [(p["outlet"], p["start"], p["end"], p["text"], p["likeness"]) for p in found["perhaps"]] == [
        ("North Radio", 0, 4, "Near", 0.2)
    ]


def test_a_fact_of_an_unknown_article_still_has_a_record() -> None:
    orphan = Fact("x", "event", (replace(FACT.phrasings[0], article_id="A-gone"),))
    found = next(records(replace(selection("facts"), rows=[row(orphan, None)])))

    assert found["phrasings"][0]["source"] == ""


def test_marks_of_a_comparison_are_cut_from_the_phrasing() -> None:
    found = comparison_record(COMPARISON)

    assert [[mark["text"] for mark in column["marks"]] for column in found["columns"]] == [
        ["on Thursday"],
        ["three", "this week"],
    ]
    assert [column["credits"] for column in found["columns"]] == [[], ["Coastal Wire"]]
    assert found["independent"] == 1
    assert found["id"] == FACTS[0].id
