"""What is to be written has one order, and its articles are fetched once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest

from tests.golden.sample import POST, TEXTS, WIRE, selection
from workbench.export.records import records
from workbench.export.selection import FetchedMapping
from workbench.model import PANES, Pane


def test_rows_come_by_date_outlet_article_and_place() -> None:
    assert [each["published_on"] for each in records(selection("quotes"))] == [
        "2025-08-21",
        "2025-08-21",
        "2025-08-22",
        "",
    ]
    starts = [each["spans"][0]["start"] for each in records(selection("quotes"))][:2]
    assert starts == sorted(starts)


def test_articles_that_are_expected_are_fetched_together_and_once() -> None:
    asked: list[set[str]] = []

    def find(ids: Collection[str]) -> dict[str, str]:
        asked.append(set(ids))
        return {id: TEXTS[id] for id in ids if id in TEXTS}

    texts = FetchedMapping(find)
    texts.expect([WIRE.id, POST.id, WIRE.id])

    assert (texts[WIRE.id], texts[POST.id]) == (WIRE.text, POST.text)
    assert asked == [{WIRE.id, POST.id}]
    assert texts.get("A-gone", "") == ""
    assert "A-gone" not in texts


def test_old_articles_make_room_for_new_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.export.selection.KEPT", 2)
    asked: list[str] = []
    texts = FetchedMapping(lambda ids: {id: asked.append(id) or id for id in ids})
    for ids in (["a", "b"], ["b", "c"], ["b"], ["a"]):
        texts.expect(ids)
        assert [texts[id] for id in ids] == ids

    assert sorted(asked[:2]) == ["a", "b"]
    assert asked[2:] == ["c", "a"]


@pytest.mark.parametrize("pane", PANES)
def test_rows_that_come_in_order_are_not_sorted(pane: Pane) -> None:
    rows = tuple(reversed(list(selection(pane).ordered())))
    assert list(replace(selection(pane), rows=rows, in_order=True).ordered()) == list(rows)
