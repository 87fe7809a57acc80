"""Cities beyond capitals, states, provinces and regions, and the country that each is in.

A name that big places of two countries bear is in neither, unless one is far bigger. What is as well somebody's name or
an English word is marked: there the words around it must say that it is a place.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from workbench.analysis.knowledge.legislators import us_state
from workbench.analysis.knowledge.sorted_file import SortedFile
from workbench.analysis.text.lexicon import DATA

TABLE = SortedFile(DATA / "places.tsv")
AMBIGUOUS = "?"
"""The mark of a name that is a word or a person's name as well."""
MAX_LENGTH = 60
_GAPS = re.compile(r"[\s‐‑–-]+")
_MARKS = re.compile(r"[.'’‘`]")


def country_of_place(name: str) -> str:
    """The code of the country that a city, state or region is in; "" where that is not known."""
    if name.endswith(".") and us_state(name):
        return "USA"
    return _find(place_key(name)).rstrip(AMBIGUOUS)


def is_ambiguous(name: str) -> bool:
    """Whether a place's name is a person's or a word, too: "Lincoln", "Reading"."""
    return _find(place_key(name)).endswith(AMBIGUOUS)


def place_key(name: str) -> str:
    """A name as the table has it: small letters without accents, points and hyphens, without "the"."""
    letters = unicodedata.normalize("NFKD", name[: 2 * MAX_LENGTH].casefold())
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return _GAPS.sub(" ", _MARKS.sub("", plain)).strip().removeprefix("the ")[:MAX_LENGTH]


@lru_cache(maxsize=4096)
def _find(key: str) -> str:
    return next(TABLE.find(key), "") if key else ""
