"""Front matter: a block of YAML between dashes, or of TOML between plus signs, above a text.

It is parsed with the safe loader, and only its first 64 kB. Where YAML finds an error (`title: Elm: a lamp` is one),
lines of `key: value` are read as such; a block of anything else is text like any other.
"""

from __future__ import annotations

import re

from workbench.ingest.stated_fields import Fields, read_stated_fields
from workbench.ingest.tracked_text import TrackedText
from workbench.model import Span

_BLOCK = re.compile(r"\A\ufeff?\s*-{3,}[ \t]*\r?\n(?:[^\n]*\n)*?-{3,}[ \t]*(?:\r?\n|\Z)")
_TOML = re.compile(r"\A\ufeff?\s*\+{3}[ \t]*\r?\n(?P<values>(?:[^\n]*\n)*?)\+{3}[ \t]*(?:\r?\n|\Z)")
_LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}):(?: (?P<value>.*)|(?P<none>))$")
_LIMIT = 65_536


def split_front_matter(text: str) -> tuple[TrackedText, Fields]:
    """The text without its front matter, and what that states."""
    tracked = TrackedText.of(text)
    block = _BLOCK.match(text[:_LIMIT])
    values = _parse(block.group().lstrip("\ufeff \t\r\n")) if block else None
    if block is None and (block := _TOML.match(text[:_LIMIT])):
        values = _parse_toml(block["values"])
    if block is None or values is None:
        return tracked, {}
    return tracked.cut([Span(0, block.end())]), read_stated_fields(values)


def _parse(block: str) -> dict[str, object] | None:
    import frontmatter
    from yaml import YAMLError

    try:
        values, _ = frontmatter.parse(block)
    except (YAMLError, ValueError, TypeError, AttributeError, KeyError, OverflowError, RecursionError):
        return _parse_loosely(block)
    return {str(key).casefold(): value for key, value in values.items() if isinstance(key, str)} or None


def _parse_toml(block: str) -> dict[str, object] | None:
    import tomllib

    try:
        values = tomllib.loads(block.replace("\r", ""))
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None
    return dict(values) or None


def _parse_loosely(block: str) -> dict[str, object] | None:
    lines = [line for line in block.splitlines()[1:-1] if line.strip()]
    found = [_LINE.match(line) for line in lines]
    if not lines or not all(found):
        return None
    return {match["key"].casefold(): (match["value"] or "").strip().strip("'\"") for match in found if match}
