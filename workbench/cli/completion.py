"""Shell completion: the script of a shell, and what could stand in a query."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from workbench.cli.common import default_case
from workbench.cli.exit_codes import COMPLETION, NAME
from workbench.errors import UsageError, WorkbenchError

if TYPE_CHECKING:
    from workbench.views import Vocabulary

SHELLS = ("bash", "zsh", "fish")


def in_query(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
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


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the completion script of SHELL.

    \b
      workbench completion bash > ~/.local/share/bash-completion/completions/workbench
      workbench completion zsh > ~/.zfunc/_workbench
      workbench completion fish > ~/.config/fish/completions/workbench.fish
    """
    from workbench.cli.root import workbench

    made = get_completion_class(shell)
    if made is None:
        raise UsageError(f"There is no completion for {shell}.", f"There is for {', '.join(SHELLS)}.")
    click.echo(made(workbench, {}, NAME, COMPLETION).source())
