"""Whether two spellings are one name in Latin letters: "Dehqan" and "Dehghan", "Zelensky" and "Zelenskyy".

Strict on purpose: the consonants are the same when what is heard alike is written alike, the vowels do not speak
against it ("Hasan", "Husain"), and the spellings are close as a whole.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SOUNDS = (
    ("tsch", "C"), ("dzh", "J"), ("sch", "S"), ("tch", "C"), ("kh", "k"), ("gh", "k"), ("sh", "S"), ("zh", "J"),
    ("ch", "C"), ("c", "k"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ck", "k"), ("dj", "J"), ("ts", "c"), ("tz", "c"),
    ("x", "ks"), ("q", "k"), ("g", "k"), ("w", "v"), ("j", "J"), ("z", "s"),
)  # fmt: skip
_SOUND = re.compile("|".join(spelt for spelt, _ in _SOUNDS))
_BY_SPELLING = dict(_SOUNDS)
_VOWELS = "aeiouy"
_VOWEL = re.compile("[aeiouy]+")
_FINAL = re.compile("(?<=[aeiou])h$")
_DOUBLE = re.compile(r"(.)\1+")
_MIN_RATIO = 65.0
_CLASHES = (frozenset("ai"), frozenset("au"), frozenset("iu"))


@lru_cache(maxsize=1 << 15)
def skeleton(word: str) -> str:
    """The consonants of a folded word as they are heard; a vowel at the start is "a"."""
    heard = _DOUBLE.sub(r"\1", _SOUND.sub(lambda m: _BY_SPELLING[m[0]], _FINAL.sub("", word)))
    first = heard[:1]
    lead = "a" if first in "aeiou" else first
    return lead + "".join(c for c in heard[1:] if c not in _VOWELS)


def is_same_name(one: str, other: str) -> bool:
    """Whether two folded words are one name in two spellings."""
    if one == other:
        return True
    if skeleton(one) != skeleton(other) or len(skeleton(one)) < 2 or _clash(one, other):
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) >= _MIN_RATIO


def _clash(one: str, other: str) -> bool:
    """Whether the vowels are of two names: one ends in none, or as many, and one is dark where the other is bright."""
    if (_FINAL.sub("", one)[-1] in _VOWELS) != (_FINAL.sub("", other)[-1] in _VOWELS):
        return True
    vowels, others = (_VOWEL.findall(w) for w in (one, other))
    if len(vowels) != len(others):
        vowels, others = vowels[:1], others[:1]
    return any({_class(a), _class(b)} in _CLASHES for a, b in zip(vowels, others, strict=False))


def _class(vowels: str) -> str:
    """a, i or u, or e for what is written as either."""
    if vowels in ("a", "aa"):
        return "a"
    if vowels[0] in "ou" and vowels != "oe":
        return "u"
    return "i" if vowels in ("i", "y", "ee", "iy", "ii", "yi") else "e"
