"""The matrix: cells, disputes, moves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from workbench.analysis.positions.matrix import build_matrix, compare_holders
from workbench.model import OTHERS, Position, Span
from workbench.views import Cell, Head, Marks, Row


def row(
    outlet: str, day: str, holder: str, stance: str, issue: str = "troops", start: int = 0, **others: Any
) -> Row[Position]:
    article, span = f"A-{outlet}-{day}", Span(start, start + 9)
    given = {"confidence": 0.8} | others
    value = Position(article, holder, holder, stance, span, span, "a text...", issue, issue, **given)
    return Row(value.id, value, Head(article, "x.txt", "", outlet, day))


def test_the_strongest_of_equally_sure_stances_stands_for_the_cell() -> None:
    found = build_matrix([row("Post", "2025-01-02", "FRA", "open"), row("Wire", "2025-01-02", "FRA", "committed")])
    cell = found.cells["troops", "FRA"]
    assert (cell.stance, cell.outlets, cell.disputed) == ("committed", 2, False)


def test_what_more_sources_say_more_surely_stands_for_the_cell() -> None:
    said = [("Post", "open", 0.7), ("Wire", "open", 0.7), ("Sun", "committed", 0.9)]
    cell = one_cell(*(row(outlet, "", "FRA", stance, confidence=sure) for outlet, stance, sure in said))
    assert cell.stances == ("open", "committed")
    doubted, likely = row("Post", "", "FRA", "ruled_out", confidence=0.4), row("Wire", "", "FRA", "open")
    assert one_cell(doubted, likely).stance == "open"


def test_a_source_has_its_weight_once() -> None:
    one_source = [row("Post", "", "FRA", "open", start=20 * at, confidence=0.7) for at in range(3)]
    assert one_cell(*one_source, row("Sun", "", "FRA", "committed", confidence=0.9)).stance == "committed"
    rewrites = [row("Post", "", "FRA", "open", confidence=0.7), row("Wire", "", "FRA", "open", confidence=0.7)]
    rows = [*rewrites, row("Sun", "", "FRA", "committed", confidence=0.9)]
    table = build_matrix(rows, sources=lambda places: {id: int("Sun" in id) for id, _ in places})
    assert (table.cells["troops", "FRA"].stance, table.cells["troops", "FRA"].independent) == ("committed", 2)


def test_the_analysts_word_weighs_most() -> None:
    confirmed = row("Sun", "", "FRA", "opposes", confidence=0.3, status="confirmed")
    assert one_cell(confirmed, row("Post", "", "FRA", "supports", confidence=0.9)).stance == "opposes"


def test_taking_part_stands_for_a_cell_where_nothing_else_is_said() -> None:
    met = [row(outlet, "", "FRA", "engaged", confidence=0.9) for outlet in ("Post", "Wire")]
    assert one_cell(*met).stance == "engaged"
    assert one_cell(*met, row("Sun", "", "FRA", "open")).stance == "open"


@pytest.mark.parametrize(
    ("said", "unsure"),
    [
        ([("open", 0.3)], True),
        ([("open", 0.3), ("open", 0.45)], True),
        ([("open", 0.3), ("open", 0.5)], False),
        ([("open", 0.45), ("engaged", 0.9)], True),
    ],
)
def test_a_cell_is_unsure_where_all_that_has_its_stance_is(said: list[tuple[str, float]], unsure: bool) -> None:
    rows = [row("Post", "", "FRA", stance, start=20 * at, confidence=sure) for at, (stance, sure) in enumerate(said)]
    assert one_cell(*rows).unsure is unsure


def test_the_other_side_is_named_where_it_is_sure_too() -> None:
    rows = [row("Post", "", "FRA", "supports", start=20 * at, confidence=0.9) for at in range(2)]
    sure = row("Post", "", "FRA", "concerned", start=90, attribution="second_hand")
    assert (one_cell(*rows, sure).stance, one_cell(*rows, sure).contrary) == ("supports", "concerned")
    assert one_cell(*rows, replace(sure, value=replace(sure.value, confidence=0.6))).contrary == ""
    assert one_cell(*rows, row("Wire", "", "FRA", "considering")).contrary == ""


def one_cell(*rows: Row[Position]) -> Cell:
    return build_matrix(rows).cells["troops", "FRA"]


def test_only_who_speaks_for_the_state_is_in_its_cell() -> None:
    said = [("opposes", "non_government"), ("supports", "government"), ("open", "military")]
    table = build_matrix([row("Wire", "", "YEM", stance, level=level) for stance, level in said])
    cell = table.cells["troops", "YEM"]
    assert (cell.stance, set(cell.stances), cell.disputed) == ("supports", {"supports", "open"}, False)
    assert (table.cells["troops", f"YEM{OTHERS}"].stances, table.others) == (("opposes",), {f"YEM{OTHERS}"})
    assert build_matrix([row("Wire", "", "YEM", "opposes", level="non_government")]).of_states().issues == ()


def test_the_others_of_a_country_stand_behind_it_and_change_nothing() -> None:
    said = [("YEM", "open", "government"), ("YEM", "opposes", "non_government"), ("SAU", "supports", "government"),
            ("SAU", "open", "government"), ("OMN", "open", "non_government")]  # fmt: skip
    rows = [
        row("Wire", "", holder, stance, start=20 * at, level=level) for at, (holder, stance, level) in enumerate(said)
    ]
    table = build_matrix(rows)
    assert table.holders == ("SAU", "YEM", f"YEM{OTHERS}", f"OMN{OTHERS}")
    assert table.of_states() == build_matrix([each for each in rows if each.value.level == "government"])


def test_the_others_of_a_country_are_many_and_dispute_nothing() -> None:
    rows = [row("Wire", "2025-01-02", "YEM", "opposes", level="non_government"),
            row("Post", "2025-01-04", "YEM", "supports", level="non_government")]  # fmt: skip
    cell = build_matrix(rows).cells["troops", f"YEM{OTHERS}"]
    assert (cell.disputed, cell.moved) == (False, 0)


def test_outlets_that_are_sure_of_opposite_sides_are_a_dispute() -> None:
    rows = [row("Post", "", "FRA", "opposes"), row("Wire", "", "FRA", "supports"), row("Sun", "", "FRA", "considering")]
    found = one_cell(*rows)
    assert found.disputed
    assert found.disputing == {rows[0].id, rows[1].id}


@pytest.mark.parametrize(
    "other",
    [
        {"attribution": "second_hand"},
        {"attribution": "anonymous_source"},
        {"confidence": 0.6},
        {"level": "non_government"},
        {"stance": "considering"},
        {"outlet": "Post"},
    ],
)
def test_what_is_not_sure_in_its_own_words_or_of_the_same_outlet_disputes_nothing(other: dict[str, Any]) -> None:
    given = {"outlet": "Wire", "day": "", "holder": "FRA", "stance": "supports"} | other
    assert not one_cell(row("Post", "", "FRA", "opposes"), row(**given, start=20)).disputed


def test_the_analysts_word_is_sure() -> None:
    doubted = row("Wire", "", "FRA", "supports", confidence=0.3)
    confirmed = replace(doubted, value=replace(doubted.value, status="confirmed"))
    edited = replace(doubted, marks=Marks(edited=True))
    base = row("Post", "", "FRA", "opposes")
    assert [one_cell(base, each).disputed for each in (doubted, confirmed, edited)] == [False, True, True]


def test_going_over_to_the_other_side_is_a_move() -> None:
    first, last = row("Wire", "2025-01-02", "FRA", "ruled_out"), row("Wire", "2025-01-04", "FRA", "supports")
    found = one_cell(first, row("Wire", "2025-01-03", "FRA", "supports"), last)
    assert (found.moved, found.moving) == (1, {first.id, last.id})
    assert one_cell(row("Post", "2025-01-02", "FRA", "open"), row("Wire", "2025-01-04", "FRA", "opposes")).moved == -1


def test_what_is_said_on_one_day_or_firmer_on_the_next_is_no_move() -> None:
    day = "2025-01-02"
    assert one_cell(row("Wire", day, "FRA", "opposes"), row("Wire", day, "FRA", "supports", start=20)).moved == 0
    assert one_cell(row("Wire", day, "FRA", "open"), row("Wire", "2025-01-04", "FRA", "committed")).moved == 0
    assert one_cell(row("Wire", "", "FRA", "opposes"), row("Wire", day, "FRA", "supports")).moved == 0
    doubted = row("Wire", "2025-01-04", "FRA", "supports", confidence=0.4)
    assert one_cell(row("Wire", day, "FRA", "opposes"), doubted).moved == 0
    told = row("Post", "2025-01-04", "FRA", "supports", attribution="second_hand")
    assert one_cell(row("Wire", day, "FRA", "opposes"), told).moved == 0


def test_a_day_with_both_sides_ends_no_move() -> None:
    both = [row("Wire", "2025-01-04", "FRA", "supports"), row("Post", "2025-01-04", "FRA", "opposes")]
    assert one_cell(row("Wire", "2025-01-02", "FRA", "opposes"), *both).moved == 0


def test_evidence_is_in_order_of_date() -> None:
    cell = build_matrix([row("B", "2025-01-04", "FRA", "open"), row("A", "2025-01-02", "FRA", "open")]).cells[
        "troops", "FRA"
    ]
    assert [r.head.published_on for r in cell.rows if r.head] == ["2025-01-02", "2025-01-04"]


def test_two_countries_differ_agree_or_stand_alone() -> None:
    said = [
        ("NOR", "supports", "a toll"), ("SUD", "ruled_out", "a toll"), ("NOR", "supports", "a ferry"),
        ("SUD", "committed", "a ferry"), ("SUD", "considering", "a dam"), ("NOR", "opposes", "a dam"),
        ("NOR", "opposes", "a wall"),
    ]  # fmt: skip
    table = build_matrix([row("Wire", "2025-08-20", holder, stance, issue) for holder, stance, issue in said])
    found = {a.issue: a.verdict for a in compare_holders(table, "NOR", "SUD")}
    assert found == {"a toll": "differ", "a dam": "mixed", "a ferry": "agree", "a wall": "alone"}
    assert next(iter(found)) == "a toll"


def test_what_is_not_sure_differs_from_nothing() -> None:
    rows = [row("Wire", "", "NOR", "supports", confidence=0.4), row("Wire", "", "SUD", "opposes")]
    assert [a.verdict for a in compare_holders(build_matrix(rows), "NOR", "SUD")] == ["mixed"]


def test_pinned_issues_are_marked() -> None:
    table = build_matrix([row("Wire", "", "NOR", "open", "a toll")], frozenset({"a toll", "gone"}))
    assert table.pinned == {"a toll"}
