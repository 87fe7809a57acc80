"""The command group: which commands there are, and where each is found when it is called.

`workbench NAME` runs a command; `workbench FILE` opens a case. What looks like neither is a slip, never a new case.
"""

from __future__ import annotations

import importlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from workbench import __version__


@dataclass(frozen=True, slots=True)
class Entry:
    """One command: its module, its section of the help, and what the help says of it there."""

    module: str
    section: str
    summary: str
    attribute: str = ""


COMMANDS: dict[str, Entry] = {
    "demo": Entry("desk", "Start", "Open the desk on a fresh case made from the demonstration articles."),
    "serve": Entry("serve", "Start", "Show the desk in a browser."),
    "add": Entry("add", "Start", "Add articles: files, folders, globs, or - for standard input."),
    "articles": Entry("lists", "Read", "List articles."),
    "quotes": Entry("lists", "Read", "List quotes with their speakers."),
    "people": Entry("lists", "Read", "List who is named or speaks, with role and country."),
    "positions": Entry("lists", "Read", "List where countries and blocs stand."),
    "facts": Entry("lists", "Read", "List facts with their phrasings."),
    "speakers": Entry("lists", "Read", "List who is quoted."),
    "coverage": Entry("coverage", "Read", "Show which outlet reports which fact."),
    "versions": Entry("versions", "Read", "List versions of articles, and what changed."),
    "lineage": Entry("lists", "Read", "List where articles take their text from."),
    "search": Entry("lists", "Read", "Search one pane, with the passages that match."),
    "show": Entry("show", "Read", "Show one article, quote, position, fact, note or person, whole."),
    "diff": Entry("show", "Read", "Show the phrasings of a fact side by side."),
    "note": Entry("annotate", "Annotate", "Write a note on something."),
    "tag": Entry("annotate", "Annotate", "Put a tag on something, or take it off."),
    "star": Entry("annotate", "Annotate", "Star something, or take the star off."),
    "edit": Entry("annotate", "Annotate", "Correct what the machine found."),
    "remove": Entry("remove", "Annotate", "Take articles out of the case."),
    "undo": Entry("annotate", "Annotate", "Take the last change back."),
    "redo": Entry("annotate", "Annotate", "Do the last undone change again."),
    "export": Entry("export", "Hand on", "Write what matches to a file or to stdout.", "export_"),
    "import": Entry("import_", "Hand on", "Bring in tags, notes and corrections of files.", "import_"),
    "analyse": Entry("add", "Keep", "Analyse what waits, or everything again."),
    "check": Entry("add", "Keep", "Check that a case is whole, and repair it."),
    "compact": Entry("compact", "Keep", "Make the file of a case smaller."),
    "keys": Entry("desk", "Keep", "List the keys of the desk."),
    "completion": Entry("completion", "Keep", "Print the completion script of a shell: bash, zsh, fish."),
    "config": Entry("config", "Keep", "Show where the settings are, check them, or write the file."),
}
SECTIONS = tuple(dict.fromkeys(entry.section for entry in COMMANDS.values()))


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        entry = COMMANDS.get(cmd_name)
        return load(entry, cmd_name) if entry else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in COMMANDS:
            return super().resolve_command(ctx, args)
        if looks_like_a_case(args[0]):
            return "open", load(Entry("desk", "", "", "open_"), "open"), args
        raise click.UsageError(_unknown(args[0]), ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for section in SECTIONS:
            rows = [(name, entry.summary) for name, entry in COMMANDS.items() if entry.section == section]
            with formatter.section(section):
                formatter.write_dl(rows)


def load(entry: Entry, name: str) -> click.Command:
    """The command of an entry."""
    module: Any = importlib.import_module(f"workbench.cli.{entry.module}")
    command: click.Command = getattr(module, entry.attribute or name)
    return command


def looks_like_a_case(word: str) -> bool:
    """Whether the word is a file, or is written as the path of one."""
    return Path(word).is_file() or bool(Path(word).suffix) or os.sep in word or "/" in word


def _unknown(word: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, n=1)
    meant = f" Did you mean {near[0]!r}?" if near else ""
    return f"There is no command or case {word!r}.{meant} A new case is written with its ending: {word}.db"


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    subcommand_metavar="[CASE | COMMAND [ARGS]...]",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", package_name="analyst-workbench", prog_name="workbench")
@click.option("--ascii", "only_ascii", is_flag=True, help="Draw the desk with ASCII signs and lines only.")
@click.pass_context
def workbench(ctx: click.Context, only_ascii: bool) -> Any:
    """Who said what, where each country stands, and which outlet tells it differently.

    Without a command the desk opens: on the CASE given, else on workbench.db in this folder, else on the one in your
    data folder.

    \b
      workbench                      open the desk
      workbench talks.db             open the desk on a case
      workbench COMMAND --help       what a command takes
    """
    if ctx.invoked_subcommand is None:
        return ctx.invoke(load(Entry("desk", "", "", "open_"), "open"))
    return None
