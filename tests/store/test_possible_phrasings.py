"""Passages that may state a fact, of articles of the same story only."""

from __future__ import annotations

from workbench.model import Article, Fact, Phrasing, Span
from workbench.store.database import Database
from workbench.store.facts import save_facts, save_possible_phrasings
from workbench.store.rows import read_facts


def fact(*told: Article, at: int) -> Fact:
    phrasings = tuple(Phrasing(a.id, Span(at, at + 9), a.text[at : at + 9]) for a in told)
    return Fact(f"what stands at {at}", "event", phrasings)


def perhaps_of(db: Database, *facts: Fact) -> tuple[str, ...]:
    """The articles that may state the first fact, of all but those that do."""
    save_facts(db, facts)
    rows = [(facts[0].id, id, Span(0, 5), "words", 0.5) for (id,) in db.execute("SELECT id FROM article")]
    told = {p.article_id for p in facts[0].phrasings}
    save_possible_phrasings(db, [row for row in rows if row[1] not in told], [f.id for f in facts], [])
    return tuple(p.article_id for p in read_facts(db)[facts[0].id].perhaps)


def test_an_article_that_shares_a_fact_with_one_that_tells_it_may_tell_it(db: Database, story: list[Article]) -> None:
    one, two, three = story
    assert perhaps_of(db, fact(one, two, at=0), fact(two, three, at=20)) == (three.id,)


def test_an_article_of_another_story_does_not(db: Database, story: list[Article]) -> None:
    one, two, three = story
    assert perhaps_of(db, fact(one, at=0), fact(two, three, at=20)) == ()


def test_of_an_article_without_facts_nothing_is_known(db: Database, story: list[Article]) -> None:
    one, two, three = story
    assert set(perhaps_of(db, fact(one, two, at=0))) == {three.id}
