"""Which outlet reports which fact, which leaves it out, and what one alone has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from workbench.analysis.provenance.lineage import source_numbers
from workbench.analysis.provenance.outlet_names import outlet_label
from workbench.model import Clause, Fact, Lineage, Span
from workbench.views import Coverage, Head, Row, SoleReport

MIN_TERMS = 5
"""A clause with fewer content words says too little to be called what one outlet alone has."""


def build_coverage(
    facts: Sequence[Row[Fact]],
    heads: Mapping[str, Head],
    clauses: Iterable[Clause],
    reported: Collection[tuple[str, Span]],
    sources: Iterable[Lineage],
) -> Coverage:
    """The coverage of facts by the outlets of `heads`. `clauses`: of those articles; `reported`: the passages of all
    facts; `sources`: where articles come from.
    """
    named = {id: outlet_label(head) for id, head in heads.items()}
    told: dict[tuple[str, str], str] = {}
    for row in facts:
        for phrasing in row.value.phrasings:
            if phrasing.article_id in named:
                key = row.id, named[phrasing.article_id]
                told[key] = "same" if "same" in (told.get(key), phrasing.relation) else "partial"
    count = Counter(outlet for _, outlet in told)
    outlets = sorted({*named.values()}, key=lambda outlet: (-count[outlet], outlet.casefold()))
    ordered = sorted(facts, key=lambda row: (-sum((row.id, o) in told for o in outlets), row.value.gist))
    told = {**_not_known_missing(facts, heads, named), **told}
    groups = source_numbers(dict.fromkeys(named, ()), sources, named)
    source = {named[id]: groups[id] for id in sorted(named, reverse=True)}
    return Coverage(tuple(outlets), tuple(ordered), told, tuple(_unmatched_clauses(clauses, reported, named)), source)


def _not_known_missing(
    facts: Iterable[Row[Fact]], heads: Mapping[str, Head], named: Mapping[str, str]
) -> dict[tuple[str, str], str]:
    """What is not known to be left out: a passage is near, or an article of the outlet was not compared."""
    waiting = {named[id] for id, head in heads.items() if not head.compared}
    out = {(row.id, outlet): "unknown" for row in facts for outlet in waiting}
    near = ((row.id, named[p.article_id]) for row in facts for p in row.value.perhaps if p.article_id in named)
    return out | dict.fromkeys(near, "perhaps")


def _unmatched_clauses(
    clauses: Iterable[Clause], reported: Collection[tuple[str, Span]], named: Mapping[str, str]
) -> list[SoleReport]:
    """Clauses that state something and are of no fact, those that say most first."""
    told: dict[str, list[Span]] = {}
    for article, span in reported:
        told.setdefault(article, []).append(span)
    found = [
        clause
        for clause in clauses
        if clause.article_id in named
        and clause.action
        and len(clause.terms) >= MIN_TERMS
        and not any(clause.span.overlaps(span) for span in told.get(clause.article_id, ()))
    ]
    found.sort(key=lambda c: (-len(set(c.terms)) - 2 * len(c.numbers) - len(c.names), c.article_id, c.span))
    return [SoleReport(named[c.article_id], c.article_id, c.span, " ".join(c.text.split())) for c in found]
