"""No mark of the analyst's is ever lost when articles are analysed again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.model import Analysis, Article, Document, Fact, Phrasing, Position, Quote, Span, stable_id
from workbench.store import articles, corrections, history, integrity, mark_anchors, notes, results, search
from workbench.store.database import Database
from workbench.store.facts import save_facts

from .conftest import fact_of
from .numbered_words import FOUND, TEXT, add, position, quote, words


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
