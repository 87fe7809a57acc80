"""Letters as people type them: without accents, and without what no accent explains (ł, ø, ß, æ, ligatures).

Full-text search folds only what Unicode takes apart, so a word is looked for in every spelling that the plain one may
stand for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations

PLAIN = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "ng",
    "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ʻ": "", "ʼ": "",
}  # fmt: skip
"""A letter that Unicode does not take apart -> as it is typed without it."""
_SPELT = {
    "l": ("ł",), "o": ("ø",), "d": ("đ", "ð"), "th": ("þ",), "ae": ("æ",), "oe": ("œ", "ø"), "i": ("ı",), "h": ("ħ",),
    "t": ("ŧ",), "ng": ("ŋ",), "e": ("ə",), "ss": ("ß",), "ff": ("ﬀ",), "fi": ("ﬁ",), "fl": ("ﬂ",), "ffi": ("ﬃ",),
    "ffl": ("ﬄ",),
}  # fmt: skip
"""Plain letters -> what may stand for them in an index."""
_DIGRAPHS = {"ae": ("a",), "oe": ("o",), "ue": ("u",), "aa": ("a",)}
"""What ä, ö, ü and å are written as where there is no such key -> as an index has them."""
_AS_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
MAX_EXCHANGED = 3
"""So many letters of a word are exchanged at once."""
MAX_SPELLINGS = 300


def fold(text: str) -> str:
    """The text without case, accents and ligatures, every letter as it is typed without an accent key."""
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold()  # again: NFKD makes capitals of letter-like signs
    return "".join(PLAIN.get(c, c) for c in apart if not unicodedata.combining(c))


def as_indexed(word: str) -> str:
    """A word as full-text search keeps it: small letters, without the accents that Unicode takes off."""
    apart = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def spellings(word: str, digraphs: bool = False) -> list[str]:
    """Every way that an index may have the word, itself first; `digraphs`: `Mueller` stands for `Müller` too."""
    base = fold(word)
    found = dict.fromkeys((as_indexed(word), base))
    written = unicodedata.normalize("NFC", word.lower()).translate(_AS_DIGRAPHS)
    if written != unicodedata.normalize("NFC", word.lower()):
        found[fold(written)] = None
    for spelt in _variants(base, digraphs):
        if len(found) >= MAX_SPELLINGS:
            break
        found[spelt] = None
    return list(found)


def _variants(base: str, digraphs: bool) -> Iterator[str]:
    """The plain word with up to `MAX_EXCHANGED` of its letters exchanged, the fewest first."""
    table = {**_SPELT, **{k: (*_SPELT.get(k, ()), *v) for k, v in _DIGRAPHS.items()}} if digraphs else _SPELT
    places = [
        (match.start(1), letters, new)
        for letters, exchanged in table.items()
        for match in re.finditer(f"(?=({letters}))", base)
        for new in exchanged
    ]
    for number in range(1, MAX_EXCHANGED + 1):
        for chosen in combinations(sorted(places), number):
            if all(a[0] + len(a[1]) <= b[0] for a, b in zip(chosen, chosen[1:], strict=False)):
                yield _exchange(base, chosen)


def _exchange(base: str, chosen: tuple[tuple[int, str, str], ...]) -> str:
    for start, letters, new in reversed(chosen):
        base = base[:start] + new + base[start + len(letters) :]
    return base
