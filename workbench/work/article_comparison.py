"""The comparison of a case's articles: issues, facts, and what is copied and rewritten.

A small case, and one that has grown much, is compared as a whole; otherwise only what came in is compared with the
rest, from the signatures of the articles compared before.
"""

from __future__ import annotations

from collections.abc import Collection

from workbench.analysis.facts import article_signatures
from workbench.analysis.positions import issues
from workbench.analysis.provenance import copies, rewrites
from workbench.analysis.provenance.lineage import DEPENDENT_SHARE
from workbench.model import TAKING_PART
from workbench.nlp import sentence_encoder
from workbench.store import articles, mark_transfer, versions
from workbench.store.articles import text_of
from workbench.store.database import Database
from workbench.store.facts import fact_passages
from workbench.store.issues import (
    add_issues,
    pinned_positions,
    pinned_topics,
    save_issues,
    save_topic_vectors,
    topic_vectors,
)
from workbench.store.lineage import articles_with_credit, copied_pairs, save_copies, save_rewrites
from workbench.store.pending_work import current_revision, mark_done, pending_articles
from workbench.store.positions import load_positions, load_positions_of_issues, load_ungrouped_positions
from workbench.store.signatures import articles_without_signature, delete_signatures, save_signatures
from workbench.work.case_signatures import CaseSignatures, Encode, read_signature
from workbench.work.fact_matching import match_facts
from workbench.work.workers.tasks import encode

SMALL_CASE_CLAUSES = 2000
"""A case of fewer clauses is always compared as a whole."""

GROWTH_LIMIT = 0.1
"""The share of new clauses from which a case is compared as a whole."""


def compare(db: Database, everything: bool = False, encode: Encode = encode) -> None:
    """Group issues, find copied passages and match the facts of all that is analysed; `everything`: from scratch.

    `encode` makes the vectors of clauses.
    """
    begun, gone = current_revision(db), {*pending_articles(db, "comparison")} - {*articles.ids(db)}
    old = versions.number_versions(db)
    mark_transfer.transfer_marks(db)
    delete_signatures(db, None if everything else old)
    made = [read_signature(db, id) for id in articles_without_signature(db)]
    new = {one.article_id for one in made}
    case = CaseSignatures.read(db, made)
    clauses, added = (sum(len(one.spans) for one in found) for found in (case.signatures, made))
    whole = clauses < SMALL_CASE_CLAUSES or added > GROWTH_LIMIT * clauses
    _group_issues(db, whole)
    match_facts(db, case, None if whole else new, encode)
    mark_transfer.transfer_marks(db)  # again, for the marks of facts: those of the newest versions are made only now
    _find_origins(db, case, None if whole else new | old | gone)
    # last, so that what was cut short is compared again
    save_signatures(db, [(one.article_id, *article_signatures.pack(one)) for one in made])
    mark_done(db, "comparison", begun)


def _group_issues(db: Database, whole: bool) -> None:
    """Group positions into issues: all anew, or those that came in with some that stand for each issue there is."""
    pins = issues.Pins(pinned_positions(db), pinned_topics(db))
    if whole:
        encoder = sentence_encoder.CachedEncoder(topic_vectors(db))
        save_issues(db, issues.group_positions(load_positions(db), pins, encoder))
        save_topic_vectors(db, encoder.used)
        return
    new = load_ungrouped_positions(db)
    standing = [p for p in load_positions_of_issues(db, issues.KEPT) if p.topic != TAKING_PART] if new else []
    grouped = {p.id: p.issue for p in standing if p.topic not in pins.topics}
    known = topic_vectors(db, {text for p in (*standing, *new) for text in (p.text, p.stated, p.topic)})
    encoder = sentence_encoder.CachedEncoder(known)
    labels = issues.group_positions([*standing, *new], issues.Pins({**grouped, **pins.positions}, pins.topics), encoder)
    add_issues(db, {p.id: labels[p.id] for p in new})
    save_topic_vectors(db, encoder.used, known)


def _find_origins(db: Database, case: CaseSignatures, new: Collection[str] | None) -> None:
    """Find what is copied, of all articles or where one of the new has a part, and what is rewritten."""
    shingles = {one.article_id: one.shingles for one in case.signatures}
    dates = {id: head.published_on for id, head in articles.heads(db).items()}
    fresh = None if new is None else {id for id in new if id in shingles}
    crediting = articles_with_credit(db)
    copied = copies.find_copies_by_shingles(shingles, dates, lambda id: text_of(db, id), fresh, crediting)
    save_copies(db, copied, new)
    alike = copied_pairs(db, DEPENDENT_SHARE)
    passages = ([(article, span) for article, span, _ in own] for own in fact_passages(db).values())
    clauses = {one.article_id: len(one.spans) for one in case.signatures}
    found = rewrites.find_rewrites(passages, clauses, dates, crediting, fresh)
    rows = (
        row
        for row in found.values()
        if row and not {(row.article_id, row.origin), (row.origin, row.article_id)} & alike
    )
    save_rewrites(db, rows, found)
