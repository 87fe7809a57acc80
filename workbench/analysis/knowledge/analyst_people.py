"""The analyst's own table, `people.tsv`: a header line, then a person or a term on each; only the name is needed.

    name <tab> aliases <tab> role <tab> country <tab> kind <tab> start <tab> end

A line that cannot be used is named with its number, and the others are used.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from workbench.analysis.knowledge.bearers import KINDS, Bearer, Term
from workbench.analysis.knowledge.names import words_of

COLUMNS = ("name", "aliases", "role", "country", "kind", "start", "end")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_DAY = re.compile(r"\d{4}(?:-\d\d-\d\d)?")


class PeopleFile(NamedTuple):
    """What a table of the analyst's holds."""

    bearers: tuple[Bearer, ...]
    complaints: tuple[str, ...]
    """What is wrong, each with its line: "line 3: no name"."""


def read_people(text: str, country_code: Callable[[str], str]) -> PeopleFile:
    """The persons of the table; `country_code` makes a code of a country's name or code, "" of what is none."""
    lines = [(n, line) for n, line in enumerate(text.lstrip("\ufeff").splitlines(), 1) if line.strip()]
    lines = [(n, line) for n, line in lines if not line.startswith("#")]
    if not lines:
        return PeopleFile((), ())
    first, header = lines[0]
    columns = [cell.strip().lower() for cell in header.split("\t")]
    if "name" not in columns or set(columns) - set(COLUMNS) or len(set(columns)) < len(columns):
        return PeopleFile((), (f"line {first}: the header must name some of {', '.join(COLUMNS)}; name is needed",))
    found: dict[tuple[tuple[str, ...], str], list[Bearer]] = {}
    complaints = []
    for number, line in lines[1:]:
        cells = [cell.strip() for cell in line.split("\t")]
        row = dict.fromkeys(COLUMNS, "") | dict(zip(columns, cells, strict=False))
        row["country"] = country_code(row["country"]) if row["country"] else ""
        wrong = next(_wrong(row, cells, columns), "")
        if wrong:
            complaints.append(f"line {number}: {wrong}")
            continue
        key = words_of(row["name"]), row["country"]
        found.setdefault(key, []).append(_bearer(row))
    return PeopleFile(tuple(map(_joined, found.values())), tuple(complaints))


def _wrong(row: dict[str, str], cells: list[str], columns: list[str]) -> Iterator[str]:
    """What is wrong with a line."""
    if len(cells) > len(columns):
        yield f"{len(cells)} columns, and the header has {len(columns)}"
    if any(_CONTROL.search(cell) for cell in cells):
        yield "a control character"
    if not words_of(row["name"]):
        yield "no name"
    given = dict(zip(columns, cells, strict=False)).get("country", "")
    if given and not row["country"]:
        yield f"{given} is no country"
    if row["kind"] and row["kind"] not in KINDS:
        yield f"{row['kind']} is no kind (those are {', '.join(KINDS)})"
    yield from (f"{row[c]} is no day or year" for c in ("start", "end") if row[c] and not _is_day(row[c]))
    if row["end"] and row["end"] < row["start"][: len(row["end"])]:
        yield "the end is before the start"


def _is_day(text: str) -> bool:
    if not _DAY.fullmatch(text):
        return False
    try:
        datetime.date.fromisoformat(text if len(text) > 4 else f"{text}-01-01")
    except ValueError:
        return False
    return True


def _bearer(row: dict[str, str]) -> Bearer:
    aliases = tuple(filter(None, (alias.strip() for alias in row["aliases"].split(";"))))
    term = Term(row["country"], row["role"], row["kind"] or "official", row["start"], row["end"])
    return Bearer(row["name"], aliases, (term,) if row["role"] or row["country"] else ())


def _joined(lines: Sequence[Bearer]) -> Bearer:
    """One person with the aliases and terms of all lines."""
    aliases = dict.fromkeys(alias for line in lines for alias in line.aliases)
    terms = {term for line in lines for term in line.terms}
    return Bearer(lines[0].name, tuple(aliases), tuple(sorted(terms, key=lambda t: (t.start, t.end))))
