"""Clauses of several articles that state the same are matched, and facts are made of them.

What was judged of two clauses is kept, so facts can be made anew at once when the analyst puts passages together or
parts them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.analysis.facts import fact_assembly, matching, position_statements, possible_phrasings
from workbench.analysis.facts.clause_table import ClauseTable, Pair
from workbench.analysis.facts.clustering import connected
from workbench.analysis.facts.fact_assembly import KEPT_SCORE, MatchConstraints, PassageGroup
from workbench.analysis.facts.possible_phrasings import KnownFacts
from workbench.analysis.text.sentence_context import sentence_around
from workbench.model import Clause, Fact, Passage
from workbench.store import articles, match_constraints
from workbench.store.clauses import clause_texts_at
from workbench.store.database import Database
from workbench.store.facts import (
    FactPassages,
    articles_with_phrasings,
    fact_passages,
    facts_at,
    facts_in,
    facts_without_phrasings,
    load_facts_with_ids,
    phrasing_texts,
    save_facts,
    save_possible_phrasings,
)
from workbench.store.signatures import (
    articles_to_sign_again,
    keep_clause_vectors,
    match_scores_of,
    save_match_scores,
)
from workbench.work.case_signatures import CaseSignatures, ClauseProfiles, Encode, clause_table, read_signature
from workbench.work.workers.tasks import encode


def match_facts(
    db: Database,
    case: CaseSignatures,
    fresh: Collection[int] | None,
    encode: Encode = encode,
    signed: Collection[str] = (),
) -> None:
    """Match all clauses, or those that are fresh (their hashes) with all; `signed`: the articles signed anew."""
    table, profiles = clause_table(db, case, encode), ClauseProfiles(db, case)
    pairs = table.nearest(fresh) | _scored_before(db, case, fresh or ())
    known = profiles.of(clause_hash for pair in pairs for clause_hash in pair)
    found = matching.match_scores(pairs, table, known, position_statements.sides_by_clause(case.signatures))
    likeness = {pair: sure for pair, sure in found.items() if sure >= KEPT_SCORE}
    save_match_scores(db, ((*pair, sure) for pair, sure in likeness.items()), None if fresh is None else pairs)
    if fresh is None:
        keep_clause_vectors(db, case.where)
        _regroup(db, case, table, profiles, _Reach({*case.where}, likeness, fact_passages(db), None))
    else:
        _regroup(db, case, table, profiles, _reach(db, case, fresh, signed))


def regroup_all(db: Database, case: CaseSignatures) -> None:
    """Make all facts anew of what was judged before."""
    likeness = {(a, b): sure for a, b, sure in match_scores_of(db, case.where)}
    reach = _Reach({*case.where}, likeness, fact_passages(db), None)
    _regroup(db, case, clause_table(db, case), ClauseProfiles(db, case), reach)


def regroup(db: Database, touched: Iterable[Passage]) -> None:
    """Make the facts anew that passages at these places may belong to."""
    signed = articles_to_sign_again(db)
    case = CaseSignatures.read(db, [read_signature(db, id) for id in signed])
    seeds = {w for place in touched if (w := case.clause_at(place)) is not None}
    _regroup(db, case, clause_table(db, case), ClauseProfiles(db, case), _reach(db, case, seeds, signed))


def _scored_before(db: Database, case: CaseSignatures, fresh: Collection[int]) -> set[Pair]:
    """The pairs that have a fresh clause and were alike when it was another, or another clause was the nearest."""
    return {(a, b) for a, b, _ in match_scores_of(db, fresh) if a in case.where and b in case.where}


@dataclass(frozen=True, slots=True)
class _Reach:
    """What facts are made anew of: clauses, with the judged pairs of these."""

    clauses: Collection[int]
    likeness: Mapping[Pair, float]
    facts: Mapping[str, FactPassages]
    """Those that there are of these clauses."""
    seeds: Collection[int] | None
    """Of these clauses something else is known; None: of all."""


def _reach(db: Database, case: CaseSignatures, seeds: Collection[int], signed: Collection[str]) -> _Reach:
    """What is connected with the seeds, or with a fact that lost a passage: in one of the articles signed anew, or in
    one that is compared no more.
    """
    suspect = fact_passages(db, facts_in(db, {*signed, *articles_with_phrasings(db) - case.hashes.articles}))
    lost = {id for id, own in suspect.items() if any((a, span) not in case.hashes for a, span, _ in own)}
    stale = fact_passages(db, lost | facts_at(db, _places(case, seeds)))
    left = {case.hashes[a, span] for own in stale.values() for a, span, _ in own if (a, span) in case.hashes}
    links = _constraints(db, case).must_link
    near, likeness = connected({*seeds, *left}, lambda clauses: match_scores_of(db, clauses), links)
    touched = {*stale, *facts_at(db, _places(case, near)), *facts_without_phrasings(db)}
    there = fact_passages(db, touched)
    return _Reach(near & case.where.keys(), likeness, {id: there.get(id, ()) for id in touched}, seeds)


def _places(case: CaseSignatures, clause_hashes: Iterable[int]) -> Iterator[Passage]:
    """Where clauses stand, as far as they do."""
    return (place for clause_hash in clause_hashes for place in case.where.get(clause_hash, ()))


def _regroup(db: Database, case: CaseSignatures, table: ClauseTable, profiles: ClauseProfiles, reach: _Reach) -> None:
    """Make facts of the judged pairs, in the place of those there were."""
    where = {clause_hash: case.where[clause_hash] for clause_hash in reach.clauses}
    groups = fact_assembly.group_passages(reach.likeness, where, _constraints(db, case))
    changed = [g for g in groups if _touches(g, reach.seeds) or reach.facts.get(g.id) != _passages_of(g)]
    kept = {g.id for g in groups} - {g.id for g in changed}
    made = _build_facts(db, changed, profiles, reach.seeds)
    save_facts(db, made, None if reach.seeds is None else sorted({*reach.facts} - kept))
    _find_possible_phrasings(db, case, table, profiles, {g.id for g in changed}, reach.seeds)


def _find_possible_phrasings(
    db: Database,
    case: CaseSignatures,
    table: ClauseTable,
    profiles: ClauseProfiles,
    changed: Collection[str],
    seeds: Collection[int] | None,
) -> None:
    """Find what may state facts in articles without a phrasing: of facts that changed, and among new clauses."""
    fresh = {clause_hash for clause_hash in seeds or () if clause_hash in case.where}
    again = {article for clause_hash in fresh for article, _ in case.where[clause_hash]}
    outlets = {id: head.outlet for id, head in articles.heads(db).items()}
    sides = position_statements.sides_by_clause(case.signatures)
    near = table.near(fresh)
    told = facts_at(db, _places(case, {other for own in near.values() for other, _ in own}))
    facts = fact_passages(db, told.union(changed))
    known = KnownFacts(facts, case.where, case.hashes, outlets, _constraints(db, case).cannot_link, sides)
    found = possible_phrasings.find_possible_phrasings(known, changed, near, table, profiles.of)
    texts = clause_texts_at(db, {(n.article_id, n.span) for n in found})
    rows = [(n.fact_id, n.article_id, n.span, texts[n.article_id, n.span], n.likeness) for n in found]
    save_possible_phrasings(db, rows, changed, again)


def _touches(group: PassageGroup, seeds: Collection[int] | None) -> bool:
    """Whether a clause of a fact is new, or of an article whose head is another now."""
    return seeds is None or any(passage.clause_hash in seeds for passage in group.passages)


def _passages_of(group: PassageGroup) -> FactPassages:
    return tuple((p.article_id, p.span, p.sure) for p in group.passages)


def _build_facts(
    db: Database, groups: Sequence[PassageGroup], profiles: ClauseProfiles, seeds: Collection[int] | None
) -> list[Fact]:
    """The facts of groups, by date, outlet, article and place of their first phrasing."""
    heads = articles.heads(db)
    dates = {id: head.published_on for id, head in heads.items()}
    outlets = {id: head.outlet for id, head in heads.items()}
    places = {(p.article_id, p.span) for g in groups for p in g.passages}
    texts = phrasing_texts(db, [g.id for g in groups])
    texts |= clause_texts_at(db, places - texts.keys())
    known = profiles.of(w for g in groups for w in (g.centre, *(p.clause_hash for p in g.passages)))

    def sentence_of(clause: Clause) -> str:
        return sentence_around(articles.text_of(db, clause.article_id), clause.span)[0]

    standing = {} if seeds is None else load_facts_with_ids(db, [g.id for g in groups])
    made = (
        fact_assembly.build_fact(g, texts, known, dates, outlets, sentence_of, standing.get(g.id), seeds or ())
        for g in groups
    )
    return sorted(made, key=lambda f: fact_assembly.phrasing_order(f.phrasings[0], dates, outlets))


def _constraints(db: Database, case: CaseSignatures) -> MatchConstraints:
    """The analyst's constraints, between the clauses that stand there now."""
    found: dict[bool, set[Pair]] = {True: set(), False: set()}
    for one, other, together in match_constraints.load_constraints(db):
        a, b = case.clause_at(one), case.clause_at(other)
        if a is not None and b is not None and a != b:
            found[together].add((min(a, b), max(a, b)))
    return MatchConstraints(frozenset(found[True]), frozenset(found[False]))
