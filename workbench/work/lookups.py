"""What a field of the analyst's is looked up in: countries and blocs, languages, and dates as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from workbench.store import field_validation
from workbench.store.field_validation import LookupTables
from workbench.store.query.letter_folding import fold

_ISO_2 = {"cd": "COD", "cg": "COG", "hk": "HKG", "mm": "MMR", "mo": "MAC"}
"""Two-letter codes of countries that Babel calls otherwise than we do."""


@cache
def lookup_tables() -> LookupTables:
    """All that fields are looked up in."""
    from workbench.ingest.dates import date_line

    return LookupTables(_countries(), _languages(), _called, date_line)


def checked(field: str, value: Any) -> Any:
    """The value of a field as it is stored; a UsageError says what would do for one that makes no sense."""
    return field_validation.validate(field, value, lookup_tables())


def countries_begun(typed: str) -> tuple[str, ...]:
    """The names of the countries and blocs with a name, demonym or code that begins so, the nearest to it first."""
    return _begun(typed, lookup_tables().countries)


def languages_begun(typed: str) -> tuple[str, ...]:
    """The names of the languages with a name or code that begins so."""
    return _begun(typed, lookup_tables().languages)


def _begun(typed: str, table: Mapping[str, str] | None) -> tuple[str, ...]:
    word = fold(typed.strip())
    found = sorted((len(name), name) for name in table or () if word and name.startswith(word))
    return tuple(dict.fromkeys(_called((table or {})[name]) for _, name in found))


def _countries() -> Mapping[str, str]:
    """Every name, demonym and code, folded -> code."""
    from babel import Locale

    from workbench.analysis.entities import countries

    found = {fold(name): code for name, code in countries.codes().items()}
    short = {name.casefold(): countries.code(text) for name, text in Locale("en").territories.items() if len(name) == 2}
    return {name: code for name, code in (short | _ISO_2).items() if code and name not in found} | found


def _languages() -> Mapping[str, str]:
    names = _two_letters()
    regional = {f"{code}-{region}": code for code, region in (("en", "gb"), ("en", "us"), ("pt", "br"))}
    return {fold(name): code for code, name in names.items()} | {code: code for code in names} | regional


def _two_letters() -> Mapping[str, str]:
    from babel import Locale

    return {code: name for code, name in Locale("en").languages.items() if len(code) == 2}


def _called(code: str) -> str:
    from workbench.analysis.entities import countries
    from workbench.nlp.language_identification import language_name

    return countries.name(code) if code.isupper() else language_name(code)
