"""The rows of a case that match a query, and what their records refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from workbench.cli.exit_codes import say
from workbench.views.missing_outlets import compared_outlets

if TYPE_CHECKING:
    from workbench.export.selection import Selection
    from workbench.model import Lineage, Pane
    from workbench.views import Results, Row
    from workbench.work import Case

PAGE = 1000


def matching_rows(
    desk: Case,
    pane: Pane,
    query: str,
    limit: int | None = None,
    *,
    rank_all: bool = False,
    on_first_page: Callable[[Results[Any]], None] | None = None,
) -> Iterator[Row[Any]]:
    """Every row that matches, or the first so many, fetched a page at a time; `on_first_page` is given the first.

    All that match are ranked where all are wanted, or with `rank_all`.
    """
    offset = 0
    while limit is None or offset < limit:
        wanted = PAGE if limit is None else min(PAGE, limit - offset)
        page = desk.search(pane, query, limit=wanted, offset=offset, rank_all=rank_all or limit is None)
        if offset == 0 and on_first_page:
            on_first_page(page)
        yield from page.rows
        offset += len(page.rows)
        if not page.rows or offset >= page.total:
            return


def record_context(desk: Case, pane: Pane, query: str = "") -> Selection:
    """What records of a pane refer to, without its rows."""
    from workbench.export.selection import Selection

    cache = desk.article_cache()
    lineage: dict[str, list[Lineage]] = {}
    for each in desk.lineage() if pane in ("articles", "facts") else ():
        lineage.setdefault(each.article_id, []).append(each)
    heads = (row.head for row in matching_rows(desk, "articles", "") if row.head) if pane == "facts" else ()
    outlets = compared_outlets(heads)
    return Selection(pane, (), cache.texts, desk.path.stem, query, cache.heads, lineage, outlets)


def say_notices(page: Results[Any], query: str) -> None:
    """What the search has to say besides its rows."""
    for hint in page.hints:
        say(hint)
    if page.ranked_among:
        say(f"Ranked among the {page.ranked_among:,} added last of {page.total:,}; `search --rank-all` ranks all.")
    if page.suggestion:
        say(f"Did you mean: {page.suggestion}")
    if not page.total:
        say(f"Nothing matches {query!r}." if query else "Nothing here yet. Add articles: workbench add SOURCE...")


class Counted(Iterator[Any]):
    """An iterator that knows how many it has given."""

    def __init__(self, items: Iterable[Any]) -> None:
        self._items = iter(items)
        self.count = 0

    def __next__(self) -> Any:
        item = next(self._items)
        self.count += 1
        return item
