"""The man page, made from the commands: `python -m workbench.cli.manual` writes it anew.

It is installed where `man workbench` finds it. Everything in it stands in the program's own help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from workbench.cli.exit_codes import NAME
from workbench.cli.root import COMMANDS, SECTIONS, load, workbench
from workbench.store.query import FIELDS

PAGE = Path(__file__).with_name("workbench.1")


def page() -> str:
    """The man page in roff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    group = click.Context(workbench, info_name=NAME, **workbench.context_settings)
    yield f'.TH {NAME.upper()} 1 "" "workbench" "User Commands"'
    yield from (".SH NAME", f"{NAME} \\- {_text((workbench.help or '').splitlines()[0].rstrip('.'))}")
    yield from (".SH SYNOPSIS", f".B {NAME}", _text(" ".join(workbench.collect_usage_pieces(group))))
    yield from (".SH DESCRIPTION", *_prose((workbench.help or "").partition("\n")[2]))
    yield from (".SH OPTIONS", *_options(workbench, group))
    for section in SECTIONS:
        yield f".SH COMMANDS: {section.upper()}"
        for name, entry in COMMANDS.items():
            if entry.section == section:
                yield from _command(name, load(entry, name), group)
    yield ".SH QUERIES"
    yield "Words are joined by AND and found in every inflection; what is quoted is found as it is. Fields:"
    for field, says in FIELDS.items():
        yield from (".TP", f".B {_text(field)}:", _text(says))
    yield from (".SH EXIT STATUS", "0 done, 1 something failed, 2 wrong usage, 130 interrupted.")


def _command(name: str, command: click.Command, group: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=group)
    yield f".SS {NAME} {_text(name)} {_text(' '.join(command.collect_usage_pieces(context)))}"
    yield from _prose(command.help or "")
    yield from _options(command, context)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for param in command.get_params(context):
        record = param.get_help_record(context) if isinstance(param, click.Option) else None
        if record:
            yield from (".TP", f".B {_text(record[0])}", _text(record[1]))


def _prose(help_text: str) -> Iterator[str]:
    """Paragraphs; those after a `\\b` keep their lines, as click has it."""
    for paragraph in re.split(r"\n\s*\n", help_text.strip()):
        lines = [line.strip() for line in paragraph.splitlines()]
        if lines and lines[0] == "\b":
            yield from (".PP", ".nf", ".RS", *map(_text, lines[1:]), ".RE", ".fi")
        else:
            yield from (".PP", _text(" ".join(lines)))


def _text(text: str) -> str:
    """Text in which roff sees no command."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
