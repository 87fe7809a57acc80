from __future__ import annotations

from workbench.analysis.matrix import agreements, matrix
from workbench.model import Position, Span
from workbench.shown import Head, Row


def row(
    outlet: str, day: str, holder: str, stance: str, issue: str = "troops", level: str = "government"
) -> Row[Position]:
    article = f"A-{outlet}-{day}"
    value = Position(article, holder, holder, stance, Span(0, 9), Span(0, 9), "a text...", issue, issue, level=level)
    return Row(value.id, value, Head(article, "x.txt", "", outlet, day))


def test_the_strongest_stance_stands_for_the_cell() -> None:
    found = matrix([row("Post", "2025-01-02", "FRA", "open"), row("Wire", "2025-01-02", "FRA", "committed")])
    cell = found.cells["troops", "FRA"]
    assert (cell.stance, cell.outlets, cell.disputed) == ("committed", 2, False)


def test_outlets_of_opposite_polarity_are_a_dispute() -> None:
    cell = matrix([row("Post", "", "FRA", "opposes"), row("Wire", "", "FRA", "supports")]).cells["troops", "FRA"]
    assert cell.disputed


def test_only_who_speaks_for_the_state_is_in_its_cell() -> None:
    said = [("opposes", "non_government"), ("supports", "government"), ("open", "military")]
    table = matrix([row("Wire", "", "YEM", stance, level=level) for stance, level in said])
    cell = table.cells["troops", "YEM"]
    assert (cell.stance, set(cell.stances), cell.disputed) == ("supports", {"supports", "open"}, False)
    assert matrix([row("Wire", "", "YEM", "opposes", level="non_government")]).issues == ()


def test_one_outlet_alone_disputes_nothing() -> None:
    cell = matrix([row("Wire", "", "FRA", "opposes"), row("Wire", "", "FRA", "supports")]).cells["troops", "FRA"]
    assert not cell.disputed


def test_a_stance_that_hardens_from_day_to_day_moved() -> None:
    rows = [row("Wire", "2025-01-02", "FRA", "open"), row("Wire", "2025-01-04", "FRA", "committed")]
    assert matrix(rows).cells["troops", "FRA"].moved == 1
    assert matrix([row("Wire", "2025-01-04", "FRA", "open")]).cells["troops", "FRA"].moved == 0


def test_evidence_is_in_order_of_date() -> None:
    cell = matrix([row("B", "2025-01-04", "FRA", "open"), row("A", "2025-01-02", "FRA", "open")]).cells["troops", "FRA"]
    assert [r.head.published_on for r in cell.rows if r.head] == ["2025-01-02", "2025-01-04"]


def test_two_countries_differ_agree_or_stand_alone() -> None:
    said = [
        ("NOR", "supports", "a toll"), ("SUD", "ruled_out", "a toll"), ("NOR", "supports", "a ferry"),
        ("SUD", "committed", "a ferry"), ("SUD", "considering", "a dam"), ("NOR", "opposes", "a dam"),
        ("NOR", "opposes", "a wall"),
    ]  # fmt: skip
    table = matrix([row("Wire", "2025-08-20", holder, stance, issue) for holder, stance, issue in said])
    found = {a.issue: a.verdict for a in agreements(table, "NOR", "SUD")}
    assert found == {"a toll": "differ", "a dam": "mixed", "a ferry": "agree", "a wall": "alone"}
    assert next(iter(found)) == "a toll"


def test_pinned_issues_are_marked() -> None:
    table = matrix([row("Wire", "", "NOR", "open", "a toll")], frozenset({"a toll", "gone"}))
    assert table.pinned == {"a toll"}
