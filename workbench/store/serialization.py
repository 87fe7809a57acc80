"""Small things every part of the store needs: text that SQLite can hold, JSON, and time."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from unicodedata import category

from workbench.model import KnownFrom, Part, Span


def storable(text: str) -> str:
    """The text with lone surrogates (of broken file names) as `?`: SQLite holds UTF-8 only. The length stays."""
    return text.encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """The text on one line, without control characters: what names, titles and labels of the analyst's are kept as."""
    return " ".join("".join(" " if category(c) == "Cc" else c for c in storable(text)).split())


def clean_lines(text: str) -> str:
    """The text without control characters other than line ends and tabs, and without blanks around it."""
    return "".join(c for c in storable(text) if c in "\n\t" or category(c) != "Cc").strip()


def to_json(value: Any) -> str:
    """Compact JSON, as it is stored."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def parts_to_json(told: Iterable[Part]) -> str:
    """What tells a quote, as it is stored."""
    return storable(to_json([[part.role, part.span.start, part.span.end, part.text] for part in told]))


def json_array(values: Iterable[str]) -> str:
    """Values as the JSON list that `json_each(?)` takes: any number of them in one bound parameter."""
    return to_json([storable(v) for v in values])


def utc_now() -> str:
    """The time in ISO 8601, UTC, to the microsecond, so that order is kept."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def origin_columns(known_from: KnownFrom) -> tuple[str, str, str, str]:
    """Where name, role and country are known from, and what proves it, as four columns."""
    return known_from.name, known_from.role, known_from.country, storable(known_from.proof)


def span_columns(span: Span | None) -> tuple[int | None, int | None]:
    """Start and end of a span, as two columns; empty where there is none."""
    return (span.start, span.end) if span else (None, None)
