from __future__ import annotations

from workbench.analysis.matrix import matrix
from workbench.model import Position, Span
from workbench.shown import Head, Row


def row(outlet: str, day: str, holder: str, stance: str, issue: str = "troops") -> Row[Position]:
    article = f"A-{outlet}-{day}"
    value = Position(article, holder, holder, stance, Span(0, 9), Span(0, 9), "a text...", issue, issue)
    return Row(value.id, value, Head(article, "x.txt", "", outlet, day))


def test_the_strongest_stance_stands_for_the_cell() -> None:
    found = matrix([row("Post", "2025-01-02", "FRA", "open"), row("Wire", "2025-01-02", "FRA", "committed")])
    cell = found.cells["troops", "FRA"]
    assert (cell.stance, cell.outlets, cell.disputed) == ("committed", 2, False)


def test_outlets_of_opposite_polarity_are_a_dispute() -> None:
    cell = matrix([row("Post", "", "FRA", "opposes"), row("Wire", "", "FRA", "supports")]).cells["troops", "FRA"]
    assert cell.disputed


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
