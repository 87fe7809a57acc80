"""Tags, stars and notes, without a screen."""

from __future__ import annotations

from tests.unit.tui.features.ports import Ports, Selection
from workbench.model import Span
from workbench.tui.features.marks import Marks


def marks(ports: Ports, selection: Selection) -> Marks:
    return Marks(ports.gateway, ports.host, ports.navigator, selection, {})


def test_a_tag_is_put_on_all_rows_and_said_and_shown() -> None:
    ports = Ports()
    rows = ports.rows("quotes")[:2]
    ports.navigator.answers = ["#urgent"]
    marks(ports, Selection(*rows)).tag()
    assert [ports.case.tagged[row.id] for row in rows] == [["urgent"], ["urgent"]]
    assert ports.host.said == ["#urgent: 2 quotes"]
    assert ports.shown == 1


def test_a_tag_that_all_rows_have_is_taken_off() -> None:
    ports = Ports()
    ports.case.tag([ports.rows("quotes")[0].id], "urgent")
    ports.navigator.answers = ["urgent"]
    marks(ports, Selection(ports.rows("quotes")[0])).tag()
    assert not any(ports.case.tagged.values())


def test_a_star_goes_on_and_off() -> None:
    ports = Ports()
    for starred in (True, False):
        row = ports.rows("articles")[0]
        marks(ports, Selection(row)).star()
        assert (row.id in ports.case.starred) == starred


def test_a_note_lies_on_the_chosen_passage() -> None:
    ports = Ports()
    article, selection = ports.rows("articles")[0], Selection(ports.rows("quotes")[0])
    selection.passage = article, Span(0, 9)
    ports.navigator.answers = ["check this"]
    marks(ports, selection).note()
    (note,) = ports.case.notes.values()
    assert (note.target, note.span, note.body) == (article.id, Span(0, 9), "check this")


def test_without_a_row_that_is_said() -> None:
    ports = Ports()
    for action in marks(ports, Selection()).actions().values():
        action()
    assert ports.host.said == ["There is no row here."] * 3


def test_a_read_only_case_is_not_asked_about() -> None:
    ports = Ports(read_only=True)
    marks(ports, Selection(ports.rows("quotes")[0])).tag()
    assert not ports.navigator.opened
    assert "read-only" in ports.host.said[0]
