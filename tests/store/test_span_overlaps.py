"""A field that a row has not itself is asked of what stands in the same words, not of the whole article."""

from __future__ import annotations

import pytest

from workbench.model import Analysis, Article, Clause, Entity, Fact, Pane, Phrasing, Position, Quote, Speaker
from workbench.store import articles, facets, notes, results, search
from workbench.store.database import Database
from workbench.store.facts import save_facts

from .conftest import CODES, made, span

SAID = "The ferry will run all year"
TOLL = "Norland rejected a toll on Thursday"
CROWNS = "The work will cost 40 million crowns"
TEXT = f"{TOLL}. “{SAID},” Mayor Ida Lund told reporters in Sudria. {CROWNS}."
OTHER = f"{TOLL}, radio said. The ferry is to run all year. {CROWNS}, too."


def fill(db: Database) -> list[str]:
    """Two articles with three facts: of a toll, a ferry and what the work costs; the ids of the facts."""
    found = []
    for outlet, text in (("Harbour Post", TEXT), ("Coastal Wire", OTHER)):
        document = made(outlet)[0]
        found.append(Article(document.id, document.source, text, "", outlet, "", "2025-08-20", "en"))
        articles.add(db, document, found[-1])
    one, two = found
    lund = Speaker("Ida Lund", "person", "mayor", "SUD", span(TEXT, "Mayor Ida Lund"), "Mayor Ida Lund")
    said, rejected = span(TEXT, SAID), span(TEXT, TOLL)
    quote = Quote(one.id, "direct", (said,), SAID, (lund,), span(TEXT, "told"), "told", "", 0.9)
    position = Position(one.id, "NOR", "Norland", "opposes", rejected, rejected, TOLL, "a toll", confidence=0.8)
    clause = Clause(two.id, span(OTHER, CROWNS), CROWNS, ("work", "cost", "crown"), ("NOR", "Lund"))
    person = Entity("Ida Lund", "person", "mayor", "SUD", ("Ida Lund",))
    results.save_analysis(db, Analysis(one.id, (person,), (quote,), (position,)), "1")
    results.save_analysis(db, Analysis(two.id, (person,), clauses=(clause,)), "1")
    ferry = "The ferry is to run all year"
    facts = [
        Fact(gist, "event", tuple(Phrasing(a.id, span(a.text, w), w, confidence=0.5) for a, w in told))
        for gist, told in (
            ("toll", ((one, TOLL), (two, TOLL))),
            ("ferry", ((one, SAID), (two, ferry))),
            ("cost", ((one, CROWNS), (two, CROWNS))),
        )
    ]
    save_facts(db, facts)
    return [fact.id for fact in facts]


@pytest.mark.parametrize(
    ("pane", "query", "expected"),
    [
        ("facts", "speaker:lund", {"ferry", "cost"}),
        ("facts", "country:SUD", {"ferry"}),
        ("facts", "country:norland", {"toll", "cost"}),
        ("facts", "stance:opposes", {"toll"}),
        ("facts", "attribution:own -speaker:lund", {"toll"}),
        ("facts", "has:quote", {"ferry"}),
        ("facts", "has:position", {"toll"}),
        ("facts", "outlet:wire", {"toll", "ferry", "cost"}),
        ("facts", "kind:event", {"toll", "ferry", "cost"}),
        ("quotes", "stance:opposes", set()),
        ("quotes", "kind:direct has:fact", {SAID}),
        ("positions", "kind:direct", set()),
        ("positions", "has:fact", {TOLL}),
        ("positions", "speaker:lund", set()),
    ],
)
def test_which_rows_a_field_means(db: Database, pane: Pane, query: str, expected: set[str]) -> None:
    fill(db)
    found = search.search(db, pane, query, country_codes=CODES)
    assert {getattr(row.value, "gist", "") or row.value.text for row in found.rows} == expected
    assert search.counts(db, query, country_codes=CODES)[pane] == found.total == len(expected)


def test_a_fact_leads_to_what_stands_in_its_words(db: Database) -> None:
    toll, ferry, _ = fill(db)
    assert search.search(db, "positions", f"fact:{toll}").total == 1
    assert search.search(db, "quotes", f"fact:{toll}").total == 0
    assert search.search(db, "quotes", f"fact:{ferry}").total == 1
    assert search.search(db, "articles", f"fact:{toll}").total == 2


def test_a_note_is_found_by_what_it_is_on(db: Database) -> None:
    fill(db)
    [quote], [position] = (search.search(db, pane).rows for pane in ("quotes", "positions"))
    article = quote.value.article_id
    notes.note(db, quote.id, "on the quote")
    notes.note(db, position.id, "on the position")
    notes.note(db, article, "on the passage", span(TEXT, "run all year"))
    notes.note(db, article, "on the article")

    def bodies(query: str) -> set[str]:
        return {row.value.body for row in search.search(db, "notes", query).rows}

    assert bodies("speaker:lund") == {"on the quote", "on the passage", "on the article"}
    assert bodies("stance:opposes") == {"on the position", "on the article"}
    assert len(bodies("outlet:post")) == 4


def test_a_quote_counts_once_for_a_country_of_two_speakers(db: Database) -> None:
    document, article = made("North Radio")
    articles.add(db, document, article)
    place = span(article.text, "Ferries stop in May")
    both = tuple(Speaker(name, "person", "", "SUD", None, name) for name in ("Ida Lund", "Per Moe"))
    results.save_analysis(db, Analysis(article.id, (), (Quote(article.id, "direct", (place,), "x", both),)), "1")
    counted = {(f.field, f.value): f.count for f in facets.facets(db)}
    assert counted["country", "SUD"] == search.search(db, "quotes", "country:SUD").total == 1
