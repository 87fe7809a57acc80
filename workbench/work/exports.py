"""What goes out: rows of a pane, with all that a file of them refers to, in one of the formats."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any

from workbench.errors import NotFound, UsageError
from workbench.model import Lineage, Pane
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


def export(
    case: CaseFile, format_name: str, pane: Pane, stream: IO[str], query: str = "", ids: Sequence[str] | None = None
) -> int:
    """Write the rows of a pane that match (or those with the ids) to `stream`; how many there were.

    Raises NotFound for a format that does not exist, UsageError for one that does not write the pane.
    """
    from workbench.export.formats import FORMATS

    chosen = FORMATS.get(format_name)
    if chosen is None:
        raise NotFound(f"There is no format {format_name!r}.", f"Known are: {', '.join(FORMATS)}.")
    if pane not in chosen.panes:
        raise UsageError(f"{format_name} is of {chosen.panes[0]}, not of {pane}.", f"Use --in {chosen.panes[0]}.")
    if ids is None:
        rows = search(case, pane, query, limit=EVERYTHING, order="date").rows
    else:
        rows = tuple(stored.get(case.db, pane, id) for id in ids)
    chosen.write(selection(case, pane, rows, query), stream)
    return len(rows)


def selection(case: CaseFile, pane: Pane, rows: Sequence[Row[Any]], query: str = "") -> Selection:
    """Rows of a pane with all that a file or a listing of them refers to."""
    from workbench.export.selection import ArticleCache, Selection

    cache = ArticleCache(lambda id: article(case, id))
    found: dict[str, list[Lineage]] = {}
    outlets: list[str] = []
    if pane in ("articles", "facts", "positions"):
        for one in lineage(case):
            found.setdefault(one.article_id, []).append(one)
    if pane == "facts":
        outlets = compared_outlets(articles.heads(case.db).values())
    of_positions = (persons_by_name(case.db), pinned(case)) if pane == "positions" else ()
    return Selection(pane, rows, cache.texts, case.path.name, query, cache.heads, found, outlets, *of_positions)
