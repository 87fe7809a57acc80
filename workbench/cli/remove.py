"""Taking articles out of a case."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from workbench.cli.case_access import open_case
from workbench.cli.exit_codes import say
from workbench.cli.options import WORDS, case_option, json_option
from workbench.cli.output import one_record
from workbench.cli.progress import job
from workbench.cli.selection import selected_ids
from workbench.errors import UsageError
from workbench.model import Removal, counted


@click.command()
@click.argument("words", metavar="ID...|QUERY", nargs=-1, required=True, type=WORDS)
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option
@case_option
def remove(words: tuple[str, ...], yes: bool, as_json: bool, case: Path | None) -> int:
    """Take the articles with these IDs, or all that match a QUERY, out of a case.

    What was found in them goes along, and what you put on it; issues, facts, lineage and versions are made anew without
    them. It is one change: undo brings all of it back (the documents stay in the case for that).

    \b
      workbench remove A0123456789
      workbench remove outlet:"coastal wire" date:..2025-08-01 --yes
    """
    with open_case(case) as desk:
        ids = selected_ids(desk, words, "articles")
        if not yes and not _is_confirmed(desk.removal(ids)):
            say("Nothing was taken out.")
            return 1
        with job("Removing") as (bar, stop):
            gone = desk.remove(ids, report=bar, stop=stop)
    if as_json:
        from dataclasses import asdict

        one_record(asdict(gone))
    say(f"{_counted(gone)} taken out; workbench undo brings it back.")
    return 0


def _is_confirmed(gone: Removal) -> bool:
    """Ask; raises UsageError where nobody can answer."""
    if not _can_answer():
        raise UsageError(f"{_counted(gone)} would go.", "Say so with --yes.")
    return click.confirm(f"Take out {_counted(gone)}?", err=True)


def _can_answer() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _counted(gone: Removal) -> str:
    along = f" with {gone.found}" if gone.found else ""
    marks = f"{' and' if along else ' with'} {gone.marks} of yours" if gone.marks else ""
    return f"{counted(gone.articles, 'article')}{along}{marks}"
