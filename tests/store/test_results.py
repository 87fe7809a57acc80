"""What goes into a case comes out of it as it was."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import NotFound
from workbench.model import Analysis, Article, Document, Fact, Lineage, Phrasing, Position, Quote, Span, article_id
from workbench.store import Store, articles, corrections, integrity, results, search
from workbench.store.articles import iter_texts
from workbench.store.clauses import load_clauses
from workbench.store.database import Database
from workbench.store.entities import load_entities
from workbench.store.facts import load_facts, save_facts
from workbench.store.highlights import highlights as highlights_of
from workbench.store.lineage import articles_with_credit, copied_pairs, load_lineage, save_copies, save_rewrites
from workbench.store.positions import load_positions

from .conftest import TEXTS, analysis_of, fact_of, fill, group_by_topic, made, span


def counts(db: Database) -> dict[str, int]:
    """Rows in every table that is not part of an index."""
    names = [n for n in db.tools.table_names() if "_fts" not in n and n != "revision"]
    return {n: db.execute(f'SELECT count(*) FROM "{n}"').fetchone()[0] for n in names}


def rows(db: Database, pane: str) -> dict[str, object]:
    """The values of a pane by id."""
    return {r.id: r.value for r in search.search(db, pane, "", limit=-1).rows}  # type: ignore[arg-type]


def test_articles_and_documents_come_back_as_they_were(db: Database) -> None:
    for outlet in TEXTS:
        document, article = made(outlet)
        assert articles.add(db, document, article)
        assert articles.has_document(db, document.id)
        assert articles.get(db, article.id) == article
        assert articles.document(db, article.id) == document
        assert search.get(db, "articles", article.id).value == replace(article, offsets=type(article.offsets)())
    assert dict(iter_texts(db)) == {made(o)[1].id: text for o, (_, text) in TEXTS.items()}


@given(
    data=st.binary(max_size=200),
    text=st.text(max_size=200),
    title=st.text(st.characters(codec=None), max_size=20),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_and_any_text_come_back(db: Database, data: bytes, text: str, title: str) -> None:
    document = Document("x\udcff.txt", data, "text/plain")
    article = Article(document.id, document.source, text, title)
    if not articles.add(db, document, article):
        return
    got = articles.get(db, article.id)
    assert articles.document(db, article.id).data == data
    assert (got.text, got.source) == (text, "x?.txt")
    assert len(got.title) == len(title)
    assert integrity.check(db) == ()


def test_lists_have_heads_and_counts_of_words_without_the_text(db: Database, story: list[Article]) -> None:
    ids = [a.id for a in story]
    assert articles.word_counts(db, ids) == {a.id: a.words for a in story}
    heads = articles.heads(db)
    assert list(heads) == ids[::-1]
    assert [(h.source, h.title, h.outlet, h.published_on) for h in heads.values()] == [
        (a.source, a.title, a.outlet, a.published_on) for a in reversed(story)
    ]


def test_the_same_document_is_added_once(db: Database) -> None:
    document, article = made("Harbour Post")
    assert articles.add(db, document, article)
    before = counts(db)
    elsewhere = Document("elsewhere.txt", document.data, "text/plain")
    assert not articles.add(db, elsewhere, replace(article, source="elsewhere.txt", title="Another"))
    assert counts(db) == before
    assert articles.get(db, article.id) == article


def test_text_never_changes(db: Database, story: list[Article]) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        db.execute("UPDATE article SET text = 'other' WHERE id = ?", [story[0].id])


def test_results_come_back_as_they_were(db: Database, story: list[Article]) -> None:
    found = [analysis_of(a) for a in story]
    assert rows(db, "quotes") == {q.id: q for a in found for q in a.quotes}
    assert load_clauses(db) == sorted((c for a in found for c in a.clauses), key=lambda c: c.article_id)
    grouped = {"toll": "toll on the causeway", "a toll": "toll on the causeway"}
    expected = {p.id: replace(p, issue=grouped.get(p.topic, "")) for a in found for p in a.positions}
    assert {p.id: p for p in load_positions(db)} == expected
    assert rows(db, "positions") == {i: replace(p, issue=p.issue or p.topic) for i, p in expected.items()}
    assert load_facts(db) == [fact_of(story)] == list(rows(db, "facts").values())
    assert load_lineage(db) == [c for a in found for c in a.credits]
    assert {(e.name, e.kind, e.role, e.country, e.aliases) for e in load_entities(db)} == {
        ("Ána Rell", "person", "prime minister", "SUD", ("Rell",)),
        ("Norland", "country", "", "NOR", ()),
        ("Odd Brenn", "person", "", "NOR", ("Brenn",)),
    }


def test_saving_again_changes_nothing(db: Database, story: list[Article]) -> None:
    before = counts(db), rows(db, "quotes"), rows(db, "facts")
    for article in story:
        results.save_analysis(db, analysis_of(article), "1")
    save_facts(db, [fact_of(story)])
    assert (counts(db), rows(db, "quotes"), rows(db, "facts")) == before
    assert integrity.check(db) == ()


def test_saving_replaces_one_article_and_drops_what_nobody_names(db: Database, story: list[Article]) -> None:
    results.save_analysis(db, Analysis(story[0].id), "2")
    assert {q.article_id for q in rows(db, "quotes").values()} == {story[1].id, story[2].id}  # type: ignore[attr-defined]
    assert [e.name for e in load_entities(db)] == ["Odd Brenn"]
    assert load_lineage(db) == []
    assert articles.pending(db, "2") == [story[1].id, story[2].id]
    assert articles.pending(db, "3") == articles.ids(db) == [a.id for a in story]


def test_what_several_articles_say_of_an_entity_is_put_together(db: Database, story: list[Article]) -> None:
    more = analysis_of(story[1])
    brenn = replace(more.entities[0], role="minister", country="")
    results.save_analysis(db, Analysis(story[2].id, (brenn,)), "1")
    entity = next(e for e in load_entities(db) if e.name == "Odd Brenn")
    assert (entity.role, entity.country) == ("minister", "NOR")


def test_results_for_an_article_that_is_not_there_are_refused(db: Database) -> None:
    with pytest.raises(NotFound):
        results.save_analysis(db, Analysis("A0000000000"), "1")
    with pytest.raises(NotFound):
        articles.get(db, "A0000000000")
    with pytest.raises(NotFound):
        articles.document(db, "A0000000000")
    with pytest.raises(NotFound):
        search.get(db, "quotes", "Q0000000000")


def test_facts_issues_and_lineage_are_replaced_whole(db: Database, story: list[Article]) -> None:
    words = "Ferries stop in May"
    other = Fact("ferries", "event", (Phrasing(story[2].id, span(story[2].text, words), words),))
    save_facts(db, [other])
    assert load_facts(db) == [other]
    group_by_topic(db, {"toll": "tolls"})
    assert sorted(p.issue for p in load_positions(db)) == ["", "", "tolls"]
    copies = Lineage(story[0].id, "copies", story[1].id, 0.4, Span(0, 5))
    rewrites = Lineage(story[2].id, "rewrites", story[1].id, 0.4, Span(0, 5))
    for _ in range(2):
        save_copies(db, [copies])
        save_rewrites(db, [rewrites])
    found = load_lineage(db)
    assert copies in found
    assert rewrites in found
    assert len(found) == 3
    save_rewrites(db, [], {story[0].id})
    assert rewrites in load_lineage(db)
    save_rewrites(db, [])
    assert load_lineage(db) == [row for row in found if row != rewrites]
    assert integrity.check(db) == ()


def test_a_credit_line_is_a_credit_without_a_place(db: Database, story: list[Article]) -> None:
    corrections.edit(db, story[1].id, "agency", "Reuters, AP")
    lines = [row.origin for row in load_lineage(db) if row.article_id == story[1].id and row.span is None]
    assert lines == ["Reuters", "AP"]


def test_articles_that_have_the_text_of_an_earlier_one_are_counted(db: Database) -> None:
    document, article = made(next(iter(TEXTS)))
    others = [replace(document, data=document.data + b"\n" * n) for n in range(3)]
    for other in others:
        articles.add(db, other, replace(article, document_id=other.id))
    ids = [article_id(other.id) for other in others]
    assert articles.count_repeated_texts(db, ids) == 2
    assert articles.count_repeated_texts(db, ids[:1]) == 0
    assert articles.count_repeated_texts(db, []) == 0


def test_credits_keep_what_they_are_for(db: Database, story: list[Article]) -> None:
    found = tuple(
        Lineage(story[0].id, "credits", name, share, Span(0, 5), passages)
        for name, share, passages in (("AFP", 0.0, None), ("BBC", 0.2, (Span(0, 9), Span(20, 30))))
    )
    results.save_analysis(db, replace(analysis_of(story[0]), credits=found), "1")
    assert [row for row in load_lineage(db) if row.article_id == story[0].id and row.kind == "credits"] == [*found]


def test_who_helped_with_an_article_is_credited_for_no_passage(db: Database) -> None:
    document, article = made(next(iter(TEXTS)))
    articles.add(db, document, replace(article, contributors="AP, Reuters"))
    assert search.get(db, "articles", article.id).value.contributors == "AP, Reuters"
    assert [(row.origin, row.passages) for row in load_lineage(db)] == [("AP", ()), ("Reuters", ())]


def test_who_credits_all_of_it_is_told_from_who_credits_a_passage(db: Database, story: list[Article]) -> None:
    for article, passages in zip(story[:2], (None, (Span(0, 9),)), strict=True):
        credit = Lineage(article.id, "credits", "AFP", span=Span(0, 5), passages=passages)
        results.save_analysis(db, replace(analysis_of(article), credits=(credit,)), "1")
    corrections.edit(db, story[2].id, "agency", "Reuters")
    assert articles_with_credit(db) == {story[0].id, story[2].id}
    save_copies(
        db, [Lineage(story[1].id, "copies", story[0].id, 0.4), Lineage(story[2].id, "copies", story[0].id, 0.2)]
    )
    assert copied_pairs(db, 0.3) == {(story[1].id, story[0].id)}


def test_highlights_are_every_span_something_stands_on(db: Database, story: list[Article]) -> None:
    text = story[0].text
    marked = [(h.kind, h.span.of(text)) for h in highlights_of(db, story[0].id)]
    assert marked == [
        ("speaker", "Prime Minister Ána Rell"),
        ("cue", "said"),
        ("quote", "will be built"),
        ("quote", "It is late,"),
        ("speaker", "she"),
        ("cue", "added"),
        ("quote", "but not too late."),
        ("position", "Norland opposes any toll"),
        ("fact", "The work costs 40 million crowns"),
    ]


@given(st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spans_that_hold_pass_and_spans_that_do_not_are_found(store: Store, data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=80), label="text")
    place = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda p: p[0] < p[1])
    spans = tuple(Span(*p) for p in data.draw(st.lists(place, min_size=1, max_size=3), label="spans"))
    shift = data.draw(st.sampled_from(["", "?"]), label="added to the words")
    document = Document("x", f"{text}{spans}{shift}".encode("utf-8", "replace"), "text/plain")
    article = Article(document.id, "x", text)
    articles.add(store.db, document, article)
    words = " … ".join(s.of(text) for s in spans) + shift
    quote = Quote(article.id, "direct", spans, words)
    one = spans[0]
    position = Position(article.id, "NOR", "Norland", "opposes", one, one, one.of(text) + shift, "toll")
    results.save_analysis(store.db, Analysis(article.id, quotes=(quote,), positions=(position,)), "1")
    assert rows(store.db, "quotes").get(quote.id) == quote
    broken = integrity.check(store.db)
    assert len(broken) == 2 * len(shift)
    assert all(article.id in line for line in broken)
    assert integrity.repair(store.db) == ()
    assert (article.id in articles.pending(store.db, "1")) == bool(shift)


def test_a_damaged_index_is_found_and_made_anew(db: Database, story: list[Article]) -> None:
    db.execute("INSERT INTO quote_fts(quote_fts) VALUES ('delete-all')")
    db.execute("UPDATE head SET outlet = 'Nobody'")
    db.execute("UPDATE document SET data = x'00' WHERE id = ?", [story[0].document_id])
    found = "\n".join(integrity.check(db))
    assert "index of quotes" in found
    assert "list of articles" in found
    assert f"document of article {story[0].id}" in found
    assert integrity.repair(db) == (f"The document of article {story[0].id} is not what was added.",)
    assert search.search(db, "quotes", "toll").total == 1


def test_nothing_is_held_open_between_texts(db: Database) -> None:
    fill(db)
    for id, _ in iter_texts(db):
        results.delete_results(db, id)
    assert articles.pending(db, "1") == articles.ids(db)
