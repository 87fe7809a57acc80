"""What is given for articles that the case has already is set where the analyst has not set it."""

from __future__ import annotations

from workbench.model import Article, GivenMetadata
from workbench.store import corrections, history, integrity, metadata_overrides, pending_work, search
from workbench.store.database import Database


def test_what_is_given_again_is_set_where_the_analyst_has_not_set_it(db: Database, story: list[Article]) -> None:
    first, second, third = (article.id for article in story)
    corrections.edit(db, first, "outlet", "Mine")
    given = metadata_overrides.override_metadata(
        db, [first, second, third], {"outlet": "North Radio", "published_on": "2025-09-01"}
    )
    assert given == GivenMetadata({"outlet": 1, "date": 3}, {"outlet": 1})
    assert given.told(3) == "outlet set on 1, date on all 3; your outlet stays on 1"
    shown = {row.id: (row.value.outlet, row.value.published_on) for row in search.search(db, "articles").rows}
    assert shown == {
        first: ("Mine", "2025-09-01"),
        second: ("North Radio", "2025-09-01"),
        third: ("North Radio", "2025-09-01"),
    }
    assert {first, second, third} <= {*pending_work.pending_articles(db, "comparison")}
    assert not search.get(db, "articles", second).marks.edited
    metadata_overrides.override_metadata(db, [second], {"outlet": "South Radio"})
    assert search.get(db, "articles", second).value.outlet == "South Radio"
    assert (
        history.actions(db)[0].label == "outlet South Radio given for “Norland against toll on causeway” in North Radio"
    )
    history.undo(db)
    history.undo(db)
    assert search.get(db, "articles", second).value.outlet == "Coastal Wire"
    history.redo(db)
    assert search.get(db, "articles", second).value.outlet == "North Radio"
    assert integrity.check(db) == ()


def test_what_was_given_so_already_is_no_action(db: Database, story: list[Article]) -> None:
    assert metadata_overrides.override_metadata(db, [story[0].id], {"outlet": "Harbour Post"}) == GivenMetadata()
    assert history.actions(db) == ()
    assert GivenMetadata({"outlet": 2}).told(2) == "outlet set on both"
    assert GivenMetadata({}, {"title": 1}).told(1) == "your title stays on it"
