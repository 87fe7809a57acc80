"""Passages of different articles that state the same thing, as facts.

One decision: facts are made of what was judged of pairs of clauses (`matching.py`), so that one more article adds its
own pairs and leaves those of the others alone. What is joined forms stars around the most central phrasing
(`clustering.py`); the analyst's constraints come before what the machine found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from workbench.analysis.facts.article_signatures import article_signature, clause_places, context_clauses, is_comparable
from workbench.analysis.facts.candidate_pairs import CandidateIndex
from workbench.analysis.facts.clustering import Star, find_stars
from workbench.analysis.facts.differences import find_differences
from workbench.analysis.facts.match_features import FEATURE_NAMES, ClauseProfile, clause_profile, pair_features
from workbench.analysis.facts.matching import Pair, match_scores
from workbench.analysis.facts.position_statements import ClauseStatements, Place, same_statement_pairs
from workbench.analysis.text.words import concept
from workbench.model import Clause, Fact, Phrasing, Span, fact_id
from workbench.nlp import sentence_encoder
from workbench.nlp.linear_chain import Floats

MATCH_SCORE = 0.4
"""How sure a match must be: the value that is best on SuperPAL dev."""
REPEAT_SCORE = 0.6
"""How sure it must be for a second passage of an article to count."""
PARTIAL_OVERLAP = (0.75, 0.4)
"""A phrasing is partial where at least so much of the shorter is in the longer, and at most so much the other way."""
NO_STATEMENTS: Mapping[Place, ClauseStatements] = MappingProxyType({})
ClausePlaces = Mapping[int, Sequence[Place]]
"""Clause hash -> where the clause stands."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a group, with how sure it is."""

    article_id: str
    span: Span
    sure: float
    clause_hash: int


@dataclass(frozen=True, slots=True)
class PassageGroup:
    """Passages that are one fact; the clause hash that is its centre."""

    centre: int
    passages: tuple[Passage, ...]
    """By article and place."""

    @property
    def id(self) -> str:
        """The id that its fact has."""
        return fact_id(self.passages[0].article_id, self.passages[0].span)


@dataclass(frozen=True, slots=True)
class MatchConstraints:
    """Pairs of clauses that the analyst put together, and that he or she parted."""

    must_link: frozenset[Pair] = frozenset()
    cannot_link: frozenset[Pair] = frozenset()


def find_facts(
    clauses: Sequence[Clause],
    order: Mapping[str, str],
    outlets: Mapping[str, str],
    stated: Mapping[Place, ClauseStatements] = NO_STATEMENTS,
    encode: Callable[[Sequence[str]], Floats] = sentence_encoder.encode,
) -> tuple[Fact, ...]:
    """The facts that at least two articles state; `order` gives each article's date, `outlets` its outlet,
    `stated` the positions that clauses state.
    """
    by_article: dict[str, list[Clause]] = defaultdict(list)
    for clause in sorted(filter(is_comparable, clauses), key=lambda c: (c.article_id, c.span)):
        by_article[clause.article_id].append(clause)
    signatures = [article_signature(article_id, own) for article_id, own in by_article.items()]
    index, where = CandidateIndex(signatures), clause_places(signatures)
    at = {(c.article_id, c.span): c for own in by_article.values() for c in own}
    first = {clause_hash: at[found[0]] for clause_hash, found in where.items()}
    profiles = build_profiles(first, index)
    statements = {w: s for w, found in where.items() if (s := next((stated[p] for p in found if p in stated), None))}
    same = frozenset(same_statement_pairs(statements))

    def embed(clause_hashes: Sequence[int]) -> Floats:
        return encode([first[clause_hash].text for clause_hash in clause_hashes])

    likeness = match_scores(index.pairs(), profiles, statements, same, context_clauses(signatures), embed)
    texts = {place: clause.text for place, clause in at.items()}
    made = (build_fact(group, texts, profiles, order, outlets) for group in group_passages(likeness, where))
    return tuple(sorted(made, key=lambda f: phrasing_order(f.phrasings[0], order, outlets)))


