"""Lines of the sources to rows that hold: countries that are, days that can be, offices as a newspaper prints them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.analysis.knowledge.bearers import KINDS, Bearer, Term
from workbench.analysis.knowledge.name_matching import Entry
from workbench.analysis.knowledge.names import read_name, words_of
from workbench.analysis.knowledge.table_building.office_names import HAND, clean_office, read_hand_lines

SUCCESSORS = {"SUN": "RUS", "CSK": "CZE", "DDR": "DEU", "YMD": "YEM", "YUG": "SRB", "SCG": "SRB", "ANT": "CUW"}
"""States that are no more, and whose news goes under another's name."""
PARTS = frozenset(
    "HKG MAC FLK GIB BMU CYM VGB AIA MSR TCA SHN JEY GGY IMN PYF NCL SPM CUW ABW SXM GRL FRO GUM PRI ASM VIR".split()
)
"""Parts of states: whoever is their head of state is another state's."""
_DAY = re.compile(r"\d{4}(?:-\d\d-\d\d)?|")
_JUNK = re.compile(r"\bconsulate\b.*|\b(?:Fax|Tel)\b.*| -+ .*|^[`'’]|^H\.? ?E\.? ")
_NAME = re.compile(r"(?:[A-Z]|al-|el-|bin |de |van |von |d')[^\d:!?]+")
_UNNAMED = re.compile(r"^\S+ (?:Jr|Sr|I{1,3}|IV)\.?$")
_TRUSTED = frozenset({"congress", "ifg", "own", "hand"})
_WHOLE = ("full", "near")
_NO_NAMES = frozenset({"Na", "Jean"})


@dataclass(frozen=True, slots=True)
class Row:
    """One term of one person, as a source has it."""

    name: str
    aliases: tuple[str, ...]
    country: str
    office: str
    kind: str
    start: str
    end: str
    source: str


def read_rows(path: Path) -> Iterator[Row]:
    """The rows of the compiled record that hold."""
    with path.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            aliases = tuple(filter(None, line.pop("aliases").split(";")))
            row = _cleaned(Row(aliases=aliases, **line))
            if row is not None:
                yield row


def read_hand(folder: Path = HAND) -> Iterator[Row]:
    """Our own rows: every table of persons in the folder."""
    for path in sorted(folder.glob("people_*.tsv")):
        for line in read_hand_lines(path):
            name, aliases, country, office, kind, start, end = line.split("\t")
            yield Row(name, tuple(filter(None, aliases.split(";"))), country, office, kind, start, end, "own")


def drop_wrong(rows: Iterable[Row], folder: Path = HAND) -> Iterator[Row]:
    """The rows without those that `wrong_rows.tsv` names: name, country, and office or "*"."""
    wrong = {tuple(line.split("\t")) for line in read_hand_lines(folder / "wrong_rows.tsv")}
    for row in rows:
        if (row.name, row.country, "*") not in wrong and (row.name, row.country, row.office) not in wrong:
            yield row


def _cleaned(row: Row) -> Row | None:
    if row.kind == "head_of_state" and row.country in PARTS:
        return None
    if row.kind not in KINDS or not _DAY.fullmatch(row.start) or not _DAY.fullmatch(row.end) or row.name in _NO_NAMES:
        return None
    name, aliases = row.name, tuple(filter(None, (_JUNK.sub("", alias).strip() for alias in row.aliases)))
    fitting = tuple(alias for alias in aliases if _NAME.fullmatch(alias) and _fits(alias, row))
    name = _JUNK.sub("", name).strip()
    if not _NAME.fullmatch(name):
        return None
    if aliases and (_UNNAMED.search(name) or (row.source == "cia-wl2019" and not fitting)):
        name, fitting = aliases[0], aliases[1:]
    end = "" if row.end and row.end < row.start else row.end
    country = SUCCESSORS.get(row.country, row.country)
    office = clean_office(row.office, country)
    return replace(row, name=name, aliases=fitting, country=country, office=office, end=end) if office else None


def _fits(alias: str, row: Row) -> bool:
    """Whether an alias can be the person's: the sources have one in fifty wrong."""
    if row.source in _TRUSTED:
        return True
    words, others = words_of(alias), words_of(row.name)
    if len(words) == 1 < len(others) and not read_name(alias).title:
        return False
    if not words or set(words) <= set(others) or set(others) <= set(words):
        return bool(words)
    term = Term(row.country, "", row.kind, "", "")
    one, other = (Entry.of(Bearer(name, (), (term,))) for name in (row.name, alias))
    return one.match(read_name(alias)) in _WHOLE or other.match(read_name(row.name)) in _WHOLE
