"""Names of persons as words that can be compared, and what they have in common: the family name, the given name.

The design decision: a name is folded once to small plain words ("Abdel-Fattah el-Sisi" -> "abd fattah sisi"), and
everything else is asked of those. Which of them is the family's name depends on where somebody holds office.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from workbench.analysis.text.lexicon import given_names, read_lines, read_words

PARTICLES = frozenset(
    "van von der den de del della di da dos das do du la le los las bin ibn ben bint ter ten zu zum zur af st".split()
)
GENERATIONS = frozenset("jr sr ii iii iv v vi vii viii xiii xiv xvi xxiii".split())
TITLES = frozenset(
    "sir dame lord lady baroness baron viscount earl sheikh sheik shaikh sayyid sayed ayatollah mullah mulla maulana "
    "imam haji dr prof professor king queen prince princess crown grand pope emir sultan emperor empress "
    "president general".split()
)
FAMILY_FIRST = frozenset("CHN TWN HKG MAC KOR PRK VNM SGP MYS".split())
"""Where the family name stands first, if it is one of those of that part of the world."""
EITHER_ORDER = FAMILY_FIRST | {"JPN", "HUN"}
"""Where the press writes a name the one way and the other."""
GIVEN_ALONE = frozenset("VNM THA ETH ERI ISL MMR KHM LAO MNG MYS IDN IND LKA BGD PAK SOM".split())
"""Where the given name, or another part of the name, serves alone."""
TWO_FAMILY_NAMES = frozenset(
    "ESP MEX ARG COL VEN CHL PER ECU BOL PRY URY CRI PAN CUB DOM GTM HND SLV NIC GNQ PRI".split()
)
"""Where the father's family name stands before the mother's."""

MAX_WORDS = 12
_LONG = {"junior": "jr", "senior": "sr"}
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "a", "œ": "o", "ı": "i", "ə": "a", "ħ": "h"}
)
_MARKS = re.compile(r"['’‘ʼʻ`´′ʹ]")
_QUOTED = re.compile(r"[\"“”„«»(][^\"“”„«»()]{0,40}[\"“”«»)]")
_GLUED = re.compile(r"\b(?:El|Al)(?=[A-Z])")
_ARTICLE = re.compile(r"\b(?:al|el|ul|ad|ar|as|ash|at|an|az|ed|er|es|esh)[-‐‑–](?=\w)|(?<=\S )(?:al|el|ul)(?= )")
_SERVANT = re.compile(r"\b(?!abd[aeou]ll?ah?\b)abd(?:[aeou]l|[aeou]r(?=r)|[ -])[ -]*(?=[a-z]{3})")
_UMLAUT = re.compile(r"([aou])e(?=u?[bcdfghklmnprstvwz])")
_WORD = re.compile(r"[^\W_]+")


class Name(NamedTuple):
    """A name taken apart, folded."""

    words: tuple[str, ...]
    """The words of the name itself, without nicknames in quotes and articles."""
    title: str = ""
    """What stands before: "king"."""
    generation: str = ""
    """What stands after: "jr", "ii"."""


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in small plain letters, without titles, generations, nicknames in quotes and articles."""
    return read_name(name).words


@lru_cache(maxsize=4096)
def read_name(name: str) -> Name:
    """A name taken apart."""
    plain = _GLUED.sub("", _MARKS.sub("", _QUOTED.sub(" ", name[:200])))
    letters = unicodedata.normalize("NFKD", plain.casefold().translate(_LETTERS))
    folded = "".join(c for c in letters if not unicodedata.combining(c))
    folded = _UMLAUT.sub(r"\1", _SERVANT.sub("abd ", _ARTICLE.sub("", folded)))
    words = _WORD.findall(folded)[:MAX_WORDS]
    title = generation = ""
    while len(words) > 1 and words[0] in TITLES:
        title = words.pop(0)
    while len(words) > 1 and _LONG.get(words[-1], words[-1]) in GENERATIONS:
        last = words.pop()
        generation = _LONG.get(last, last)
    return Name(tuple(words), title, generation)


def family_start(words: tuple[str, ...]) -> int:
    """Where the family name begins that stands last: at its first particle, or its last word."""
    return next((at for at in range(1, len(words) - 1) if words[at] in PARTICLES), max(0, len(words) - 1))


def family_names(words: tuple[str, ...], countries: Collection[str] = ()) -> tuple[tuple[str, ...], ...]:
    """The forms of the family name by which somebody of these countries may be called."""
    if len(words) < 2:
        return (words,) if words else ()
    return tuple(dict.fromkeys(_family_names(words, frozenset(countries))))


def is_family_first(words: tuple[str, ...], countries: Collection[str]) -> bool:
    """Whether the first word is the family's name."""
    return not FAMILY_FIRST.isdisjoint(countries) and words[0] in asian_family_names()


def _family_names(words: tuple[str, ...], countries: frozenset[str]) -> Iterator[tuple[str, ...]]:
    if is_family_first(words, countries):
        yield words[:1]
        if "VNM" in countries:
            yield words[-1:]
        return
    start = family_start(words)
    two = not TWO_FAMILY_NAMES.isdisjoint(countries)
    if not two or len(words) < 4 or start < len(words) - 1:
        yield words[start:]
    if start < len(words) - 1 and words[start] not in ("bin", "ibn", "bint", "ben"):
        yield words[start + 1 :]
    if two and len(words) > 2:
        first = len(words) - 2 if words[-2] not in PARTICLES else start - 1
        if first > 0 and (len(words) > 3 or words[first] not in _folded_given_names()):
            yield words[first : first + 1]
            yield words[first:]
    if not GIVEN_ALONE.isdisjoint(countries):
        yield words[:1]


def is_one_given_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two given names, second ones and initials included, can be one person's: "Mike", "Michael R.".

    Who is called Mohammed is told apart by the second name, which is never left out.
    """
    if not one or not other:
        return False
    if "".join(one) == "".join(other):
        return True
    if all(len(w) == 1 for w in one) or all(len(w) == 1 for w in other):
        return min(len(one), len(other)) > 1 and _is_prefix([w[0] for w in one], [w[0] for w in other])
    if len(one) != len(other) and is_variant(one[0], "mohammed"):
        return False
    return any(
        is_variant(a[0], b[0]) and all(_agree(x, y) for x, y in zip(a[1:], b[1:], strict=False))
        for a in _without_first_initial(one)
        for b in _without_first_initial(other)
    )


def is_variant(one: str, other: str) -> bool:
    """Whether one person may go by both given names."""
    return one == other or not _variant_groups(one).isdisjoint(_variant_groups(other))


def _agree(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return is_variant(one, other)


def _is_prefix(one: list[str], other: list[str]) -> bool:
    return all(x == y for x, y in zip(one, other, strict=False))


def _without_first_initial(given: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (given, given[1:]) if len(given) > 1 and len(given[0]) == 1 else (given,)


@cache
def asian_family_names() -> frozenset[str]:
    """Family names that stand before the given name."""
    return read_words("asian_family_names.txt")


@cache
def _folded_given_names() -> frozenset[str]:
    return frozenset(word for name in given_names() for word in words_of(name))


def _variant_groups(word: str) -> frozenset[int]:
    return _variants().get(word, frozenset())


@cache
def _variants() -> Mapping[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(read_lines("given_name_variants.txt")):
        for name in line.split():
            groups.setdefault("".join(words_of(name)), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}
