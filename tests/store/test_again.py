"""Analysing again: what changed is told, and no mark of the analyst's is ever lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from workbench.model import (
    Analysis,
    Article,
    Change,
    Changes,
    Document,
    Fact,
    Phrasing,
    Position,
    Quote,
    Span,
    Speaker,
    Tally,
    stable_id,
)
from workbench.store import (
    analysis_changes,
    articles,
    corrections,
    history,
    integrity,
    mark_anchors,
    notes,
    results,
    search,
)
from workbench.store.facets import facets
from workbench.store.facts import save_facts

from .conftest import analysis_of, fact_of

WORDS = 24
TEXT = " ".join(f"word{number:02}" for number in range(WORDS))
"""Every word has seven characters with its blank, so that word n starts at 7n."""


def words(first: int, last: int) -> Span:
    """The words from the first up to, without, the last."""
    return Span(7 * first, 7 * last - 1)


def quote(first: int, last: int, who: str = "Ann", kind: str = "direct", article: str = "A") -> Quote:
    span = words(first, last)
    return Quote(article, kind, (span,), span.of(TEXT), (Speaker(who, "person"),))  # type: ignore[arg-type]


def position(first: int, last: int, stance: str = "opposes", holder: str = "NOR", article: str = "A") -> Position:
    span = words(first, last)
    return Position(article, holder, holder, stance, span, span, span.of(TEXT), "toll")


def compared(before: list[Quote | Position], after: list[Quote | Position]) -> Changes:
    return analysis_changes.compare_analyses("A", TEXT, before, after)


def add(db: Database) -> str:
    """An article with the words in the case; its id."""
    document = Document("x.txt", TEXT.encode(), "text/plain")
    article = Article(document.id, document.source, TEXT)
    articles.add(db, document, article)
    return article.id


# What changed


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


SPAN = st.tuples(st.integers(0, WORDS - 1), st.integers(1, 6)).map(lambda p: (p[0], min(WORDS, p[0] + p[1])))
QUOTES = st.builds(lambda s, w: quote(*s, w), SPAN, st.sampled_from(["Ann", "Bo"]))
POSITIONS = st.builds(lambda s, h: position(*s, holder=h), SPAN, st.sampled_from(["NOR", "SUD"]))
FOUND = st.lists(QUOTES | POSITIONS, max_size=7, unique_by=lambda thing: thing.id)


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


def test_saving_tells_what_changed_but_not_the_first_time(db: Database, story: list[Article]) -> None:
    first = analysis_of(story[0])
    same = results.save_analysis(db, first, "2")
    assert same == Changes(1, kept_quotes=2, kept_positions=1)
    brenn = replace(first.quotes[0], speakers=(Speaker("Odd Brenn", "person"),))
    found = results.save_analysis(db, replace(first, quotes=(brenn,), positions=()), "3")
    assert found
    assert (found.quotes, found.positions) == (Tally(changed=1, gone=1), Tally(gone=1))
    assert [(c.before, c.after) for c in found.found if c.kind == "changed"] == [(first.quotes[0], brenn)]
    results.delete_results(db, story[0].id)
    assert results.save_analysis(db, first, "3") is None


# Marks


def everything(db: Database) -> tuple[set[str], set[str], set[str], set[tuple[str, str]]]:
    """The words of all notes, all tags, all stars' number and all edits, wherever they lie."""
    return (
        {body for (body,) in db.execute("SELECT body FROM note")},
        {name for (name,) in db.execute("SELECT name FROM tag")},
        {target for (target,) in db.execute("SELECT target FROM star")},
        set(db.execute("SELECT field, value FROM edit").fetchall()),
    )


def mark(db: Database, target: str) -> None:
    notes.tag(db, [target], f"tag {target}")
    notes.note(db, target, f"note {target}")
    notes.star(db, [target])
    if target[0] == "Q":
        corrections.edit(db, target, "speakers", [{"name": f"Corrected {target}", "country": "SUD"}])
    else:
        corrections.edit(db, target, "stance", "open")


def targets(db: Database) -> set[str]:
    return {row[0] for row in db.execute("SELECT target FROM marked")}


