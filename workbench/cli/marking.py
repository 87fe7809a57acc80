"""What the analyst lays over a case, from a script: notes, tags, stars, corrections, and their undoing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from workbench.cli.common import WORDS, case_option, opened
from workbench.cli.outcome import say
from workbench.errors import UsageError
from workbench.export.plain import plain


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("text", metavar="TEXT", type=WORDS)
@case_option
def note(id_: str, text: str, case: Path | None) -> None:
    """Write a note on the thing with that ID; its own id is printed. TEXT may be - for standard input.

    \b
      workbench note Q1f3c5a7e9b "Check against the transcript"
    """
    body = (plain(sys.stdin.buffer.read().decode("utf-8", "replace")) if text == "-" else text).strip()
    if not body:
        raise UsageError("The note is empty.", "Give its text.")
    with opened(case) as desk:
        print(desk.note(id_, body))


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("name", metavar="NAME", type=WORDS)
@click.option("--remove", is_flag=True, help="Take the tag off.")
@case_option
def tag(id_: str, name: str, remove: bool, case: Path | None) -> None:
    """Put the tag NAME on the thing with that ID.

    \b
      workbench tag Q1f3c5a7e9b key
      workbench tag Q1f3c5a7e9b key --remove
    """
    with opened(case) as desk:
        (desk.untag if remove else desk.tag)([id_], name)


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--remove", is_flag=True, help="Take the star off.")
@case_option
def star(ids: tuple[str, ...], remove: bool, case: Path | None) -> None:
    """Star the things with these IDs.

    \b
      workbench star Q1f3c5a7e9b F0123456789
      workbench star Q1f3c5a7e9b --remove
    """
    with opened(case) as desk:
        desk.star(ids, not remove)


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("field", metavar="FIELD", type=WORDS)
@click.argument("value", metavar="VALUE", required=False, type=WORDS)
@click.option("--revert", is_flag=True, help="Take the correction away.")
@case_option
def edit(id_: str, field: str, value: str | None, revert: bool, case: Path | None) -> None:
    """Correct a FIELD of the thing with that ID. The correction survives every re-analysis.

    Articles have title, outlet, byline, published_on, language, agency and url; quotes have speakers, as a JSON
    array of {"name", "kind", "role", "country"}; positions have stance and issue; facts have gist. An issue is renamed
    with the ID "issue", its label as FIELD and the new one as VALUE.

    \b
      workbench edit A0123456789 outlet "Coastal Wire"
      workbench edit Q1f3c5a7e9b speakers '[{"name": "Ann Poe", "kind": "person", "role": "", "country": "USA"}]'
      workbench edit P1f3c5a7e9b stance --revert
    """
    if revert == (value is not None):
        raise click.UsageError("Give either a VALUE or --revert.")
    new = _value(field, value) if value is not None else None
    with opened(case) as desk:
        if revert:
            desk.revert(id_, field)
        else:
            desk.edit(id_, field, new)


def _value(field: str, value: str) -> Any:
    """What an edit takes: a list for speakers, else words."""
    if field != "speakers":
        return value
    try:
        speakers = json.loads(value)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"Speakers must be JSON: {error}.", 'Like [{"name": "Ann Poe", "kind": "person"}].') from None
    if not isinstance(speakers, list) or not all(isinstance(each, dict) for each in speakers):
        raise UsageError("Speakers must be a JSON array of objects.", 'Like [{"name": "Ann Poe", "kind": "person"}].')
    blank = {"name": "", "kind": "person", "role": "", "country": ""}
    return [{**blank, **each} for each in speakers]


@click.command()
@case_option
def undo(case: Path | None) -> int:
    """Take the last change of yours back.

    \b
      workbench undo
    """
    with opened(case) as desk:
        return _told("Undone", desk.undo())


@click.command()
@case_option
def redo(case: Path | None) -> int:
    """Do the last undone change again.

    \b
      workbench redo
    """
    with opened(case) as desk:
        return _told("Done again", desk.redo())


def _told(what: str, action: Any) -> int:
    say(f"{what}: {action.label}" if action else "There is nothing to take back or do again.")
    return 0 if action else 1
