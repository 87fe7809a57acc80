"""How a name fits a person of the table: as such, in another transliteration, or by the family name alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from workbench.analysis.knowledge.bearers import Bearer
from workbench.analysis.knowledge.names import (
    EITHER_ORDER,
    TWO_FAMILY_NAMES,
    family_names,
    family_start,
    is_family_first,
    is_one_given_name,
    words_of,
)
from workbench.analysis.knowledge.transliteration import is_same_name

Match = Literal["full", "near", "family"]
MATCHES: tuple[Match, ...] = get_args(Match)
"""The closest first."""
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A bearer with the words of the name and of each alias."""

    bearer: Bearer
    forms: tuple[Words, ...]

    @classmethod
    def of(cls, bearer: Bearer) -> Entry:
        """The entry of a bearer."""
        forms = [words_of(n) for n in (bearer.name, *bearer.aliases)]
        return cls(bearer, tuple(dict.fromkeys(short for form in forms if form for short in (form, *_shortened(form)))))

    @property
    def countries(self) -> frozenset[str]:
        """The countries and bodies of all terms."""
        return frozenset(t.country for t in self.bearer.terms)

    def key_words(self) -> frozenset[str]:
        """The words under which the bearer is found: the last of each family name."""
        last = {family[-1] for form in self.forms for family in family_names(form, self.countries)}
        return frozenset(last | {f[-1] for f in self.forms})

    def match(self, words: Words) -> Match | Literal[""]:
        """How a name's words fit, or ""."""
        grades: set[Match | Literal[""]] = {_grade(words, form, self.countries) for form in self.forms}
        return next((match for match in MATCHES if match in grades), "")


def _grade(words: Words, form: Words, countries: frozenset[str]) -> Match | Literal[""]:
    if "".join(words) == "".join(form):
        return "full" if len(words) > 1 or len(form) == 1 else "family"
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
        return "full"
    return "near" if _is_near(words, form) else ""


def _is_called(words: Words, form: Words, families: Iterable[Words]) -> bool:
    """Whether the family name is one of these and the given names before it can be one person's."""
    return any(
        words[-len(family) :] == family and is_one_given_name(words[: -len(family)], _before(form, family))
        for family in families
    )


def _before(form: Words, family: Words) -> Words:
    """What stands before the family name."""
    return next(form[:at] for at in range(len(form) - len(family), -1, -1) if form[at : at + len(family)] == family)


def _shortened(form: Words) -> Iterator[Words]:
    """Names of the Gulf without the house: "Mohammed bin Salman" of "Mohammed bin Salman Al Saud"."""
    for at in (i for i, word in enumerate(form) if word in ("bin", "ibn", "bint") and 0 < i < len(form) - 2):
        yield form[: at + 2]


def _is_near(words: Words, form: Words) -> bool:
    at, start = family_start(words), family_start(form)
    given, other = words[:at], form[:start]
    return is_same_name("".join(words[at:]), "".join(form[start:])) and (
        is_one_given_name(given, other) or (len(given) == len(other) and all(map(is_same_name, given, other)))
    )
