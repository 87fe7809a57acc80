"""The commands around the desk: open it, show it on the demonstration articles, list its keys."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

import click

from workbench.cli.case_access import case_path, read_settings
from workbench.cli.exit_codes import INTERRUPTED, say
from workbench.cli.options import form_options
from workbench.cli.output import in_form
from workbench.cli.progress import job
from workbench.errors import WorkbenchError

DEMO_CASE = "demo.db"
NICENESS = 5
"""How much processes that read articles give way to the desk and its keys."""
DRIVER = "TEXTUAL_DRIVER"
"""The variable that names what shows the desk, where that is not a terminal but a browser."""


@click.command("open")
@click.argument("case", required=False, type=click.Path(path_type=Path))
@click.option("--served", hidden=True, type=click.Path(path_type=Path), help="The folder of a desk in a browser.")
def open_(case: Path | None = None, served: Path | None = None) -> int:
    """Open the desk on a case; it is made if it is not there.

    \b
      workbench talks.db
    """
    return _desk(case_path(case), served=served)


@click.command()
@click.option("--no-tui", is_flag=True, help="Only make the case and print its path.")
def demo(no_tui: bool) -> int:
    """Open the desk on a fresh case made from the demonstration articles. It goes when you leave.

    \b
      workbench demo
      workbench demo --no-tui
    """
    if no_tui:
        path = Path(mkdtemp(prefix="workbench-demo-")) / DEMO_CASE
        stopped = _make(path, analyse=True)
        print(path)
        return INTERRUPTED if stopped else 0
    with TemporaryDirectory(prefix="workbench-demo-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / DEMO_CASE
        return INTERRUPTED if _make(path, analyse=False) else _desk(path, fleeting=True)


def _make(path: Path, *, analyse: bool) -> bool:
    """Make the demonstration case; whether that was stopped. The desk analyses by itself what still waits."""
    from workbench.config.data_folders import data_folder
    from workbench.work import Case

    say("Reading the demonstration articles ...")
    with Case.open(path) as case:
        with job("Adding") as (bar, stop):
            case.add([str(data_folder("seeds"))], {}, report=bar, stop=stop)
        if analyse and not stop.asked:
            with job("Analysing") as (bar, stop):
                case.analyse(report=bar, stop=stop)
    return stop.asked


def files_folder(case: Path) -> Path:
    """The folder beside a case that a desk in a browser adds from and exports to, unless another is named."""
    return case.with_name(f"{case.stem}-files")


def _desk(path: Path, *, fleeting: bool = False, served: Path | None = None) -> int:
    if DRIVER in os.environ:  # whoever shows it: there are no files without a folder
        served = served or files_folder(path)
    shown = served or (sys.stdin.isatty() and sys.stdout.isatty())
    if not shown:
        raise WorkbenchError("The desk needs a terminal.", "In a pipe or a script use the commands: workbench --help.")
    from workbench.config.analysis_settings import analysis_settings
    from workbench.tui import run
    from workbench.work import Case, WorkforceSettings

    settings, problems = read_settings(themes=True)
    if click.get_current_context().find_root().params.get("only_ascii"):
        settings = replace(settings, ascii=True)
    beside = WorkforceSettings(niceness=NICENESS)
    with Case.open(path, analysis=analysis_settings(settings), within=served, workforce=beside) as case:
        run(case, settings, problem="\n".join(filter(None, (*problems, case.notice))), fleeting=fleeting, served=served)
    return 0


@click.command()
@form_options
def keys(form: str | None) -> None:
    """List the keys of the desk, with the ids by which they can be changed.

    \b
      workbench keys
      workbench keys --json
    """
    from workbench.tui.bindings import keys_table

    settings, problems = read_settings()
    for problem in problems:
        say(problem)
    rows = keys_table(settings.keys)
    records = ({"id": name, "keys": pressed, "description": description} for pressed, description, name in rows)
    in_form(form, records, ("keys", "description", "id"), rows)