def test_marks_move_to_a_quote_whose_words_changed_a_little_and_undo_follows(db: Database) -> None:
    id = add(db)
    old, new = quote(2, 6, article=id), quote(2, 7, "Bo", article=id)
    results.save_analysis(db, Analysis(id, quotes=(old,)), "1")
    mark(db, old.id)
    results.save_analysis(db, Analysis(id, quotes=(new,)), "2")
    row = search.get(db, "quotes", new.id)
    assert (row.marks.tags, row.marks.note) == ((f"tag {old.id}",), f"note {old.id}")
    assert row.marks.starred
    assert [s.name for s in row.value.speakers] == [f"Corrected {old.id}"]
    assert [r.id for r in search.search(db, "quotes", "corrected").rows] == [new.id]
    assert (mark_anchors.lost_marks(db), integrity.check(db)) == ((), ())
    for _ in range(4):
        assert history.undo(db)
    assert targets(db) == set()
    assert [s.name for s in search.get(db, "quotes", new.id).value.speakers] == ["Bo"]
    for _ in range(4):
        assert history.redo(db)
    assert search.get(db, "quotes", new.id).marks == row.marks


def test_a_quote_that_is_gone_is_called_by_its_words_with_their_cue(db: Database) -> None:
    id = add(db)
    old = replace(quote(2, 6, kind="indirect", article=id), cue=words(1, 2), cue_text=words(1, 2).of(TEXT))
    results.save_analysis(db, Analysis(id, quotes=(old,)), "1")
    mark(db, old.id)
    results.save_analysis(db, Analysis(id, quotes=(quote(12, 16, article=id),)), "2")
    assert [one.text for one in mark_anchors.lost_marks(db)] == [f"[{old.cue_text}] {old.text}"]


def test_what_is_gone_keeps_its_marks_and_has_them_again_when_it_is_found_again(db: Database) -> None:
    id = add(db)
    old, near = quote(2, 6, article=id), quote(3, 6, article=id)
    results.save_analysis(db, Analysis(id, quotes=(old,)), "1")
    mark(db, old.id)
    results.save_analysis(db, Analysis(id, quotes=(quote(12, 16, article=id),)), "2")
    assert [(one.target, one.article_id, one.text) for one in mark_anchors.lost_marks(db)] == [(old.id, id, old.text)]
    note = search.search(db, "notes", "note").rows[0]
    assert note.head is not None
    assert note.head.id == id
    assert [r.id for r in search.search(db, "notes", f"article:{id}").rows] == [note.id]
    assert integrity.check(db) == ()
    results.save_analysis(db, Analysis(id), "3")
    results.save_analysis(db, Analysis(id, quotes=(near,)), "4")
    assert search.get(db, "quotes", near.id).marks.tags == (f"tag {old.id}",)
    assert mark_anchors.lost_marks(db) == ()


def test_an_edit_never_takes_the_place_of_another(db: Database) -> None:
    id = add(db)
    one, two, both = quote(0, 4, article=id), quote(4, 8, article=id), quote(0, 8, article=id)
    results.save_analysis(db, Analysis(id, quotes=(one, two)), "1")
    mark(db, one.id)
    mark(db, two.id)
    results.save_analysis(db, Analysis(id, quotes=(both,)), "2")
    marks = search.get(db, "quotes", both.id).marks
    assert set(marks.tags) == {f"tag {one.id}", f"tag {two.id}"}
    assert len(mark_anchors.lost_marks(db)) == 1
    assert db.execute("SELECT count(*) FROM edit").fetchone() == (2,)


def test_a_position_gives_its_marks_to_the_same_holder_only(db: Database) -> None:
    id = add(db)
    old = position(2, 6, article=id)
    results.save_analysis(db, Analysis(id, positions=(old,)), "1")
    mark(db, old.id)
    results.save_analysis(db, Analysis(id, positions=(position(2, 6, holder="SUD", article=id),)), "2")
    assert [one.target for one in mark_anchors.lost_marks(db)] == [old.id]
    mine = position(2, 5, article=id)
    results.save_analysis(db, Analysis(id, positions=(mine, position(2, 6, holder="SUD", article=id))), "3")
    assert search.get(db, "positions", mine.id).value.stance == "open"
    assert mark_anchors.lost_marks(db) == ()


