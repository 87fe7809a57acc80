"""The lists: one command per kind of thing, all with the same query language, limit and forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.common import listing_options, looked_at
from workbench.cli.exit_codes import say
from workbench.cli.matrix import show_matrix
from workbench.cli.output import at_most, first, in_form, matched, on_terminal, utf8_stdout
from workbench.cli.source_tree import print_descent
from workbench.views.missing_outlets import compared_outlets

if TYPE_CHECKING:
    from workbench.export import Selection
    from workbench.model import Lineage, Pane
    from workbench.views import Results, Row
    from workbench.work import Case

PAGE = 1000


@click.command()
@listing_options
def articles(query: str, case: Path | None, form: str | None, limit: int | None) -> None:
    """List articles that match QUERY.

    \b
      workbench articles outlet:wire date:2025-08-20..2025-08-22
      workbench articles --json
    """
    _list("articles", query, case, form, limit)


@click.command()
@listing_options
def quotes(query: str, case: Path | None, form: str | None, limit: int | None) -> None:
    """List quotes that match QUERY, with their speakers.

    \b
      workbench quotes country:FRA kind:direct
      workbench quotes --jsonl "no-fly zone"
    """
    _list("quotes", query, case, form, limit)


@click.command()
@click.option("--matrix", is_flag=True, help="Issues by holders instead of a list.")
@click.option("--csv", "as_csv", is_flag=True, help="For a spreadsheet.")
@listing_options
def positions(query: str, case: Path | None, form: str | None, limit: int | None, matrix: bool, as_csv: bool) -> None:
    """List positions that match QUERY: who stands where on what.

    \b
      workbench positions country:DEU stance:open
      workbench positions --matrix attribution:own
      workbench positions --matrix --csv > matrix.csv
    """
    if matrix:
        show_matrix(query, case, "csv" if as_csv else form)
    elif as_csv:
        with looked_at(case) as desk:
            desk.export("csv", "positions", utf8_stdout(), query)
    else:
        _list("positions", query, case, form, limit)


@click.command()
@listing_options
def facts(query: str, case: Path | None, form: str | None, limit: int | None) -> None:
    """List facts that match QUERY, with the outlets that report them.

    \b
      workbench facts troops
      workbench facts --json
    """
    _list("facts", query, case, form, limit)


@click.command()
@listing_options
def speakers(query: str, case: Path | None, form: str | None, limit: int | None) -> None:
    """List who speaks in the quotes that match QUERY, the most quoted first.

    \b
      workbench speakers country:USA
      workbench speakers --json
    """
    from workbench.export.overview_records import speaker_records

    with looked_at(case) as desk:
        found = speaker_records(matching(desk, "quotes", query))
    records = list(first(found, at_most(limit, form)))
    columns = ("quotes", "outlets", "name", "kind", "role", "country")
    in_form(form, records, columns, (_speaker_cells(record) for record in records))
    _narrate(form, len(records), len(found), "speakers")


@click.command()
@listing_options
def lineage(query: str, case: Path | None, form: str | None, limit: int | None) -> None:
    """List where the articles that match QUERY take their text from; on a terminal, of all articles, as a tree.

    \b
      workbench lineage
      workbench lineage outlet:wire --json
    """
    with looked_at(case) as desk:
        if not (query or form or limit) and on_terminal():
            print_descent(desk.descent())
            return
        chosen = {row.id for row in matching(desk, "articles", query)} if query else None
        found = [each for each in desk.lineage() if chosen is None or each.article_id in chosen]
        shown = found[: at_most(limit, form)]
        in_form(
            form, _lineage_records(desk, shown), LINEAGE_COLUMNS, map(_lineage_cells, _lineage_records(desk, shown))
        )
    _narrate(form, len(shown), len(found), "lines of descent")


@click.command()
@click.option(
    "--in", "pane", type=click.Choice(["articles", "quotes", "positions", "facts", "notes"]), default="articles",
    show_default=True, help="Where to search.",
)  # fmt: skip
@listing_options
def search(query: str, case: Path | None, form: str | None, limit: int | None, pane: Pane) -> None:
    """Search one pane for QUERY and show the passages that match.

    \b
      workbench search '"no-fly zone" NOT outlet:wire'
      workbench search --in notes check
    """
    if not query:
        raise click.UsageError("Say what to search for.")
    _list(pane, query, case, form, limit, why=True)


def matching(
    desk: Case, pane: Pane, query: str, limit: int | None = None, *, hear: Callable[[Results[Any]], None] | None = None
) -> Iterator[Row[Any]]:
    """Every row that matches, fetched a page at a time; `hear` is told of the first page."""
    offset = 0
    while limit is None or offset < limit:
        page = desk.search(pane, query, limit=PAGE if limit is None else min(PAGE, limit - offset), offset=offset)
        if offset == 0 and hear:
            hear(page)
        yield from page.rows
        offset += len(page.rows)
        if not page.rows or offset >= page.total:
            return


def background(desk: Case, pane: Pane, query: str = "") -> Selection:
    """What records of a pane refer to, without its rows."""
    from workbench.export import ArticleCache, Selection

    cache = ArticleCache(desk.article)
    lineage: dict[str, list[Lineage]] = {}
    for each in desk.lineage() if pane in ("articles", "facts") else ():
        lineage.setdefault(each.article_id, []).append(each)
    heads = (row.head for row in matching(desk, "articles", "") if row.head) if pane == "facts" else ()
    outlets = compared_outlets(heads)
    return Selection(pane, (), cache.texts, desk.path.stem, query, cache.heads, lineage, outlets)


def _list(pane: Pane, query: str, case: Path | None, form: str | None, limit: int | None, *, why: bool = False) -> None:
    from workbench.export.records import record

    pages: list[Results[Any]] = []
    with looked_at(case) as desk:
        around = background(desk, pane, query) if form else None
        found = Counted(matching(desk, pane, query, at_most(limit, form), hear=pages.append))
        records = (_why(record(row, around), row, why) for row in found if around)
        columns, cells = COLUMNS[pane], CELLS[pane]
        rows = ([*cells(row), *([_matched(row)] if why else [])] for row in found)
        in_form(form, records, (*columns, "why") if why else columns, rows)
    _tell(pages[0], query)
    _narrate(form, found.count, pages[0].total, pane)


class Counted(Iterator[Any]):
    """An iterator that knows how many it has given."""

    def __init__(self, items: Iterable[Any]) -> None:
        self._items = iter(items)
        self.count = 0

    def __next__(self) -> Any:
        item = next(self._items)
        self.count += 1
        return item


def _matched(row: Row[Any]) -> str:
    """What matched; of a quote with its cue, lest its words be read without it."""
    from workbench.model import Quote
    from workbench.views import quote_text

    return matched(quote_text.with_cue(row.value, row.snippet) if isinstance(row.value, Quote) else row.snippet)


def _why(record: dict[str, Any], row: Row[Any], why: bool) -> dict[str, Any]:
    return {**record, "snippet": _matched(row)} if why else record


def _tell(page: Results[Any], query: str) -> None:
    """What the search has to say besides its rows."""
    for hint in page.hints:
        say(hint)
    if page.suggestion:
        say(f"Did you mean: {page.suggestion}")
    if not page.total:
        say(f"Nothing matches {query!r}." if query else "Nothing here yet. Add articles: workbench add SOURCE...")


def _narrate(form: str | None, shown: int, total: int, what: str) -> None:
    if form is None and shown < total:
        say(f"{shown} of {total} {what}; --limit shows more.")


# Cells


def _day(row: Row[Any]) -> list[str]:
    return [row.head.published_on, row.head.outlet] if row.head else ["", ""]


def _article_cells(row: Row[Any]) -> list[str]:
    return [row.id, *_day(row), row.value.title or row.value.source, _marks(row), _unanalysed(row)]


def _unanalysed(row: Row[Any]) -> str:
    """Why an article has no quotes and positions, if that is its language."""
    from workbench.nlp.language_identification import language_name

    return f"not analysed: {language_name(row.head.unanalysed)}" if row.head and row.head.unanalysed else ""


def _quote_cells(row: Row[Any]) -> list[str]:
    from workbench.views import quote_text

    said = row.value.speakers
    countries = [speaker.country for speaker in said if speaker.country]
    who = "; ".join(speaker.label for speaker in said)
    return [row.id, *_day(row), who, "; ".join(countries), row.value.kind, quote_text.words(row.value), _marks(row)]


def _position_cells(row: Row[Any]) -> list[str]:
    value = row.value
    return [row.id, *_day(row), value.holder, value.issue or value.topic, value.stance, value.text, _marks(row)]


def _fact_cells(row: Row[Any]) -> list[str]:
    fact = row.value
    articles = len({phrasing.article_id for phrasing in fact.phrasings})
    differing = ", ".join(dict.fromkeys(difference.kind for difference in fact.differences))
    return [row.id, fact.kind, str(articles), fact.gist, differing, _marks(row)]


def _note_cells(row: Row[Any]) -> list[str]:
    return [row.id, row.value.target, *_day(row), row.value.body, row.value.written_at]


def _marks(row: Row[Any]) -> str:
    starred = ["*"] if row.marks.starred else []
    return ", ".join([*starred, *row.marks.tags])


def _speaker_cells(record: dict[str, Any]) -> list[str]:
    name = record["name"] or "; ".join(record["mentions"])
    return [str(record["quotes"]), str(len(record["outlets"])), name, record["kind"], record["role"], record["country"]]


LINEAGE_COLUMNS = ("article", "outlet", "kind", "origin", "from", "share")


def _lineage_records(desk: Case, found: Sequence[Lineage]) -> Iterator[dict[str, Any]]:
    from workbench.export import ArticleCache
    from workbench.export.records import lineage_record

    cache = ArticleCache(desk.article)
    for each in found:
        record = lineage_record(each, cache.texts.get(each.article_id, ""), cache.heads)
        yield {**record, "outlet": cache.heads[each.article_id].outlet}


def _lineage_cells(record: dict[str, Any]) -> list[str]:
    share = "" if record["kind"] == "credits" else f"{record['share']:.0%}"
    return [record["article_id"], record["outlet"], record["kind"], record["origin"], record["origin_outlet"], share]


COLUMNS: dict[Pane, tuple[str, ...]] = {
    "articles": ("id", "date", "outlet", "title", "marks", "analysis"),
    "quotes": ("id", "date", "outlet", "speaker", "country", "kind", "quote", "marks"),
    "positions": ("id", "date", "outlet", "holder", "issue", "stance", "evidence", "marks"),
    "facts": ("id", "kind", "articles", "gist", "differences", "marks"),
    "notes": ("id", "on", "date", "outlet", "note", "written"),
}
CELLS: dict[Pane, Callable[[Row[Any]], list[str]]] = {
    "articles": _article_cells,
    "quotes": _quote_cells,
    "positions": _position_cells,
    "facts": _fact_cells,
    "notes": _note_cells,
}
