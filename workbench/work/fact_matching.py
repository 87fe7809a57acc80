"""Clauses of several articles that state the same are matched, and facts are made of them.

What was judged of two clauses is kept, so facts can be made anew at once when the analyst puts passages together or
parts them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from workbench.analysis.facts import fact_assembly, matching, position_statements, possible_phrasings
from workbench.analysis.facts.clause_table import ClauseTable, Pair
from workbench.analysis.facts.clustering import MIN_AVERAGE, connected
from workbench.analysis.facts.fact_assembly import KEPT_SCORE, MatchConstraints, PassageGroup
from workbench.analysis.facts.possible_phrasings import KnownFacts
from workbench.analysis.text.sentence_context import sentence_around
from workbench.model import Clause, Fact, Passage
from workbench.store import articles, match_constraints
from workbench.store.clauses import clause_texts_at
from workbench.store.database import Database
from workbench.store.facts import (
    FactPassages,
    fact_passages,
    facts_without_phrasings,
    phrasing_texts,
    save_facts,
    save_possible_phrasings,
)
from workbench.store.signatures import (
    articles_to_sign_again,
    keep_clause_vectors,
    load_match_scores,
    save_match_scores,
)
from workbench.work.case_signatures import CaseSignatures, ClauseProfiles, Encode, clause_table, read_signature
from workbench.work.workers.tasks import encode


def match_facts(db: Database, case: CaseSignatures, fresh: Collection[int] | None, encode: Encode = encode) -> None:
    """Match all clauses, or those that are fresh (their hashes) with all."""
    table, profiles = clause_table(db, case, encode), ClauseProfiles(db, case)
    pairs = table.nearest(fresh) | _scored_before(db, case, fresh or ())
    known = profiles.of(clause_hash for pair in pairs for clause_hash in pair)
    found = matching.match_scores(pairs, table, known, position_statements.sides_by_clause(case.signatures))
    kept = [(*pair, sure) for pair, sure in found.items() if sure >= KEPT_SCORE]
    save_match_scores(db, kept, None if fresh is None else pairs)
    if fresh is None:
        keep_clause_vectors(db, case.where)
    _regroup(db, case, table, profiles, fresh)


def regroup(db: Database, touched: Iterable[Passage]) -> None:
    """Make the facts anew that passages at these places may belong to."""
    case = CaseSignatures.read(db, [read_signature(db, id) for id in articles_to_sign_again(db)])
    seeds = {w for place in touched if (w := case.clause_at(place)) is not None}
    _regroup(db, case, clause_table(db, case), ClauseProfiles(db, case), seeds)


def _scored_before(db: Database, case: CaseSignatures, fresh: Collection[int]) -> set[Pair]:
    """The pairs that have a fresh clause and were alike when it was another, or another clause was the nearest."""
    scored = load_match_scores(db) if fresh else ()
    return {(a, b) for a, b, _ in scored if (a in fresh or b in fresh) and a in case.where and b in case.where}


def _regroup(
    db: Database, case: CaseSignatures, table: ClauseTable, profiles: ClauseProfiles, seeds: Collection[int] | None
) -> None:
    """Make facts of the judged pairs: all, or those that are connected with the seeds."""
    likeness = {(a, b): sure for a, b, sure in load_match_scores(db)}
    constraints = _constraints(db, case)
    stored = fact_passages(db)
    if seeds is None:
        where, touched = case.where, {*stored}
    else:
        again = {None, *seeds}
        stale = {id for id, own in stored.items() if any(case.hashes.get((a, span)) in again for a, span, _ in own)}
        left = {case.hashes[a, span] for id in stale for a, span, _ in stored[id] if (a, span) in case.hashes}
        strong = (pair for pair, sure in likeness.items() if sure >= MIN_AVERAGE)
        near = connected([*strong, *constraints.must_link], {*seeds, *left})
        where = {clause_hash: case.where[clause_hash] for clause_hash in near & case.where.keys()}
        touched = stale | {i for i, own in stored.items() if any(case.hashes.get((a, s)) in where for a, s, _ in own)}
        touched |= {*facts_without_phrasings(db)}
    groups = fact_assembly.group_passages(likeness, where, constraints)
    changed = [g for g in groups if _touches(g, seeds) or stored.get(g.id) != _passages_of(g)]
    kept = {g.id for g in groups} - {g.id for g in changed}
    save_facts(db, _build_facts(db, changed, profiles), None if seeds is None else sorted(touched - kept))
    _find_possible_phrasings(db, case, table, profiles, {g.id for g in changed}, seeds)


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
    facts_now = {id: [(article, span) for article, span, _ in own] for id, own in fact_passages(db).items()}
    outlets = {id: head.outlet for id, head in articles.heads(db).items()}
    sides = position_statements.sides_by_clause(case.signatures)
    known = KnownFacts(facts_now, case.where, case.hashes, outlets, _constraints(db, case).cannot_link, sides)
    found = possible_phrasings.find_possible_phrasings(known, changed, fresh, table, profiles.of)
    texts = clause_texts_at(db, {(n.article_id, n.span) for n in found})
    rows = [(n.fact_id, n.article_id, n.span, texts[n.article_id, n.span], n.likeness) for n in found]
    save_possible_phrasings(db, rows, changed, again)


def _touches(group: PassageGroup, seeds: Collection[int] | None) -> bool:
    """Whether a clause of a fact is new, or of an article whose head is another now."""
    return seeds is None or any(passage.clause_hash in seeds for passage in group.passages)


def _passages_of(group: PassageGroup) -> FactPassages:
    return tuple((p.article_id, p.span, p.sure) for p in group.passages)


def _build_facts(db: Database, groups: Sequence[PassageGroup], profiles: ClauseProfiles) -> list[Fact]:
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

    made = (fact_assembly.build_fact(group, texts, known, dates, outlets, sentence_of) for group in groups)
    return sorted(made, key=lambda f: fact_assembly.phrasing_order(f.phrasings[0], dates, outlets))


def _constraints(db: Database, case: CaseSignatures) -> MatchConstraints:
    """The analyst's constraints, between the clauses that stand there now."""
    found: dict[bool, set[Pair]] = {True: set(), False: set()}
    for one, other, together in match_constraints.load_constraints(db):
        a, b = case.clause_at(one), case.clause_at(other)
        if a is not None and b is not None and a != b:
            found[together].add((min(a, b), max(a, b)))
    return MatchConstraints(frozenset(found[True]), frozenset(found[False]))
