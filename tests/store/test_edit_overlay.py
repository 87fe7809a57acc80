"""What the analyst corrects lies over what the machine found, is searched, and survives an analysis made anew."""

from __future__ import annotations

import pytest

from workbench.errors import NotFound, UsageError
from workbench.model import Article, Quote
from workbench.store import articles, corrections, history, integrity, results, search
from workbench.store.database import Database
from workbench.store.facts import load_facts, save_facts
from workbench.store.issues import pinned_positions, pinned_topics, save_issues
from workbench.views import Marks

from .conftest import analysis_of, fact_of, ids, row


def analyse_again(db: Database, story: list[Article]) -> None:
    """What a re-analysis does."""
    for article in story:
        results.save_analysis(db, analysis_of(article), "2")
    save_facts(db, [])
    save_facts(db, [fact_of(story)])


def test_an_edited_article_is_shown_found_and_listed_as_edited(db: Database, story: list[Article]) -> None:
    one = story[0].id
    corrections.edit(db, one, "outlet", "Harbour  Gazette")
    corrections.edit(db, one, "published_on", "2025-09-01")
    corrections.edit(db, one, "title", "Über den Damm")
    for again in (False, True):
        if again:
            analyse_again(db, story)
        shown = row(db, "articles", "outlet:gazette")
        assert shown.head is not None
        assert (shown.id, shown.head.outlet, shown.value.published_on) == (one, "Harbour Gazette", "2025-09-01")
        assert shown.marks == Marks(edited=True, edits=("outlet", "published_on", "title"))
        assert ids(db, "articles", "uber in:title") == ids(db, "articles", "gazette") == [one]
        assert ids(db, "articles")[0] == one
        heads = {r.head for r in search.search(db, "quotes", f"article:{one}").rows}
        assert heads == {shown.head}
        assert ids(db, "articles", 'outlet:"Harbour Post"') == []
        assert articles.get(db, one) == story[0]
        assert integrity.check(db) == ()
    corrections.revert(db, [one], "outlet")
    assert ids(db, "articles", "is:edited outlet:post") == [one]


def test_a_corrected_speaker_replaces_the_machines(db: Database, story: list[Article]) -> None:
    quote = row(db, "quotes", "speaker:anonymous").id
    corrections.edit(db, quote, "speakers", [{"name": "Zoë Marr", "country": "SUD"}, {"kind": "unknown"}])
    for again in (False, True):
        if again:
            analyse_again(db, story)
        value: Quote = row(db, "quotes", "speaker:zoe").value
        who = [(s.name, s.kind, s.country) for s in value.speakers]
        assert who == [("Zoë Marr", "person", "SUD"), ("", "unknown", "")]
        assert value.speakers[0].mention == analysis_of(story[2]).quotes[0].speakers[0].mention
        assert ids(db, "quotes", "marr") == ids(db, "quotes", "country:SUD ferries") == [quote]
        assert ids(db, "quotes", "speaker:anonymous") == []
        assert ids(db, "articles", "speaker:marr") == [story[2].id]
        assert integrity.check(db) == ()
    corrections.revert(db, [quote], "speakers")
    assert ids(db, "quotes", "speaker:anonymous") == [quote]
    assert ids(db, "quotes", "marr") == []


def test_an_issue_is_renamed_merged_and_split(db: Database, story: list[Article]) -> None:
    def issues() -> dict[str, str]:
        return {r.value.topic: r.value.issue for r in search.search(db, "positions").rows}

    corrections.edit(db, "issue", "toll on the causeway", "tolls")
    assert issues() == {"toll": "tolls", "a toll": "tolls", "the plan": "the plan"}
    assert len(ids(db, "positions", "issue:tolls")) == 2
    corrections.edit(db, "issue", "tolls", "money")
    corrections.edit(db, "issue", "the plan", "money")
    assert set(issues().values()) == {"money"}
    split = row(db, "positions", "stance:ruled_out").id
    corrections.edit(db, split, "issue", "bans")
    corrections.edit(db, split, "stance", "opposes")
    assert issues() == {"toll": "money", "a toll": "bans", "the plan": "money"}
    assert ids(db, "positions", "issue:bans") == ids(db, "positions", "stance:opposes norland rejected") == [split]
    assert ids(db, "positions", "stance:ruled_out") == []
    corrections.edit(db, "issue", "bans", "money")
    analyse_again(db, story)
    assert set(issues().values()) == {"money"}
    corrections.revert(db, ["issue"], "money")
    assert issues() == {"toll": "toll on the causeway", "a toll": "money", "the plan": "the plan"}


def test_a_topic_of_two_issues_is_renamed_in_one(db: Database, story: list[Article]) -> None:
    one, other = row(db, "positions", "stance:opposes").id, row(db, "positions", "stance:ruled_out").id
    db.execute("UPDATE position SET topic = 'toll'")
    save_issues(db, {one: "bridge toll", other: "road toll"})
    corrections.edit(db, "issue", "bridge toll", "bridges")
    assert ids(db, "positions", "issue:bridges") == [one]
    assert ids(db, "positions", 'issue:"road toll"') == [other]
    assert (pinned_topics(db), pinned_positions(db)) == ({}, {one: "bridges"})
    corrections.revert(db, ["issue"], "bridge toll")
    assert ids(db, "positions", "issue:bridges") == [one]
    history.undo(db)
    corrections.revert(db, ["issue"], "bridges")
    assert ids(db, "positions", "issue:bridges") == []


def test_topics_named_by_the_analyst_are_pinned(db: Database, story: list[Article]) -> None:
    corrections.edit(db, "issue", "toll on the causeway", "tolls")
    corrections.put_under(db, [row(db, "positions", "stance:supports").id], "backing")
    assert set(pinned_topics(db).values()) == {"tolls"}
    assert set(pinned_positions(db).values()) == {"backing"}
    history.undo(db)
    assert set(pinned_topics(db).values()) == {"tolls"}
    assert pinned_positions(db) == {}
    with pytest.raises(NotFound):
        corrections.edit(db, "issue", "no such issue", "x")


def test_positions_are_confirmed_and_rejected(db: Database, story: list[Article]) -> None:
    both = ids(db, "positions")[:2]
    corrections.judge(db, both, "rejected")
    assert ids(db, "positions", "status:rejected") == both
    assert {r.value.status for r in search.search(db, "positions").rows} == {"suggested", "rejected"}
    corrections.judge(db, both[:1], "confirmed")
    analyse_again(db, story)
    assert ids(db, "positions", "status:confirmed") == both[:1]
    history.undo(db)
    assert ids(db, "positions", "status:rejected") == both
    corrections.judge(db, both, "suggested")
    assert ids(db, "positions", "status:rejected") == []
    with pytest.raises(UsageError):
        corrections.judge(db, both, "perhaps")


def test_a_gist_is_edited(db: Database, story: list[Article]) -> None:
    fact = row(db, "facts").id
    corrections.edit(db, fact, "gist", "price of the dam")
    analyse_again(db, story)
    assert row(db, "facts", "dam").value.gist == "price of the dam"
    assert ids(db, "facts", "crowns") == [fact]
    assert load_facts(db)[0].gist == "cost of the work"
