"""What goes out: rows of a pane, with all that a file of them refers to, in one of the formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from workbench.errors import NotFound, Stopped, UsageError
from workbench.model import Lineage, Pane, Report, Stop, never, no_report
from workbench.store import articles
from workbench.store import search as stored
from workbench.store.people import persons_by_name
from workbench.views import Row
from workbench.views.missing_outlets import compared_outlets
from workbench.work.browsing import EVERYTHING, article, search
from workbench.work.case_file import CaseFile
from workbench.work.corrections import pinned
from workbench.work.provenance import lineage

if TYPE_CHECKING:
    from workbench.export.selection import Selection

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
    rows = {each: _rows(case, each, query, ids) for each in panes}
    counter = RowCounter(sum(map(len, rows.values())), report, stop)
    first, *others = (replace(selection(case, each, rows[each], query), on_row=counter.count) for each in panes)
    chosen.write(replace(first, others=others), out, chosen.checked(options or {}))
    return counter.total


def _rows(case: CaseFile, pane: Pane, query: str, ids: Sequence[str] | None) -> Sequence[Row[Any]]:
    if ids is None:
        return search(case, pane, query, limit=EVERYTHING, order="date").rows
    return tuple(stored.get(case.db, pane, id) for id in ids)


def selection(case: CaseFile, pane: Pane, rows: Sequence[Row[Any]], query: str = "") -> Selection:
    """Rows of a pane with all that a file or a listing of them refers to."""
    from workbench.export.selection import ArticleCache, LazyMapping, Selection

    cache = ArticleCache(lambda id: article(case, id))
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
        articles=cache.articles, added_on=LazyMapping(lambda id: articles.added_on(case.db, id)),
    )  # fmt: skip
