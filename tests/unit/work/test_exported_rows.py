"""Rows of an export come in its order, a block at a time, from one state of the case."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.conftest import fill
from workbench.errors import NotFound
from workbench.model import PANES, Pane, Span
from workbench.work import Case
from workbench.work import exported_rows as rows_of


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "x.db") as case:
        fill(case.db)
        quote, article = case.search("quotes").rows[0].id, case.search("articles").rows[-1].id
        case.note(quote, "on a quote")
        case.note(article, "on a passage", Span(4, 9))
        case.note(case.search("facts").rows[0].id, "on a fact")
        case.edit(article, "published_on", "")
        yield case


@pytest.mark.parametrize("pane", PANES)
def test_the_order_is_that_of_rows_that_were_read(case: Case, pane: Pane) -> None:
    rows = case.search(pane, limit=-1).rows
    assert len(rows) > 1 or pane == "facts"
    expected = [row.id for row in case.selection(pane, rows).ordered()]

    assert rows_of.matching_ids(case, pane, "") == expected
    assert rows_of.ordered_ids(case, pane, expected[::-1]) == expected


def test_only_what_matches_is_read(case: Case) -> None:
    found = {row.id for row in case.search("quotes", "toll", limit=-1).rows}
    assert 0 < len(found) < len(case.search("quotes").rows)
    assert set(rows_of.matching_ids(case, "quotes", "toll")) == found


def test_rows_are_read_in_blocks_when_they_are_wanted(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_of, "AT_ONCE", 2)
    ids, blocks = rows_of.matching_ids(case, "quotes", ""), []
    rows = rows_of.StoredRows(case, "quotes", ids, lambda block: blocks.append(len(block)))
    walk = iter(rows)

    assert blocks == []
    assert next(walk).id == ids[0]
    assert blocks == [2]
    assert [row.id for row in rows] == ids
    assert (len(rows), rows[-1].id, [row.id for row in rows[:2]]) == (len(ids), ids[-1], ids[:2])


def test_an_id_that_is_not_there_is_said(case: Case) -> None:
    with pytest.raises(NotFound, match="no quote Q-gone"):
        case.export("jsonl", "quotes", io.StringIO(), ids=[case.search("quotes").rows[0].id, "Q-gone"])


def test_what_is_changed_meanwhile_is_not_in_the_file(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows_of, "AT_ONCE", 1)
    ids = rows_of.matching_ids(case, "quotes", "")
    with Case.open(tmp_path / "x.db") as other:
        stream = io.StringIO()
        case.export("jsonl", "quotes", stream, stop=lambda: other.tag([ids[-1]], "late") is not None)

        assert json.loads(stream.getvalue().splitlines()[-1])["tags"] == []
        assert case.quote(ids[-1]).marks.tags == ("late",)
