"""What leaves a case: exports, and the list of their formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.case_access import open_for_reading
from workbench.cli.exit_codes import say
from workbench.cli.options import case_option, form_options, query_argument
from workbench.cli.output import in_form, utf8_stdout
from workbench.errors import NotFound
from workbench.model import PANES

if TYPE_CHECKING:
    from workbench.export.formats import Format
    from workbench.model import Pane


@click.command("export")
@click.argument("format_name", metavar="FORMAT", shell_complete=lambda _ctx, _param, begun: _formats(begun))
@query_argument
@click.option("-o", "--output", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE", help="Where to.")
@click.option(
    "--in", "given", type=click.Choice(PANES),
    help="What to write.  [default: quotes; of a brief positions, of a diff facts]",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@case_option
def export_(
    format_name: str, query: str, output: Path | None, given: Pane | None, force: bool, case: Path | None
) -> None:
    """Write what matches QUERY as FORMAT: markdown, csv, jsonl, brief, brief-html, diff, diff-html, diff-json.

    Without -o it goes to stdout, always as UTF-8. A brief says in sentences where each country stands, with the
    evidence as footnotes; a diff shows facts as each outlet tells them.

    \b
      workbench export markdown country:FRA -o france.md
      workbench export csv --in facts -o facts.csv --force
      workbench export jsonl | head -1
      workbench export brief -o brief.html
      workbench export diff differs:number -o numbers.html
    """
    from workbench.export.files import new_file

    chosen = _format(format_name, output)
    pane = given or ("quotes" if "quotes" in chosen.panes else chosen.panes[0])
    with open_for_reading(case) as desk:
        if output is None or str(output) == "-":
            count = desk.export(chosen.name, pane, utf8_stdout(), query)
        else:
            with new_file(output, encoding=chosen.encoding, force=force) as stream:
                count = desk.export(chosen.name, pane, stream, query)
    say(f"{count} {pane} written." if output is None else f"{count} {pane} written to {output}.")


def _formats(begun: str) -> list[str]:
    from workbench.export.formats import FORMATS

    return [name for name in FORMATS if name.startswith(begun)]


def _format(name: str, output: Path | None) -> Format:
    """The format of that name; the ending of its files will do. The ending of the output tells Markdown from HTML."""
    from workbench.export.formats import FORMATS

    if output is not None and (variant := FORMATS.get(f"{name}-{output.suffix.lstrip('.').lower()}")):
        return variant
    found = FORMATS.get(name) or next((each for each in FORMATS.values() if each.extension == "." + name), None)
    if found is None:
        raise NotFound(f"There is no format {name!r}.", f"There are: {', '.join(FORMATS)}.")
    return found


@click.command()
@form_options
def formats(form: str | None) -> None:
    """List the formats that `export` writes.

    \b
      workbench formats
      workbench formats --json
    """
    from workbench.export.formats import FORMATS

    known = [
        {"name": each.name, "extension": each.extension, "description": each.description} for each in FORMATS.values()
    ]
    in_form(form, known, ("name", "extension", "description"), [tuple(each.values()) for each in known])
