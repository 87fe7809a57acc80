"""Those whom a text names together and then counts: "the two leaders", "both countries", "the trio".

One decision: they are those whom the text last named together (`named_together.py`), else the only ones, or plainly the
most named, of those who act in the passages before; where neither tells, nobody is named, for a wrong name is worse.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.attribution.named_together import Named, Together, find_together
from workbench.analysis.attribution.whole_countries import find_joint_countries
from workbench.analysis.entities import countries
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.people import Person
from workbench.analysis.text.lexicon import offices
from workbench.analysis.text.token_spans import tokens_at
from workbench.model import Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTED = re.compile(r"(?:(?:the|these|those) (two|three|pair|duo|trio)|(both))\b ?(?:of them)?([a-z]*)", re.I)
_DETERMINER = re.compile(r"(?:the|these|those|both) ", re.I)
_NUMBER = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3}
_COUNTRIES = frozenset("countries nations governments states neighbours neighbors capitals".split())
_KOREAS = ("PRK", "KOR")
_SIDES = frozenset("sides parties".split())
_LEADERS = frozenset("leaders presidents ministers chancellors premiers monarchs".split())
_PERSONS = frozenset("men women senators lawmakers politicians candidates diplomats brothers rivals".split()) | {""}
_LEADING = re.compile(r"\b(?:leader|chairman|chief|head)\b", re.I)
_PLACING = frozenset("in at near across inside through into".split())
_PLAINLY = 1.5
"""So many times as often as anybody else those are named who are plainly meant."""
_NEAR = 700
"""So many characters before a mention those are named whom it counts; leaders are remembered for longer."""
_REMEMBERED = 10 * _NEAR


def counted_together(entities: ArticleEntities, span: Span, text: str) -> tuple[Speaker, ...]:
    """The persons or countries that a mention counts; a group of no country where they cannot be told; () where it
    counts nobody, or persons of whom other words tell more.
    """
    found = _COUNTED.fullmatch(text)
    if not found:
        return ()
    number, noun = _NUMBER[(found[1] or found[2]).lower()], found[3].lower()
    if noun in _LEADERS | _PERSONS:
        persons = _persons_meant(entities, span.start, number, noun)
        meant = tuple(Speaker(p.name, "person", p.role, p.country, span, text) for p in persons)
    else:
        codes = _countries_meant(entities, span.start, number, noun)
        meant = tuple(Speaker(countries.name(c), "country", "", c, span, text) for c in codes)
    return meant or ((_unnamed(span, text),) if are_of_several_countries(text) else ())


def are_of_several_countries(text: str) -> bool:
    """Whether a mention counts countries, sides or leaders, who are of no one country even where they have no name."""
    found = _COUNTED.fullmatch(text)
    return found is not None and found[3].lower() in _LEADERS | _COUNTRIES | _SIDES


def _unnamed(span: Span, text: str) -> Speaker:
    return Speaker(_DETERMINER.sub("", text), "group", "", "", span, text)


# Countries


def _countries_meant(entities: ArticleEntities, at: int, number: int, noun: str) -> Sequence[str]:
    """The countries that a noun counts; sides need be none: beside whom an unnamed one was
    named, it must be one of them.
    """
    if noun == "koreas":
        return _KOREAS
    if noun not in _COUNTRIES | _SIDES:
        return ()
    sides = noun in _SIDES
    acting = [(span, code) for span, code in _acting(entities, at) if sides or not countries.is_bloc(code)]
    beside: set[str] = set()
    for group in _countries_together(entities, acting, at):
        if len(group.names) == number and (group.size in (0, number) or not sides):
            return group.names if beside.issubset(group.names) else ()
        if sides and group.size == number:
            beside.update(group.names)
    return _plainly_most(Counter(code for _, code in acting), number) if not beside else ()


def _countries_together(entities: ArticleEntities, acting: Sequence[Named], at: int) -> list[Together]:
    start = max(0, at - _NEAR)
    halves = [
        Together(2, dict(enumerate(codes)), start + span.end)
        for span, codes in find_joint_countries(entities.text[start:at])
    ]
    return sorted((*halves, *find_together(entities.doc, acting)), key=lambda group: -group.end)


def _acting(entities: ArticleEntities, at: int) -> Iterator[Named]:
    """The countries and blocs that are named shortly before a place and are more than where something happens."""
    begin, end = (bisect_left(entities.countries, place, key=lambda c: c.span.start) for place in (at - _NEAR, at))
    for mention in entities.countries[begin:end]:
        if mention.form != "part" and not _is_place(entities, mention.span):
            yield mention.span, mention.code


def _is_place(entities: ArticleEntities, span: Span) -> bool:
    """Whether something only happens there: "a summit in Vietnam"."""
    tokens = tokens_at(entities.doc, span)
    root = tokens.root if tokens else None
    return root is not None and root.dep_ in ("pobj", "appos") and _preposition(root) in _PLACING


def _preposition(noun: Token) -> str:
    return (noun.head.head if noun.dep_ == "appos" else noun.head).lower_


# Persons


def _persons_meant(entities: ArticleEntities, at: int, number: int, noun: str) -> Sequence[Person]:
    """The persons who are counted: leaders of different countries, or whoever was named shortly before."""
    fit = [p for p in entities.people if noun not in _LEADERS or _leads(p)]
    people = {p.name: p for p in fit}
    named = _named_before(fit, at, _REMEMBERED if noun in _LEADERS else _NEAR)
    together = next((g.names for g in find_together(entities.doc, named) if len(g.names) == number), ())
    if not together and noun in _PERSONS:
        around = dict.fromkeys(name for _, name in named)
        together = tuple(around) if len(around) == number else ()
    if together or noun in _PERSONS - {""}:
        return [people[name] for name in together]
    return _leaders_meant(entities, at, number, named) if noun or len(named) < number else ()


def _named_before(people: Iterable[Person], at: int, reach: int) -> list[Named]:
    return sorted((m, p.name) for p in people for m in p.mentions if at - reach <= m.start < at)


def _leaders_meant(entities: ArticleEntities, at: int, number: int, named: Sequence[Named]) -> Sequence[Person]:
    """The leaders of the countries that were named together, or of whom the article plainly tells most, where it has
    not just named another.
    """
    leaders = {p.name: p for p in entities.people if _leads(p)}
    for group in _countries_together(entities, list(_acting(entities, at)), at):
        if len(group.names) == number:
            of = [[p for p in leaders.values() if p.country == code] for code in group.names]
            return [one[0] for one in of] if all(len(one) == 1 for one in of) else ()
    before = Counter(name for _, name in named)
    told = before if len(before) >= number else Counter({p.name: len(p.mentions) for p in leaders.values()})
    meant = _plainly_most(told, number)
    others = {name for span, name in named if span.start >= at - _NEAR}.difference(meant)
    persons = [leaders[name] for name in meant if name in leaders and not others]
    return persons if len({p.country or p.name for p in persons}) == number else ()


def _leads(person: Person) -> bool:
    words = set(re.findall(r"[a-z]+(?:-[a-z]+)*", person.role.lower()))
    return bool(words & offices()["office"] or _LEADING.search(person.role))


def _plainly_most(count: Counter[str], number: int) -> Sequence[str]:
    """So many of those that are counted, where they stand out from any other; in the order of first mention."""
    ranked = sorted(count, key=lambda one: -count[one])
    rest = max((count[one] for one in ranked[number:]), default=0)
    plain = len(ranked) >= number and count[ranked[number - 1]] >= _PLAINLY * rest
    return [one for one in count if one in ranked[:number]] if plain else ()
