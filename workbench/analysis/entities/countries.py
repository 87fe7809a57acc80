"""Which countries and blocs a text names, by name, abbreviation, demonym, capital or seat of government.

The design decision: the knowledge is a table (`data/countries.tsv`), longer names that only look like a country ("New
Mexico", "Washington Post") included, and the longest entry wins; what the words around an entry change ("Michael
Jordan") is in `country_disambiguation`. Whether a capital acts or is a place is for the parse to say: here is only the
form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from workbench.analysis.entities.country_disambiguation import EntryContext, georgia_is_american, is_not_country
from workbench.analysis.entities.namesakes import BareMention, Namesake, is_country_after_all, namesake_kind
from workbench.model import Span

Form = Literal["name", "abbreviation", "demonym", "capital", "seat", "bloc", "part"]
FORMS: tuple[Form, ...] = get_args(Form)

RECENT = 512
"""Of so many texts is kept what they name: an article is asked more than once, and so is every role."""
TABLE = Path(__file__).parents[1] / "data" / "countries.tsv"


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A stretch of text that names a country or bloc."""

    span: Span
    code: str
    """ISO 3166-1 alpha-3, or the short name of a bloc."""
    form: Form


@lru_cache(maxsize=RECENT)
def find(text: str) -> tuple[CountryMention, ...]:
    """Every mention of a country or bloc, in text order, none overlapping."""
    found: list[CountryMention] = []
    others: dict[str, Namesake] = {}
    town = 0
    for start, end, entry in _entries(text):
        previous = (found[-1].span, found[-1].code) if found else (None, "")
        context = EntryContext(text, start, end, entry.form, entry.code, *previous)
        if kind := namesake_kind(context):
            others.setdefault(text[start:end], Namesake(start, kind))
            town = end if kind == "town" else town
        elif not is_not_country(context) and not (entry.code == "GEO" and text[town:start] == ", "):
            found.append(CountryMention(Span(start, end), entry.code, entry.form))
    if others:
        bare = [BareMention(m.span, m.code) for m in found]
        found = [m for m, b in zip(found, bare, strict=True) if _is_itself(text, b, others, bare)]
    if any(m.code == "GEO" for m in found) and georgia_is_american(text):
        found = [m for m in found if m.span.of(text).casefold() != "georgia"]
    return tuple(found)


def _is_itself(text: str, mention: BareMention, others: Mapping[str, Namesake], bare: Sequence[BareMention]) -> bool:
    first = others.get(mention.span.of(text))
    return first is None or is_country_after_all(text, mention, first, bare)


def name(code: str) -> str:
    """The usual English name of a country or bloc; a code that is none is its own name."""
    return _table().names.get(code, code)


def code(text: str) -> str:
    """The code of a name, abbreviation, demonym or code standing alone, or "". The pronoun "us" is none."""
    plain = " ".join(text.replace("’", "'").split()).removesuffix("'s")
    if plain == "us":
        return ""
    known = _table().codes
    return known.get(plain.casefold(), "") or known.get(plain.casefold().removeprefix("the "), "")


def codes() -> Mapping[str, str]:
    """Every name, abbreviation, demonym and code, casefolded, with the code it stands for."""
    return _table().codes


def is_country(code: str) -> bool:
    """Whether the code is that of a country."""
    return code in _table().names and not is_bloc(code)


def is_bloc(code: str) -> bool:
    """Whether the code is that of a bloc or another group of countries."""
    return code in _table().blocs


# The table ----------------------------------------------------------------------------------------------------------


class _Entry(NamedTuple):
    surface: str
    code: str
    """Empty for what only looks like a country."""
    form: Form


@dataclass(frozen=True, slots=True)
class _Table:
    names: Mapping[str, str]
    blocs: frozenset[str]
    codes: Mapping[str, str]
    leads: dict[str, list[_Entry]]
    """First word, casefolded -> entries."""
    lead: re.Pattern[str]
    """A word that may be a first word: any with a capital, and the few of the table without."""


