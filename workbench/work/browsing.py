"""The case as it is read: lists, single things, and all that a query may name."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from typing import Any

from workbench.errors import NotFound
from workbench.model import Article, Document, Fact, Pane, Position, Quote, Span
from workbench.store import articles, people, transactions
from workbench.store import facets as stored_facets
from workbench.store import highlights as stored_highlights
from workbench.store import search as stored
from workbench.store import vocabulary as stored_vocabulary
from workbench.store.interruption import time_limit
from workbench.views import Facet, Highlight, Person, Results, Row, Vocabulary
from workbench.work.case_file import CaseFile

EVERYTHING = -1
"""A limit that is none, as SQLite has it."""
PANE_OF: dict[str, Pane] = {"A": "articles", "Q": "quotes", "P": "positions", "F": "facts", "N": "notes", "E": "people"}
"""The first letter of an id -> the pane that lists what it is of."""


def search(
    case: CaseFile,
    pane: Pane,
    query: str = "",
    *,
    limit: int = 200,
    offset: int = 0,
    order: str = "",
    rank_all: bool = False,
) -> Results[Any]:
    """A page of a pane's list. `order`: "" (relevance if there are words, else date), date, title, outlet,
    speaker, country, role, quotes, confidence, text, kind, told, differs, source; a minus before it turns it round.

    The rows of `articles` carry Article values with empty text; quotes, positions, facts, notes and people are whole.
    Of more than 2,000 matches those added last are ranked and the others follow, unless `rank_all` or EVERYTHING.
    This and the next two raise TakesTooLong; EVERYTHING may take as long as it takes.
    """
    with nullcontext() if limit == EVERYTHING else time_limit():
        return stored.search(
            case.db, pane, query, limit=limit, offset=offset, order=order, rank_all=rank_all,
            country_codes=country_codes(query), listings=case.listings,
        )  # fmt: skip


def counts(case: CaseFile, query: str = "") -> dict[Pane, int]:
    """How many rows each pane has for a query."""
    with time_limit():
        return stored.counts(case.db, query, country_codes=country_codes(query))


def facets(case: CaseFile, query: str = "") -> tuple[Facet, ...]:
    """The entries of the side tree for a query: outlet, country, speaker, tag, kind, stance, issue."""
    with time_limit():
        return stored_facets.facets(case.db, query, country_codes=country_codes(query))


def names(case: CaseFile) -> tuple[Facet, ...]:
    """All that has a name: outlet, country, speaker, issue, tag; of facts and articles the ids, with labels."""
    return stored_vocabulary.named_values(case.db)


def vocabulary(case: CaseFile) -> Vocabulary:
    """What a query may hold beside words: every field, and the values that it has in this case."""
    return stored_vocabulary.vocabulary(case.db)


def article(case: CaseFile, id: str) -> Row[Article]:
    """One article with its text. This and the next raise NotFound."""
    return stored.get(case.db, "articles", id)


def quote(case: CaseFile, id: str) -> Row[Quote]:
    """One quote."""
    return stored.get(case.db, "quotes", id)


def position(case: CaseFile, id: str) -> Row[Position]:
    """One position."""
    return stored.get(case.db, "positions", id)


def fact(case: CaseFile, id: str) -> Row[Fact]:
    """One fact."""
    return stored.get(case.db, "facts", id)


def person(case: CaseFile, id: str) -> Row[Person]:
    """Somebody of the case."""
    return stored.get(case.db, "people", id)


def first_place(case: CaseFile, person: str) -> tuple[str, Span | None]:
    """The article, and where in it, in which somebody first speaks; of who does not, is named; else nowhere."""
    return people.first_place(case.db, person)


def show(case: CaseFile, id: str) -> Row[Any]:
    """Whatever has that id."""
    pane = PANE_OF.get(id[:1].upper())
    if pane is None:
        raise NotFound(f"Nothing has the id {id}.", "Ids start with A, Q, P, F, N or E; every list has them in --json.")
    return stored.get(case.db, pane, id)


def document(case: CaseFile, article_id: str) -> Document:
    """The bytes an article was taken from."""
    return articles.document(case.db, article_id)


def highlights(case: CaseFile, article_id: str) -> tuple[Highlight, ...]:
    """Every span of the article that something stands on, by place."""
    return stored_highlights.highlights(case.db, article_id)


def state(case: CaseFile) -> int:
    """A number that changes whenever any process changed the case."""
    return transactions.revision_number(case.db)


def country_codes(query: str) -> Mapping[str, str]:
    """Every name, demonym and code of a country or bloc, casefolded -> its code; none where nothing is asked for."""
    if not query:
        return {}
    from workbench.analysis.entities import countries

    return countries.codes()
