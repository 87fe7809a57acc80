"""Which of a field's values a query means: the whole value, else whole words of it, else the beginnings of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from workbench.model import OWN_ATTRIBUTIONS
from workbench.store.database import Database
from workbench.store.query.fields import FIELD_VALUES
from workbench.store.query.letter_folding import fold
from workbench.store.query.nodes import Field

UNNAMED = ("anonymous", "unknown")
"""What `speaker:` takes besides names."""
OWN_WORDS = ("own", "own words")
MIN_SIMILARITY = 70
"""How like a value must be to be offered, of 100."""


@lru_cache(maxsize=100_000)
def _words(text: str) -> str:
    return " " + " ".join(re.findall(r"\w+", fold(text))) + " "


def field_values(db: Database, field: str) -> list[str]:
    """Every value the field has in the case."""
    rows = db.execute(FIELD_VALUES[field])
    return [value for (found,) in rows if found for value in (found.split("\n") if "\n" in found else (found,))]


def resolve_values(field: Field, values: Sequence[str], codes: Mapping[str, str]) -> list[str]:
    """The values that a field term means; none if there are none such."""
    if field.name == "country":
        return _countries(field, values, codes)
    if field.name == "attribution" and fold(field.value) in OWN_WORDS:
        return [v for v in values if v in OWN_ATTRIBUTIONS]
    if field.name == "speaker":
        values = [*values, *UNNAMED]
    return match_values(field.value, values, field.exact)


def match_values(wanted: str, values: Iterable[str], exact: bool = False) -> list[str]:
    """Values that are the one wanted (when `exact`), else have its words, else have words that begin so."""
    bare = wanted.rstrip("*")
    found = [(v, _words(v)) for v in values]
    key = _words(bare)
    if not key.strip():
        return [v for v, _ in found if fold(v).strip() == fold(bare).strip()]
    whole = [v for v, words in found if words == key]
    if exact and whole:
        return whole
    if bare == wanted and (parts := [v for v, words in found if key in words]):
        return parts
    return [v for v, words in found if key[:-1] in words]


def _countries(field: Field, values: Sequence[str], codes: Mapping[str, str]) -> list[str]:
    """By code, else by name."""
    wanted = fold(field.value.rstrip("*")).strip()
    same = [v for v in values if fold(v) == wanted]
    if same:
        return same
    names = {fold(name): code for name, code in codes.items()}
    if wanted in names:
        return [names[wanted]]
    if len(wanted) < 3:
        return []
    present = set(values)
    return sorted({c for n, c in names.items() if c in present and (f" {n}").find(f" {wanted}") >= 0})


def nearest_value(wanted: str, values: Iterable[str]) -> str:
    """The value that is, or has a word, most like the one wanted; empty if none is like it."""
    from rapidfuzz import fuzz, process

    found = list(values)
    parts = {part: v for v in found for part in fold(v).split()} | {fold(v): v for v in found}
    best = process.extractOne(fold(wanted), list(parts), scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY)
    return parts[str(best[0])] if best else ""