_FIRST = re.compile(r"\w+")


@cache
def _table() -> _Table:
    names: dict[str, str] = {}
    blocs: set[str] = set()
    lookup: dict[str, str] = {}
    leads: dict[str, list[_Entry]] = {}
    for kind, code, name, entries in _rows():
        for entry in entries:
            first = _FIRST.match(entry.surface)
            assert first is not None
            leads.setdefault(first[0].casefold(), []).append(entry)
        if kind == "neither":
            continue
        if kind == "part":
            continue
        names[code] = name
        if kind == "bloc":
            blocs.add(code)
        lookup[code.casefold()] = code
        lookup.update((e.surface.casefold().rstrip("-"), code) for e in entries if e.form not in ("capital", "seat"))
    small = {e.surface.split()[0] for entries in leads.values() for e in entries if e.surface[0].islower()}
    lead = re.compile(rf"(?<!\w)(?:[A-Z\u00c0-\u017f]\w*|{'|'.join(sorted(small))})")
    return _Table(MappingProxyType(names), frozenset(blocs), MappingProxyType(lookup), leads, lead)


def _rows() -> Iterator[tuple[str, str, str, list[_Entry]]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        kind, code, name, *columns = line.split("\t")
        naming: tuple[Form, ...] = ("bloc", "bloc") if kind == "bloc" else ("name", "abbreviation")
        forms: tuple[Form, ...] = (*naming, "demonym", "capital", "seat")
        if kind == "part":
            forms = ("part", "part", "part", "part", "part")
        listed = [] if kind == "neither" else [_Entry(name, code, forms[0])]
        for form, column in zip(forms, columns, strict=True):
            key = "" if kind == "neither" else code
            listed += [_Entry(surface, key, form) for surface in column.split(";") if surface]
        yield kind, code, name, listed


# Finding entries ----------------------------------------------------------------------------------------------------

_GAP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n)"
_APOSTROPHE = "['’‘ʼ]"
_HYPHEN = "[-‐‑–]"


def _entries(text: str) -> Iterator[tuple[int, int, _Entry]]:
    """The longest entry at each place, those that are no country left out."""
    leads = _table().leads
    past = 0
    for lead in _table().lead.finditer(text):
        key = lead[0].casefold()
        if lead.start() < past or key not in leads:
            continue
        pattern, entries = _matcher(key)
        match = pattern.match(text, lead.start())
        if match is None or match.lastgroup is None:
            continue
        past = match.end()
        entry = entries[int(match.lastgroup[1:])]
        if entry.code:
            yield match.start(), past, entry


@cache
def _matcher(lead: str) -> tuple[re.Pattern[str], list[_Entry]]:
    """One pattern for all entries that begin with a word, longest first; group "g3" is the fourth of the list."""
    entries = sorted(_table().leads[lead], key=lambda e: len(e.surface), reverse=True)
    return re.compile("|".join(f"(?P<g{i}>{_pattern(e)})" for i, e in enumerate(entries))), entries


def _pattern(entry: _Entry) -> str:
    surface = entry.surface
    spelt = [surface, surface.upper()] if len(surface) > 3 and entry.form != "abbreviation" else [surface]
    return "(?:" + "|".join(map(_loose, spelt)) + r")(?!\w)"


def _loose(surface: str) -> str:
    """A pattern for the surface with any apostrophe, hyphen and gap; a final full stop may be missing."""
    body = surface.rstrip("-") if surface.endswith("-") else surface.removesuffix(".")
    pattern = re.escape(body).replace("'", _APOSTROPHE).replace(r"\-", rf"(?:{_HYPHEN}|{_GAP})").replace(r"\ ", _GAP)
    if surface.endswith("-"):
        return pattern + f"(?={_HYPHEN})"
    return pattern + r"\.?" if surface.endswith(".") else pattern
