"""The tree of sources: each article once, under what explains most of it."""

from __future__ import annotations

from workbench.analysis.provenance.source_tree import build_source_tree
from workbench.model import Lineage, Span
from workbench.views import Head

HEADS = {
    "A1": Head("A1", "one", "", "Wire", "2024-05-01"),
    "A2": Head("A2", "two", "", "Post", "2024-05-02"),
    "A3": Head("A3", "three", "", "Radio", "2024-05-02"),
    "A4": Head("A4", "four", "", "Blog", "2024-05-03"),
}
ROWS = (
    Lineage("A2", "rewrites", "A1", 0.5),
    Lineage("A2", "credits", "Wire"),
    Lineage("A3", "copies", "A2", 0.8),
    Lineage("A3", "rewrites", "A1", 0.9),
    Lineage("A4", "credits", "Agency"),
    Lineage("A1", "credits", "Wire"),
)


def tree(*rows: Lineage) -> list[tuple[int, str, str]]:
    return [(line.depth, line.label, line.relation) for line in build_source_tree(HEADS, rows)]


def test_words_come_before_credits_and_those_before_structure() -> None:
    assert tree(*ROWS) == [
        (0, "Wire", ""),
        (1, "Post", "rewrites"),
        (2, "Radio", "copies"),
        (0, "Agency", ""),
        (1, "Blog", "credits"),
    ]


def test_the_order_of_the_rows_changes_nothing_and_nobody_descends_from_himself() -> None:
    around = (Lineage("A1", "rewrites", "A3", 0.4), *ROWS)
    assert tree(*around) == tree(*around[::-1])
    assert sorted(label for _, label, _ in tree(*around)) == ["Agency", "Blog", "Post", "Radio", "Wire"]


def test_a_few_words_in_common_make_no_descent() -> None:
    assert all(depth == 0 for depth, _, _ in tree(Lineage("A3", "copies", "A2", 0.1)))


def test_a_passing_credit_makes_no_descent() -> None:
    assert all(depth == 0 for depth, _, _ in tree(Lineage("A3", "credits", "Wire", 0.05, passages=(Span(0, 9),))))
    assert (1, "Radio", "credits") in tree(Lineage("A3", "credits", "Wire", 0.6, passages=(Span(0, 99),)))