def test_marks_on_a_fact_follow_its_first_phrasing(db: Database, story: list[Article]) -> None:
    old = fact_of(story)
    corrections.edit(db, old.id, "gist", "price of the dam")
    notes.note(db, old.id, "Look again.")
    first = min(old.phrasings, key=lambda p: p.article_id)
    shorter = replace(first, span=Span(first.span.start + 4, first.span.end), text=first.text[4:])
    new = Fact("cost", "state", (shorter,))
    assert new.id != old.id
    save_facts(db, [new])
    row = search.get(db, "facts", new.id)
    assert (row.value.gist, row.marks.note) == ("price of the dam", "Look again.")
    save_facts(db, [])
    assert [one.target for one in mark_anchors.lost_marks(db)] == [new.id]
    save_facts(db, [old])
    assert search.get(db, "facts", old.id).value.gist == "price of the dam"
    assert integrity.check(db) == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FOUND, min_size=2, max_size=4), st.data())
def test_no_mark_is_lost_whatever_is_found(db: Database, runs, data: st.DataObject) -> None:  # type: ignore[no-untyped-def]
    for table in ("tag", "note", "star", "edit", "lost", "quote", "position", "action"):
        db.execute(f"DELETE FROM {table}")
    id = stable_id("A", Document("x.txt", TEXT.encode(), "text/plain").id)
    id = id if articles.has_document(db, Document("x.txt", TEXT.encode(), "text/plain").id) else add(db)
    for number, run in enumerate(runs):
        before, marked = everything(db), targets(db)
        things = [replace(thing, article_id=id) for thing in run]
        ids = {thing.id for thing in things}
        analysis = Analysis(
            id,
            quotes=tuple(t for t in things if isinstance(t, Quote)),
            positions=tuple(t for t in things if isinstance(t, Position)),
        )
        results.save_analysis(db, analysis, str(number))
        after = everything(db)
        assert (before[0], before[1]) == (after[0], after[1])
        assert before[3] == after[3]
        waiting = {one.target for one in mark_anchors.lost_marks(db)}
        assert targets(db) <= ids | waiting
        assert marked & ids <= targets(db)
        for one in things:
            if data.draw(st.booleans(), label="marked"):
                mark(db, one.id)
    assert integrity.check(db) == ()


def test_marks_on_a_fact_stay_when_an_article_that_comes_first_reports_it_too(
    db: Database, story: list[Article]
) -> None:
    first, *_, last = sorted(story, key=lambda a: a.id)
    phrasings = [Phrasing(a.id, Span(0, 8), a.text[:8]) for a in (first, last)]
    one, both = Fact("cost", "state", (phrasings[1],)), Fact("cost", "state", tuple(phrasings))
    assert one.id != both.id
    save_facts(db, [one])
    notes.tag(db, [one.id], "key")
    save_facts(db, [both])
    assert search.get(db, "facts", both.id).marks.tags == ("key",)


# Articles in other languages


def test_what_is_left_alone_is_told_and_waits_no_more_until_it_is_said_to_be_english(db: Database) -> None:
    id = add(db)
    results.save_analysis(db, Analysis(id, unanalysed="fr"), "1")
    row = search.get(db, "articles", id)
    assert row.head is not None
    assert (row.head.unanalysed, row.value.language) == ("fr", "fr")
    assert [r.id for r in search.search(db, "articles", "unanalysed:fr word03").rows] == [id]
    assert search.search(db, "articles", "-unanalysed:fr").total == 0
    assert [(f.value, f.count, f.label) for f in facets(db) if f.field == "unanalysed"] == [("fr", 1, "French")]
    assert articles.pending(db, "1") == []
    corrections.edit(db, id, "language", "en")
    assert articles.pending(db, "1") == [id]
    results.save_analysis(db, Analysis(id), "1")
    assert articles.pending(db, "1") == []
    assert articles.heads(db)[id].unanalysed == ""


def test_an_article_that_is_left_alone_now_had_quotes_before(db: Database) -> None:
    id = add(db)
    old = quote(2, 6, article=id)
    results.save_analysis(db, Analysis(id, quotes=(old,)), "1")
    notes.tag(db, [old.id], "key")
    found = results.save_analysis(db, Analysis(id, unanalysed="fr"), "2")
    assert found
    assert found.quotes == Tally(gone=1)
    assert [one.target for one in mark_anchors.lost_marks(db)] == [old.id]
