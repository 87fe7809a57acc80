"""The comparison of a case's articles: issues, copied passages and facts, as use cases of `work.py`.

A small case, and one that has grown much, is compared as a whole; otherwise only what came in is compared with the
rest, from the digests of the articles compared before. What was judged of two wordings is kept, so facts can be made
anew at once when the analyst ties passages together or parts them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from workbench.analysis.facts import article_signatures as digesting
from workbench.analysis.facts import fact_assembly, matching, position_statements, possible_phrasings
from workbench.analysis.facts.article_signatures import Digest
from workbench.analysis.facts.candidate_pairs import Index
from workbench.analysis.facts.clustering import reached
from workbench.analysis.facts.fact_assembly import JOIN, Group, Ties
from workbench.analysis.facts.match_features import Profile
from workbench.analysis.facts.matching import Pair
from workbench.analysis.positions import issues
from workbench.analysis.provenance import copies, rewrites
from workbench.analysis.provenance.lineage import DEPENDENT_SHARE
from workbench.model import Fact, Span
from workbench.nlp import encoder
from workbench.nlp.linear_chain import Floats
from workbench.store import articles, comparison, mark_transfer, pending_work, results, versions
from workbench.store import match_constraints as tying
from workbench.store.match_constraints import Place

SMALL = 2000
"""A case of fewer clauses is always compared as a whole."""
GROWN = 0.1
"""The share of new clauses from which a case is compared as a whole."""


def compare(db: Database, everything: bool = False) -> None:
    """Group issues, find copied passages and match the facts of all that is analysed; `everything`: from scratch."""
    begun, gone = pending_work.begun(db), {*pending_work.owed(db, "comparison")} - {*articles.ids(db)}
    old = versions.number_versions(db)
    mark_transfer.carry(db)
    comparison.forget_digests(db, None if everything else old)
    made = [_digest(db, id) for id in comparison.undigested(db)]
    new = {one.article_id for one in made}
    case = _Case.of(db, made)
    clauses, added = (sum(len(one.spans) for one in found) for found in (case.digests, made))
    whole = clauses < SMALL or added > GROWN * clauses
    _group(db)
    _match(db, case, None if whole else new)
    mark_transfer.carry(db)  # again, for the marks of facts: those of the newest versions are made only now
    _trace(db, case, None if whole else new | old | gone)
    # last, so that what was cut short is compared again
    comparison.save_digests(db, [(one.article_id, *digesting.packed(one)) for one in made])
    pending_work.done(db, "comparison", begun)


def _group(db: Database) -> None:
    """Group topics into issues."""
    meanings = encoder.Meanings(results.meanings(db))
    results.save_issues(db, issues.group(results.topics(db), results.pins(db), meanings, results.holders(db)))
    results.save_meanings(db, meanings.used)


def _trace(db: Database, case: _Case, new: Collection[str] | None) -> None:
    """Find what is copied, of all articles or where one of the new has a part, and what is rewritten, of all."""
    runs = {one.article_id: one.runs for one in case.digests}
    dates = {id: head.published_on for id, head in articles.heads(db).items()}
    fresh = None if new is None else [id for id in new if id in runs]
    crediting = {row.article_id for row in results.lineage(db) if row.kind == "credits"}
    copied = copies.find_copies_by_shingles(runs, dates, lambda id: results.text(db, id), fresh, crediting)
    results.save_copies(db, copied, new)
    alike = {
        (row.article_id, row.origin)
        for row in results.lineage(db)
        if row.kind == "copies" and row.share >= DEPENDENT_SHARE
    }
    passages = ([(article, span) for article, span, _ in own] for own in comparison.passages(db).values())
    clauses = {one.article_id: len(one.spans) for one in case.digests}
    rewritten = rewrites.find_rewrites(passages, clauses, dates, crediting)
    results.save_rewrites(
        db, [r for r in rewritten if not {(r.article_id, r.origin), (r.origin, r.article_id)} & alike]
    )


def _match(db: Database, case: _Case, new: Collection[str] | None) -> None:
    """Match the facts of all articles, or those of the new with all."""
    fresh = None if new is None else {int(w) for one in case.digests if one.article_id in new for w in one.wordings}
    found = _judged(db, case, fresh)
    comparison.save_likeness(db, [(*pair, sure) for pair, sure in found.items() if sure >= JOIN], new is None)
    if new is None:
        comparison.keep_meanings(db, case.where)
    _regroup(db, case, fresh)


def regroup(db: Database, touched: Iterable[Place]) -> None:
    """Make the facts anew that passages at these places may belong to."""
    case = _Case.of(db, [_digest(db, id) for id in comparison.uncompared(db)])
    _regroup(db, case, {w for place in touched if (w := case.wording_at(place)) is not None})


@dataclass(frozen=True, slots=True)
class _Case:
    """The digests of a case, and where its wordings stand."""

    digests: Sequence[Digest]
    where: Mapping[int, Sequence[Place]]

    @classmethod
    def of(cls, db: Database, new: Iterable[Digest] = ()) -> _Case:
        """What is stored, and digests that are not stored yet."""
        stored = (digesting.unpacked(*row) for row in comparison.digests(db))
        found = sorted((*stored, *new), key=lambda one: one.article_id)
        return cls(found, digesting.places(found))

    def wording_at(self, place: Place) -> int | None:
        """The wording that has most in common with a place."""
        spans = [(w, span) for w, own in self.where.items() for article, span in own if article == place[0]]
        wording, span = max(spans, key=lambda s: _shared(s[1], place[1]), default=(None, Span(0, 0)))
        return wording if _shared(span, place[1]) else None


def _shared(one: Span, other: Span) -> float:
    """How much of the two spans together is in both, 0 to 1."""
    both = max(0, min(one.end, other.end) - max(one.start, other.start))
    return both / max(1, one.end - one.start + other.end - other.start - both)


def _digest(db: Database, id: str) -> Digest:
    """The digest of an article as it is analysed."""
    clauses = [c for c in comparison.clauses_of(db, id) if digesting.usable(c)]
    said = position_statements.said(clauses, results.positions_in(db, [id]))
    return digesting.digest(id, clauses, said, copies.shingles(results.text(db, id)))


def _judged(db: Database, case: _Case, fresh: Collection[int] | None) -> dict[Pair, float]:
    """How sure the pairs of all wordings are, or of those that are fresh with all."""
    index, meaning = Index(case.digests), _meaning(db, case)
    found = index.pairs(fresh)
    stands = position_statements.stands(case.digests, comparison.labels(db), meaning)
    same = frozenset(position_statements.same_stands(stands, fresh))
    profiles = _profiles(db, case, index, {wording for pair in (*found, *same) for wording in pair})
    return matching.judged(found, profiles, stands, same, digesting.around(case.digests), meaning)


def _meaning(db: Database, case: _Case) -> matching.Meaning:
    """What gives the vectors of wordings, those that are kept or new ones, which are kept from then on."""

    def meaning(wordings: Sequence[int]) -> Floats:
        known = comparison.meanings(db, wordings)
        new = [wording for wording in wordings if wording not in known]
        clauses = comparison.clauses_at(db, [case.where[wording][0] for wording in new])
        rows = encoder.halved(encoder.vectors([clauses[case.where[wording][0]].text for wording in new]))
        found = dict(zip(new, rows, strict=True))
        comparison.save_meanings(db, found)
        return encoder.whole([(known | found)[wording] for wording in wordings])

    return meaning


def _profiles(db: Database, case: _Case, index: Index, wordings: Iterable[int]) -> dict[int, Profile]:
    places = {case.where[wording][0]: wording for wording in wordings}
    clauses = comparison.clauses_at(db, places)
    return fact_assembly.profiled({places[place]: clause for place, clause in clauses.items()}, index)


def _regroup(db: Database, case: _Case, seeds: Collection[int] | None) -> None:
    """Make facts of the judged pairs: all, or those that are connected with the seeds."""
    likeness = {(a, b): sure for a, b, sure in comparison.likeness(db) if sure >= JOIN}
    ties = _ties(db, case)
    stored = comparison.passages(db)
    wordings = {place: wording for wording, own in case.where.items() for place in own}
    if seeds is None:
        where, touched = case.where, {*stored}
    else:
        stale = {id for id, own in stored.items() if any((a, span) not in wordings for a, span, _ in own)}
        left = {wordings[a, span] for id in stale for a, span, _ in stored[id] if (a, span) in wordings}
        near = reached([*likeness, *ties.together], {*seeds, *left})
        where = {wording: case.where[wording] for wording in near & case.where.keys()}
        touched = stale | {i for i, own in stored.items() if any(wordings.get((a, s)) in where for a, s, _ in own)}
        touched |= {*comparison.untold(db)}
    groups = fact_assembly.groups(likeness, where, ties)
    changed = [g for g in groups if _touches(g, seeds) or stored.get(g.id) != _passages(g)]
    kept = {g.id for g in groups} - {g.id for g in changed}
    comparison.save_facts(db, _facts(db, case, changed), None if seeds is None else sorted(touched - kept))
    _look_near(db, case, {g.id for g in changed}, seeds)


def _look_near(db: Database, case: _Case, changed: Collection[str], seeds: Collection[int] | None) -> None:
    """Find what may state facts in articles without a phrasing: of facts that changed, and among new wordings."""
    fresh = {wording for wording in seeds or () if wording in case.where}
    index = Index(case.digests)
    facts_now = {id: [(article, span) for article, span, _ in own] for id, own in comparison.passages(db).items()}
    outlets = {id: head.outlet for id, head in articles.heads(db).items()}
    meaning = _meaning(db, case)
    stands = position_statements.stands(case.digests, comparison.labels(db), meaning)
    told = possible_phrasings.Told(facts_now, case.where, outlets, _ties(db, case).apart, stands)
    found = possible_phrasings.near(
        told, changed, fresh, index, lambda wanted: _profiles(db, case, index, wanted), meaning
    )
    texts = {
        place: clause.text
        for place, clause in comparison.clauses_at(db, {(n.article_id, n.span) for n in found}).items()
    }
    rows = [(n.fact_id, n.article_id, n.span, texts[n.article_id, n.span], n.likeness) for n in found]
    again = {article for wording in fresh for article, _ in case.where[wording]}
    comparison.save_perhaps(db, rows, changed, again)


def _touches(group: Group, seeds: Collection[int] | None) -> bool:
    """Whether a wording of a fact is new, or of an article whose head is another now."""
    return seeds is None or any(passage.wording in seeds for passage in group.passages)


def _passages(group: Group) -> comparison.Passages:
    return tuple((p.article_id, p.span, p.sure) for p in group.passages)


def _facts(db: Database, case: _Case, groups: Sequence[Group]) -> list[Fact]:
    """The facts of groups, by date, outlet, article and place of their first phrasing."""
    heads = articles.heads(db)
    dates = {id: head.published_on for id, head in heads.items()}
    outlets = {id: head.outlet for id, head in heads.items()}
    index = Index(case.digests)
    places = {(p.article_id, p.span) for g in groups for p in g.passages}
    texts = comparison.phrasings_of(db, [g.id for g in groups])
    texts |= {place: c.text for place, c in comparison.clauses_at(db, places - texts.keys()).items()}
    profiles = _profiles(db, case, index, {w for g in groups for w in (g.centre, *(p.wording for p in g.passages))})
    made = (fact_assembly.fact(group, texts, profiles, dates, outlets) for group in groups)
    return sorted(made, key=lambda f: fact_assembly.place_of(f.phrasings[0], dates, outlets))


def _ties(db: Database, case: _Case) -> Ties:
    """The analyst's ties, between the wordings that stand there now."""
    found: dict[bool, set[Pair]] = {True: set(), False: set()}
    for one, other, together in tying.ties(db):
        a, b = case.wording_at(one), case.wording_at(other)
        if a is not None and b is not None and a != b:
            found[together].add((min(a, b), max(a, b)))
    return Ties(frozenset(found[True]), frozenset(found[False]))
