"""The tables of the README are made from the program. `python -m tests.unit.test_readme` rewrites them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.quality.stories import FIGURES
from workbench.cli.root import COMMANDS
from workbench.export.formats import FORMATS
from workbench.model import PANES
from workbench.tui.bindings import KEYS, SCOPES, keys_of

README = Path(__file__).parents[2] / "README.md"


def keys() -> Iterator[str]:
    for scope, where in SCOPES.items():
        yield f"\n**{where.capitalize()}**\n\n| keys | does | id |\n| --- | --- | --- |\n"
        for key in (k for k in KEYS if k.scope == scope):
            shown = " ".join(f"`{k}`" for k in keys_of(key.id)).replace("|", "\\|")
            yield f"| {shown} | {key.description} | `{key.id}` |\n"
    yield "\n"


def commands() -> Iterator[str]:
    yield "\n| command | does |\n| --- | --- |\n"
    yield "| `workbench [CASE]` | Open the desk. |\n"
    for name, entry in COMMANDS.items():
        yield f"| `workbench {name}` | {entry.summary} |\n"
    yield "\n"


def formats() -> Iterator[str]:
    yield "\n| `workbench export …` | writes | file | good for | proved with |\n| --- | --- | --- | --- | --- |\n"
    for name, each in FORMATS.items():
        panes = "all panes" if each.panes == PANES else ", ".join(each.panes)
        writes = f"{panes}, together" if each.together else panes
        options = "".join(f" `--{option.name}`" for option in each.options)
        yield f"| `{name}`{options} | {writes} | {each.extension or 'folder'} | {each.description} | {each.proof} |\n"
    yield "\n"


TABLES = {"keys": keys, "commands": commands, "formats": formats}


def part(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name} -->\n)(.*?)(<!-- /{name} -->)", re.DOTALL)


@pytest.mark.parametrize("name", TABLES)
def test_the_readme_says_what_the_program_does(name: str) -> None:
    found = part(name).search(README.read_text(encoding="utf-8"))
    assert found
    assert found[2] == "".join(TABLES[name]())


def test_the_table_of_the_stories_has_every_figure_that_is_measured() -> None:
    found = part("stories").search(README.read_text(encoding="utf-8"))
    assert found
    rows = [line.split(" | ")[0].removeprefix("| ") for line in found[2].splitlines()[2:]]
    assert rows == list(FIGURES)


def main() -> None:
    text = README.read_text(encoding="utf-8")
    for name, make in TABLES.items():
        table = "".join(make())
        text = part(name).sub(lambda m, table=table: m[1] + table + m[3], text)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
