"""What could stand in a query: the fields, and after a field the values that the case has."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from workbench.cli.case_access import default_case
from workbench.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.views import Vocabulary


def complete_query(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    """The fields that a word of a query may begin, and after `field:` the values that the case has."""
    from workbench.store.query import FIELDS, term

    field, colon, begun = incomplete.partition(":")
    if not colon:
        return [CompletionItem(f"{f}:", help=says) for f, says in FIELDS.items() if f.startswith(field.lower())]
    from workbench.tui.search_completion import Known, folded

    vocabulary = _vocabulary(ctx)
    values = Known(vocabulary).begun(field.lower(), folded(begun.strip('"'))) if vocabulary else ()
    return [CompletionItem(term(field, value.value)) for value in values]


def _vocabulary(ctx: click.Context) -> Vocabulary | None:
    path = ctx.params.get("case") or default_case()
    if path.is_file():
        from workbench.work import Case

        with suppress(WorkbenchError), Case.open(path, create=False) as case:
            return case.vocabulary()
    return None
