"""The case that a command works on: where it is, how it is opened, and what it still owes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.exit_codes import say
from workbench.errors import NotFound

if TYPE_CHECKING:
    from workbench.config import Settings
    from workbench.model import PendingWork
    from workbench.work import Case

CASE_NAME = "workbench.db"


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
    """The settings with their problems, those of the analyst's persons included.

    The theme is checked only where asked for, as that loads Textual.
    """
    from workbench.config import load_settings
    from workbench.tui.bindings import KEYS

    if not themes:
        settings, problems = load_settings(actions=KEYS)
    else:
        from workbench.tui.themes import names

        settings, problems = load_settings(actions=KEYS, themes=names())
    return settings, (*problems, *_people_problems())


def _people_problems() -> tuple[str, ...]:
    """What is wrong with the analyst's table of persons, by line; that line is left out and the rest is used."""
    from workbench.config.analysis_settings import people_path, read_people_table

    text, problem = read_people_table()
    if problem or not text:
        return (problem,) if problem else ()
    from workbench.analysis.entities.countries import code
    from workbench.analysis.knowledge.analyst_people import read_people

    return tuple(f"{people_path()}, {complaint}." for complaint in read_people(text, code).complaints)


@contextmanager
def open_case(given: Path | None, *, create: bool = False, jobs: int = 0) -> Iterator[Case]:
    """The case of a command, closed when it is done; only a command that adds makes one.

    `jobs`: how many processes read articles, 0 for as many as there are cores.
    """
    path = case_path(given) if create else given or default_case()
    if not create and not path.exists():
        raise NotFound(
            f"There is no case at {path}.",
            "Make one: workbench add SOURCE... --case FILE. Or look at one: workbench demo.",
        )
    from workbench.config.analysis_settings import analysis_settings
    from workbench.work import Case, WorkforceSettings

    settings, problems = read_settings()
    if problems:
        more = f" ({len(problems) - 1} more: workbench config --check)" if problems[1:] else ""
        say(problems[0] + more)
    workforce = WorkforceSettings(jobs)
    with Case.open(path, create=create, analysis=analysis_settings(settings), workforce=workforce) as case:
        if case.notice:
            say(case.notice)
        yield case


@contextmanager
def open_for_reading(given: Path | None) -> Iterator[Case]:
    """The case of a command that shows what was found; at its end it says what could not be shown yet."""
    with open_case(given) as case:
        yield case
        say_owed(case.owed())


def say_owed(owed: PendingWork) -> None:
    """What a listing cannot have yet, and how to get it; nothing where nothing waits."""
    if owed:
        say(f"{', '.join(owed.parts)}: `workbench analyse` does that.")
