"""The settings from outside: where they are, whether they are right, and the documented file to begin with."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.case_access import default_case, read_settings
from workbench.cli.exit_codes import say
from workbench.cli.options import form_options
from workbench.cli.output import in_form, json_array, json_lines, utf8_stdout
from workbench.errors import UsageError
from workbench.export.sanitizing import one_line

if TYPE_CHECKING:
    from workbench.config import Settings

RIGHT = "The settings are right."
VARIABLES = {
    "WORKBENCH_CONFIG": "Names the settings file.",
    "WORKBENCH_STATE": "Names the folder of what the desk has to remember.",
    "NO_COLOR": "Set: no colours.",
    "FORCE_COLOR": "Set: listings have colours in a pipe too.",
    "TEXTUAL_ANIMATIONS": "none, basic or full; goes before the setting.",
    "TERM": "The kind of terminal.",
    "COLORTERM": "truecolor: the terminal shows every colour.",
    "XDG_CONFIG_HOME": "Where settings are kept, on Linux.",
    "XDG_DATA_HOME": "Where data are kept, on Linux.",
    "XDG_STATE_HOME": "Where logs are kept, on Linux.",
}
"""What of the environment changes how the workbench works."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to know about the settings."""

    part: str
    name: str
    value: str | None
    note: str = ""


@click.command()
@click.option("--check", "task", flag_value="check", help="Only say what is wrong, a line each; exit code 1 if any is.")
@click.option("--init", "task", flag_value="init", help="Write the documented file, unless there is one.")
@click.option("--print", "task", flag_value="print", help="Print the documented file.")
@form_options
def config(task: str | None, form: str | None) -> int:
    """Show where the settings, the data and the logs are, what is set, and whether it is right.

    \b
      workbench config
      workbench config --check
      workbench config --init
      workbench config --print
    """
    if task == "check":
        return _check(form)
    if task and form:
        raise UsageError(f"--{task} prints no JSON.", "Leave --json or --jsonl away.")
    if task == "print":
        utf8_stdout().write(_documented())
        return 0
    return _init() if task else _show(form)


def _check(form: str | None) -> int:
    _, problems = read_settings(themes=True)
    if form:
        (json_array if form == "json" else json_lines)({"problem": problem} for problem in problems)
    else:
        for problem in problems:
            print(one_line(problem))
    if not problems:
        say(RIGHT)
    return 1 if problems else 0


def _init() -> int:
    from workbench.config import settings_path
    from workbench.config.template import write_template

    path = settings_path()
    written = write_template(path, _documented())
    say("The settings file is written:" if written else "There is a settings file already; it is left as it is:")
    print(path)
    return 0


def _documented() -> str:
    from workbench.config.template import template
    from workbench.tui.bindings import KEYS, SCOPES

    return template(KEYS, SCOPES)


def _show(form: str | None) -> int:
    rows = list(_rows())
    if form:
        in_form(form, map(asdict, rows), (), ())
        return 0
    part = ""
    width = max(len(row.name) for row in rows)
    for row in rows:
        if row.part != part:
            print(f"\n{row.part}" if part else row.part)
            part = row.part
        print(_line(row, width))
    return 0


def _line(row: Row, width: int) -> str:
    note = f"  ({row.note})" if row.note else ""
    return f"  {row.name:<{width}}  {one_line(('not set' if row.value is None else row.value) + note)}".rstrip()


def _rows() -> Iterator[Row]:
    settings, problems = read_settings(themes=True)
    yield from _places()
    for name, explained in VARIABLES.items():
        yield Row("environment", name, os.environ.get(name), explained)
    yield from _values(settings)
    for number, problem in enumerate(problems, 1):
        yield Row("problems", str(number), problem)
    if not problems:
        yield Row("problems", "none", RIGHT)


def _places() -> Iterator[Row]:
    import platformdirs

    from workbench.config import APP, settings_path, state_path
    from workbench.config.analysis_settings import people_path

    path, case = settings_path(), default_case()
    yield Row("places", "settings", str(path), _there(path, "not there: the defaults apply; --init writes it"))
    yield Row("places", "people", str(people_path()), _there(people_path(), "not there: no persons of your own"))
    yield Row("places", "case", str(case.absolute()), _there(case, "not made yet"))
    yield Row("places", "state", str(state_path()), _there(state_path(), "not made yet"))
    for name, folder in (("data", platformdirs.user_data_path(APP)), ("logs", platformdirs.user_log_path(APP))):
        yield Row("places", name, str(folder), _there(folder, "not made yet"))


def _there(path: Path, otherwise: str) -> str:
    return "there" if path.exists() else otherwise


def _values(settings: Settings) -> Iterator[Row]:
    """What applies, as it would stand in the file."""
    from workbench.config.template import as_toml

    usual = type(settings)()
    for name in (each.name for each in fields(settings)):
        value = getattr(settings, name)
        if isinstance(value, Mapping):
            yield from (Row("settings", f"{name}.{each}", as_toml(given), "set") for each, given in value.items())
        else:
            yield Row("settings", name, as_toml(value), "default" if value == getattr(usual, name) else "set")
