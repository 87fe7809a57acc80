"""Facts by outlets, and what one alone has."""

from __future__ import annotations

from dataclasses import replace

from workbench.analysis.facts.coverage import build_coverage
from workbench.model import Clause, Fact, Lineage, Phrasing, Span
from workbench.views import Head, Row

HEADS = {
    "A1": Head("A1", "a.txt", "", "Wire", "2024-05-01"),
    "A2": Head("A2", "b.txt", "", "Post", "2024-05-02"),
    "A3": Head("A3", "folder/c.txt", "", "", ""),
}
TERMS = ("dam", "hold", "minister", "say", "storm")


def fact(*told: tuple[str, str]) -> Row[Fact]:
    phrasings = tuple(Phrasing(a, Span(0, 9), "The dam h", r) for a, r in told)  # type: ignore[arg-type]
    value = Fact("The dam holds", "event", phrasings)
    return Row(value.id, value, None)


def clause(article: str, start: int, terms: tuple[str, ...] = TERMS) -> Clause:
    return Clause(article, Span(start, start + 9), "the  dam\nholds", terms, action="hold")


def test_who_reports_in_part_and_leaves_out() -> None:
    row = fact(("A1", "same"), ("A2", "partial"))
    found = build_coverage([row], HEADS, [], [], [])
    assert found.told == {(row.id, "Wire"): "same", (row.id, "Post"): "partial"}
    assert found.outlets == ("Post", "Wire", "c.txt")
    assert found.reporting(row.id) == 2


def test_what_is_near_or_was_not_compared_is_not_left_out() -> None:
    row = fact(("A1", "same"))
    near = replace(row, value=replace(row.value, perhaps=(Phrasing("A2", Span(0, 9), "The dam s"),)))
    heads = HEADS | {"A3": replace(HEADS["A3"], compared=False)}
    found = build_coverage([near], heads, [], [], [])
    assert found.told == {(row.id, "Wire"): "same", (row.id, "Post"): "perhaps", (row.id, "c.txt"): "unknown"}
    assert found.reporting(row.id) == 1
    assert found.outlets[0] == "Wire"


def test_what_one_alone_has_says_enough_and_is_of_no_fact() -> None:
    clauses = [clause("A1", 0), clause("A1", 50), clause("A3", 0), clause("A2", 90, TERMS[:3])]
    found = build_coverage([fact(("A1", "same"))], HEADS, clauses, [("A1", Span(0, 9))], [])
    assert [(a.outlet, a.article_id, a.span.start, a.text) for a in found.alone] == [
        ("Wire", "A1", 50, "the dam holds"),
        ("c.txt", "A3", 0, "the dam holds"),
    ]


def test_outlets_that_share_a_source_have_one_number() -> None:
    found = build_coverage([], HEADS, [], [], [Lineage("A2", "credits", "Wire")])
    assert found.source["Post"] == found.source["Wire"] != found.source["c.txt"]
