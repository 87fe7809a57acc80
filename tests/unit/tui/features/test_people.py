"""People corrected, merged, parted and followed to their quotes, without a screen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tui.features.ports import Ports, Selection
from workbench.model import Entity
from workbench.tui.features.case_forms import CaseForms, Offers
from workbench.tui.features.people import People
from workbench.tui.question import Question
from workbench.views import Results


def people(ports: Ports, *rows: Any) -> People:
    selection: Any = Selection(*rows)
    return People(ports.gateway, ports.host, ports.navigator, selection, CaseForms(ports.gateway))


def offers(ports: Ports) -> Offers:
    return Offers(ports.case.vocabulary())


def test_a_correction_goes_to_all_who_are_selected() -> None:
    ports = Ports()
    rows = ports.rows("people")[:2]
    ports.navigator.answers = [{"country": "NOR", "alias": ""}]
    people(ports).correct(rows, offers(ports))
    assert {ports.case.edits[row.id, "country"] for row in rows} == {"NOR"}
    assert ports.host.said == ["Country of 2 people; u undoes it"]
    assert "alias" not in {field for _, field in ports.case.edits}


def test_a_form_that_is_left_changes_nothing() -> None:
    ports = Ports()
    ports.navigator.answers = [None]
    people(ports).correct(ports.rows("people")[:1], offers(ports))
    assert ports.navigator.opened
    assert not ports.case.edits


def test_a_speaker_is_the_person_whom_all_their_quotes_name() -> None:
    ports = Ports()
    quote = next(row for row in ports.rows("quotes") if any(s.name for s in row.value.speakers))
    one = next(s for s in quote.value.speakers if s.name)
    ports.navigator.answers = [{"role": "envoy"}]
    people(ports, quote).correct_speaker()
    assert ports.case.edits == {(Entity(one.name, one.kind).id, "role"): "envoy"}


@pytest.mark.parametrize("pane", ["articles", "positions"])
def test_where_nobody_is_that_is_said(pane: str) -> None:
    ports = Ports()
    found = people(ports, ports.rows(pane)[0])
    found.correct_speaker()
    found.part_name()
    found.quotes_of()
    found.merge([])
    assert len(ports.host.said) == 4
    assert not ports.navigator.opened


def test_a_case_that_cannot_be_written_is_not_asked_about() -> None:
    ports = Ports(read_only=True)
    row = next(row for row in ports.rows("people") if row.value.aliases)
    found = people(ports, row)
    found.correct_speaker()
    found.part_name()
    assert not ports.navigator.opened
    assert len(ports.host.said) == 2


def test_the_name_that_stays_is_chosen() -> None:
    ports = Ports()
    rows = sorted(ports.rows("people")[:2], key=lambda row: row.value.quotes)
    most, other = rows[1].value.name, rows[0].value.name
    ports.navigator.answers = [None, most, other]
    for _ in range(3):
        people(ports).merge(rows)
    assert [ask.choices[:2] for ask in ports.navigator.opened] == [(most, other)] * 3
    assert {(field, value) for (_, field), value in ports.case.edits.items()} == {
        ("merged", rows[0].id), ("name", other),
    }  # fmt: skip


def test_the_way_to_quotes_is_by_name_and_by_id_where_several_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    ports = Ports()
    row = ports.rows("people")[0]
    people(ports, row).quotes_of()
    assert ("pose", Question("", (f'person:"{row.value.name}"',))) in ports.navigator.went
    monkeypatch.setattr(ports.case, "search", lambda *_, **__: Results((row, row), 2))
    people(ports, row).quotes_of()
    assert ("pose", Question("", (f"person:{row.id}",))) in ports.navigator.went
