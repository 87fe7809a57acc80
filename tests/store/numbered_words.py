"""Quotes and positions in a text of numbered words, and any lists of them."""

from __future__ import annotations

from hypothesis import strategies as st

from workbench.model import Article, Document, Position, Quote, Span, Speaker
from workbench.store import articles
from workbench.store.database import Database

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


def add(db: Database) -> str:
    """An article with the words in the case; its id."""
    document = Document("x.txt", TEXT.encode(), "text/plain")
    article = Article(document.id, document.source, TEXT)
    articles.add(db, document, article)
    return article.id


SPAN = st.tuples(st.integers(0, WORDS - 1), st.integers(1, 6)).map(lambda p: (p[0], min(WORDS, p[0] + p[1])))
QUOTES = st.builds(lambda s, w: quote(*s, w), SPAN, st.sampled_from(["Ann", "Bo"]))
POSITIONS = st.builds(lambda s, h: position(*s, holder=h), SPAN, st.sampled_from(["NOR", "SUD"]))
FOUND = st.lists(QUOTES | POSITIONS, max_size=7, unique_by=lambda thing: thing.id)
