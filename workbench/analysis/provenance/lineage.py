"""How many sources some articles have: copies, and articles that credit the same origin, count once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from workbench.analysis.provenance.outlet_names import outlet_key
from workbench.model import Lineage

DEPENDENT_SHARE = 0.3
"""The share from which an article is no source of its own."""

SourceCounter = Callable[[Iterable[str]], int]
"""Of the articles with these ids, how many sources they have."""
SourceNumbers = Callable[[Iterable[str]], dict[str, int]]
"""Of the articles with these ids, the number of the source of each."""


def merge_credits(lineage: Iterable[Lineage]) -> tuple[Lineage, ...]:
    """A lineage with each outlet credited once by an article, under whatever name; a place is better than none."""
    found: dict[tuple[str, str, str], Lineage] = {}
    for row in lineage:
        key = (row.article_id, row.kind, outlet_key(row.origin) if row.kind == "credits" else row.origin)
        known = found.get(key)
        found[key] = row if known is None or (row.span and not known.span) else known
    return tuple(found.values())


def count_sources(
    article_ids: Iterable[str], lineage: Iterable[Lineage], outlets: Mapping[str, str] | None = None
) -> int:
    """How many sources are left when copies, and articles that credit the same origin, count once.

    With `outlets` (article -> outlet), an outlet is one source, and one with those that credit it.
    """
    return len({*source_numbers(article_ids, lineage, outlets).values()})


def source_counter(lineage: Iterable[Lineage], outlet_of: Callable[[str], str]) -> SourceCounter:
    """What counts the independent sources of some articles, by these and what they take alone."""
    numbered = source_numberer(lineage, outlet_of)
    return lambda article_ids: len({*numbered(article_ids).values()})


def source_numberer(lineage: Iterable[Lineage], outlet_of: Callable[[str], str]) -> SourceNumbers:
    """The same, telling the sources apart."""
    rows: dict[str, list[Lineage]] = defaultdict(list)
    for row in lineage:
        rows[row.article_id].append(row)

    def numbered(article_ids: Iterable[str]) -> dict[str, int]:
        ids = {*article_ids}
        return source_numbers(ids, (row for id in ids for row in rows.get(id, ())), {id: outlet_of(id) for id in ids})

    return numbered


def source_numbers(
    article_ids: Iterable[str], lineage: Iterable[Lineage], outlets: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Article -> the number of its source, from 0 on; those that have one source share its number."""
    articles, rows = sorted(set(article_ids)), tuple(lineage)
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = node = parent.setdefault(above, above)
        return node

    known = {*articles}
    rows = tuple(row for row in rows if row.article_id in known)
    for article, outlet in sorted((outlets or {}).items()):
        if article in known and outlet:
            parent[root(article)] = root(f"@{outlet_key(outlet)}")
    for row in rows:
        if row.kind != "copies" or row.share >= DEPENDENT_SHARE:
            parent[root(row.article_id)] = root(f"@{outlet_key(row.origin)}" if row.kind == "credits" else row.origin)
    numbers: dict[str, int] = {}
    return {article: numbers.setdefault(root(article), len(numbers)) for article in articles}
