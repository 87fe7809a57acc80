"""`workbench versions`: articles whose text changed under one address, and what changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.case_access import open_for_reading
from workbench.cli.exit_codes import say
from workbench.cli.options import case_option, form_options
from workbench.cli.output import in_form
from workbench.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.views import Head
    from workbench.work import Case

LISTED = ("id", "version", "outlet", "date", "title", "source")
CHANGED = ("versions", "change", "before", "after")


@click.command()
@click.argument("article_id", metavar="[ARTICLE_ID]", default="")
@click.option("--diff", nargs=2, type=int, metavar="A B", help="What changed from version A to version B.")
@form_options
@case_option
def versions(article_id: str, diff: tuple[int, int] | None, case: Path | None, form: str | None) -> None:
    """List the versions of an article, or of all that have several, or what changed between two.

    \b
      workbench versions
      workbench versions A1b2c3d4e5f --diff 1 3
    """
    with open_for_reading(case) as desk:
        if article_id:
            desk.article(article_id)
        found = desk.versions(article_id)
        if diff is None:
            records = [_record(head) for each in found for head in each]
            in_form(form, records, LISTED, ([str(each[name]) for name in LISTED] for each in records))
            if not records:
                say("No article has another version: none was added again with the same address and another text.")
            return
        if not found:
            raise UsageError("This article has no other version.", "`workbench versions` lists those that have.")
        changed = changes(desk, found[0], *diff)
        in_form(form, changed, CHANGED, ([each[name] for name in CHANGED] for each in changed))
        if not changed:
            say("Not a sentence is different but in quotation marks, dashes or blanks, if at all.")


def _record(head: Head) -> dict[str, Any]:
    date = head.published_on
    return {
        "id": head.id, "version": head.version, "current": not head.superseded, "outlet": head.outlet, "date": date,
        "title": head.title, "source": head.source,
    }  # fmt: skip


def changes(desk: Case, found: Sequence[Head], old: int, new: int) -> list[dict[str, str]]:
    """Every sentence that differs between two versions; raises UsageError for a version that there is not."""
    numbers = {head.version: head.id for head in found}
    if not {old, new} <= numbers.keys():
        raise UsageError(f"There are versions 1 to {len(numbers)}.", "Like --diff 1 2.")
    texts = [desk.article(numbers[number]).value.text for number in (old, new)]
    return [
        {
            "versions": f"{old} → {new}",
            "change": edit.kind,
            "before": edit.old.of(texts[0]) if edit.old else "",
            "after": edit.new.of(texts[1]) if edit.new else "",
        }
        for edit in desk.edits(numbers[old], numbers[new])
    ]
