"""Which rows an export has, that it is stopped, and what it refuses."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import NotFound, Stopped, UsageError
from workbench.export.formats import FORMATS
from workbench.model import PANES
from workbench.work import Case
from workbench.work.exports import REPORTED, RowCounter

NEWS = 'Brazil opposes a tax on soy exports. "We will not pay," said the Brazilian minister Ana Lima on Monday.\n'


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "one.txt").write_text(NEWS, encoding="utf-8")
    with Case.open(tmp_path / "x.db") as case:
        case.add([str(tmp_path / "one.txt")])
        case.analyse()
        yield case


def test_a_format_of_several_panes_has_the_rows_of_each(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(FORMATS, "parts", replace(FORMATS["jsonl"], name="parts", together=True, writer=WRITER))
    count = case.export("parts", "case", stream := io.StringIO(), "pay")

    found = json.loads(stream.getvalue())
    assert list(found) == list(PANES)
    assert found["articles"] == [case.search("articles").rows[0].id]
    assert found["quotes"] == [case.search("quotes", "pay").rows[0].id]
    assert count == sum(map(len, found.values()))


WRITER = "test_double:write"


@pytest.fixture(autouse=True)
def _double(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys
    from types import ModuleType

    def write(selection, stream, options):  # type: ignore[no-untyped-def]
        json.dump({part.pane: [row.id for row in part.ordered()] for part in selection.parts}, stream)

    module = ModuleType("workbench.export.test_double")
    module.write = write  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "workbench.export.test_double", module)


def test_what_cannot_be_written_is_said(case: Case) -> None:
    with pytest.raises(NotFound, match="no format 'odt'"):
        case.export("odt", "quotes", io.StringIO())
    with pytest.raises(UsageError, match="csv writes one pane"):
        case.export("csv", "case", io.StringIO())
    with pytest.raises(UsageError, match="brief is of positions"):
        case.export("brief", "quotes", io.StringIO())
    with pytest.raises(UsageError, match="csv has no option --tone"):
        case.export("csv", "quotes", io.StringIO(), options={"tone": "kind"})


def test_an_export_is_stopped_between_two_rows(case: Case) -> None:
    with pytest.raises(Stopped):
        case.export("jsonl", "quotes", stream := io.StringIO(), stop=lambda: True)
    assert stream.getvalue() == ""


def test_the_progress_is_told_now_and_then() -> None:
    told: list[tuple[int, int | None]] = []
    counter = RowCounter(2 * REPORTED, lambda done, total, _label: told.append((done, total)), lambda: False)
    for _ in range(2 * REPORTED + 1):
        counter.count()

    assert told == [(REPORTED, 2 * REPORTED), (2 * REPORTED, 2 * REPORTED)]


def test_only_the_rows_named_are_written(case: Case) -> None:
    chosen = case.search("positions").rows[0].id
    assert case.export("jsonl", "positions", stream := io.StringIO(), ids=[chosen]) == 1
    assert json.loads(stream.getvalue())["id"] == chosen
