"""The phrasings of a fact side by side: which comes first, what is marked in each, the sentence around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from workbench.analysis.facts.differences import mark_differences
from workbench.analysis.facts.shown_differences import shown_differences
from workbench.analysis.provenance import lineage
from workbench.analysis.text.sentences import sentence_at
from workbench.model import Fact, Lineage, Phrasing, Span
from workbench.views import Column, Comparison, Head, Row
from workbench.views.missing_outlets import absence


def compare_phrasings(
    row: Row[Fact],
    heads: Mapping[str, Head],
    text_of: Callable[[str], str],
    sources: Iterable[Lineage],
    outlets: Iterable[str],
    base: str = "",
) -> Comparison:
    """The comparison of a fact. `heads`: by article; `text_of` gives an article's text; `sources`: where the articles
    come from; `outlets`: those that were searched; `base`: the article whose column comes first.
    """
    fact, rows = row.value, tuple(sources)
    ordered = sorted(fact.phrasings, key=lambda p: (p.article_id != base, p.relation == "partial"))
    first = ordered[0]
    columns = []
    for one in ordered:
        dates = (heads[first.article_id].published_on, heads[one.article_id].published_on)
        tenses = (first.tenses, one.tenses)
        against = [] if one is first else mark_differences(first.text, one.text, dates, tenses)
        text = text_of(one.article_id)
        context = sentence_at(text, one.span).of(text)
        marks = tuple(_with_fact_differences(fact, one, against))
        head = heads[one.article_id]
        origins = lineage.credited_origins(rows, (one.article_id, one.span), head.outlet)
        columns.append(Column(one, head, marks, context, origins))
    contexts: dict[str, list[str]] = {}
    for column in columns:
        contexts.setdefault(column.phrasing.article_id, []).append(column.context)
    shown = replace(fact, differences=shown_differences(fact.differences, contexts, first.article_id))
    named = {p.article_id: heads[p.article_id].outlet for p in ordered}
    silent = absence(fact, lambda id: heads[id].outlet if id in heads else "", tuple(outlets))
    perhaps = tuple((heads[passage.article_id], passage) for passage in silent.perhaps if passage.article_id in heads)
    independent = lineage.count_sources(((p.article_id, p.span) for p in ordered), rows, named)
    return Comparison(replace(row, value=shown), tuple(columns), silent.missing, independent, perhaps)


def _with_fact_differences(
    fact: Fact, phrasing: Phrasing, against: Iterable[tuple[Span, str]]
) -> list[tuple[Span, str]]:
    """What is marked `against` the base, and where the named differences of a fact stand in one phrasing besides,
    relative to it, none over another: of a sentence too unlike the base nothing else is marked.
    """
    out = list(against)
    for difference in fact.differences:
        for reading in difference.readings:
            if reading.span is None or reading.article_id != phrasing.article_id:
                continue
            span = Span(reading.span.start - phrasing.span.start, reading.span.end - phrasing.span.start)
            if phrasing.span.covers(reading.span) and not any(span.overlaps(other) for other, _ in out):
                out.append((span, difference.kind))
    return sorted(out)
