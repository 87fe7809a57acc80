"""What the models said is kept beside an article, goes with it, and makes room where it is not wanted."""

from __future__ import annotations

from dataclasses import replace

from workbench.model import NOTHING_KEPT, Analysis, Article, KeptOutput
from workbench.store import Store, integrity, removal, results
from workbench.store.kept_output import compact, load_kept_output
from workbench.store.signatures import clause_vectors, save_clause_vectors

KEPT = KeptOutput(bytes(range(256)) * 4000, b"scores")


def test_it_is_kept_with_what_was_found(store: Store, story: list[Article]) -> None:
    first, second, *_ = (one.id for one in story)
    results.save_analysis(store.db, Analysis(first, kept=KEPT), "2")
    assert load_kept_output(store.db, first) == KEPT
    assert load_kept_output(store.db, second) == load_kept_output(store.db, "A?") == NOTHING_KEPT
    other = replace(KEPT, scores=b"others")
    results.save_analysis(store.db, Analysis(first, kept=other), "3")
    assert load_kept_output(store.db, first) == other


def test_it_goes_with_the_article_and_undo_does_not_need_it(store: Store, story: list[Article]) -> None:
    first = story[0].id
    results.save_analysis(store.db, Analysis(first, kept=KEPT), "2")
    removal.remove(store.db, [first])
    assert store.db.execute("SELECT count(*) FROM kept_output").fetchone()[0] == 0
    assert integrity.check(store.db) == ()


def test_a_case_is_smaller_without_what_can_be_made_again(store: Store, story: list[Article]) -> None:
    first = story[0].id
    results.save_analysis(store.db, Analysis(first, kept=KEPT), "2")
    save_clause_vectors(store.db, {7: b"\x00" * 256})
    size = store.path.stat().st_size
    won = compact(store.db)
    assert won > len(KEPT.output) // 2
    assert store.path.stat().st_size <= max(size, 1_000_000)
    assert (load_kept_output(store.db, first), [*clause_vectors(store.db)]) == (NOTHING_KEPT, [])
    assert integrity.check(store.db) == ()
    assert compact(store.db) == 0
