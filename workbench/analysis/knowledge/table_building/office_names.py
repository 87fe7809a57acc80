"""Names of offices as a newspaper prints them: "minister of foreign affairs" -> "foreign minister"."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

HAND = Path(__file__).parent / "hand"


def read_hand_lines(path: Path) -> list[str]:
    """The lines of a table of our own that are neither empty nor comments."""
    text = path.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def clean_office(office: str, country: str = "") -> str:
    """The office as printed, small letters but for names; "" for what is none."""
    out = " ".join(office.replace("|", " ").replace(";", ",").split())
    for pattern, by, where in _rules():
        if where in ("", country):
            out = pattern.sub(by, out)
    out = _names_pattern().sub(lambda m: _names()[m[0]], " ".join(out.split()).strip(" ,:-"))
    return "" if out.count("(") != out.count(")") or len(out) < 3 else out


@cache
def _rules() -> list[tuple[re.Pattern[str], str, str]]:
    rows = (f"{line}\t".split("\t") for line in read_hand_lines(HAND / "office_rules.tsv"))
    return [(re.compile(pattern, re.I), by, where) for pattern, by, where, *_ in rows]


@cache
def _names() -> dict[str, str]:
    return {name.lower(): name for name in read_hand_lines(HAND / "names_in_offices.txt")}


@cache
def _names_pattern() -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, _names()), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?!\w)")
