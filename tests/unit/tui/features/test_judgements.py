"""Accepting, rejecting and merging, without a screen."""

from __future__ import annotations

from typing import Any

from tests.unit.tui.features.ports import Ports, Selection
from workbench.tui.features.case_forms import CaseForms
from workbench.tui.features.issues import Issues
from workbench.tui.features.judgements import Judgements
from workbench.tui.features.people import People


def judgements(ports: Ports, view: Any) -> Judgements:
    issues = Issues(ports.gateway, ports.host, ports.navigator, view, None)  # type: ignore[arg-type]
    people = People(ports.gateway, ports.host, ports.navigator, view, CaseForms(ports.gateway))
    return Judgements(ports.gateway, ports.host, view, issues, people)


def test_a_judgement_is_taken_back_by_the_same_key() -> None:
    ports = Ports()
    for status in ("confirmed", "suggested"):
        row = ports.rows("positions")[0]
        judgements(ports, Selection(row)).judge("confirmed")
        assert ports.rows("positions")[0].value.status == status


def test_a_stance_goes_one_step() -> None:
    ports = Ports()
    row = ports.rows("positions")[0]
    judgements(ports, Selection(row)).restance(-1)
    assert ports.rows("positions")[0].value.stance != row.value.stance


def test_what_is_no_position_is_said() -> None:
    ports = Ports()
    found = judgements(ports, Selection(ports.rows("articles")[0]))
    found.judge("confirmed")
    found.restance(1)
    found.merge()
    assert len(ports.host.said) == 3
