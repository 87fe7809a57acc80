"""What is set side by side: countries by issues, facts by outlets, and the phrasings of one fact."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.model import Pane, Position
from workbench.store import articles
from workbench.store.clauses import load_clauses
from workbench.store.facts import fact_passages
from workbench.store.search import matching_rows
from workbench.store.standings import load_standings
from workbench.views import Agreement, Comparison, Coverage, Matrix, Row
from workbench.views.missing_outlets import compared_outlets
from workbench.work.browsing import EVERYTHING, country_codes, fact, search
from workbench.work.case_file import CaseFile
from workbench.work.corrections import pinned
from workbench.work.provenance import current_heads, lineage


def matrix(case: CaseFile, query: str = "") -> Matrix:
    """Countries by issues for the positions that match, with those of each country who do not speak for it in columns
    of their own (`Matrix.of_states` has none); rejected ones only where the query asks for a status. The evidence of a
    cell is read when it is wanted, by whichever thread wants it.
    """
    from workbench.analysis.positions.matrix import build_table
    from workbench.analysis.provenance.lineage import source_numberer

    found = load_standings(case.db, query, country_codes=country_codes(query))
    outlets = {each.article_id: each.outlet for each in found if each.outlet != each.article_id}

    def read(ids: Sequence[str]) -> Sequence[Row[Position]]:
        return matching_rows(case.db, "positions", ids, query, country_codes=country_codes(query))

    numbered = source_numberer(lineage(case), lambda id: outlets.get(id, ""))
    return build_table(found, read, pinned(case), numbered)


def agreements(case: CaseFile, table: Matrix, first: str, second: str) -> tuple[Agreement, ...]:
    """Where two holders of a matrix differ and agree."""
    from workbench.analysis.positions.matrix import compare_holders

    return compare_holders(table, first, second)


def compare(case: CaseFile, fact_id: str, base: str = "") -> Comparison:
    """The phrasings of a fact side by side; `base` is the article whose column comes first."""
    from workbench.analysis.facts.side_by_side import compare_phrasings

    heads = articles.heads(case.db)
    outlets = compared_outlets(heads.values())

    def text_of(id: str) -> str:
        return articles.get(case.db, id).text

    return compare_phrasings(fact(case, fact_id), heads, text_of, lineage(case), outlets, base)


def coverage(case: CaseFile, query: str = "") -> Coverage:
    """Facts by outlets for what matches; rejected facts only where the query asks for a status."""
    from workbench.analysis.facts.coverage import build_coverage

    rows = _not_rejected(case, "facts", query, order="date")
    heads = current_heads(case)
    if query:
        wanted = {row.id for row in search(case, "articles", query, limit=EVERYTHING).rows}
        wanted |= {p.article_id for row in rows for p in row.value.phrasings}
        heads = {id: head for id, head in heads.items() if id in wanted}
    reported = {(article, span) for own in fact_passages(case.db).values() for article, span, _ in own}
    reported |= {(passage.article_id, passage.span) for row in rows for passage in row.value.perhaps}
    return build_coverage(rows, heads, load_clauses(case.db), reported, lineage(case))


def _not_rejected(case: CaseFile, pane: Pane, query: str, order: str = "") -> tuple[Row[Any], ...]:
    """The rows that match; those that the analyst rejected only where the query asks for a status."""
    rows = search(case, pane, query, limit=EVERYTHING, order=order).rows
    return rows if "status:" in query else tuple(row for row in rows if row.value.status != "rejected")
