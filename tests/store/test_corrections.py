"""Many things corrected as one action, in fields that are checked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from workbench.errors import NotFound, UsageError
from workbench.model import Article, Quote, Speaker
from workbench.store import corrections, history, search
from workbench.store.database import Database
from workbench.work.lookups import lookup_tables

from .conftest import analysis_of, ids, labels


def speakers(db: Database, id: str) -> list[tuple[str, str, str, str]]:
    """Who says a quote, as it is shown."""
    value: Quote = search.get(db, "quotes", id).value
    return [(s.name, s.kind, s.role, s.country) for s in value.speakers]


def test_many_articles_are_corrected_as_one_action_that_is_undone_as_one(db: Database, story: list[Article]) -> None:
    both = [article.id for article in story[:2]]
    said = corrections.correct(db, both, {"outlet": "Dam  Weekly", "published_on": "3 Sept 2025"}, lookup_tables())
    assert said == "outlet and date of 2 articles corrected"
    assert set(ids(db, "articles", 'outlet:"Dam Weekly" date:2025-09-03')) == set(both)
    assert labels(db) == [said]
    history.undo(db)
    assert ids(db, "articles", "is:edited") == []
    history.redo(db)
    assert set(ids(db, "articles", "is:edited")) == set(both)
    assert corrections.correct(db, both, {"outlet": "Dam Weekly"}, lookup_tables()) == ""


def test_a_bulk_edit_with_one_bad_part_changes_nothing(db: Database, story: list[Article]) -> None:
    for targets, values, error in (
        ([story[0].id, "A0000000000"], {"outlet": "x"}, NotFound),
        ([story[0].id], {"outlet": "x", "published_on": "soon"}, UsageError),
        ([story[0].id, ids(db, "quotes")[0]], {"outlet": "x"}, UsageError),
    ):
        with pytest.raises(error):
            corrections.correct(db, targets, values, lookup_tables())
    assert (labels(db), ids(db, "articles", "is:edited")) == ([], [])


def test_positions_and_facts_in_bulk(db: Database, story: list[Article]) -> None:
    found = ids(db, "positions")
    assert corrections.correct(db, found, {"stance": "Ruled out"}) == "stance of 3 positions is now ruled out"
    assert ids(db, "positions", "stance:ruled_out") == found
    fact = ids(db, "facts")[0]
    assert corrections.correct(db, [fact], {"gist": "price"}) == "gist of the fact “cost of the work” is now price"


def test_the_speaker_of_many_quotes_is_one_person(db: Database, story: list[Article]) -> None:
    rell = ids(db, "quotes", "speaker:Rell")
    said = corrections.respeak(db, rell, {"name": "Ána Rell-Marr", "country": "sudan"}, known=lookup_tables())
    assert said == "speaker of 2 quotes is now Ána Rell-Marr (SDN)"
    assert {speakers(db, id)[0] for id in rell} == {("Ána Rell-Marr", "person", "prime minister", "SDN")}
    history.undo(db)
    assert {speakers(db, id)[0] for id in rell} == {("Ána Rell", "person", "prime minister", "SUD")}


def test_a_known_name_brings_role_and_country_along(db: Database, story: list[Article]) -> None:
    source = ids(db, "quotes", "speaker:anonymous")
    said = corrections.respeak(db, source, {"name": "Odd Brenn"})
    assert speakers(db, source[0]) == [("Odd Brenn", "person", "transport minister", "NOR")]
    assert said == "speaker of the quote of a source in North Radio is now Odd Brenn (transport minister, NOR)"
    corrections.respeak(db, source, {"name": "Wen Ode"})
    assert speakers(db, source[0])[0][:2] == ("Wen Ode", "person")
    corrections.respeak(db, source, {"name": "anonymous"})
    assert speakers(db, source[0]) == [("", "anonymous", "", "")]


def test_of_several_speakers_only_the_one_that_is_meant_changes(db: Database, story: list[Article]) -> None:
    one, other = ids(db, "quotes", "speaker:Rell")
    corrections.edit(db, one, "speakers", [{"name": "Ána Rell"}, {"name": "Odd Brenn"}])
    corrections.respeak(db, [one, other], {"name": "Ana Rell"})
    assert [name for name, *_ in speakers(db, one)] == ["Ana Rell", "Odd Brenn"]
    assert [name for name, *_ in speakers(db, other)] == ["Ana Rell"]
    brenn = ids(db, "quotes", "speaker:Brenn")
    assert len(brenn) == 2
    corrections.respeak(db, brenn, {"role": "minister"}, whose="Odd Brenn")
    assert {(name, role) for id in brenn for name, _, role, _ in speakers(db, id)} == {
        ("Ana Rell", ""),
        ("Odd Brenn", "minister"),
    }
    source = ids(db, "quotes", "speaker:anonymous")
    said = corrections.respeak(db, [one, *source], {"name": "Wen Ode"})
    assert said.endswith("is now Wen Ode; 1 quote with several speakers left as it was")
    assert [name for name, *_ in speakers(db, one)] == ["Ana Rell", "Odd Brenn"]


def test_two_speakers_that_become_one_are_one(db: Database, story: list[Article]) -> None:
    quote = ids(db, "quotes", "speaker:Brenn")[0]
    corrections.edit(db, quote, "speakers", [{"name": "Odd Brenn"}, {"name": "O. Brenn"}])
    corrections.respeak(db, [quote], {"name": "Odd Brenn"}, whose="O. Brenn")
    assert [name for name, *_ in speakers(db, quote)] == ["Odd Brenn"]


def test_several_issues_become_one(db: Database, story: list[Article]) -> None:
    said = corrections.rename_issues(db, ["toll on the causeway", "the plan"], "works")
    assert said == "2 issues merged into “works”"
    assert len(ids(db, "positions", "issue:works")) == 3
    marks = search.search(db, "positions", "issue:works").rows[0].marks
    assert (marks.edits, marks.edited) == (("topic",), False)
    history.undo(db)
    assert ids(db, "positions", "issue:works") == []
    with pytest.raises(NotFound):
        corrections.rename_issues(db, ["toll on the causeway", "no such"], "works")
    assert len(ids(db, "positions", 'issue:"toll on the causeway"')) == 2


def test_speakers_of_a_list_are_checked(db: Database, story: list[Article]) -> None:
    quote = ids(db, "quotes")[0]
    values: Mapping[str, Any] = {"speakers": [{"name": "Wen Ode", "country": "Norwegian"}]}
    corrections.correct(db, [quote], values, lookup_tables())
    assert speakers(db, quote) == [("Wen Ode", "person", "", "NOR")]
    with pytest.raises(UsageError):
        corrections.correct(db, [quote], {"speakers": [{"name": "x", "country": "Nowhere at all"}]}, lookup_tables())
    assert analysis_of(story[0]).quotes[0].speakers[0] != Speaker("Wen Ode", "person")
