"""What in an article tells where its story is set: countries, institutions and persons of one, each at its place.

An article about Congress is American even where "America" is never said. Outlets, universities, firms and armed groups
are left out: they are named everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbench.analysis.entities import countries
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.people import Person
from workbench.analysis.knowledge import bodies
from workbench.analysis.knowledge.places import country_of_place, is_ambiguous
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Sign = Literal["place", "owner", "named", "seat", "person", "body"]
"""How a country shows: as the place of what happens ("in Iran"), as an owner ("Iran's bank", "Iranian police"),
otherwise by name, by its seat of government, by somebody of it, by an institution."""
_CONGRESS = re.compile(
    r"\b(?:Sen|Rep|Sens|Reps|Gov)\.(?= [A-Z])|\b(?:[Cc]ongress(?:man|woman|men)|[Cc]ongressional|bipartisan)\b"
)
_INSIDE = frozenset("in across throughout inside outside at near around from".split())
_PLACES = ("GPE", "LOC")
_OWNING = ("poss", "amod", "compound", "nmod")
_EVERYWHERE = ("news_outlet", "armed_group", "university", "company")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in the text that speaks for a country."""

    span: Span
    code: str
    sign: Sign


def find_evidence(
    doc: Doc, text: str, people: Sequence[Person], found: Sequence[CountryMention]
) -> tuple[Evidence, ...]:
    """All that tells of countries in an article, in text order; `people` and `found`: its persons and countries."""
    listed = [Evidence(m.span, m.code, _sign(doc, m)) for m in found if _is_of_one(m.code)]
    named = {m.span.start for m in found}
    listed += [Evidence(s, p.country, "person") for p in people if _is_of_one(p.country) for s in p.mentions]
    listed += _places(doc, named)
    listed += [Evidence(s, code, "body") for s, code in _institutions(text) if s.start not in named]
    return tuple(sorted(listed, key=lambda e: e.span))


def _is_of_one(code: str) -> bool:
    return bool(code) and not countries.is_bloc(code)


def _institutions(text: str) -> Iterator[tuple[Span, str]]:
    for mention in bodies.find(text):
        if _is_of_one(mention.body.country) and mention.body.kind not in _EVERYWHERE:
            yield mention.span, mention.body.country
    for match in _CONGRESS.finditer(text):
        yield Span(*match.span()), "USA"


def _places(doc: Doc, named: Collection[int]) -> Iterator[Evidence]:
    """The cities, states and regions that stand apart from the countries, which begin at `named`."""
    for entity in doc.ents:
        if entity.label_ not in _PLACES or any(t.idx in named for t in entity) or is_ambiguous(entity.text):
            continue
        if code := country_of_place(entity.text):
            inside = entity.root.dep_ == "pobj" and entity.root.head.lower_ in _INSIDE
            yield Evidence(token_span(entity[0], entity[-1]), code, "place" if inside else "owner")


def _sign(doc: Doc, mention: CountryMention) -> Sign:
    tokens = tokens_at(doc, mention.span)
    if mention.form == "seat" or tokens is None:
        return "seat"
    root = tokens.root
    if root.dep_ in ("pobj", "npadvmod") and root.head.lower_ in _INSIDE:
        return "place"
    return "owner" if mention.form == "demonym" or root.dep_ in _OWNING else "named"
