"""Articles as what bibliographies hold: a key, who wrote it, where and when, and when it came into the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.export.sanitizing import one_line
from workbench.export.selection import Selection
from workbench.ingest.agencies import known_agencies
from workbench.model import Article, Fact
from workbench.store.query.letter_folding import fold
from workbench.views import Row, file_name, web_address

_JOINTS = re.compile(r"\s*[;,|•·]\s*(?:and\s+)?|\s+(?:and|&|with)\s+|\s+[–—-]\s+", re.I)
_GROUP = re.compile(r"\b(?:news|press|media|agency|service|staff|team|desk|times|post|journal)\b", re.I)
MOST_NAMES = 5
"""The words that a person's name has at most."""


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody in a byline: a person by family and given name, else what is printed."""

    family: str
    given: str = ""
    """Empty: `family` is the whole name, of an agency or of somebody with one name."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An article of a bibliography; what is not known is empty."""

    key: str
    """Of `a-z`, `0-9` and single hyphens, the same wherever the article is cited."""
    id: str
    title: str
    outlet: str
    authors: tuple[Author, ...]
    published_on: str
    url: str
    accessed_on: str
    """The day on which it came into the case; only of what has an address."""
    language: str
    tags: tuple[str, ...]
    note: str


def references(selection: Selection) -> Iterator[Reference]:
    """The articles of a selection, or those that its rows stand in, each once, in the order of the rows."""
    seen: set[str] = set()
    for row in selection.ordered():
        for id in _article_ids(row):
            article = row if selection.pane == "articles" else selection.articles.get(id)
            if id not in seen and article is not None:
                seen.add(id)
                yield reference(article, selection.added_on.get(id, ""))


def reference(row: Row[Article], added_on: str = "") -> Reference:
    """An article as a reference."""
    value = row.value
    outlet, url = one_line(value.outlet), one_line(value.url or web_address(value.source))
    return Reference(
        citation_key(row.id, outlet, value.published_on),
        row.id,
        one_line(value.title) or file_name(value.source),
        outlet,
        authors(value.byline),
        one_line(value.published_on),
        url,
        added_on[:10] if url else "",
        one_line(value.language),
        tuple(map(one_line, row.marks.tags)),
        row.marks.note,
    )


def citation_key(id: str, outlet: str, published_on: str) -> str:
    """`coastal-wire-2025-3f9a12bc40`: outlet and year to be read, the id to be sure."""
    words = re.findall("[a-z0-9]+", fold(outlet))
    year = published_on[:4] if published_on[:4].isdigit() else "undated"
    return "-".join([*words[:4], year, *re.findall("[a-z0-9]+", id.lower())])


def authors(byline: str) -> tuple[Author, ...]:
    """Those whom a byline names, in its order."""
    names = (one_line(name) for name in _JOINTS.split(byline))
    return tuple(_author(name) for name in dict.fromkeys(names) if any(map(str.isalpha, name)))


def _author(name: str) -> Author:
    words = name.split()
    if not 1 < len(words) <= MOST_NAMES or _GROUP.search(name) or known_agencies(name):
        return Author(name)
    first = next((at for at, word in enumerate(words[1:-1], 1) if word[:1].islower()), len(words) - 1)
    return Author(" ".join(words[first:]), " ".join(words[:first]))


def _article_ids(row: Row[Any]) -> Iterator[str]:
    if isinstance(row.value, Article):
        yield row.id
    elif isinstance(row.value, Fact):
        yield from (phrasing.article_id for phrasing in row.value.phrasings)
    elif row.head is not None:
        yield row.head.id
