"""Two analyses of an article compared: what is kept, changed, new and gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from tests.store.numbered_words import FOUND, TEXT, position, quote
from workbench.model import Change, Changes, Position, Quote, Tally
from workbench.store import analysis_changes


def compared(before: list[Quote | Position], after: list[Quote | Position]) -> Changes:
    return analysis_changes.compare_analyses("A", TEXT, before, after)


def test_what_is_kept_changed_new_and_gone_is_counted() -> None:
    found = compared(
        [quote(0, 4), quote(5, 9), quote(10, 14), position(15, 18), position(19, 22)],
        [quote(0, 4), quote(5, 9, "Bo"), quote(20, 24), position(15, 19), position(19, 22, holder="SUD")],
    )
    assert (found.quotes, found.positions) == (Tally(1, 1, 1, 1), Tally(0, 1, 1, 1))
    assert [c.kind for c in found.found] == ["changed", "gone", "new", "changed", "gone", "new"]
    assert str(found.quotes) == "1 kept, 1 changed, 1 new, 1 gone"


@pytest.mark.parametrize(
    ("before", "after", "tally"),
    [
        (quote(0, 4), quote(0, 4, kind="mixed"), Tally(changed=1)),
        (quote(0, 4), replace(quote(0, 4), confidence=0.9, via="Wire"), Tally(kept=1)),
        (quote(0, 4), quote(0, 8), Tally(changed=1)),
        (quote(0, 4), quote(0, 9), Tally(new=1, gone=1)),
        (quote(0, 4), quote(4, 8), Tally(new=1, gone=1)),
    ],
    ids=["kind", "confidence", "half", "less than half", "beside"],
)
def test_the_same_quote_is_what_shares_half_of_the_words(before: Quote, after: Quote, tally: Tally) -> None:
    assert compared([before], [after]).quotes == tally


def test_the_nearest_is_the_same() -> None:
    found = compared([quote(0, 6)], [quote(0, 4), quote(0, 5)])
    assert found.found == (Change("A", None, quote(0, 4)), Change("A", quote(0, 6), quote(0, 5)))


@settings(max_examples=80, deadline=None)
@given(FOUND, FOUND)
def test_each_thing_is_counted_once(before, after) -> None:  # type: ignore[no-untyped-def]
    found, back = compared(before, after), compared(after, before)
    for kind, there, here in ((Quote, found.quotes, back.quotes), (Position, found.positions, back.positions)):
        assert there.kept + there.changed + there.gone == sum(isinstance(t, kind) for t in before)
        assert there.kept + there.changed + there.new == sum(isinstance(t, kind) for t in after)
        assert there.kept == here.kept
    assert compared(before, before).found == ()


@settings(max_examples=80, deadline=None)
@given(FOUND, FOUND, FOUND)
def test_two_analyses_in_a_row_are_told_as_one(one, two, three) -> None:  # type: ignore[no-untyped-def]
    found = analysis_changes.chain_changes(compared(one, two), compared(two, three))
    for kind, tally in ((Quote, found.quotes), (Position, found.positions)):
        assert tally.kept + tally.changed + tally.gone == sum(isinstance(t, kind) for t in one)
        assert tally.kept + tally.changed + tally.new == sum(isinstance(t, kind) for t in three)
    assert {c.before.id for c in found.found if c.before} <= {t.id for t in one}
    assert {c.after.id for c in found.found if c.after} <= {t.id for t in three}
    assert analysis_changes.chain_changes(compared(one, two), compared(two, two)) == compared(one, two)


def test_what_is_gone_and_comes_back_was_never_gone() -> None:
    there, away = [quote(0, 6)], []  # type: ignore[var-annotated]
    found = analysis_changes.chain_changes(compared(there, away), compared(away, there))
    assert (found.found, found.quotes) == ((), Tally(kept=1))
