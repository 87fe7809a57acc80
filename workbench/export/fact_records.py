"""Facts as JSON-able records: their phrasings, what differs between these, and who does not report them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from workbench.export.record_fields import Record, article_fields, head_of, mark_fields, span_record
from workbench.export.selection import Selection
from workbench.model import Difference, Fact, Passage, Phrasing
from workbench.views import Comparison, Head, Row
from workbench.views.missing_outlets import Absence, absence

CreditsOf = Callable[[Phrasing], Sequence[str]]
"""The outlets that a phrasing is credited to."""


def fact_record(
    row: Row[Fact], heads: Mapping[str, Head], silent: Absence, independent: int, credited: CreditsOf
) -> Record:
    """A fact with its phrasings and what differs between them; `silent`: what is known of the outlets without it;
    `independent`: how many sources it has; `credited`: the outlets that each phrasing is credited to.
    """
    fact = row.value
    return {
        "id": row.id,
        "gist": fact.gist,
        "kind": fact.kind,
        "phrasings": [{**phrasing_record(p, heads), "credits": list(credited(p))} for p in fact.phrasings],
        "differences": [difference_record(difference, heads) for difference in fact.differences],
        "missing_outlets": list(silent.missing),
        "perhaps": [possible_phrasing_record(passage, heads) for passage in silent.perhaps],
        "outlets": len({head_of(heads, p.article_id).outlet or p.article_id for p in fact.phrasings}),
        "independent": independent,
        "status": fact.status,
        **mark_fields(row),
    }


def phrasing_record(phrasing: Phrasing, heads: Mapping[str, Head]) -> Record:
    """One wording of a fact."""
    return {
        **article_fields(phrasing.article_id, head_of(heads, phrasing.article_id)),
        "start": phrasing.span.start,
        "end": phrasing.span.end,
        "text": phrasing.text,
        "relation": phrasing.relation,
        "confidence": round(phrasing.confidence, 4),
    }


def possible_phrasing_record(passage: Phrasing, heads: Mapping[str, Head]) -> Record:
    """A passage that may state a fact, of an outlet without a phrasing of it."""
    found = phrasing_record(passage, heads)
    return {name: found[name] for name in found if name not in ("relation", "confidence")} | {
        "likeness": found["confidence"]
    }


def difference_record(difference: Difference, heads: Mapping[str, Head]) -> Record:
    """One named difference, a reading per phrasing."""
    return {
        "kind": difference.kind,
        "readings": [
            {
                "article_id": reading.article_id,
                "outlet": head_of(heads, reading.article_id).outlet,
                "start": reading.span.start if reading.span else None,
                "end": reading.span.end if reading.span else None,
                "text": reading.text,
            }
            for reading in difference.readings
        ],
    }


def comparison_record(comparison: Comparison) -> Record:
    """The phrasings of a fact side by side, the base column first; marks count from the start of the phrasing."""
    heads = {column.head.id: column.head for column in comparison.columns}
    columns = [
        {
            **phrasing_record(column.phrasing, heads),
            "credits": list(column.credits),
            "context": column.context,
            "marks": [{**span_record(span, column.phrasing.text), "kind": kind} for span, kind in column.marks],
        }
        for column in comparison.columns
    ]
    heads |= {head.id: head for head, _ in comparison.perhaps}
    silent = Absence(comparison.missing_outlets, tuple(passage for _, passage in comparison.perhaps))
    credited = {column.phrasing.id: column.credits for column in comparison.columns}
    fact = fact_record(comparison.fact, heads, silent, comparison.independent, lambda p: credited.get(p.id, ()))
    return {**fact, "columns": columns}


def source_counter(selection: Selection) -> Callable[[Iterable[Passage]], int]:
    """What counts the independent sources of passages."""
    from workbench.analysis.provenance import lineage  # here: what only lists formats does not load the analysis

    rows = chain.from_iterable(selection.lineage.values())
    return lineage.source_counter(rows, lambda article_id: head_of(selection.heads, article_id).outlet)


def credits_of(selection: Selection) -> CreditsOf:
    """What tells the outlets that a phrasing is credited to."""
    from workbench.analysis.provenance import lineage  # here: what only lists formats does not load the analysis

    def credited(phrasing: Phrasing) -> tuple[str, ...]:
        id = phrasing.article_id
        rows, outlet = selection.lineage.get(id, ()), head_of(selection.heads, id).outlet
        return lineage.credited_origins(rows, (id, phrasing.span), outlet)

    return credited


def absence_of(fact: Fact, selection: Selection) -> Absence:
    """What is known of the outlets that have no phrasing of a fact."""
    return absence(fact, lambda id: head_of(selection.heads, id).outlet, selection.outlets)
