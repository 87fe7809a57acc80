"""What leaves a case: exports, and the list of their formats."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from workbench.cli.case_access import open_for_reading
from workbench.cli.exit_codes import say
from workbench.cli.options import case_option, form_options, query_argument
from workbench.cli.output import in_form, on_terminal, utf8_stdout
from workbench.cli.progress import job
from workbench.errors import NotFound, UsageError
from workbench.export.formats import FORMATS, WHOLE
from workbench.model import PANES

if TYPE_CHECKING:
    from workbench.export.formats import Format, Option
    from workbench.model import Pane


def _format_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """An option of the command line for each that a format has."""
    found: dict[str, tuple[Option, list[str]]] = {}
    for each in FORMATS.values():
        for option in each.options:
            found.setdefault(option.name, (option, []))[1].append(each.name)
    for option, names in reversed(found.values()):
        metavar = "|".join(option.choices) if option.choices else "TEXT"
        shown = f"{option.help}  [of {', '.join(names)}]"
        command = click.option(f"--{option.name}", metavar=metavar, help=shown)(command)
    return command


@click.command("export")
@click.argument("format_name", metavar="FORMAT", required=False, shell_complete=lambda _c, _p, begun: _formats(begun))
@query_argument
@click.option("-o", "--output", type=click.Path(path_type=Path, allow_dash=True), metavar="FILE", help="Where to.")
@click.option(
    "--in", "given", type=click.Choice((*PANES, WHOLE)),
    help="What to write.  [default: quotes, or all of the case where FORMAT takes several panes; of a brief positions,"
    " of a diff facts]",
)  # fmt: skip
@_format_options
@click.option("--force", is_flag=True, help="Replace the file if it is there.")
@click.option("--list", "listing", is_flag=True, help="List the formats.")
@click.option(
    "--schema", type=click.Choice((*PANES, WHOLE)), is_flag=False, flag_value=WHOLE, metavar="[PANE]",
    help="Print the JSON Schema of the records of a pane, or of all.",
)  # fmt: skip
@click.option("--show-template", is_flag=True, help="Print the template of `text`, to change a copy of it.")
@form_options
@case_option
def export_(
    format_name: str | None, query: str, output: Path | None, given: Pane | Literal["case"] | None, force: bool,
    listing: bool, schema: Pane | Literal["case"] | None, show_template: bool, form: str | None, case: Path | None,
    **options: str | None,
) -> None:  # fmt: skip
    """Write what matches QUERY as FORMAT: FORMAT_NAMES.

    Without -o it goes to stdout, text always as UTF-8. A brief says in sentences where each country stands, with the
    evidence as footnotes; a diff shows facts as each outlet tells them. --list says what each format is for.

    \b
      workbench export markdown country:FRA -o france.md
      workbench export csv --in facts -o facts.csv --force
      workbench export jsonl | head -1
      workbench export brief -o brief.html
      workbench export diff differs:number -o numbers.html
      workbench export --schema quotes
      workbench export text --show-template > mine.txt.jinja
      workbench export text speaker:poe --template mine.txt.jinja
      workbench export --list
    """
    if listing:
        _list(form)
        return
    if schema:
        from workbench.export.json_schema import schema_of

        utf8_stdout().write(
            json.dumps(schema_of(None if schema == WHOLE else schema), indent=2, ensure_ascii=False) + "\n"
        )
        return
    if show_template:
        from workbench.export.templates import own_template

        utf8_stdout().write(own_template())
        return
    if form is not None:
        raise UsageError(f"--{form} is for --list.", "workbench export jsonl writes a record per line.")
    if format_name is None:
        raise UsageError("Say which format.", "workbench export --list names them.")
    chosen = _format(format_name, output)
    what = given or chosen.default
    with open_for_reading(case) as desk, job("Writing") as (bar, stop):
        write = lambda out: desk.export(  # noqa: E731
            chosen.name, what, out, query,
            options={name: value for name, value in options.items() if value is not None}, report=bar, stop=stop,
        )  # fmt: skip
        count = _written(chosen, output, force, write)
    rows = f"{count:,} {'rows' if what == WHOLE else what}"
    say(f"{rows} written." if output is None else f"{rows} written to {output}.")


def _written(chosen: Format, output: Path | None, force: bool, write: Callable[[Any], int]) -> int:
    """Write to the file or folder named, else to stdout; how many rows."""
    from workbench.export.files import new_target

    if output is not None and str(output) != "-":
        with new_target(output, chosen.form, encoding=chosen.encoding, force=force) as target:
            return write(target)
    if chosen.form == "folder":
        raise UsageError(f"{chosen.name} is a folder.", f"Name it: workbench export {chosen.name} -o FOLDER")
    if chosen.form == "bytes" and on_terminal():
        name = f"case{chosen.extension}"
        raise UsageError(f"{chosen.name} is not for a terminal.", f"workbench export {chosen.name} -o {name}")
    return write(utf8_stdout() if chosen.form == "text" else sys.stdout.buffer)


def _formats(begun: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(begun)]


def _format(name: str, output: Path | None) -> Format:
    """The format of that name; the ending of its files will do. The ending of the output tells Markdown from HTML."""
    if output is not None and (variant := FORMATS.get(f"{name}-{output.suffix.lstrip('.').lower()}")):
        return variant
    found = FORMATS.get(name) or next((each for each in FORMATS.values() if each.extension == "." + name), None)
    if found is None:
        raise NotFound(f"There is no format {name!r}.", f"There are: {', '.join(FORMATS)}.")
    return found


def _list(form: str | None) -> None:
    known = [
        {
            "name": each.name,
            "extension": each.extension,
            "description": each.description,
            "writes": list(each.panes),
            "together": each.together,
            "options": [option.name for option in each.options],
            "proved_with": each.proof,
        }
        for each in FORMATS.values()
    ]
    rows = [(each.name, each.extension or "folder", each.description, each.proof) for each in FORMATS.values()]
    in_form(form, known, ("name", "extension", "description", "proved with"), rows)


export_.help = (export_.help or "").replace("FORMAT_NAMES", ", ".join(FORMATS))
