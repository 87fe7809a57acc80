"""What goes out: rows of a pane, with all that a file of them refers to, in one of the formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from workbench.errors import NotFound, Stopped, UsageError
from workbench.model import Lineage, Pane, Report, Stop, never, no_report
from workbench.store import articles
from workbench.store.people import persons_by_name
from workbench.store.rows import read_rows
from workbench.store.transactions import reading
from workbench.views import Row
from workbench.views.missing_outlets import compared_outlets
from workbench.work.case_file import CaseFile
from workbench.work.corrections import pinned
from workbench.work.exported_rows import StoredRows, articles_of, matching_ids, ordered_ids
from workbench.work.provenance import lineage

if TYPE_CHECKING:
    from workbench.export.selection import ArticleCache, Selection

REPORTED = 100
"""After so many rows the progress is told."""


class RowCounter:
    """Counts the rows as they are given out: the progress of an export, and where it is stopped."""

    def __init__(self, total: int, report: Report, stop: Stop) -> None:
        self.total = total
        self._done = 0
        self._report = report
        self._stop = stop

    def count(self) -> None:
        """One row more. Raises Stopped."""
        if self._stop():
            raise Stopped("The export was stopped.", "Nothing was written.")
        self._done += 1
        if self._done % REPORTED == 0:
            self._report(min(self._done, self.total), self.total, "")


def export(
    case: CaseFile,
    format_name: str,
    pane: Pane | Literal["case"],
    out: Any,
    query: str = "",
    ids: Sequence[str] | None = None,
    *,
    options: Mapping[str, str] | None = None,
    report: Report = no_report,
    stop: Stop = never,
) -> int:
    """Write the rows of a pane that match (or those with the ids), or of all panes, to `out`, a stream or folder of
    the format's form; how many there were.

    Raises NotFound for a format that does not exist, UsageError for one that does not write the pane or does not have
    the option, Stopped when `stop` says so.
    """
    from workbench.export.formats import FORMATS

    chosen = FORMATS.get(format_name)
    if chosen is None:
        raise NotFound(f"There is no format {format_name!r}.", f"Known are: {', '.join(FORMATS)}.")
    if pane == "case" and not chosen.together:
        raise UsageError(f"{format_name} writes one pane into a file.", f"Use --in {', '.join(chosen.panes)}.")
    if pane != "case" and pane not in chosen.panes:
        raise UsageError(f"{format_name} is of {chosen.panes[0]}, not of {pane}.", f"Use --in {chosen.panes[0]}.")
    panes = chosen.panes if pane == "case" else (pane,)
    with reading(case.db):
        parts = [_part(case, each, query, ids) for each in panes]
        counter = RowCounter(sum(len(part.rows) for part in parts), report, stop)
        first, *others = (replace(part, on_row=counter.count) for part in parts)
        chosen.write(replace(first, others=others), out, chosen.checked(options or {}))
    return counter.total


def _part(case: CaseFile, pane: Pane, query: str, ids: Sequence[str] | None) -> Selection:
    """The rows of a pane that match, or those with the ids, read as they are written."""
    found = matching_ids(case, pane, query) if ids is None else ordered_ids(case, pane, ids)
    cache = article_cache(case)
    rows = StoredRows(case, pane, found, lambda block: cache.expect(articles_of(block)))
    return replace(_selection(case, pane, rows, query, cache), in_order=True)


def selection(case: CaseFile, pane: Pane, rows: Sequence[Row[Any]], query: str = "") -> Selection:
    """Rows of a pane with all that a file or a listing of them refers to."""
    return _selection(case, pane, rows, query, article_cache(case))


def article_cache(case: CaseFile) -> ArticleCache:
    """The articles of the case, read when they are asked for."""
    from workbench.export.selection import ArticleCache, FetchedMapping

    return ArticleCache(
        FetchedMapping(lambda ids: articles.texts(case.db, ids)),
        FetchedMapping(lambda ids: articles.heads(case.db, ids)),
        FetchedMapping(lambda ids: read_rows(case.db, "articles", list(ids))),
        FetchedMapping(lambda ids: articles.added_on(case.db, ids)),
    )


def _selection(case: CaseFile, pane: Pane, rows: Sequence[Row[Any]], query: str, cache: ArticleCache) -> Selection:
    from workbench.export.selection import Selection

    found: dict[str, list[Lineage]] = {}
    outlets: list[str] = []
    if pane in ("articles", "facts", "positions"):
        for one in lineage(case):
            found.setdefault(one.article_id, []).append(one)
    if pane == "facts":
        outlets = compared_outlets(articles.heads(case.db).values())
    people, kept = (persons_by_name(case.db), pinned(case)) if pane == "positions" else ({}, frozenset[str]())
    return Selection(
        pane, rows, cache.texts, case.path.name, query, cache.heads, found, outlets, people, kept,
        articles=cache.articles, added_on=cache.added_on,
    )  # fmt: skip
