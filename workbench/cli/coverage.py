"""`workbench coverage`: facts by outlets, and what one outlet alone has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.case_access import open_for_reading
from workbench.cli.exit_codes import say
from workbench.cli.options import case_option as case_file
from workbench.cli.options import form_options, query_argument
from workbench.cli.output import console, on_terminal, one_record, table, utf8_stdout

if TYPE_CHECKING:
    from workbench.views import Coverage

SIGNS = {"same": "●", "partial": "◐", "perhaps": "?", "unknown": " ", "": "·"}
FACT, OUTLET = 60, 14
"""The widest a fact and the name of an outlet are shown."""
FEW = 10
"""How many passages of one outlet alone are shown on a terminal."""


@click.command()
@click.option("--alone", metavar="OUTLET", help="What only this outlet has, instead of the facts.")
@click.option("--csv", "as_csv", is_flag=True, help="For a spreadsheet.")
@form_options
@case_file
@query_argument
def coverage(query: str, case: Path | None, form: str | None, as_csv: bool, alone: str | None) -> None:
    """Show which outlet reports which of the facts that match QUERY, and which leaves it out.

    \b
      workbench coverage
      workbench coverage date:2025-08-21.. --csv > coverage.csv
      workbench coverage --alone "Harbour Post"
    """
    from workbench.export.csv import write_coverage
    from workbench.export.overview_records import coverage_record

    with open_for_reading(case) as desk:
        found = desk.coverage(query)
    if alone is not None:
        _only(found, alone)
    elif as_csv:
        write_coverage(found, utf8_stdout())
    elif form:
        one_record(coverage_record(found))
    else:
        _print(found)


def _only(found: Coverage, outlet: str) -> None:
    from workbench.export.sanitizing import one_line

    rows = [each for each in found.alone if each.outlet.casefold() == outlet.casefold()]
    table(("article", "place", "only here"), [(r.article_id, f"{r.span.start}-{r.span.end}", r.text) for r in rows])
    if not rows:
        say(f"There is nothing that only {one_line(outlet)} has. Outlets: {', '.join(map(one_line, found.outlets))}.")


def _print(found: Coverage) -> None:
    """As many outlets beside each other as fit, the rest beneath."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    from workbench.export.sanitizing import one_line

    if not on_terminal():
        print("\t".join(("fact", *map(one_line, found.outlets))))
        for row in found.facts:
            signs = (SIGNS[found.told.get((row.id, outlet), "")] for outlet in found.outlets)
            print("\t".join((one_line(row.value.gist), *signs)))
        return
    screen = console()
    width = min(FACT, max(20, screen.width // 2))
    fitting = max(1, (screen.width - width - 2) // (OUTLET + 2))
    for first in range(0, len(found.outlets), fitting):
        outlets = found.outlets[first : first + fitting]
        shown = Table(box=SIMPLE_HEAD, pad_edge=False)
        shown.add_column(Text("fact"), width=width, no_wrap=True, overflow="ellipsis")
        for outlet in outlets:
            shown.add_column(Text(one_line(outlet)), max_width=OUTLET, no_wrap=True, overflow="ellipsis")
        for row in found.facts:
            signs = (SIGNS[found.told.get((row.id, outlet), "")] for outlet in outlets)
            shown.add_row(Text(one_line(row.value.gist)), *map(Text, signs))
        alone = [str(sum(each.outlet == outlet for each in found.alone)) for outlet in outlets]
        shown.add_row(Text("only here", style="dim"), *map(Text, alone))
        screen.print(shown)
    say("● reports it, ◐ in part, ? perhaps (a passage is near), · leaves it out, blank where not all was compared")
    say("--alone OUTLET lists what only one has")
