"""Passages of different articles that state the same thing, as facts.

One decision: facts are made of what was judged of pairs of clauses (`matching.py`), so that one more article adds its
own pairs and leaves those of the others alone. What is joined is grouped by how sure it is on average
(`clustering.py`); the analyst's constraints come before what the machine found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from workbench.analysis.facts.article_signatures import article_signature, is_comparable
from workbench.analysis.facts.case_weights import CaseWeights
from workbench.analysis.facts.clause_places import ClausePlaces
from workbench.analysis.facts.clause_table import ClauseTable, Pair
from workbench.analysis.facts.clustering import Group, find_groups
from workbench.analysis.facts.differences import compared_phrasings, find_differences
from workbench.analysis.facts.gists import SentenceOf, choose_gist
from workbench.analysis.facts.match_features import ClauseProfile, clause_profile, covered_shares
from workbench.analysis.facts.matching import match_scores
from workbench.analysis.facts.position_statements import sides_by_clause, stated_positions
from workbench.analysis.text.sentence_context import sentence_around
from workbench.analysis.text.words import concept
from workbench.model import Clause, Fact, Passage, Phrasing, Position, Span, fact_id
from workbench.nlp import clause_encoder
from workbench.nlp.clause_encoder import ClauseInSentence
from workbench.nlp.linear_chain import Floats

KEPT_SCORE = 0.1
"""How sure a pair must be to count at all."""
PARTIAL_OVERLAP = (0.75, 0.4)
"""A phrasing is partial where at least so much of the shorter is in the longer, and at most so much the other way."""
NO_TEXTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class GroupedPassage:
    """A passage of a group, with how sure it is."""

    article_id: str
    span: Span
    sure: float
    clause_hash: int


@dataclass(frozen=True, slots=True)
class PassageGroup:
    """Passages that are one fact; the clause hash that is its centre."""

    centre: int
    passages: tuple[GroupedPassage, ...]
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
    positions: Iterable[Position] = (),
    article_texts: Mapping[str, str] = NO_TEXTS,
    encode: Callable[[Sequence[ClauseInSentence]], Floats] = clause_encoder.encode,
) -> tuple[Fact, ...]:
    """The facts that at least two articles state; `order` gives each article's date, `outlets` its outlet, `positions`
    those that clauses state, `article_texts` the texts of articles: of others, a clause is read without its sentence.
    """
    by_article: dict[str, list[Clause]] = defaultdict(list)
    for clause in sorted(filter(is_comparable, clauses), key=lambda c: (c.article_id, c.span)):
        by_article[clause.article_id].append(clause)
    known = list(positions)
    signatures = [article_signature(id, own, stated_positions(own, known)) for id, own in by_article.items()]
    where = ClausePlaces(signatures)
    at = {(c.article_id, c.span): c for own in by_article.values() for c in own}
    first = {clause_hash: at[found[0]] for clause_hash, found in where.items()}

    def embed(clause_hashes: Sequence[int]) -> Floats:
        return encode([_in_sentence(first[clause_hash], article_texts) for clause_hash in clause_hashes])

    table, profiles = ClauseTable(signatures, embed), build_profiles(first, CaseWeights(signatures))
    likeness = match_scores(table.nearest(), table, profiles, sides_by_clause(signatures))
    texts = {place: clause.text for place, clause in at.items()}

    def sentence_of(clause: Clause) -> str:
        return _in_sentence(clause, article_texts)[0]

    groups = group_passages(likeness, where)
    made = (build_fact(group, texts, profiles, order, outlets, sentence_of) for group in groups)
    return tuple(sorted(made, key=lambda f: phrasing_order(f.phrasings[0], order, outlets)))


def _in_sentence(clause: Clause, article_texts: Mapping[str, str]) -> ClauseInSentence:
    text = article_texts.get(clause.article_id)
    return sentence_around(text, clause.span) if text else (clause.text, Span(0, len(clause.text)))


def build_profiles(clauses: Mapping[int, Clause], weights: CaseWeights) -> dict[int, ClauseProfile]:
    """Clause hash -> what is compared of it, for a clause of each."""
    known = weights.of(concept(term) for clause in clauses.values() for term in clause.terms)
    return {clause_hash: clause_profile(clause, known) for clause_hash, clause in clauses.items()}


def group_passages(
    likeness: Mapping[Pair, float],
    where: Mapping[int, Sequence[Passage]],
    constraints: MatchConstraints = MatchConstraints(),
) -> list[PassageGroup]:
    """The groups of passages that the judged pairs make; each is of at least two articles."""
    articles = {w: frozenset(article for article, _ in found) for w, found in where.items()}
    linked = (pair for pair in constraints.must_link if articles.keys() >= {*pair})
    edges: dict[int, dict[int, float]] = {w: {} for w, own in articles.items() if len(own) > 1}
    edges |= {w: {} for pair in linked for w in pair}
    for (a, b), sure in likeness.items():
        if a in where and b in where and sure >= KEPT_SCORE:
            edges.setdefault(a, {})[b] = sure
            edges.setdefault(b, {})[a] = sure
    found = find_groups(edges, articles, constraints.must_link, constraints.cannot_link)
    return [PassageGroup(group.centre, tuple(_kept(_passages(group, where)))) for group in found]


def _passages(group: Group, where: Mapping[int, Sequence[Passage]]) -> list[GroupedPassage]:
    sure = {group.centre: max(group.members.values(), default=1.0), **group.members}
    return [GroupedPassage(article, span, round(p, 3), w) for w, p in sure.items() for article, span in where[w]]


def _kept(passages: Iterable[GroupedPassage]) -> list[GroupedPassage]:
    """Of passages that overlap the surest; by article and place."""
    kept: dict[str, list[GroupedPassage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: (-p.sure, p.span)):
        own = kept[passage.article_id]
        if not any(k.span.overlaps(passage.span) for k in own):
            own.append(passage)
    return sorted((p for own in kept.values() for p in own), key=lambda p: (p.article_id, p.span))


def build_fact(
    group: PassageGroup,
    texts: Mapping[Passage, str],
    profiles: Mapping[int, ClauseProfile],
    order: Mapping[str, str],
    outlets: Mapping[str, str],
    sentence_of: SentenceOf,
    standing: Fact | None = None,
    fresh: Collection[int] = (),
) -> Fact:
    """The fact of a group; `texts` and `profiles` have those of its passages, `sentence_of` their sentences.
    `standing`: the same fact as it was found before; `fresh`: the clauses of which something else is known now.
    """
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
    told = {profiles[p.clause_hash].clause: p.sure + (p.clause_hash == group.centre) for p in group.passages}
    made = Fact(gist=choose_gist(told, sentence_of), kind=centre.clause.kind, phrasings=kept)
    compared = _compared(kept)
    renewed = {(p.article_id, p.span) for p in group.passages if p.clause_hash in fresh}
    if standing and _compared(standing.phrasings) == compared and renewed.isdisjoint(place[:2] for place in compared):
        return replace(made, differences=standing.differences)
    return replace(made, differences=find_differences(kept, order))


def _compared(phrasings: Sequence[Phrasing]) -> set[tuple[str, Span, str, str]]:
    """What the differences of a fact depend on, but for the days of its articles."""
    return {(p.article_id, p.span, p.text, p.tenses) for p in compared_phrasings(phrasings)}


def phrasing_order(phrasing: Phrasing, order: Mapping[str, str], outlets: Mapping[str, str]) -> tuple[object, ...]:
    """What phrasings are ordered by: date, outlet, article, place."""
    article = phrasing.article_id
    return (order.get(article) or "9999", outlets.get(article, ""), article, phrasing.span)


def _relation(centre: ClauseProfile, other: ClauseProfile) -> Literal["same", "partial"]:
    contained, covered = covered_shares(centre, other)
    return "partial" if contained >= PARTIAL_OVERLAP[0] and covered <= PARTIAL_OVERLAP[1] else "same"
