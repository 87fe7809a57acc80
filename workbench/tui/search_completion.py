"""What could stand at the cursor of the search field: fields, their values in the case, and earlier searches. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from workbench.tui.question import term
from workbench.tui.sanitizing import one_line
from workbench.views import Facet, Vocabulary

AT_MOST = 8
_KEPT = 30
NAMED = ("outlet", "speaker", "country", "issue", "tag")
"""The fields whose values are names that one types without saying the field."""
_HERE = re.compile(r'(?:^|(?<=[\s(]))(-?)(?:([A-Za-z]+):)?("[^"]*|[^\s"()]*)$')
_REST = re.compile(r'[^\s"()]*"?')


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing that could stand at the cursor."""

    label: str
    detail: str
    text: str
    """The whole field, once it is taken."""
    at: int
    """Where the cursor is then."""


class Known:
    """A vocabulary whose letters were folded once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.fields = vocabulary.fields
        self.values: dict[str, list[tuple[Facet, tuple[str, str]]]] = {}
        for facet in vocabulary.values:
            names = (folded(facet.value), folded(facet.label))
            self.values.setdefault(facet.field, []).append((facet, names))

    def begun(self, field: str, word: str) -> Iterator[Facet]:
        """The values of a field with a word that begins so."""
        for facet, names in self.values.get(field, ()):
            if any(f" {word}" in f" {name}" for name in names):
                yield facet


def completions(text: str, cursor: int, known: Known, recent: Sequence[str] = ()) -> list[Completion]:
    """What could be meant at `cursor` (in characters), likeliest first.

    After `field:` values of that field; in the middle of a word the one field or name that it begins; in an empty
    field the searches that were made before, newest first.
    """
    if not text.strip():
        return [Completion(one_line(query), "", query, len(query)) for query in recent[:AT_MOST]]
    here = _HERE.search(text[:cursor])
    if here is None or (rest := _REST.match(text, cursor)) is None:
        return []
    minus, field, typed = here.groups()
    word, before, after = folded(typed.strip('"')), text[: here.start()] + minus, text[rest.end() :].lstrip()
    if field:
        found = _values(field.lower(), word, known)
    elif typed.startswith('"') or len(word) < 2:
        found = iter(())
    else:
        found = _begun(word, known)
    made = (_completion(before, inserted, after, label, detail) for inserted, label, detail in found)
    new = (offer for offer in made if offer.text.strip() != text.strip())
    return list(islice(new, AT_MOST if field else 1))


def _completion(before: str, inserted: str, after: str, label: str, detail: str) -> Completion:
    """A term in its place; a blank follows it, unless its value is still to be typed."""
    head = before + inserted + ("" if inserted.endswith(":") else " ")
    return Completion(label, detail, head + after, len(head))


def _values(field: str, word: str, known: Known) -> Iterator[tuple[str, str, str]]:
    for facet in known.begun(field, word):
        yield term(field, facet.value), _label(facet), f"{facet.count:,}" if facet.count else ""


def _begun(word: str, known: Known) -> Iterator[tuple[str, str, str]]:
    """The fields that begin so, then names."""
    yield from ((f"{field}:", f"{field}:", says) for field, says in known.fields.items() if field.startswith(word))
    for field in NAMED:
        for inserted, label, count in _values(field, word, known):
            yield inserted, f"{field}: {label}", count


def _label(facet: Facet) -> str:
    value = one_line(facet.value)
    return f"{one_line(facet.label)}  {value}" if facet.label else value


def folded(text: str) -> str:
    """Lower case, without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def remembered(recent: Sequence[str], query: str) -> tuple[str, ...]:
    """Earlier searches with one more, newest first, each once."""
    rest = tuple(each for each in recent if each != query)
    return (query, *rest)[:_KEPT] if query else rest


def begun(typed: str, values: Iterable[str]) -> tuple[str, ...]:
    """The values that have a word beginning with what is typed; those that begin so themselves come first."""
    word = folded(typed.strip())
    found = [value for value in values if f" {word}" in f" {folded(value)}"]
    return tuple(sorted(found, key=lambda value: not folded(value).startswith(word)))
