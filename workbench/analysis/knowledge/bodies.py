"""Institutions that a reader knows, and whose they are: the State Department, Hezbollah, Xinhua.

The design decision: a text is searched by the first word of each name, as for countries, and the longest name wins
("American University of Beirut"). A name that several countries have ("the Senate") is a hint only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from workbench.analysis.text.lexicon import read_lines
from workbench.model import Span

_WORD = re.compile(r"(?<!\w)\w+")
_PLAIN = str.maketrans("’‘ʼ\u2010\u2011–\xa0", "'''--- ")


@dataclass(frozen=True, slots=True)
class Body:
    """An institution."""

    name: str
    country: str
    """ISO 3166-1 alpha-3, the short name of a bloc, or "" where it is no country's."""
    kind: str
    """ministry, agency, force, parliament, court, central_bank, party, armed_group, news_outlet, company, university or
    organisation."""


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A stretch of text that names an institution."""

    span: Span
    body: Body
    sure: bool
    """Whether no other country's is called so."""


_asked = [True]


def use_bodies(asked: bool) -> None:
    """Whether institutions are looked up at all, for the whole process."""
    _asked[:] = [asked]


def are_bodies_asked() -> bool:
    """Whether institutions are looked up."""
    return _asked[0]


def find(text: str) -> tuple[BodyMention, ...]:
    """The institutions that a text names, in text order, none overlapping; none while they are not to be looked up."""
    if not _asked[0]:
        return ()
    plain = text.translate(_PLAIN)
    by_word = _table()
    found: list[BodyMention] = []
    past = 0
    for word in _WORD.finditer(plain):
        if word.start() < past or word[0] not in by_word:
            continue
        for form, body, sure in by_word[word[0]]:
            end = word.start() + len(form)
            if plain.startswith(form, word.start()) and not plain[end : end + 1].isalnum():
                found.append(BodyMention(Span(word.start(), end), body, sure))
                past = end
                break
    return tuple(found)


@cache
def _table() -> Mapping[str, list[tuple[str, Body, bool]]]:
    """First word -> (form, whose it is, whether it is that one's alone), the longest form first."""
    out: dict[str, list[tuple[str, Body, bool]]] = {}
    for line in read_lines("bodies.tsv")[1:]:
        name, others, country, kind = line.split("\t")
        body = Body(name.rstrip("?"), country, kind)
        for form in filter(None, (name, *others.split(";"))):
            surface = form.rstrip("?")
            first = _WORD.search(surface)
            assert first is not None
            out.setdefault(first[0], []).append((surface, body, surface == form))
    for entries in out.values():
        entries.sort(key=lambda entry: len(entry[0]), reverse=True)
    return out
