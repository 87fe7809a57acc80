"""What the analyst lays over a case, from a script: notes, tags, stars, corrections, and their undoing."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.case_access import open_case
from workbench.cli.exit_codes import say
from workbench.cli.options import WORDS, case_option
from workbench.cli.selection import selected_ids
from workbench.errors import UsageError
from workbench.export.sanitizing import plain
from workbench.model import ARTICLE_FIELDS, Pane

if TYPE_CHECKING:
    from workbench.work import Case


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
    with open_case(case) as desk:
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
    with open_case(case) as desk:
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
    with open_case(case) as desk:
        desk.star(ids, not remove)


PANES: dict[str, Pane] = {
    **dict.fromkeys(ARTICLE_FIELDS, "articles"),
    **dict.fromkeys(("speaker", "speakers", "role", "country"), "quotes"),
    **dict.fromkeys(("stance", "issue"), "positions"),
    "gist": "facts",
    **dict.fromkeys(("name", "kind", "alias", "part"), "people"),
}
"""What a field is of, where a QUERY says which to correct."""
_RESPOKEN = {"speaker": "name", "role": "role", "country": "country"}


@click.command()
@click.argument("words", metavar="ID...|QUERY FIELD VALUE", nargs=-1, required=True, type=WORDS)
@click.option(
    "--in", "pane", type=click.Choice(["quotes", "positions", "facts", "people"]),
    help="What a QUERY is asked of: people for role and country of somebody everywhere, positions or facts for status.",
)  # fmt: skip
@click.option("--revert", is_flag=True, help="Take the correction away (without a VALUE).")
@case_option
def edit(words: tuple[str, ...], pane: Pane | None, revert: bool, case: Path | None) -> int:
    """Correct a FIELD of the things with these IDs, or of all that match a QUERY, as one change. It survives every
    re-analysis; undo takes it back.

    Articles have title, outlet, byline, published_on, language, agency and url; quotes have speaker, role and country,
    and speakers, a JSON array of {"name", "kind", "role", "country"}; positions have stance and issue; facts have gist;
    positions and facts have status. A country is a name, demonym or code. Issues are renamed with "issue" as ID, their
    labels, and the new one; several become one.

    People have name, role, country and kind, which hold for all their quotes and in articles to come, alias (another
    name of theirs) and part (a name that is somebody else's). Several that get one name are one.

    \b
      workbench edit A0123456789 outlet "Coastal Wire"
      workbench edit 'speaker:"Ursula Leyen"' speaker "Ursula von der Leyen"
      workbench edit Q1f3c5a7e9b Q0123456789 country german
      workbench edit E1f3c5a7e9b country german
      workbench edit E1f3c5a7e9b E0123456789 name "Ursula von der Leyen"
      workbench edit --in people 'person:"Ann Poe"' role "prime minister"
      workbench edit issue "troops" "own troops" "ground troops"
      workbench edit P1f3c5a7e9b stance --revert
    """
    targets, rest = words[: -1 if revert else -2], words[-1 if revert else -2 :]
    if len(rest) < 2 - revert or not targets:
        raise click.UsageError("Give IDs or a QUERY, a FIELD and a VALUE (or --revert instead of the VALUE).")
    with open_case(case) as desk:
        if targets[0] == "issue":
            said = desk.revert(["issue"], rest[0]) if revert else desk.rename_issues([*targets[1:], rest[0]], rest[1])
        else:
            said = _corrected(desk, targets, pane, *rest)
    say(f"{said[:1].upper()}{said[1:]}." if said else "Nothing to change: it is so already.")
    return 0


def _corrected(desk: Case, targets: Sequence[str], pane: Pane | None, field: str, value: str | None = None) -> str:
    """Correct a field of some things, or take that back where there is no value."""
    ids = selected_ids(desk, targets, pane or PANES.get(field))
    if ids[0].startswith("E"):
        return _corrected_people(desk, ids, field, value)
    if value is None:
        return desk.revert(ids, "speakers" if field in _RESPOKEN else field)
    if field in _RESPOKEN:
        return desk.respeak(ids, {_RESPOKEN[field]: value})
    return desk.correct(ids, {field: _value(field, value)})


def _corrected_people(desk: Case, ids: Sequence[str], field: str, value: str | None) -> str:
    """Correct people everywhere, or take that back where there is no value."""
    if value is None:
        return desk.revert(ids, field)
    if field == "part":
        return "; ".join(filter(None, (desk.part_name(id, value) for id in ids)))
    return desk.correct_people(ids, {field: value})


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
    with open_case(case) as desk:
        return _say_action("Undone", desk.undo())


@click.command()
@case_option
def redo(case: Path | None) -> int:
    """Do the last undone change again.

    \b
      workbench redo
    """
    with open_case(case) as desk:
        return _say_action("Done again", desk.redo())


def _say_action(what: str, action: Any) -> int:
    say(f"{what}: {action.label}" if action else "There is nothing to take back or do again.")
    return 0 if action else 1
