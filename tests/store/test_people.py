"""Who is who: the machine's entities as the people of a case, with what the analyst says of them laid over."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import UsageError
from workbench.model import Article, Entity, Speaker
from workbench.store import Store, connection, corrections, history, integrity, notes, people, results, search
from workbench.store.database import Database
from workbench.store.person_corrections import correct_people, merge_people, part_name, revert_people
from workbench.views import Person

from .conftest import analysis_of, ids, row


def shown(db: Database, query: str = "") -> dict[str, Person]:
    return {found.value.name: found.value for found in search.search(db, "people", query).rows}


def id_of(db: Database, name: str) -> str:
    return next(found.id for found in search.search(db, "people").rows if found.value.name == name)


def speakers(db: Database) -> list[str]:
    found = search.search(db, "quotes", order="-date").rows
    return [speaker.name for quote in found for speaker in quote.value.speakers if speaker.name]


def test_people_are_listed_with_what_the_articles_have_of_them(db: Database, story: list[Article]) -> None:
    assert [
        (p.name, p.kind, p.role, p.country, p.aliases, p.quotes, p.outlets, p.first) for p in shown(db).values()
    ] == [
        ("Ána Rell", "person", "prime minister", "SUD", ("Rell",), 2, 1, "2025-08-20"),
        ("Odd Brenn", "person", "", "NOR", ("Brenn",), 1, 1, "2025-08-21"),
        ("Norland", "country", "", "NOR", (), 0, 1, "2025-08-20"),
    ]
    assert people.first_place(db, id_of(db, "Odd Brenn"))[0] == story[1].id
    _, span = people.first_place(db, id_of(db, "Norland"))
    assert span is not None
    assert span.of(story[0].text) == "Norland"
    assert people.first_place(db, "E0000000000") == ("", None)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("rell", {"Ána Rell"}),
        ("minister", {"Ána Rell"}),
        ("person:Rell", {"Ána Rell"}),
        ('person:"Odd Brenn"', {"Odd Brenn"}),
        ("kind:country", {"Norland"}),
        ("country:NOR kind:person", {"Odd Brenn"}),
        ("outlet:wire", {"Odd Brenn"}),
        ("has:quote", {"Ána Rell", "Odd Brenn"}),
        ("from:known", set()),
    ],
)
def test_people_are_found(db: Database, story: list[Article], query: str, found: set[str]) -> None:
    assert shown(db, query).keys() == found


def test_a_person_is_a_field_of_every_list(db: Database, story: list[Article]) -> None:
    assert ids(db, "articles", "person:Rell") == [story[0].id]
    assert len(ids(db, "quotes", "person:Rell")) == 2
    assert ids(db, "quotes", f"person:{id_of(db, 'Odd Brenn')}") == ids(db, "quotes", "speaker:Brenn")
    assert len(ids(db, "quotes", "kind:person")) == 3
    assert ids(db, "facts", "person:Brenn") == ids(db, "positions", "person:Brenn") == []


def test_a_correction_is_shown_searched_kept_by_an_analysis_and_undone(db: Database, story: list[Article]) -> None:
    before = shown(db)
    correct_people(db, [id_of(db, "Ána Rell")], {"name": "Anna Rell", "country": "NOR"})
    for again in (False, True):
        if again:
            results.save_analysis(db, analysis_of(story[0]), "2")
        anna = shown(db)["Anna Rell"]
        assert (anna.country, anna.quotes, anna.aliases, anna.known_from.country) == (
            "NOR", 2, ("Rell", "Ána Rell"), "case",
        )  # fmt: skip
        assert ids(db, "quotes", "anna") == ids(db, "quotes", 'person:"Ána Rell"')
        assert row(db, "people", "is:edited").marks.edits == ("country", "name")
        assert integrity.check(db) == ()
    history.undo(db)
    assert shown(db) == before
    history.redo(db)
    assert shown(db).keys() == {"Anna Rell", "Odd Brenn", "Norland"}
    assert integrity.check(db) == ()


def test_marks_go_along_with_whom_they_are_on(db: Database, story: list[Article]) -> None:
    old = id_of(db, "Ána Rell")
    notes.tag(db, [old], "envoy")
    notes.star(db, [old])
    notes.note(db, old, "Ask her.")
    before = row(db, "people", "tag:envoy").marks

    correct_people(db, [old], {"name": "Anna Rell"})
    found = row(db, "people", "tag:envoy")
    assert (found.value.name, found.marks.tags, found.marks.starred, found.marks.note) == (
        "Anna Rell", ("envoy",), True, "Ask her.",
    )  # fmt: skip
    merge_people(db, [found.id, id_of(db, "Odd Brenn")])
    assert [each.marks.tags for each in search.search(db, "people", "is:starred").rows] == [("envoy",)]
    history.undo(db)
    history.undo(db)
    assert row(db, "people", "tag:envoy").marks == before
    assert row(db, "people", "tag:envoy").value.name == "Ána Rell"
    assert integrity.check(db) == ()


def test_marks_go_back_with_the_name_that_the_machine_has(db: Database, story: list[Article]) -> None:
    old = id_of(db, "Ána Rell")
    notes.tag(db, [old], "envoy")
    correct_people(db, [old], {"name": "Anna Rell"})
    revert_people(db, [row(db, "people", "tag:envoy").id], "name")
    assert row(db, "people", "tag:envoy").value.name == "Ána Rell"


def test_quotes_that_were_corrected_one_by_one_follow_whom_they_name(db: Database, story: list[Article]) -> None:
    quote = ids(db, "quotes", "speaker:anonymous")[0]
    corrections.respeak(db, [quote], {"name": "Ila Borg"})
    assert shown(db)["Ila Borg"].quotes == 1
    correct_people(db, [id_of(db, "Ila Borg")], {"name": "Ila Borg-Lund", "country": "SUD"})
    (said,) = row(db, "quotes", f"id:{quote}").value.speakers
    assert (said.name, said.country) == ("Ila Borg-Lund", "SUD")
    merge_people(db, [id_of(db, "Ila Borg-Lund"), id_of(db, "Ána Rell")])
    assert speakers(db).count("Ána Rell") == 3
    assert integrity.check(db) == ()
    for _ in range(3):
        history.undo(db)
    assert "Ila Borg" not in shown(db)
    assert integrity.check(db) == ()


def test_two_speakers_of_a_quote_who_are_one_speak_once(db: Database, story: list[Article]) -> None:
    found = analysis_of(story[0])
    twin = replace(found.quotes[0].speakers[0], name="Ana Rel")
    both = replace(found.quotes[0], speakers=(*found.quotes[0].speakers, twin))
    results.save_analysis(db, replace(found, quotes=(both, *found.quotes[1:])), "2")
    merge_people(db, [id_of(db, "Ana Rel"), id_of(db, "Ána Rell")])
    assert speakers(db).count("Ána Rell") == 2
    assert shown(db)["Ána Rell"].quotes == 2
    assert integrity.check(db) == ()


def test_a_name_that_is_parted_takes_the_quotes_under_it(db: Database, story: list[Article]) -> None:
    found = analysis_of(story[1])
    said = found.quotes[0]
    named = replace(said, speakers=(Speaker("Ána Rell", "person", "", "", said.speakers[0].mention, "Odd Brenn"),))
    rell = Entity("Ána Rell", "person", "", "", ("Odd Brenn",))
    results.save_analysis(db, replace(found, entities=(rell,), quotes=(named,)), "2")
    assert shown(db)["Ána Rell"].quotes == 3
    part_name(db, id_of(db, "Ána Rell"), "Odd Brenn")
    assert (shown(db)["Ána Rell"].quotes, shown(db)["Odd Brenn"].quotes) == (2, 1)
    assert "Odd Brenn" not in shown(db)["Ána Rell"].aliases
    assert people.corrected_people(db)["Odd Brenn"].name == "Odd Brenn"
    with pytest.raises(UsageError, match="These can: Rell"):
        part_name(db, id_of(db, "Ána Rell"), "Odd Brenn")
    assert integrity.check(db) == ()


def test_an_alias_leads_to_somebody_now_and_later(db: Database, story: list[Article]) -> None:
    correct_people(db, [id_of(db, "Ána Rell")], {"alias": "Odd Brenn"})
    assert shown(db).keys() == {"Ána Rell", "Norland"}
    assert {name: who.name for name, who in people.corrected_people(db).items()}["Odd Brenn"] == "Ána Rell"
    correct_people(db, [id_of(db, "Ána Rell")], {"alias": "the lady"})
    assert shown(db, 'person:"the lady"').keys() == {"Ána Rell"}


def test_a_person_and_a_country_of_one_name_are_two(db: Database, story: list[Article]) -> None:
    correct_people(db, [id_of(db, "Odd Brenn")], {"name": "Norland"})
    found = [(r.value.name, r.value.kind) for r in search.search(db, "people", 'person:"Norland"').rows]
    assert found == [("Norland", "person"), ("Norland", "country")]
    correct_people(db, [id_of(db, "Norland")], {"kind": "country"})
    assert [(p.kind, p.quotes) for p in shown(db, 'person:"Norland"').values()] == [("country", 1)]


def test_names_of_any_kind_are_kept(db: Database, story: list[Article]) -> None:
    name = "\u202eE\x1b[31m\u201c | '; DROP 'x"
    correct_people(db, [id_of(db, "Odd Brenn")], {"name": name, "role": "a\nb"})
    (who,) = (p for p in shown(db).values() if p.country == "NOR" and p.kind == "person")
    assert who.role == "a b"
    assert "\n" not in who.name
    assert integrity.check(db) == ()


def test_what_is_out_of_step_is_found_and_made_anew(db: Database, story: list[Article]) -> None:
    before = shown(db)
    db.execute("UPDATE person SET role = 'king', quotes = 7")
    assert integrity.check(db) == ("The list of people is out of step with what was found and edited.",)
    assert integrity.repair(db) == ()
    assert shown(db) == before


def test_an_older_case_has_its_people(tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    with closing(sqlite3.connect(path)) as old:
        for number, sql in connection.migrations()[:11]:
            old.executescript(f"{sql}; PRAGMA user_version = {number};")
        old.executescript(
            f"PRAGMA application_id = {connection.APPLICATION_ID};"
            "INSERT INTO document VALUES ('d', 'text/plain', '', 0, '', x'');"
            "INSERT INTO article (id, document_id, source, words, added_at, text) VALUES ('A1', 'd', 'x', 1, '', 'x');"
            "INSERT INTO entity (id, name, kind) VALUES ('E1', 'Ana Rell', 'person'), ('E2', 'a source', 'anonymous');"
            "INSERT INTO alias (entity_id, article_id, name) VALUES ('E1', 'A1', 'Rell');"
            "INSERT INTO quote (id, article_id, kind, start, spans, text, confidence)"
            " VALUES ('Q1', 'A1', 'direct', 0, '[[0, 1]]', 'x', 1), ('Q2', 'A1', 'direct', 0, '[[0, 1]]', 'x', 1);"
            "INSERT INTO speaker (quote_id, place, entity_id, name, kind) VALUES ('Q1', 0, 'E1', 'Ana Rell', 'person');"
            "INSERT INTO edit VALUES ('Q2', 'speakers',"
            """ '[{"name": "Ana Rell", "kind": "person", "role": "", "country": "SUD"}]');"""
        )
    with Store.open(path) as store:
        (ana,) = shown(store.db).values()
        assert (ana.name, ana.aliases, ana.quotes) == ("Ana Rell", ("Rell",), 2)
