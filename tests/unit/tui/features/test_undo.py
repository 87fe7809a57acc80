"""Undo and the list of changes, without a screen."""

from __future__ import annotations

from tests.unit.tui.features.ports import Ports
from workbench.tui.features.undo import Undo


def test_undo_and_redo_say_what_they_turn() -> None:
    ports = Ports()
    row = ports.rows("articles")[0]
    ports.case.star([row.id], True)
    actions = Undo(ports.gateway, ports.host, ports.navigator).actions()
    actions["undo"]()
    assert row.id not in ports.case.starred
    actions["redo"]()
    assert row.id in ports.case.starred
    assert [said.partition(":")[0] for said in ports.host.said] == ["Undone", "Done again"]


def test_where_there_is_nothing_that_is_said() -> None:
    ports = Ports()
    for action in Undo(ports.gateway, ports.host, ports.navigator).actions().values():
        action()
    assert len(ports.host.said) == 3
    assert not ports.navigator.opened
