"""What a field of the analyst's is looked up in: countries and blocs, languages, and dates as people write them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from workbench.store.checking import Known
from workbench.store.values import folded

_ISO_2 = {"cd": "COD", "cg": "COG", "hk": "HKG", "mm": "MMR", "mo": "MAC"}
"""Two-letter codes of countries that Babel calls otherwise than we do."""


@cache
def known() -> Known:
    """All that fields are looked up in."""
    from workbench.ingest.dates import date_line

    return Known(_countries(), _languages(), _called, date_line)


@cache
def country_names() -> tuple[str, ...]:
    """The names of countries and blocs, to complete a field from."""
    from workbench.analysis import countries

    return tuple(sorted({countries.name(code) for code in countries.codes().values()}))


@cache
def language_names() -> tuple[str, ...]:
    """The names of languages, to complete a field from."""
    return tuple(sorted(name for code, name in _two_letters().items()))


def _countries() -> Mapping[str, str]:
    """Every name, demonym and code, folded -> code."""
    from babel import Locale

    from workbench.analysis import countries

    found = {folded(name): code for name, code in countries.codes().items()}
    short = {name.casefold(): countries.code(text) for name, text in Locale("en").territories.items() if len(name) == 2}
    return {name: code for name, code in (short | _ISO_2).items() if code and name not in found} | found


def _languages() -> Mapping[str, str]:
    names = _two_letters()
    regional = {f"{code}-{region}": code for code, region in (("en", "gb"), ("en", "us"), ("pt", "br"))}
    return {folded(name): code for code, name in names.items()} | {code: code for code in names} | regional


def _two_letters() -> Mapping[str, str]:
    from babel import Locale

    return {code: name for code, name in Locale("en").languages.items() if len(code) == 2}


def _called(code: str) -> str:
    from workbench.analysis import countries
    from workbench.nlp.language import language_name

    return countries.name(code) if code.isupper() else language_name(code)
