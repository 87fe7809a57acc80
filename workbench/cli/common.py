"""What commands share: the case they work on, and the options they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workbench.errors import NotFound

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from workbench.config import Settings
    from workbench.model import PendingWork
    from workbench.work import Case

Command = TypeVar("Command", bound=Callable[..., Any])

CASE_NAME = "workbench.db"


class Words(click.ParamType[str]):
    """Words of the user's that go into the case or a query: what no encoding and no terminal can carry is dropped."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from workbench.export.sanitizing import plain

        return plain(value)


WORDS = Words()


def default_case() -> Path:
    """workbench.db in this folder if it is there, else the one in the user's data folder."""
    here = Path(CASE_NAME)
    if here.exists():
        return here
    import platformdirs

    return platformdirs.user_data_path("workbench") / CASE_NAME


def case_path(given: Path | None) -> Path:
    """The path of the case to open or make; the data folder is made where it is needed."""
    path = given or default_case()
    if given is None:
        path.parent.mkdir(parents=True, exist_ok=True)
    return path


def read_settings(*, themes: bool = False) -> tuple[Settings, tuple[str, ...]]:
    """The settings with their problems; the theme is checked only where asked for, as that loads Textual."""
    from workbench.config import load_settings
    from workbench.tui.bindings import KEYS

    if not themes:
        return load_settings(actions=KEYS)
    from workbench.tui.themes import names

    return load_settings(actions=KEYS, themes=names())


@contextmanager
def opened(given: Path | None, *, create: bool = False) -> Iterator[Case]:
    """The case of a command, closed when it is done; only a command that adds makes one."""
    path = case_path(given) if create else given or default_case()
    if not create and not path.exists():
        raise NotFound(
            f"There is no case at {path}.",
            "Make one: workbench add SOURCE... --case FILE. Or look at one: workbench demo.",
        )
    from workbench.cli.exit_codes import say
    from workbench.work import Case

    settings, problems = read_settings()
    if problems:
        more = f" ({len(problems) - 1} more: workbench config --check)" if problems[1:] else ""
        say(problems[0] + more)
    with Case.open(path, create=create, stances=settings.stances) as case:
        yield case


@contextmanager
def looked_at(given: Path | None) -> Iterator[Case]:
    """The case of a command that shows what was found; at its end it says what could not be shown yet."""
    with opened(given) as case:
        yield case
        say_owed(case.owed())


def say_owed(owed: PendingWork) -> None:
    """What a listing cannot have yet, and how to get it; nothing where nothing waits."""
    from workbench.cli.exit_codes import say

    if owed:
        say(f"{', '.join(owed.parts)}: `workbench analyse` does that.")


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
    from workbench.cli.completion import in_query

    return in_query(ctx, incomplete)


def json_option(command: Command) -> Command:
    """`--json` for commands that show one thing."""
    return click.option("--json", "as_json", is_flag=True, help="As JSON.")(command)


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
