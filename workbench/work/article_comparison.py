"""The comparison of a case's articles: issues, copied passages and facts, as use cases of `work.py`.

A small case, and one that has grown much, is compared as a whole; otherwise only what came in is compared with the
rest, from the signatures of the articles compared before. What was judged of two clauses is kept, so facts can be made
anew at once when the analyst puts passages together or parts them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from workbench.analysis.facts import (
    article_signatures,
    fact_assembly,
    matching,
    position_statements,
    possible_phrasings,
)
from workbench.analysis.facts.article_signatures import ArticleSignature
from workbench.analysis.facts.candidate_pairs import CandidateIndex
from workbench.analysis.facts.clustering import connected
from workbench.analysis.facts.fact_assembly import MATCH_SCORE, Group, MatchConstraints
from workbench.analysis.facts.match_features import ClauseProfile
from workbench.analysis.facts.matching import Pair
from workbench.analysis.positions import issues
from workbench.analysis.provenance import copies, rewrites
from workbench.analysis.provenance.lineage import DEPENDENT_SHARE
from workbench.model import Fact, Span
from workbench.nlp import sentence_encoder
from workbench.nlp.linear_chain import Floats
from workbench.store import articles, mark_transfer, match_constraints, versions
from workbench.store.articles import text_of
from workbench.store.clauses import load_clauses_at, load_clauses_of
from workbench.store.facts import (
    FactPassages,
    fact_passages,
    facts_without_phrasings,
    phrasing_texts,
    save_facts,
    save_possible_phrasings,
)
from workbench.store.issues import issue_labels, pinned_labels, save_issues, save_topic_vectors, topic_vectors
from workbench.store.lineage import load_lineage, save_copies, save_rewrites
from workbench.store.match_constraints import Place
from workbench.store.pending_work import current_revision, mark_done, pending_articles
from workbench.store.positions import holders_by_topic, load_positions_of, topic_counts
from workbench.store.signatures import (
    articles_to_compare_again,
    articles_without_signature,
    clause_vectors,
    delete_signatures,
    keep_clause_vectors,
    load_match_scores,
    load_signatures,
    save_clause_vectors,
    save_match_scores,
    save_signatures,
)

SMALL = 2000
"""A case of fewer clauses is always compared as a whole."""
GROWN = 0.1
"""The share of new clauses from which a case is compared as a whole."""


def compare(db: Database, everything: bool = False) -> None:
    """Group issues, find copied passages and match the facts of all that is analysed; `everything`: from scratch."""
    begun, gone = current_revision(db), {*pending_articles(db, "comparison")} - {*articles.ids(db)}
    old = versions.number_versions(db)
    mark_transfer.transfer_marks(db)
    delete_signatures(db, None if everything else old)
    made = [_signature(db, id) for id in articles_without_signature(db)]
    new = {one.article_id for one in made}
    case = _Case.of(db, made)
    clauses, added = (sum(len(one.spans) for one in found) for found in (case.signatures, made))
    whole = clauses < SMALL or added > GROWN * clauses
    _group(db)
    _match(db, case, None if whole else new)
    mark_transfer.transfer_marks(db)  # again, for the marks of facts: those of the newest versions are made only now
    _trace(db, case, None if whole else new | old | gone)
    # last, so that what was cut short is compared again
    save_signatures(db, [(one.article_id, *article_signatures.pack(one)) for one in made])
    mark_done(db, "comparison", begun)


def _group(db: Database) -> None:
    """Group topics into issues."""
    meanings = sentence_encoder.CachedEncoder(topic_vectors(db))
    save_issues(db, issues.group_topics(topic_counts(db), pinned_labels(db), meanings, holders_by_topic(db)))
    save_topic_vectors(db, meanings.used)


def _trace(db: Database, case: _Case, new: Collection[str] | None) -> None:
    """Find what is copied, of all articles or where one of the new has a part, and what is rewritten, of all."""
    shingles = {one.article_id: one.shingles for one in case.signatures}
    dates = {id: head.published_on for id, head in articles.heads(db).items()}
    fresh = None if new is None else [id for id in new if id in shingles]
    crediting = {row.article_id for row in load_lineage(db) if row.kind == "credits"}
    copied = copies.find_copies_by_shingles(shingles, dates, lambda id: text_of(db, id), fresh, crediting)
    save_copies(db, copied, new)
    alike = {
        (row.article_id, row.origin)
        for row in load_lineage(db)
        if row.kind == "copies" and row.share >= DEPENDENT_SHARE
    }
    passages = ([(article, span) for article, span, _ in own] for own in fact_passages(db).values())
    clauses = {one.article_id: len(one.spans) for one in case.signatures}
    rewritten = rewrites.find_rewrites(passages, clauses, dates, crediting)
    save_rewrites(db, [r for r in rewritten if not {(r.article_id, r.origin), (r.origin, r.article_id)} & alike])


def _match(db: Database, case: _Case, new: Collection[str] | None) -> None:
    """Match the facts of all articles, or those of the new with all."""
    fresh = (
        None if new is None else {int(w) for one in case.signatures if one.article_id in new for w in one.clause_hashes}
    )
    found = _match_scores(db, case, fresh)
    save_match_scores(db, [(*pair, sure) for pair, sure in found.items() if sure >= MATCH_SCORE], new is None)
    if new is None:
        keep_clause_vectors(db, case.where)
    _regroup(db, case, fresh)


def regroup(db: Database, touched: Iterable[Place]) -> None:
    """Make the facts anew that passages at these places may belong to."""
    case = _Case.of(db, [_signature(db, id) for id in articles_to_compare_again(db)])
    _regroup(db, case, {w for place in touched if (w := case.clause_at(place)) is not None})


@dataclass(frozen=True, slots=True)
class _Case:
    """The signatures of a case, and where its clauses stand."""

    signatures: Sequence[ArticleSignature]
    where: Mapping[int, Sequence[Place]]

    @classmethod
    def of(cls, db: Database, new: Iterable[ArticleSignature] = ()) -> _Case:
        """What is stored, and signatures that are not stored yet."""
        stored = (article_signatures.unpack(*row) for row in load_signatures(db))
        found = sorted((*stored, *new), key=lambda one: one.article_id)
        return cls(found, article_signatures.clause_places(found))

    def clause_at(self, place: Place) -> int | None:
        """The hash of the clause that has most in common with a place."""
        spans = [(w, span) for w, own in self.where.items() for article, span in own if article == place[0]]
        clause_hash, span = max(spans, key=lambda s: _shared(s[1], place[1]), default=(None, Span(0, 0)))
        return clause_hash if _shared(span, place[1]) else None


def _shared(one: Span, other: Span) -> float:
    """How much of the two spans together is in both, 0 to 1."""
    both = max(0, min(one.end, other.end) - max(one.start, other.start))
    return both / max(1, one.end - one.start + other.end - other.start - both)


def _signature(db: Database, id: str) -> ArticleSignature:
    """The signature of an article as it is analysed."""
    clauses = [c for c in load_clauses_of(db, id) if article_signatures.is_comparable(c)]
    said = position_statements.stated_positions(clauses, load_positions_of(db, [id]))
    return article_signatures.article_signature(id, clauses, said, copies.shingles(text_of(db, id)))


def _match_scores(db: Database, case: _Case, fresh: Collection[int] | None) -> dict[Pair, float]:
    """How sure the pairs of all clauses are, or of those that are fresh with all."""
    index, embed = CandidateIndex(case.signatures), _embedder(db, case)
    found = index.pairs(fresh)
    statements = position_statements.statements_by_clause(case.signatures, issue_labels(db), embed)
    same = frozenset(position_statements.same_statement_pairs(statements, fresh))
    profiles = _profiles(db, case, index, {clause_hash for pair in (*found, *same) for clause_hash in pair})
    return matching.match_scores(
        found, profiles, statements, same, article_signatures.context_clauses(case.signatures), embed
    )


def _embedder(db: Database, case: _Case) -> matching.Embed:
    """What gives the vectors of clauses, those that are kept or new ones, which are kept from then on."""

    def embed(clause_hashes: Sequence[int]) -> Floats:
        known = clause_vectors(db, clause_hashes)
        new = [clause_hash for clause_hash in clause_hashes if clause_hash not in known]
        clauses = load_clauses_at(db, [case.where[clause_hash][0] for clause_hash in new])
        rows = sentence_encoder.to_half_precision(
            sentence_encoder.encode([clauses[case.where[clause_hash][0]].text for clause_hash in new])
        )
        found = dict(zip(new, rows, strict=True))
        save_clause_vectors(db, found)
        return sentence_encoder.from_half_precision([(known | found)[clause_hash] for clause_hash in clause_hashes])

    return embed


def _profiles(
    db: Database, case: _Case, index: CandidateIndex, clause_hashes: Iterable[int]
) -> dict[int, ClauseProfile]:
    places = {case.where[clause_hash][0]: clause_hash for clause_hash in clause_hashes}
    clauses = load_clauses_at(db, places)
    return fact_assembly.build_profiles({places[place]: clause for place, clause in clauses.items()}, index)


def _regroup(db: Database, case: _Case, seeds: Collection[int] | None) -> None:
    """Make facts of the judged pairs: all, or those that are connected with the seeds."""
    likeness = {(a, b): sure for a, b, sure in load_match_scores(db) if sure >= MATCH_SCORE}
    constraints = _constraints(db, case)
    stored = fact_passages(db)
    clause_hashes = {place: clause_hash for clause_hash, own in case.where.items() for place in own}
    if seeds is None:
        where, touched = case.where, {*stored}
    else:
        stale = {id for id, own in stored.items() if any((a, span) not in clause_hashes for a, span, _ in own)}
        left = {clause_hashes[a, span] for id in stale for a, span, _ in stored[id] if (a, span) in clause_hashes}
        near = connected([*likeness, *constraints.must_link], {*seeds, *left})
        where = {clause_hash: case.where[clause_hash] for clause_hash in near & case.where.keys()}
        touched = stale | {i for i, own in stored.items() if any(clause_hashes.get((a, s)) in where for a, s, _ in own)}
        touched |= {*facts_without_phrasings(db)}
    groups = fact_assembly.group_passages(likeness, where, constraints)
    changed = [g for g in groups if _touches(g, seeds) or stored.get(g.id) != _passages(g)]
    kept = {g.id for g in groups} - {g.id for g in changed}
    save_facts(db, _facts(db, case, changed), None if seeds is None else sorted(touched - kept))
    _find_possible_phrasings(db, case, {g.id for g in changed}, seeds)


def _find_possible_phrasings(
    db: Database, case: _Case, changed: Collection[str], seeds: Collection[int] | None
) -> None:
    """Find what may state facts in articles without a phrasing: of facts that changed, and among new clauses."""
    fresh = {clause_hash for clause_hash in seeds or () if clause_hash in case.where}
    index = CandidateIndex(case.signatures)
    facts_now = {id: [(article, span) for article, span, _ in own] for id, own in fact_passages(db).items()}
    outlets = {id: head.outlet for id, head in articles.heads(db).items()}
    embed = _embedder(db, case)
    statements = position_statements.statements_by_clause(case.signatures, issue_labels(db), embed)
    known = possible_phrasings.KnownFacts(
        facts_now, case.where, outlets, _constraints(db, case).cannot_link, statements
    )
    found = possible_phrasings.find_possible_phrasings(
        known, changed, fresh, index, lambda wanted: _profiles(db, case, index, wanted), embed
    )
    texts = {
        place: clause.text for place, clause in load_clauses_at(db, {(n.article_id, n.span) for n in found}).items()
    }
    rows = [(n.fact_id, n.article_id, n.span, texts[n.article_id, n.span], n.likeness) for n in found]
    again = {article for clause_hash in fresh for article, _ in case.where[clause_hash]}
    save_possible_phrasings(db, rows, changed, again)


def _touches(group: Group, seeds: Collection[int] | None) -> bool:
    """Whether a clause of a fact is new, or of an article whose head is another now."""
    return seeds is None or any(passage.clause_hash in seeds for passage in group.passages)


def _passages(group: Group) -> FactPassages:
    return tuple((p.article_id, p.span, p.sure) for p in group.passages)


def _facts(db: Database, case: _Case, groups: Sequence[Group]) -> list[Fact]:
    """The facts of groups, by date, outlet, article and place of their first phrasing."""
    heads = articles.heads(db)
    dates = {id: head.published_on for id, head in heads.items()}
    outlets = {id: head.outlet for id, head in heads.items()}
    index = CandidateIndex(case.signatures)
    places = {(p.article_id, p.span) for g in groups for p in g.passages}
    texts = phrasing_texts(db, [g.id for g in groups])
    texts |= {place: c.text for place, c in load_clauses_at(db, places - texts.keys()).items()}
    profiles = _profiles(db, case, index, {w for g in groups for w in (g.centre, *(p.clause_hash for p in g.passages))})
    made = (fact_assembly.build_fact(group, texts, profiles, dates, outlets) for group in groups)
    return sorted(made, key=lambda f: fact_assembly.phrasing_order(f.phrasings[0], dates, outlets))


def _constraints(db: Database, case: _Case) -> MatchConstraints:
    """The analyst's constraints, between the clauses that stand there now."""
    found: dict[bool, set[Pair]] = {True: set(), False: set()}
    for one, other, together in match_constraints.load_constraints(db):
        a, b = case.clause_at(one), case.clause_at(other)
        if a is not None and b is not None and a != b:
            found[together].add((min(a, b), max(a, b)))
    return MatchConstraints(frozenset(found[True]), frozenset(found[False]))
