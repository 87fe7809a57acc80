"""Those whom a text names together and then counts: "the two leaders", "both countries", "the trio"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.entities import countries
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.text.lexicon import offices
from workbench.analysis.text.token_spans import tokens_at
from workbench.model import Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTED = re.compile(r"(?:the |these |those )?(?:(two|three|both|pair|duo|trio)\b ?)(?:of them)?([a-z]*)", re.I)
_NUMBER = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3}
_COUNTRIES = frozenset("countries nations governments states neighbours neighbors koreas".split())
_SIDES = frozenset("sides".split())
_LEADERS = frozenset("leaders presidents ministers chancellors premiers monarchs".split())
_PERSONS = frozenset("men women senators lawmakers politicians candidates diplomats brothers rivals".split()) | {""}
_LEADING = re.compile(r"\b(?:leader|chairman|chief|head)\b", re.I)
_PLACING = frozenset("in at from near across inside through into".split())
_PLAINLY = 1.5
"""So many times as often as anybody else an article names whom it is about."""
_NEAR = 700
"""So many characters before a mention those are named whom it counts; leaders are remembered for longer."""


def counted_together(entities: ArticleEntities, span: Span, text: str) -> tuple[Speaker, ...]:
    """The persons or countries that a mention counts, () where it counts none, or they cannot be told."""
    found = _COUNTED.fullmatch(text)
    if not found:
        return ()
    number, noun = _NUMBER[found[1].lower()], found[2].lower()
    if noun in _COUNTRIES | _SIDES:
        codes = _last(_codes_before(entities, span.start), number)
        return tuple(Speaker(countries.name(c), "country", "", c, span, text) for c in codes)
    if noun not in _LEADERS | _PERSONS:
        return ()
    named = _persons_before(entities, span.start, 10 * _NEAR if noun in _LEADERS else _NEAR)
    fit = (n for n in named if noun not in _LEADERS or _leads(entities, n))
    people = {p.name: p for p in entities.people}
    together = _last(fit, number) or _most_named(entities, number, noun)
    persons = [people[name] for name in together]
    return tuple(Speaker(p.name, "person", p.role, p.country, span, text) for p in persons)


def _last(latest_first: Iterable[str], number: int) -> Sequence[str]:
    """So many different ones, in text order; none where there are fewer."""
    found: list[str] = []
    for one in latest_first:
        if one not in found:
            found.append(one)
        if len(found) == number:
            return found[::-1]
    return ()


def _most_named(entities: ArticleEntities, number: int, noun: str) -> Sequence[str]:
    """The leaders whom the whole article is about, where it counts them before it names them; or nobody."""
    if noun not in _LEADERS | {""}:
        return ()
    leaders = [p for p in entities.people if _leads(entities, p.name)]
    ranked = sorted(leaders, key=lambda p: -len(p.mentions))
    rest = max((len(p.mentions) for p in ranked[number:]), default=0)
    plain = len(ranked) >= number and len(ranked[number - 1].mentions) >= _PLAINLY * max(1, rest)
    return [p.name for p in ranked[:number]] if plain else ()


def _codes_before(entities: ArticleEntities, at: int) -> Iterator[str]:
    end = bisect_left(entities.countries, at, key=lambda c: c.span.start)
    for mention in reversed(entities.countries[:end]):
        if mention.span.start < at - _NEAR:
            return
        if not countries.is_bloc(mention.code) and mention.form != "part" and not _is_place(entities, mention.span):
            yield mention.code


def _is_place(entities: ArticleEntities, span: Span) -> bool:
    """Whether something only happens there: "a summit in Vietnam"."""
    tokens = tokens_at(entities.doc, span)
    root = tokens.root if tokens else None
    return root is not None and root.dep_ in ("pobj", "appos") and _preposition(root) in _PLACING


def _preposition(noun: Token) -> str:
    return (noun.head.head if noun.dep_ == "appos" else noun.head).lower_


def _persons_before(entities: ArticleEntities, at: int, reach: int) -> Iterator[str]:
    near = [(m.start, p.name) for p in entities.people for m in p.mentions if at - reach <= m.start < at]
    yield from (name for _, name in sorted(near, reverse=True))


def _leads(entities: ArticleEntities, name: str) -> bool:
    role = next(p.role for p in entities.people if p.name == name)
    words = set(re.findall(r"[a-z]+(?:-[a-z]+)*", role.lower()))
    return bool(words & offices()["office"] or _LEADING.search(role))
