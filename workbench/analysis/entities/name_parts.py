"""Full names: which part is the family's, which short forms they answer to, and whether two can be one person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from workbench.analysis.knowledge.names import asian_family_names, is_variant, words_of
from workbench.analysis.text.lexicon import given_names

PARTICLES = frozenset("van von der den de del della di da dos du la le el al bin ibn ben ter ten zu af av".split())
GENERATIONS = frozenset("jr sr ii iii iv junior senior".split())
MAX_ACRONYM = 3
"""So many capitals may be a name's short form."""
MIN_MISSPELT, MIN_MISSPELT_TWICE = 5, 7
"""A word of so many letters may have one slip, or two."""
_SON_OF = ("bin ", "ibn ", "bint ")
_CAPITALS = re.compile(r"[^\W\d_]{2,}")
_HYPHENATED = re.compile(r"[^\W\d_]{1,6}[-‑][^\W\d_]{1,6}")
_SYLLABLES = re.compile(
    r"(?:(?:[cszkpt]h|[kghmpbr][yw]|[nk]h|ts|tr|ng|qu|[bcdfghjklmnpqrstwxyz])?[aeiouy]{1,4}"
    r"(?:ng|nh|ch|[nkmpt](?![aeiouy])|[lw]$)?){1,2}",
    re.I,
)
"""A given name of one or two syllables as Chinese, Korean and Vietnamese ones are written."""
_ARTICLE = re.compile(r"^(?:al|el|ul|as|ash|ad|an|ar|az)[-‑]", re.I)


def capitalize_name(name: str) -> str:
    """A name in capitals as names are written; initials and short forms stay."""
    return _CAPITALS.sub(lambda m: m[0].capitalize(), name) if name.isupper() and len(name) > MAX_ACRONYM else name


@lru_cache(maxsize=4096)
def last_name(name: str) -> str:
    """The family name of a full name: from the first particle on, else the last word; "Lee" of "Lee Jae-myung"."""
    words = [w for w in name.split() if not _generation(w)] or name.split()
    for at, word in enumerate(words[1:], 1):
        if word.lower() in PARTICLES and at < len(words) - 1:
            return " ".join(words[at:])
    if is_family_first(words):
        return words[0]
    return words[-1] if words else ""


def is_family_first(words: Sequence[str]) -> bool:
    """Whether the words of a name begin with the family's: "Lee Jae-myung", "Kim Jong Un", "Xi Jinping"."""
    if not 2 <= len(words) <= 3:
        return False
    first, rest = words[0], words[1:]
    asian = first.casefold() in asian_family_names()
    if len(rest) == 1 and _HYPHENATED.fullmatch(rest[0]):
        return asian or rest[0].replace("‑", "-").split("-")[1].islower()
    plain = all(_SYLLABLES.fullmatch(w) and len(w) > 1 and w not in given_names() for w in rest)
    return asian and plain and (len(rest) == 2 or first not in given_names())


@lru_cache(maxsize=4096)
def given_part(name: str) -> tuple[str, ...]:
    """The words of a full name that are not the family's, in plain small letters."""
    words, family = words_of(name), words_of(last_name(name))
    leads = len(words) > len(family) and words[: len(family)] == family
    return words[len(family) :] if leads else words[: len(words) - len(family)]


def family_name_forms(name: str) -> frozenset[str]:
    """The forms of a full name's family name, in small letters: with its particles, without, without "al-".

    "bin Turki" is never "Turki", who is the father.
    """
    family = last_name(name).casefold()
    last = family.split()[-1] if family else ""
    return frozenset((family,)) if family.startswith(_SON_OF) else frozenset((family, last, _ARTICLE.sub("", last)))


def is_misspelt(a: str, b: str) -> bool:
    """Whether one of two words, neither of them a given name that the other is not, is the other misspelt."""
    one, two = a.casefold(), b.casefold()
    least = min(len(one), len(two))
    if least < MIN_MISSPELT or one[0] != two[0] or {a, b} <= given_names():
        return False
    return OSA.distance(one, two, score_cutoff=2) <= (1 if least < MIN_MISSPELT_TWICE else 2)


@lru_cache(maxsize=4096)
def is_one_name(a: str, b: str) -> bool:
    """Whether two full names are spellings of one, with its parts in any order: "Kim Jong Un", "Kim Jong-un"."""
    one, two = words_of(a), words_of(b)
    if len(one) < 2 or len(two) < 2 or are_two_people(a, b):
        return False
    if sorted(one) == sorted(two) or "".join(one) == "".join(two):
        return True
    given, family = [given_part(n) for n in (a, b)], [words_of(last_name(n)) for n in (a, b)]
    if not all(given):
        return False
    if any(is_family_first(n.split()) for n in (a, b)):
        return family[0] == family[1] and OSA.distance(*("".join(g) for g in given)) <= 1
    same_given = is_variant(given[0][0], given[1][0])
    if family[0] == family[1]:
        return same_given or is_misspelt(*(g[0].capitalize() for g in given))
    return same_given and is_misspelt(*(f[-1].capitalize() for f in family))


@lru_cache(maxsize=4096)
def normalize_name(name: str) -> str:
    """A name with its initials apart, without points and in small letters, to find it in another spelling."""
    return " ".join(re.sub(r"\.(?=\w)", ". ", name).replace(".", "").casefold().split())


def is_family_name_of(text: str, name: str) -> bool:
    """Whether a text of several words is the family name, with particles, of a longer one."""
    longer = len(name) > len(text)
    if text.split()[0].lower() in PARTICLES:
        return longer and name.casefold().endswith(f" {text}".casefold())
    return longer and name.endswith(f" {text}")


def is_same_person(a: str, b: str) -> bool:
    """Whether two full names are one person's: first and last word are, and nothing between or after speaks against."""
    one, two = (_plain(n) for n in (a, b))
    return len(one) > 1 and len(two) > 1 and (one[0], one[-1]) == (two[0], two[-1]) and not are_two_people(a, b)


def are_two_people(a: str, b: str) -> bool:
    """Whether initials, second names or generations tell two persons apart: George W. and George H. W., Jr. and Sr."""
    generations = [{_generation(w) for w in n.split()} - {""} for n in (a, b)]
    if all(generations) and generations[0] != generations[1]:
        return True
    middles = [_middle(n) for n in (a, b)]
    return any(x[0] != y[0] for x, y in zip(*middles, strict=False))


@lru_cache(maxsize=4096)
def _plain(name: str) -> tuple[str, ...]:
    return tuple(w for w in normalize_name(name).split() if not _generation(w))


@lru_cache(maxsize=4096)
def _middle(name: str) -> tuple[str, ...]:
    family = len(normalize_name(last_name(name)).split())
    return _plain(name)[1:-family]


def _generation(word: str) -> str:
    bare = word.strip(".,").casefold()
    return {"junior": "jr", "senior": "sr"}.get(bare, bare) if bare in GENERATIONS else ""
