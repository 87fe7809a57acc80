"""How many sources some passages have: copies, and what is credited to one origin, count once.

One decision: a credit counts for the passages that it is for. An article that quotes a wire in one sentence is a source
of its own for all the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from workbench.analysis.provenance.credit_scopes import joined
from workbench.analysis.provenance.outlet_names import outlet_key
from workbench.model import Lineage, Passage, Span

DEPENDENT_SHARE = 0.3
"""The share from which an article is no source of its own."""

SourceCounter = Callable[[Iterable[Passage]], int]
"""Of these passages, how many sources they have."""
SourceNumbers = Callable[[Iterable[Passage]], dict[str, int]]
"""Of the articles of these passages, the number of the source that each has them from."""


def merge_credits(lineage: Iterable[Lineage]) -> tuple[Lineage, ...]:
    """A lineage with each outlet credited once by an article, under whatever name, for all that it is credited for; a
    place is better than none.
    """
    found: dict[tuple[str, str, str], Lineage] = {}
    for row in lineage:
        key = (row.article_id, row.kind, outlet_key(row.origin) if row.kind == "credits" else row.origin)
        known = found.get(key)
        found[key] = row if known is None else _merged(known, row)
    return tuple(found.values())


def _merged(one: Lineage, other: Lineage) -> Lineage:
    first = other if other.span and not one.span else one
    if one.passages is None or other.passages is None:
        return replace(first, passages=None, share=0.0 if first.kind == "credits" else first.share)
    return replace(first, passages=joined((*one.passages, *other.passages)), share=max(one.share, other.share))


def count_sources(
    passages: Iterable[Passage], lineage: Iterable[Lineage], outlets: Mapping[str, str] | None = None
) -> int:
    """How many sources are left when copies, and passages that are credited to the same origin, count once.

    With `outlets` (article -> outlet), an outlet is one source, and one with those that credit it.
    """
    return len({*source_numbers(spans_by_article(passages), lineage, outlets).values()})


def source_counter(lineage: Iterable[Lineage], outlet_of: Callable[[str], str]) -> SourceCounter:
    """What counts the independent sources of some passages, by these and what they take alone."""
    numbered = source_numberer(lineage, outlet_of)
    return lambda passages: len({*numbered(passages).values()})


def source_numberer(lineage: Iterable[Lineage], outlet_of: Callable[[str], str]) -> SourceNumbers:
    """The same, telling the sources apart."""
    rows: dict[str, list[Lineage]] = defaultdict(list)
    for row in lineage:
        rows[row.article_id].append(row)

    def numbered(passages: Iterable[Passage]) -> dict[str, int]:
        told = spans_by_article(passages)
        if told.keys().isdisjoint(rows):
            return _numbers_of_outlets(told, outlet_of)
        return source_numbers(
            told, (row for id in told for row in rows.get(id, ())), {id: outlet_of(id) for id in told}
        )

    return numbered


def _numbers_of_outlets(articles: Iterable[str], outlet_of: Callable[[str], str]) -> dict[str, int]:
    """What `source_numbers` gives for articles that have nothing from others, as most of a large case."""
    numbers: dict[str, int] = {}
    found = {}
    for id in sorted(articles):
        outlet = outlet_of(id)
        found[id] = numbers.setdefault(f"@{outlet_key(outlet)}" if outlet else id, len(numbers))
    return found


def spans_by_article(passages: Iterable[Passage]) -> dict[str, list[Span]]:
    """Article -> its passages."""
    found: dict[str, list[Span]] = defaultdict(list)
    for article_id, span in passages:
        found[article_id].append(span)
    return dict(found)


def source_numbers(
    told: Mapping[str, Collection[Span]], lineage: Iterable[Lineage], outlets: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Article -> the number of the source that it has its passages in `told` from, from 0 on; those that have one
    source share its number. Without a passage, what it has as a whole from others counts.
    """
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = node = parent.setdefault(above, above)
        return node

    for article, outlet in sorted((outlets or {}).items()):
        if article in told and outlet:
            parent[root(article)] = root(f"@{outlet_key(outlet)}")
    for row in lineage:
        if row.article_id in told and is_dependent(row, told[row.article_id]):
            parent[root(row.article_id)] = root(f"@{outlet_key(row.origin)}" if row.kind == "credits" else row.origin)
    numbers: dict[str, int] = {}
    return {article: numbers.setdefault(root(article), len(numbers)) for article in sorted(told)}


def credited_origins(lineage: Iterable[Lineage], passage: Passage, outlet: str) -> tuple[str, ...]:
    """The outlets that an article credits for a passage, its own `outlet` left out."""
    article, span = passage
    rows = (row for row in lineage if row.article_id == article and row.kind == "credits" and row.is_of([span]))
    return tuple(row.origin for row in rows if outlet_key(row.origin) != outlet_key(outlet))


def is_dependent(row: Lineage, spans: Iterable[Span]) -> bool:
    """Whether an article has these passages from the origin of a row."""
    return row.share >= DEPENDENT_SHARE if row.kind == "copies" else row.is_of(spans)
