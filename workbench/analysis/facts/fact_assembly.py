"""Passages of different articles that state the same thing, as facts.

One decision: facts are made of what was judged of pairs of wordings (`matching.py`), so that one more article adds its
own pairs and leaves those of the others alone. What is joined forms stars around the most central phrasing
(`clusters.py`); the analyst's ties come before what the machine found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from workbench.analysis.facts.article_signatures import around, digest, places, usable
from workbench.analysis.facts.candidate_pairs import Index
from workbench.analysis.facts.clustering import Star, stars
from workbench.analysis.facts.differences import differences
from workbench.analysis.facts.match_features import FEATURES, Profile, features, profile
from workbench.analysis.facts.matching import Pair, judged
from workbench.analysis.facts.position_statements import Place, Stand, same_stands
from workbench.analysis.text.words import concept
from workbench.model import Clause, Fact, Phrasing, Span, fact_id
from workbench.nlp import encoder
from workbench.nlp.linear_chain import Floats

JOIN = 0.4
"""How sure a match must be: the value that is best on SuperPAL dev."""
AGAIN = 0.6
"""How sure it must be for a second passage of an article to count."""
PART = (0.75, 0.4)
"""A phrasing is partial where at least so much of the shorter is in the longer, and at most so much the other way."""
NOTHING_SAID: Mapping[Place, Stand] = MappingProxyType({})
Places = Mapping[int, Sequence[Place]]
"""Wording -> where it stands."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a group, with how sure it is."""

    article_id: str
    span: Span
    sure: float
    wording: int


@dataclass(frozen=True, slots=True)
class Group:
    """Passages that are one fact; the wording that is its centre."""

    centre: int
    passages: tuple[Passage, ...]
    """By article and place."""

    @property
    def id(self) -> str:
        """The id that its fact has."""
        return fact_id(self.passages[0].article_id, self.passages[0].span)


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of wordings that the analyst put together, and that he or she parted."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()


def match(
    clauses: Sequence[Clause],
    order: Mapping[str, str],
    outlets: Mapping[str, str],
    said: Mapping[Place, Stand] = NOTHING_SAID,
    encode: Callable[[Sequence[str]], Floats] = encoder.vectors,
) -> tuple[Fact, ...]:
    """The facts that at least two articles state; `order` gives each article's date, `outlets` its outlet, `said` the
    stands that clauses state.
    """
    by_article: dict[str, list[Clause]] = defaultdict(list)
    for clause in sorted(filter(usable, clauses), key=lambda c: (c.article_id, c.span)):
        by_article[clause.article_id].append(clause)
    digests = [digest(article_id, own) for article_id, own in by_article.items()]
    index, where = Index(digests), places(digests)
    at = {(c.article_id, c.span): c for own in by_article.values() for c in own}
    first = {wording: at[found[0]] for wording, found in where.items()}
    profiles = profiled(first, index)
    stands = {w: s for w, found in where.items() if (s := next((said[p] for p in found if p in said), None))}
    same = frozenset(same_stands(stands))

    def meaning(wordings: Sequence[int]) -> Floats:
        return encode([first[wording].text for wording in wordings])

    likeness = judged(index.pairs(), profiles, stands, same, around(digests), meaning)
    texts = {place: clause.text for place, clause in at.items()}
    made = (fact(group, texts, profiles, order, outlets) for group in groups(likeness, where))
    return tuple(sorted(made, key=lambda f: place_of(f.phrasings[0], order, outlets)))


def profiled(clauses: Mapping[int, Clause], index: Index) -> dict[int, Profile]:
    """Wording -> what is compared of it, for a clause of each."""
    weights = index.weights(concept(term) for clause in clauses.values() for term in clause.terms)
    return {wording: profile(clause, weights) for wording, clause in clauses.items()}


def groups(likeness: Mapping[Pair, float], where: Places, ties: Ties = Ties()) -> list[Group]:
    """The groups of passages that the judged pairs make; each is of at least two articles."""
    articles = {w: frozenset(article for article, _ in found) for w, found in where.items()}
    edges: dict[int, dict[int, float]] = {w: {} for w, own in articles.items() if len(own) > 1}
    for (a, b), sure in likeness.items():
        if a in where and b in where and sure >= (AGAIN if len(articles[a] | articles[b]) == 1 else JOIN):
            edges.setdefault(a, {})[b] = sure
            edges.setdefault(b, {})[a] = sure
    found = stars(edges, articles, ties.together, ties.apart)
    made = (Group(star.centre, tuple(_best(_passages(star, where)))) for star in found)
    return [group for group in made if len({p.article_id for p in group.passages}) > 1]


def _passages(star: Star, where: Places) -> list[Passage]:
    sure = {star.centre: max(star.members.values(), default=1.0), **star.members}
    return [Passage(article, span, round(p, 3), w) for w, p in sure.items() for article, span in where[w]]


def _best(passages: Iterable[Passage]) -> list[Passage]:
    """Of each article the surest passage, and others that are sure and lie elsewhere; by article and place."""
    kept: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: (-p.sure, p.span)):
        own = kept[passage.article_id]
        if not own or (passage.sure >= AGAIN and not any(k.span.overlaps(passage.span) for k in own)):
            own.append(passage)
    return sorted((p for own in kept.values() for p in own), key=lambda p: (p.article_id, p.span))


def fact(
    group: Group,
    texts: Mapping[Place, str],
    profiles: Mapping[int, Profile],
    order: Mapping[str, str],
    outlets: Mapping[str, str],
) -> Fact:
    """The fact of a group; `texts` and `profiles` have the words and the wordings of its passages."""
    centre = profiles[group.centre]
    relation = {w: _relation(centre, profiles[w]) for w in {p.wording for p in group.passages}}
    found = (
        Phrasing(
            p.article_id,
            p.span,
            texts[p.article_id, p.span],
            relation[p.wording],
            p.sure,
            profiles[p.wording].clause.tenses,
        )
        for p in group.passages
    )
    kept = tuple(sorted(found, key=lambda p: place_of(p, order, outlets)))
    made = Fact(gist=" ".join(centre.clause.text.split()), kind=centre.clause.kind, phrasings=kept)
    return replace(made, differences=differences(kept, order))


def place_of(phrasing: Phrasing, order: Mapping[str, str], outlets: Mapping[str, str]) -> tuple[object, ...]:
    """What phrasings are ordered by: date, outlet, article, place."""
    article = phrasing.article_id
    return (order.get(article) or "9999", outlets.get(article, ""), article, phrasing.span)


def _relation(centre: Profile, other: Profile) -> Literal["same", "partial"]:
    found = dict(zip(FEATURES, features(centre, other), strict=True))
    return "partial" if found["contained"] >= PART[0] and found["covered"] <= PART[1] else "same"
