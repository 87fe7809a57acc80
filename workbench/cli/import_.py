"""What comes in again: marks of files onto the things of a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from workbench.cli.case_access import open_for_reading
from workbench.cli.exit_codes import say
from workbench.cli.options import case_option, json_option
from workbench.cli.output import one_record, table
from workbench.cli.progress import job

if TYPE_CHECKING:
    from workbench.model.imported_marks import Imported

COLUMNS = ("from", "change", "id", "quote", "found")


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="List what would be done, and do nothing.")
@click.option(
    "--corrections", type=click.Choice(["likely", "marked", "all"]), default="likely",
    help="Which values that differ from the case's are corrections: those marked as corrected and, in tables, those"
    " that seem to be changed by hand; only the marked ones; all in tables.  [default: likely]",
)  # fmt: skip
@json_option
@case_option
def import_(
    files: tuple[Path, ...], dry_run: bool, corrections: Literal["likely", "marked", "all"], as_json: bool,
    case: Path | None,
) -> int:  # fmt: skip
    """Bring in what files say of things in the case: tags, notes, stars, corrections and quotes of your own.

    FILE is an export of the workbench (jsonl, csv, xlsx, w3c, qdpx), also one that was changed since, or W3C
    annotations and projects of QualCoder, MAXQDA, ATLAS.ti, NVivo and others. What is meant is found by its id, else by
    its article and its words; what is not found for sure is named with the reason. Passages of other programs become
    notes on the passage, with their codes as tags; where they are a quote of the case, the quote is tagged.

    An import only adds and corrects; twice is as good as once. It is one change: undo takes back all of it.

    \b
      workbench import quotes.xlsx --dry-run
      workbench import *.jsonl --case talks.db
      workbench import project.qdpx
    """
    with open_for_reading(case) as desk, job("Importing") as (bar, stop):
        done = desk.import_annotations(files, dry_run=dry_run, corrections=corrections, report=bar, stop=stop)
    if as_json:
        one_record(_record(done, dry_run))
    elif dry_run:
        table(COLUMNS, [(c.where, f"{c.what}: {c.said}", c.target, c.words, c.how) for c in done.changes])
    for line in done.told(dry_run):
        say(line)
    return 1 if done.unplaced else 0


def _record(done: Imported, dry_run: bool) -> dict[str, Any]:
    fields = ("where", "what", "target", "said", "words", "how")
    return {
        "dry_run": dry_run,
        "changes": [{name: getattr(each, name) for name in fields} for each in done.changes],
        "same": done.same,
        "left": list(done.left),
        "unplaced": [{"where": e.where, "reason": e.reason, "words": e.words} for e in done.unplaced],
    }
