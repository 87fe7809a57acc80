"""Who held which office: the persons who bear a name, from a table that is looked up in place, and from the analyst's.

The design decision: whoever bears a name is found under the last word of a family name, and words that sound alike
stand together (`transliteration`), so one place serves a name as such, its other spellings and the family name alone.
Who of several is meant is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from workbench.analysis.knowledge.bearers import KINDS, Bearer, Term
from workbench.analysis.knowledge.name_matching import MATCHES, Entry, Match
from workbench.analysis.knowledge.names import Name, read_name
from workbench.analysis.knowledge.sorted_file import SortedFile
from workbench.analysis.knowledge.transliteration import is_same_name, skeleton
from workbench.analysis.text.lexicon import DATA, read_lines

__all__ = [
    "Bearer",
    "Match",
    "Term",
    "analyst_people",
    "analyst_words",
    "find_bearers",
    "is_analysts",
    "use_analyst_people",
    "use_known_people",
]

TABLE = SortedFile(DATA / "office_holders.tsv", order=lambda word: f"{skeleton(word)} {word}")
_TERM = re.compile(r"([A-Z_]+)(\d)(\d*)-(\d*) (\d+)")

_analyst_entries: list[Entry] = []
_known = [True]


def find_bearers(name: str) -> tuple[tuple[Bearer, Match], ...]:
    """Who bears a person's name, whole or its family name alone; the closest match first."""
    read = read_name(name)
    return _find(read) if read.words else ()


def use_analyst_people(bearers: Iterable[Bearer]) -> None:
    """Lay the analyst's persons over the table, for the whole process: a name of theirs is nobody else's."""
    entries = [Entry.of(bearer) for bearer in bearers]
    if entries != _analyst_entries:
        _analyst_entries[:] = entries
        _find.cache_clear()


def use_known_people(known: bool) -> None:
    """Whether the table is asked at all; the analyst's persons always are."""
    if [known] != _known:
        _known[:] = [known]
        _find.cache_clear()


def is_analysts(bearer: Bearer) -> bool:
    """Whether a person is the analyst's."""
    return any(entry.bearer == bearer for entry in _analyst_entries)


def analyst_words() -> frozenset[str]:
    """The names and aliases of one word that the analyst gives."""
    names = (name for e in _analyst_entries for name in (e.bearer.name, *e.bearer.aliases))
    return frozenset(name for name in names if " " not in name)


def analyst_people() -> str:
    """The analyst's persons, and that the table is not asked, as one string for the version of an analysis."""
    people = (f"{e.bearer.name}={','.join(e.bearer.aliases)}={e.bearer.terms}" for e in _analyst_entries)
    return ";".join([*([] if _known[0] else ["without the table"]), *sorted(people)])


@lru_cache(maxsize=4096)
def _find(name: Name) -> tuple[tuple[Bearer, Match], ...]:
    found = _matches(name, _analyst_entries)
    if "full" not in found.values() and _known[0]:
        theirs = [read_name(entry.bearer.name) for entry in _analyst_entries]
        ours = _in_table(name).items()
        found |= {b: match for b, match in ours if not any(Entry.of(b).match(other) == "full" for other in theirs)}
    return tuple(sorted(found.items(), key=lambda pair: MATCHES.index(pair[1])))


def _in_table(name: Name) -> dict[Bearer, Match]:
    words = name.words
    found = _matches(name, _entries_of((words[-1], words[0], *words[-2:-1])))
    if len(words) > 1 and "full" not in found.values():
        found |= _matches(name, _entries_of(_other_spellings(words[-1])))
    return found


def _matches(name: Name, entries: Iterable[Entry]) -> dict[Bearer, Match]:
    """The bearers; those whose name it is word for word, or in full, leave no place to others."""
    found = [(entry, match) for entry in entries if (match := entry.match(name))]
    exact = [pair for pair in found if pair[1] == "full" and pair[0].is_exact(name)]
    if len(name.words) > 1:
        found = exact or [pair for pair in found if pair[1] == "full"] or found
    return {entry.bearer: match for entry, match in found}


def _entries_of(keys: Iterable[str]) -> Iterator[Entry]:
    return (entry for key in dict.fromkeys(keys) for entry in _entries(key))


def _other_spellings(word: str) -> Iterator[str]:
    return (key for key in TABLE.keys(f"{skeleton(word)} ") if key != word and is_same_name(key, word))


# The table ----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1024)
def _entries(key: str) -> tuple[Entry, ...]:
    return tuple(Entry.of(bearer) for bearer in _bearers(key))


def _bearers(key: str) -> Iterator[Bearer]:
    for rest in TABLE.find(key):
        if rest.startswith(">"):
            main, name = rest[1:].split("\t")
            yield from (read_bearer(line) for line in TABLE.find(main) if line.startswith(f"{name}\t"))
        else:
            yield read_bearer(rest)


def write_bearer(bearer: Bearer, office_numbers: Mapping[str, int]) -> str:
    """A bearer as the table has it: name, aliases, terms; days without hyphens, kinds and offices as numbers."""
    terms = (
        f"{t.country}{KINDS.index(t.kind)}{_digits(t.start)}-{_digits(t.end)} {office_numbers[t.office]}"
        for t in bearer.terms
    )
    return "\t".join((bearer.name, ";".join(bearer.aliases), ";".join(terms)))


def read_bearer(line: str) -> Bearer:
    """A bearer from the table's form."""
    name, aliases, terms = line.split("\t")
    return Bearer(name, tuple(filter(None, aliases.split(";"))), tuple(map(_read_term, terms.split(";"))))


def _read_term(term: str) -> Term:
    found = _TERM.fullmatch(term)
    assert found is not None, term
    country, kind, start, end, office = found.groups()
    return Term(country, _offices()[int(office)], KINDS[int(kind)], _day(start), _day(end))


def _digits(day: str) -> str:
    return day.replace("-", "")


def _day(digits: str) -> str:
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) > 4 else digits


@cache
def _offices() -> list[str]:
    """The names of offices, by their number."""
    return read_lines("office_names.txt")
