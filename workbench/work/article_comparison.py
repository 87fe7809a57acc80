"""The comparison of a case's articles: issues, facts, and what is copied and rewritten.

A small case, and one that has grown much, is compared as a whole; otherwise only what came in is compared with the
rest, from the signatures of the articles compared before.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlite_utils import Database

from workbench.analysis.facts import article_signatures
from workbench.analysis.positions import issues
from workbench.analysis.provenance import copies, rewrites
from workbench.analysis.provenance.lineage import DEPENDENT_SHARE
from workbench.nlp import sentence_encoder
from workbench.store import articles, mark_transfer, versions
from workbench.store.articles import text_of
from workbench.store.facts import fact_passages
from workbench.store.issues import pinned_positions, pinned_topics, save_issues, save_topic_vectors, topic_vectors
from workbench.store.lineage import load_lineage, save_copies, save_rewrites
from workbench.store.pending_work import current_revision, mark_done, pending_articles
from workbench.store.positions import load_positions
from workbench.store.signatures import articles_without_signature, delete_signatures, save_signatures
from workbench.work.case_signatures import CaseSignatures, read_signature
from workbench.work.fact_matching import match_facts

SMALL_CASE_CLAUSES = 2000
"""A case of fewer clauses is always compared as a whole."""

GROWTH_LIMIT = 0.1
"""The share of new clauses from which a case is compared as a whole."""


def compare(db: Database, everything: bool = False) -> None:
    """Group issues, find copied passages and match the facts of all that is analysed; `everything`: from scratch."""
    begun, gone = current_revision(db), {*pending_articles(db, "comparison")} - {*articles.ids(db)}
    old = versions.number_versions(db)
    mark_transfer.transfer_marks(db)
    delete_signatures(db, None if everything else old)
    made = [read_signature(db, id) for id in articles_without_signature(db)]
    new = {one.article_id for one in made}
    case = CaseSignatures.read(db, made)
    clauses, added = (sum(len(one.spans) for one in found) for found in (case.signatures, made))
    whole = clauses < SMALL_CASE_CLAUSES or added > GROWTH_LIMIT * clauses
    _group_issues(db)
    match_facts(db, case, None if whole else new)
    mark_transfer.transfer_marks(db)  # again, for the marks of facts: those of the newest versions are made only now
    _find_origins(db, case, None if whole else new | old | gone)
    # last, so that what was cut short is compared again
    save_signatures(db, [(one.article_id, *article_signatures.pack(one)) for one in made])
    mark_done(db, "comparison", begun)


def _group_issues(db: Database) -> None:
    """Group positions into issues."""
    encoder = sentence_encoder.CachedEncoder(topic_vectors(db))
    pins = issues.Pins(pinned_positions(db), pinned_topics(db))
    save_issues(db, issues.group_positions(load_positions(db), pins, encoder))
    save_topic_vectors(db, encoder.used)


def _find_origins(db: Database, case: CaseSignatures, new: Collection[str] | None) -> None:
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
