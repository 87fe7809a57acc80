"""Who held which office: the persons who bear a name, from a table that is looked up in place.

The design decision: whoever bears a name is found under the last word of a family name, and words that sound alike
stand together (`transliteration`), so one place serves a name as such, its other spellings and the family name alone.
Who of several is meant is not decided here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, get_args

from workbench.analysis.knowledge.names import (
    FAMILY_FIRST,
    TWO_FAMILY_NAMES,
    family_names,
    family_start,
    is_family_first,
    is_one_given_name,
    words_of,
)
from workbench.analysis.knowledge.sorted_file import SortedFile
from workbench.analysis.knowledge.transliteration import is_same_name, skeleton
from workbench.analysis.text.lexicon import DATA, read_lines

Match = Literal["full", "near", "family"]
"""How a name fits a bearer: as such, in another transliteration, or by the family name alone."""
KINDS = ("head_of_state", "head_of_government", "minister", "official", "legislator", "body_head", "politician")
"""What an office is; a politician holds none of a state."""

Words = tuple[str, ...]
TABLE = SortedFile(DATA / "office_holders.tsv", order=lambda word: f"{skeleton(word)} {word}")
_TERM = re.compile(r"([A-Z_]+)(\d)(\d*)-(\d*) (\d+)")


@dataclass(frozen=True, slots=True)
class Term:
    """A time in an office."""

    country: str
    """ISO 3166-1 alpha-3, or the short name of a bloc or body."""
    office: str
    """As a newspaper prints it, small letters but for names: "foreign minister"."""
    kind: str
    """One of `KINDS`."""
    start: str
    """Day or year, "" when not known."""
    end: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """One real person."""

    name: str
    aliases: tuple[str, ...]
    terms: tuple[Term, ...]
    """By their start; terms of one office that touch or overlap are joined."""


def find_bearers(name: str) -> tuple[tuple[Bearer, Match], ...]:
    """Who bears a person's name, whole or its family name alone; the closest match first."""
    words = words_of(name)
    return _find(words) if words else ()


@lru_cache(maxsize=4096)
def _find(words: Words) -> tuple[tuple[Bearer, Match], ...]:
    found = _matches(words, (words[-1], words[0], *words[-2:-1]))
    if len(words) > 1 and "full" not in found.values():
        found |= _matches(words, _other_spellings(words[-1]))
    return tuple(sorted(found.items(), key=lambda pair: get_args(Match).index(pair[1])))


def _matches(words: Words, keys: Iterable[str]) -> dict[Bearer, Match]:
    entries = (entry for key in dict.fromkeys(keys) for entry in _entries(key))
    return {entry.bearer: match for entry in entries if (match := entry.match(words))}


def _other_spellings(word: str) -> Iterator[str]:
    return (key for key in TABLE.keys(f"{skeleton(word)} ") if key != word and is_same_name(key, word))


# How a name fits a bearer -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """A bearer with the words of the name and of each alias."""

    bearer: Bearer
    forms: tuple[Words, ...]

    @classmethod
    def of(cls, bearer: Bearer) -> Entry:
        """The entry of a bearer."""
        forms = [words_of(n) for n in (bearer.name, *bearer.aliases)]
        return cls(bearer, tuple(dict.fromkeys(short for form in forms if form for short in (form, *_shortened(form)))))

    @property
    def countries(self) -> frozenset[str]:
        """The countries and bodies of all terms."""
        return frozenset(t.country for t in self.bearer.terms)

    def keys(self) -> frozenset[str]:
        """The words under which the bearer is found: the last of each family name."""
        last = {family[-1] for form in self.forms for family in family_names(form, self.countries)}
        return frozenset(last | {f[-1] for f in self.forms})

    def match(self, words: Words) -> Match | Literal[""]:
        """How a name's words fit, or ""."""
        grades: set[Match | Literal[""]] = {_grade(words, form, self.countries) for form in self.forms}
        return next((match for match in get_args(Match) if match in grades), "")


def _grade(words: Words, form: Words, countries: frozenset[str]) -> Match | Literal[""]:
    if "".join(words) == "".join(form):
        return "full" if len(words) > 1 or len(form) == 1 else "family"
    families = family_names(form, countries)
    if words in families or (1 < len(words) < len(form) and form[-len(words) :] == words):
        return "family"
    if len(words) < 2 or len(form) < 2:
        return ""
    if len(words) > 2 and not TWO_FAMILY_NAMES.isdisjoint(countries) and _is_called(words[:-1], form, families):
        return "full"
    if is_family_first(form, countries):
        return "full" if FAMILY_FIRST & countries and words[-1:] + words[:-1] == form else ""
    if _is_called(words, form, families):
        return "full"
    return "near" if _is_near(words, form) else ""


def _is_called(words: Words, form: Words, families: Iterable[Words]) -> bool:
    """Whether the family name is one of these and the given names before it can be one person's."""
    return any(
        words[-len(family) :] == family and is_one_given_name(words[: -len(family)], _before(form, family))
        for family in families
    )


def _before(form: Words, family: Words) -> Words:
    """What stands before the family name."""
    return next(form[:at] for at in range(len(form) - len(family), -1, -1) if form[at : at + len(family)] == family)


def _shortened(form: Words) -> Iterator[Words]:
    """Names of the Gulf without the house: "Mohammed bin Salman" of "Mohammed bin Salman Al Saud"."""
    for at in (i for i, word in enumerate(form) if word in ("bin", "ibn", "bint") and 0 < i < len(form) - 2):
        yield form[: at + 2]


def _is_near(words: Words, form: Words) -> bool:
    at, start = family_start(words), family_start(form)
    given, other = words[:at], form[:start]
    return is_same_name("".join(words[at:]), "".join(form[start:])) and (
        is_one_given_name(given, other) or (len(given) == len(other) and all(map(is_same_name, given, other)))
    )


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