def build_profiles(clauses: Mapping[int, Clause], index: CandidateIndex) -> dict[int, ClauseProfile]:
    """Clause hash -> what is compared of it, for a clause of each."""
    weights = index.weights(concept(term) for clause in clauses.values() for term in clause.terms)
    return {clause_hash: clause_profile(clause, weights) for clause_hash, clause in clauses.items()}


def group_passages(
    likeness: Mapping[Pair, float], where: ClausePlaces, constraints: MatchConstraints = MatchConstraints()
) -> list[PassageGroup]:
    """The groups of passages that the judged pairs make; each is of at least two articles."""
    articles = {w: frozenset(article for article, _ in found) for w, found in where.items()}
    edges: dict[int, dict[int, float]] = {w: {} for w, own in articles.items() if len(own) > 1}
    for (a, b), sure in likeness.items():
        if a in where and b in where and sure >= (REPEAT_SCORE if len(articles[a] | articles[b]) == 1 else MATCH_SCORE):
            edges.setdefault(a, {})[b] = sure
            edges.setdefault(b, {})[a] = sure
    found = find_stars(edges, articles, constraints.must_link, constraints.cannot_link)
    made = (PassageGroup(star.centre, tuple(_best_per_article(_passages(star, where)))) for star in found)
    return [group for group in made if len({p.article_id for p in group.passages}) > 1]


def _passages(star: Star, where: ClausePlaces) -> list[Passage]:
    sure = {star.centre: max(star.members.values(), default=1.0), **star.members}
    return [Passage(article, span, round(p, 3), w) for w, p in sure.items() for article, span in where[w]]


def _best_per_article(passages: Iterable[Passage]) -> list[Passage]:
    """Of each article the surest passage, and others that are sure and lie elsewhere; by article and place."""
    kept: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: (-p.sure, p.span)):
        own = kept[passage.article_id]
        if not own or (passage.sure >= REPEAT_SCORE and not any(k.span.overlaps(passage.span) for k in own)):
            own.append(passage)
    return sorted((p for own in kept.values() for p in own), key=lambda p: (p.article_id, p.span))


def build_fact(
    group: PassageGroup,
    texts: Mapping[Place, str],
    profiles: Mapping[int, ClauseProfile],
    order: Mapping[str, str],
    outlets: Mapping[str, str],
) -> Fact:
    """The fact of a group; `texts` and `profiles` have those of its passages."""
    centre = profiles[group.centre]
    relation = {w: _relation(centre, profiles[w]) for w in {p.clause_hash for p in group.passages}}
    found = (
        Phrasing(
            p.article_id,
            p.span,
            texts[p.article_id, p.span],
            relation[p.clause_hash],
            p.sure,
            profiles[p.clause_hash].clause.tenses,
        )
        for p in group.passages
    )
    kept = tuple(sorted(found, key=lambda p: phrasing_order(p, order, outlets)))
    made = Fact(gist=" ".join(centre.clause.text.split()), kind=centre.clause.kind, phrasings=kept)
    return replace(made, differences=find_differences(kept, order))


def phrasing_order(phrasing: Phrasing, order: Mapping[str, str], outlets: Mapping[str, str]) -> tuple[object, ...]:
    """What phrasings are ordered by: date, outlet, article, place."""
    article = phrasing.article_id
    return (order.get(article) or "9999", outlets.get(article, ""), article, phrasing.span)


def _relation(centre: ClauseProfile, other: ClauseProfile) -> Literal["same", "partial"]:
    found = dict(zip(FEATURE_NAMES, pair_features(centre, other), strict=True))
    return "partial" if found["contained"] >= PARTIAL_OVERLAP[0] and found["covered"] <= PARTIAL_OVERLAP[1] else "same"
