"""Where the role and the country of somebody are known from is kept, and what an article says goes over the rest."""

from __future__ import annotations

from dataclasses import replace

from workbench.model import Analysis, Entity, KnownFrom, Quote, said_by_text
from workbench.store import corrections, history, integrity, results, search
from workbench.store.database import Database
from workbench.store.entities import load_entities, persons_by_article

from .conftest import fill, ids, made

LOOKED_UP = KnownFrom("known", "known", "prime minister of Norland 2020-2024")
PRESUMED = KnownFrom("", "presumed")


def person(role: str, country: str, known_from: KnownFrom) -> Entity:
    return Entity("Ida Moe", "person", role, country, (), known_from)


def save(db: Database, outlet: str, entity: Entity) -> None:
    article = made(outlet)[1]
    results.save_analysis(db, Analysis(article.id, entities=(entity,)), "test")


def loaded(db: Database) -> Entity:
    return next(e for e in load_entities(db) if e.name == "Ida Moe")


def test_what_is_known_of_a_speaker_comes_back(db: Database) -> None:
    fill(db)
    id = ids(db, "quotes", "speaker:Rell")[0]
    quote: Quote = search.get(db, "quotes", id).value
    looked_up = replace(quote.speakers[0], known_from=LOOKED_UP)
    results.save_analysis(db, Analysis(quote.article_id, quotes=(replace(quote, speakers=(looked_up,)),)), "test")
    assert search.get(db, "quotes", id).value.speakers == (looked_up,)


def test_what_the_analyst_gives_is_of_the_case(db: Database) -> None:
    fill(db)
    id = ids(db, "quotes", "speaker:Rell")[0]
    before = search.get(db, "quotes", id).value.speakers[0].known_from
    corrections.respeak(db, [id], {"role": "mayor", "country": ""})
    assert search.get(db, "quotes", id).value.speakers[0].known_from == KnownFrom("case", "", name="case")
    history.undo(db)
    assert search.get(db, "quotes", id).value.speakers[0].known_from == before
    assert integrity.check(db) == ()


def test_an_articles_words_go_over_what_was_looked_up_or_presumed(db: Database) -> None:
    fill(db)
    save(db, "Harbour Post", person("", "SUD", PRESUMED))
    assert loaded(db).known_from == PRESUMED
    save(db, "Coastal Wire", person("prime minister", "NOR", said_by_text("prime minister", "NOR")))
    assert (loaded(db).country, loaded(db).known_from) == ("NOR", KnownFrom("text", "text"))
    save(db, "North Radio", person("envoy", "SUD", LOOKED_UP))
    assert (loaded(db).role, loaded(db).country) == ("prime minister", "NOR")


def test_each_article_keeps_its_own_origin(db: Database) -> None:
    fill(db)
    save(db, "Harbour Post", person("prime minister", "NOR", LOOKED_UP))
    save(db, "Coastal Wire", person("", "SUD", PRESUMED))
    found = persons_by_article(db)
    assert [e.known_from for e in found[made("Harbour Post")[1].id]] == [LOOKED_UP]
    assert [e.known_from for e in found[made("Coastal Wire")[1].id]] == [PRESUMED]


def test_what_no_article_looks_up_any_more_is_gone(db: Database) -> None:
    fill(db)
    save(db, "Harbour Post", person("prime minister", "NOR", LOOKED_UP))
    save(db, "Harbour Post", person("", "", KnownFrom()))
    assert (loaded(db).role, loaded(db).country, loaded(db).known_from) == ("", "", KnownFrom())
    save(db, "Coastal Wire", person("envoy", "SUD", said_by_text("envoy", "SUD")))
    results.delete_results(db, made("Coastal Wire")[1].id)
    assert (loaded(db).role, loaded(db).country) == ("", "")
