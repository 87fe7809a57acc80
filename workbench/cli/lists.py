"""The lists: one command per kind of thing, all with the same query language, limit and forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.case_access import open_for_reading
from workbench.cli.exit_codes import say
from workbench.cli.list_columns import CELLS, COLUMNS, LINEAGE_COLUMNS, SPEAKER_COLUMNS, lineage_cells, speaker_cells
from workbench.cli.matching_rows import Counted, matching_rows, record_context, say_notices
from workbench.cli.matrix import show_matrix
from workbench.cli.options import listing_options
from workbench.cli.output import at_most, first, in_form, matched, on_terminal, utf8_stdout
from workbench.cli.source_tree import print_source_tree
from workbench.model import PANES

if TYPE_CHECKING:
    from workbench.model import Lineage, Pane
    from workbench.views import Results, Row
    from workbench.work import Case


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
@click.option("--unfold", is_flag=True, help="In the matrix, also issues of one holder in one outlet.")
@click.option("--others", is_flag=True, help="In the matrix, also who does not speak for its country.")
@click.option("--csv", "as_csv", is_flag=True, help="For a spreadsheet.")
@listing_options
def positions(
    query: str,
    case: Path | None,
    form: str | None,
    limit: int | None,
    matrix: bool,
    unfold: bool,
    others: bool,
    as_csv: bool,
) -> None:
    """List positions that match QUERY: who stands where on what.

    \b
      workbench positions country:DEU stance:open
      workbench positions --matrix attribution:own
      workbench positions --matrix --unfold --others
      workbench positions --matrix --csv > matrix.csv
    """
    if matrix:
        show_matrix(query, case, "csv" if as_csv else form, unfold=unfold, others=others)
    elif as_csv:
        with open_for_reading(case) as desk:
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
def people(query: str, case: Path | None, form: str | None, limit: int | None) -> None:
    """List who is named in the articles or speaks in them: the most quoted persons first. What is
    looked up or presumed of them is told apart: known from a table, or presumed from the story.

    \b
      workbench people country:FRA kind:person
      workbench people --json from:known
    """
    _list("people", query, case, form, limit)


@click.command()
@listing_options
def speakers(query: str, case: Path | None, form: str | None, limit: int | None) -> None:
    """List who speaks in the quotes that match QUERY, the most quoted first.

    \b
      workbench speakers country:USA
      workbench speakers --json
    """
    from workbench.export.overview_records import speaker_records

    with open_for_reading(case) as desk:
        found = speaker_records(matching_rows(desk, "quotes", query))
    records = list(first(found, at_most(limit, form)))
    in_form(form, records, SPEAKER_COLUMNS, (speaker_cells(record) for record in records))
    _say_how_many(form, len(records), len(found), "speakers")


@click.command()
@listing_options
def lineage(query: str, case: Path | None, form: str | None, limit: int | None) -> None:
    """List where the articles that match QUERY take their text from; on a terminal, of all articles, as a tree.

    \b
      workbench lineage
      workbench lineage outlet:wire --json
    """
    with open_for_reading(case) as desk:
        if not (query or form or limit) and on_terminal():
            print_source_tree(desk.descent())
            return
        chosen = {row.id for row in matching_rows(desk, "articles", query)} if query else None
        found = [each for each in desk.lineage() if chosen is None or each.article_id in chosen]
        shown = found[: at_most(limit, form)]
        in_form(form, _lineage_records(desk, shown), LINEAGE_COLUMNS, map(lineage_cells, _lineage_records(desk, shown)))
    _say_how_many(form, len(shown), len(found), "lines of descent")


@click.command()
@click.option(
    "--in", "pane", type=click.Choice(PANES), default="articles", show_default=True, help="Where to search.",
)  # fmt: skip
@click.option("--rank-all", is_flag=True, help="Rank all that match, however many.")
@listing_options
def search(query: str, case: Path | None, form: str | None, limit: int | None, pane: Pane, rank_all: bool) -> None:
    """Search one pane for QUERY and show the passages that match.

    \b
      workbench search '"no-fly zone" NOT outlet:wire'
      workbench search --in notes check
    """
    if not query:
        raise click.UsageError("Say what to search for.")
    _list(pane, query, case, form, limit, why=True, rank_all=rank_all)


def _list(
    pane: Pane,
    query: str,
    case: Path | None,
    form: str | None,
    limit: int | None,
    *,
    why: bool = False,
    rank_all: bool = False,
) -> None:
    from workbench.export.records import record

    pages: list[Results[Any]] = []
    with open_for_reading(case) as desk:
        around = record_context(desk, pane, query) if form else None
        most = at_most(limit, form)
        found = Counted(matching_rows(desk, pane, query, most, rank_all=rank_all, on_first_page=pages.append))
        records = (_why(record(row, around), row, why) for row in found if around)
        columns, cells = COLUMNS[pane], CELLS[pane]
        rows = ([*cells(row), *([_matched(row)] if why else [])] for row in found)
        in_form(form, records, (*columns, "why") if why else columns, rows)
    say_notices(pages[0], query)
    _say_how_many(form, found.count, pages[0].total, pane)


def _matched(row: Row[Any]) -> str:
    """What matched; of a quote with its cue, lest its words be read without it."""
    from workbench.model import Quote
    from workbench.views import quote_text

    return matched(quote_text.with_cue(row.value, row.snippet) if isinstance(row.value, Quote) else row.snippet)


def _why(record: dict[str, Any], row: Row[Any], why: bool) -> dict[str, Any]:
    return {**record, "snippet": _matched(row)} if why else record


def _say_how_many(form: str | None, shown: int, total: int, what: str) -> None:
    if form is None and shown < total:
        say(f"{shown} of {total} {what}; --limit shows more.")


def _lineage_records(desk: Case, found: Sequence[Lineage]) -> Iterator[dict[str, Any]]:
    from workbench.export.records import lineage_record

    cache = desk.article_cache()
    for each in found:
        record = lineage_record(each, cache.texts.get(each.article_id, ""), cache.heads)
        yield {**record, "outlet": cache.heads[each.article_id].outlet}
