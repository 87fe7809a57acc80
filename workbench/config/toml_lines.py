"""On which line of a TOML text a name stands, which tomllib does not say.

Statement after statement is parsed by itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

_TOKEN = re.compile(
    r"""\"{3}(?:\\.|[^\\])*?\"{3,5} | '{3}.*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*' | \#[^\n]* | [][{}\n]""",
    re.DOTALL | re.VERBOSE,
)
"""Strings, comments, brackets and the ends of lines."""
_AT = re.compile(r" ?\(at line (\d+), column (\d+)\)")
_AT_END = re.compile(r" ?\(at end of document\)")


def lines_of_names(text: str) -> dict[str, int]:
    """Each name, with the tables it is in joined by dots, and the line where its statement begins."""
    found: dict[str, int] = {}
    table = ""
    for line, statement, parsed in _statements(text):
        header = statement.lstrip().startswith("[")
        inside = f"{table}." if table and not header else ""
        names = [inside + name for name in _names(parsed)]
        for name in names:
            found.setdefault(name, line)
        if header and names:
            table = names[-1]
    return found


def syntax_error(text: str, error: Exception) -> tuple[int, str]:
    """The line where a text stops being TOML, and why, in few words."""
    if isinstance(error, RecursionError):
        return _unfinished(text), "this is nested too deeply"
    said = str(error)
    at = _AT.search(said)
    if at:
        return int(at[1]), f"{_AT.sub('', said)} at column {at[2]}{_advice(said)}"
    return _unfinished(text), _AT_END.sub("", said) + _advice(said)


def _advice(said: str) -> str:
    return "; words stand in quotes, true and false do not" if said.startswith("Invalid value") else ""


def _statements(text: str) -> Iterator[tuple[int, str, dict[str, Any]]]:
    """Each statement with its first line, up to one that is not TOML; that comes out empty."""
    line = 1
    for statement in _parted(text.replace("\r\n", "\n")):
        try:
            parsed = tomllib.loads(statement)
        except (ValueError, RecursionError):
            yield line, "", {}
            return
        yield line, statement, parsed
        line += statement.count("\n")


def _parted(text: str) -> Iterator[str]:
    """The text parted where a line ends outside of strings and brackets."""
    begin = depth = 0
    for token in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if token[0] == "\n" and depth <= 0:
            yield text[begin : token.end()]
            begin, depth = token.end(), 0
    yield text[begin:]


def _unfinished(text: str) -> int:
    """The line where the first statement begins that is none."""
    return max((line for line, _, _ in _statements(text)), default=1)


def _names(table: dict[str, Any]) -> Iterator[str]:
    """Every name in a table, those within joined by dots, the outer before the inner."""
    for name, value in table.items():
        yield name
        inner = value[-1] if isinstance(value, list) and value else value
        if isinstance(inner, dict):
            yield from (f"{name}.{each}" for each in _names(inner))
