"""The options and arguments that commands have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workbench.cli.case_access import CASE_NAME

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Command = TypeVar("Command", bound=Callable[..., Any])


class Words(click.ParamType[str]):
    """Words of the user's that go into the case or a query: what no encoding and no terminal can carry is dropped."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from workbench.export.sanitizing import plain

        return plain(value)


WORDS = Words()


def case_option(command: Command) -> Command:
    """`--case`."""
    option = click.option(
        "--case",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help=f"The case.  [default: {CASE_NAME} in this folder, else in your data folder]",
    )
    return option(command)


def query_argument(command: Command) -> Command:
    """The words of a query, joined by spaces."""
    argument = click.argument(
        "query",
        nargs=-1,
        type=WORDS,
        callback=lambda _ctx, _param, words: " ".join(words),
        shell_complete=lambda ctx, _param, incomplete: _offered(ctx, incomplete),
    )
    return argument(command)


def _offered(ctx: click.Context, incomplete: str) -> list[CompletionItem]:
    from workbench.cli.query_completion import complete_query

    return complete_query(ctx, incomplete)


def json_option(command: Command) -> Command:
    """`--json` for commands that show one thing."""
    return click.option("--json", "as_json", is_flag=True, help="As JSON.")(command)


def jobs_option(command: Command) -> Command:
    """`--jobs`."""
    option = click.option(
        "--jobs",
        type=click.IntRange(1, 64),
        callback=lambda _ctx, _param, jobs: jobs or 0,
        metavar="N",
        help="How many processes read at once.  [default: one for each core]",
    )
    return option(command)


def form_options(command: Command) -> Command:
    """`--json` and `--jsonl` for listings."""
    command = click.option("--jsonl", "form", flag_value="jsonl", help="As JSON, a record per line.")(command)
    return click.option("--json", "form", flag_value="json", help="As a JSON array.")(command)


def listing_options(command: Command) -> Command:
    """What every listing takes: the query, the case, the form and a limit."""
    limit = click.option(
        "--limit",
        type=click.IntRange(min=1),
        metavar="N",
        help="At most N rows.  [default: 100 on a terminal, else all]",
    )
    return query_argument(case_option(form_options(limit(command))))
