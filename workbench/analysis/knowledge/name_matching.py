"""How a name fits a person of the table: as such, in another transliteration, or by the family name alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from workbench.analysis.knowledge.bearers import Bearer
from workbench.analysis.knowledge.names import (
    EITHER_ORDER,
    FAMILY_FIRST,
    TWO_FAMILY_NAMES,
    Name,
    family_names,
    family_start,
    is_family_first,
    is_one_given_name,
    is_variant,
    read_name,
)
from workbench.analysis.knowledge.transliteration import is_same_name

Match = Literal["full", "near", "family"]
MATCHES: tuple[Match, ...] = get_args(Match)
"""The closest first."""
Words = tuple[str, ...]
_LATIN = frozenset("USA GBR CAN AUS NZL IRL".split()) | FAMILY_FIRST
"""Where names are written one way, or sounds do not tell them apart."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A bearer with the name and each alias taken apart."""

    bearer: Bearer
    names: tuple[Name, ...]
    countries: frozenset[str]
    """The countries and bodies of all terms."""

    @classmethod
    def of(cls, bearer: Bearer) -> Entry:
        """The entry of a bearer."""
        names = dict.fromkeys(read_name(n) for n in (bearer.name, *bearer.aliases))
        countries = frozenset(term.country for term in bearer.terms)
        return cls(bearer, tuple(short for name in names if name.words for short in _shortened(name)), countries)

    def key_words(self) -> frozenset[str]:
        """The words under which the bearer is found: the last of each family name."""
        last = {family[-1] for n in self.names for family in family_names(n.words, self.countries)}
        return frozenset(last | {n.words[-1] for n in self.names})

    def match(self, name: Name) -> Match | Literal[""]:
        """How a name fits, or "": not where both state a generation, and these differ."""
        if name.generation and not {"", name.generation} & {n.generation for n in self.names}:
            return ""
        grades: set[Match | Literal[""]] = {_grade(name, form, self.countries) for form in self.names}
        return next((match for match in MATCHES if match in grades), "")

    def is_exact(self, name: Name) -> bool:
        """Whether the name is one of the bearer's word for word, initials apart."""
        spelt = _without_initials(name)
        return any(_without_initials(n) == spelt and n.generation == name.generation for n in self.names)


def _without_initials(name: Name) -> str:
    return "".join(word for word in name.words if len(word) > 1)


def _grade(name: Name, other: Name, countries: frozenset[str]) -> Match | Literal[""]:
    words, form = name.words, other.words
    if "".join(words) == "".join(form):
        return "full" if len(words) > 1 or (name.title and name.title == other.title) else "family"
    families = family_names(form, countries)
    if words in families or (1 < len(words) < len(form) and form[-len(words) :] == words):
        return "family"
    if len(words) < 2 or len(form) < 2:
        return ""
    if len(words) > 2 and not TWO_FAMILY_NAMES.isdisjoint(countries) and _is_called(words[:-1], form, families):
        return "full"
    if not EITHER_ORDER.isdisjoint(countries) and form in (words[-1:] + words[:-1], words[1:] + words[:1]):
        return "full"
    if is_family_first(form, countries):
        return ""
    if _is_called(words, form, families):
        return "near" if _says_more(words, form) else "full"
    return "near" if countries - _LATIN and _is_near(words, form) else ""


def _is_called(words: Words, form: Words, families: Iterable[Words]) -> bool:
    """Whether the family name is one of these and the given names before it can be one person's."""
    return any(
        words[-len(family) :] == family and is_one_given_name(words[: -len(family)], _before(form, family))
        for family in families
    )


def _says_more(words: Words, form: Words) -> bool:
    """Whether the name has a second name that the bearer is not known by: "Keith Lamont Scott", and "Keith Scott"."""
    return len([w for w in words if len(w) > 1]) > len([w for w in form if len(w) > 1])


def _before(form: Words, family: Words) -> Words:
    """What stands before the family name."""
    return next(form[:at] for at in range(len(form) - len(family), -1, -1) if form[at : at + len(family)] == family)


def _shortened(name: Name) -> Iterator[Name]:
    """A name, and of those of the Gulf what the press makes of it: "Mohammed bin Salman", "Khalid al-Attiyah"."""
    yield name
    sons = [i for i, word in enumerate(name.words[:-2]) if word in ("bin", "ibn", "bint") and i]
    for at in sons:
        yield name._replace(words=name.words[: at + 2])
    if sons:
        yield name._replace(words=(*name.words[: sons[0]], *name.words[sons[-1] + 2 :]))


def _is_near(words: Words, form: Words) -> bool:
    at, start = family_start(words), family_start(form)
    if at != start or not is_same_name("".join(words[at:]), "".join(form[start:])):
        return False
    return all(is_variant(a, b) or is_same_name(a, b) for a, b in zip(words[:at], form[:at], strict=True))
