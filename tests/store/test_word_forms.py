"""Words are found in every form that a case has them in: inflections unless quoted, and every spelling of a letter."""

from __future__ import annotations

import pytest

from workbench.model import Article, Document
from workbench.store import articles, search
from workbench.store.database import Database

TEXTS = (
    "The council is deploying the patrols along the coast.",
    "They deploy a patrol. Deployment is slow.",
    "Deployed at night, the patrols came home.",
    "The mayor of Łódź met Lech Wałęsa.",
    "The mayor of Lodz met Mr Walesa.",
    "The ferry from Tromsø to København is late, said Ms Müller of Große Straße.",
    "The ferry from Tromsoe to Koebenhavn is late, said Ms Mueller of Grosse Strasse.",
    "The oﬃce conﬁrms the ﬂight of Mr Đukić and Þórdís of Ísafjörður.",
)


@pytest.fixture
def db(db: Database) -> Database:
    for number, text in enumerate(TEXTS):
        document = Document(f"{number}.txt", text.encode(), "text/plain", "utf-8")
        articles.add(db, document, Article(document.id, document.source, text))
    return db


def found(db: Database, query: str) -> list[int]:
    """The numbers of the texts that match, in the order of the list."""
    return [int(row.value.source.split(".")[0]) for row in search.search(db, "articles", query).rows]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("deploy", {0, 1, 2}),
        ("deployed", {0, 1, 2}),
        ("Patrol", {0, 1, 2}),
        ('"deploying"', {0}),
        ('"patrol"', {1}),
        ("deploym*", {1}),
        ("NEAR(deploying patrols, 3)", {0, 1, 2}),
        ('NEAR("deploying" patrol, 3)', {0}),
        ("patrols -deployment", set()),
        ('patrols -"deployment"', {0, 2}),
        ("in:title deploy", set()),
        ("Lodz", {3, 4}),
        ("Łódź", {3, 4}),
        ("walesa", {3, 4}),
        ('"lech walesa"', {3}),
        ("wal*", {3, 4}),
        ("speaker:walesa lodz", set()),
        ("Tromso", {5, 6}),
        ("Tromsoe", {5, 6}),
        ("Tromsø", {5, 6}),
        ("Kobenhavn", {5}),
        ("Mueller", {5, 6}),
        ("Müller", {5, 6}),
        ("strasse", {5, 6}),
        ("Straße", {5, 6}),
        ('"grosse strasse"', {5, 6}),
        ("office", {7}),
        ("confirms flight", {7}),
        ("dukic", {7}),
        ("Thordis", {7}),
        ("isafjordur", {7}),
    ],
)
def test_a_word_is_found_in_its_forms(db: Database, query: str, expected: set[int]) -> None:
    assert set(found(db, query)) == expected


def test_rows_that_have_the_word_itself_come_first(db: Database) -> None:
    assert found(db, "deployed")[0] == 2
    assert found(db, "deploying")[0] == 0


def test_the_forms_that_matched_are_marked_and_said(db: Database) -> None:
    results = search.search(db, "articles", "deploy -coast")
    marked = {row.snippet.split(search.MARK_START)[1].split(search.MARK_END)[0].lower() for row in results.rows}
    assert marked == {"deploy", "deployed"}
    assert set(results.forms) == {"deploy", "deployed", "deploying", "deployment"}
