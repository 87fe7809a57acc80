"""Full names: which part is the family's, which short forms they answer to, and whether two can be one person's."""

from __future__ import annotations

import re

PARTICLES = frozenset("van von der den de del della di da dos du la le el al bin ibn ben ter ten zu af av".split())
GENERATIONS = frozenset("jr sr ii iii iv junior senior".split())
MAX_ACRONYM = 3
"""So many capitals may be a name's short form."""
_CAPITALS = re.compile(r"[^\W\d_]{2,}")
_GIVEN_LAST = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_ARTICLE = re.compile(r"^(?:al|el|ul|as|ash|ad|an|ar|az)[-‑]", re.I)


def capitalize_name(name: str) -> str:
    """A name in capitals as names are written; initials and short forms stay."""
    return _CAPITALS.sub(lambda m: m[0].capitalize(), name) if name.isupper() and len(name) > MAX_ACRONYM else name


def last_name(name: str) -> str:
    """The family name of a full name: from the first particle on, else the last word; "Lee" of "Lee Jae-myung"."""
    words = [w for w in name.split() if not _generation(w)] or name.split()
    for at, word in enumerate(words[1:], 1):
        if word.lower() in PARTICLES and at < len(words) - 1:
            return " ".join(words[at:])
    if len(words) == 2 and _GIVEN_LAST.fullmatch(words[1]) and words[1].split("-")[1].islower():
        return words[0]
    return words[-1] if words else ""


def family_name_forms(name: str) -> frozenset[str]:
    """The forms of a full name's family name, in small letters: with its particles, without, without "al-"."""
    family = last_name(name).casefold()
    last = family.split()[-1] if family else ""
    return frozenset((family, last, _ARTICLE.sub("", last)))


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


def _plain(name: str) -> list[str]:
    return [w for w in normalize_name(name).split() if not _generation(w)]


def _middle(name: str) -> list[str]:
    family = len(normalize_name(last_name(name)).split())
    return _plain(name)[1:-family]


def _generation(word: str) -> str:
    bare = word.strip(".,").casefold()
    return {"junior": "jr", "senior": "sr"}.get(bare, bare) if bare in GENERATIONS else ""
