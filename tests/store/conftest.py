"""A small case that every test of the store may fill: three articles of a story that never was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from workbench.model import (
    Analysis,
    Article,
    Clause,
    Difference,
    Document,
    Entity,
    Fact,
    Lineage,
    OffsetMap,
    Pane,
    Phrasing,
    Position,
    Quote,
    Reading,
    Segment,
    Span,
    Speaker,
)
from workbench.store import Store, articles, history, results, search
from workbench.store.database import Database
from workbench.store.facts import save_facts
from workbench.store.issues import save_issues
from workbench.store.positions import load_positions
from workbench.views import Row

TEXTS = {
    "Harbour Post": (
        "Ministers weigh the causeway",
        "Prime Minister Ána Rell said the causeway “will be built”. “It is late,” she added, “but not too late.” "
        "Officials said Norland opposes any toll. The work costs 40 million crowns.",
    ),
    "Coastal Wire": (
        "Norland against toll on causeway",
        "Norland rejected a toll on Thursday. “No toll, ever,” said transport minister Odd Brenn. "
        "The U.S. embassy's AT&T line was down. The work will cost 40 million crowns, 50% more than planned.",
    ),
    "North Radio": (
        "Ferries to stop [/] in May",
        "Ferries stop in May, a source said. Sudria supports the foreign-ministry plan. It's late.",
    ),
}
CODES = {"Norland": "NOR", "Sudria": "SUD"}


def made(outlet: str, day: int = 20) -> tuple[Document, Article]:
    """The document and article of an outlet."""
    title, text = TEXTS[outlet]
    document = Document(f"stories/{outlet}.txt", f"{title}\n\n{text}".encode(), "text/plain", "utf-8")
    offsets = OffsetMap((Segment(0, len(title) + 2, len(text)),))
    article = Article(
        document.id, document.source, text, title, outlet, "A. Writer", f"2025-08-{day}", "en", "", "", offsets
    )
    return document, article


def span(text: str, words: str) -> Span:
    """Where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def _quote(article: Article, parts: list[str], speaker: Speaker | None, cue: str, kind: str = "direct") -> Quote:
    spans = tuple(span(article.text, p) for p in parts)
    text = " … ".join(parts)
    speakers = (speaker,) if speaker else ()
    return Quote(article.id, kind, spans, text, speakers, span(article.text, cue), cue, "", 0.75)  # type: ignore[arg-type]


def _position(article: Article, holder: str, name: str, stance: str, clause: str, topic: str) -> Position:
    place = span(article.text, clause)
    return Position(article.id, holder, name, stance, place, place, clause, topic, "", "", confidence=0.5)


def analysis_of(article: Article) -> Analysis:
    """What a machine would find in an article of the story."""
    text = article.text
    if article.outlet == "Harbour Post":
        who = ("Ána Rell", "person", "prime minister", "SUD")
        rell = Speaker(*who, span(text, "Prime Minister Ána Rell"), "Prime Minister Ána Rell")
        she = Speaker(*who, span(text, "she"), "she")
        return Analysis(
            article.id,
            (Entity("Ána Rell", "person", "prime minister", "SUD", ("Rell",)), Entity("Norland", "country", "", "NOR")),
            (
                _quote(article, ["will be built"], rell, "said", "mixed"),
                _quote(article, ["It is late,", "but not too late."], she, "added"),
            ),
            (_position(article, "NOR", "Norland", "opposes", "Norland opposes any toll", "toll"),),
            (Clause(article.id, span(text, "The work costs 40 million crowns"), "The work costs 40 million crowns",
                    ("work", "cost"), ("Norland",), ("40000000",), "cost", False, "state"),),
            (Lineage(article.id, "credits", "Coastal Wire", 0.0, span(text, "Officials said")),),
        )  # fmt: skip
    if article.outlet == "Coastal Wire":
        brenn = Speaker("Odd Brenn", "person", "transport minister", "NOR", span(text, "Odd Brenn"), "Odd Brenn")
        return Analysis(
            article.id,
            (Entity("Odd Brenn", "person", "", "NOR", ("Brenn",)),),
            (_quote(article, ["No toll, ever,"], brenn, "said"),),
            (_position(article, "NOR", "Norland", "ruled_out", "Norland rejected a toll", "a toll"),),
        )
    source = Speaker("", "anonymous", "", "", span(text, "a source"), "a source")
    return Analysis(
        article.id,
        (),
        (_quote(article, ["Ferries stop in May"], source, "said", "indirect"),),
        (_position(article, "SUD", "Sudria", "supports", "Sudria supports the foreign-ministry plan", "the plan"),),
    )


def fact_of(found: list[Article]) -> Fact:
    """The one fact that two of the outlets report."""
    first, second = found[0], found[1]
    words = ("The work costs 40 million crowns", "The work will cost 40 million crowns, 50% more than planned")
    one, two = (
        Phrasing(a.id, span(a.text, w), w, relation, 0.5)  # type: ignore[arg-type]
        for a, w, relation in zip((first, second), words, ("same", "partial"), strict=True)
    )
    difference = Difference("added", (Reading(first.id), Reading(second.id, "50%", span(second.text, "50%"))))
    return Fact("cost of the work", "state", (one, two), (difference,))


def group_by_topic(db: Database, labels: Mapping[str, str]) -> None:
    """Put the positions about each topic under a label."""
    save_issues(db, {p.id: labels[p.topic] for p in load_positions(db) if p.topic in labels})


def fill(db: Database) -> list[Article]:
    """The whole story in a case; its articles."""
    found = []
    for day, outlet in enumerate(TEXTS, start=20):
        document, article = made(outlet, day)
        assert articles.add(db, document, article)
        results.save_analysis(db, analysis_of(article), "1")
        found.append(article)
    group_by_topic(db, {"toll": "toll on the causeway", "a toll": "toll on the causeway"})
    save_facts(db, [fact_of(found)])
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "case.db") as opened:
        yield opened


@pytest.fixture
def db(store: Store) -> Database:
    return store.db


@pytest.fixture
def story(db: Database) -> list[Article]:
    return fill(db)


def ids(db: Database, pane: Pane, query: str = "") -> list[str]:
    """Ids of the rows that match."""
    return [row.id for row in search.search(db, pane, query).rows]


def row(db: Database, pane: Pane, query: str = "") -> Row[Any]:
    """The first row that matches."""
    return search.search(db, pane, query).rows[0]


def labels(db: Database) -> list[str]:
    """The undo list."""
    return [action.label for action in history.actions(db)]
