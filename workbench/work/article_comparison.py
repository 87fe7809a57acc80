"""The comparison of a case's articles: issues, facts, and what is copied and rewritten.

A small case, and one that has grown much, is compared as a whole; otherwise only what came in, or is found otherwise
than before, is compared with the rest, from the signatures of the articles compared before.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain

from workbench.analysis import revision
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
from workbench.store.signatures import (
    articles_to_sign,
    delete_signatures,
    last_whole_comparison,
    save_signatures,
    save_whole_comparison,
)
from workbench.work.case_signatures import CaseSignatures, Encode, read_signature, stored_signatures
from workbench.work.fact_matching import match_facts, regroup_all
from workbench.work.workers.tasks import encode

SMALL_CASE_CLAUSES = 2000
"""A case of fewer clauses is always compared as a whole."""

GROWTH_LIMIT = 0.1
"""The share of new clauses from which a case is compared as a whole."""


def compare(db: Database, everything: bool = False, encode: Encode = encode, *, renew: bool = False) -> None:
    """Group issues, find copied passages and match the facts of all that is analysed.

    `everything`: from scratch; `renew`: also where the case has grown much since it was compared as a whole. `encode`
    makes the vectors of clauses.
    """
    begun, gone = current_revision(db), {*pending_articles(db, "comparison")} - {*articles.ids(db)}
    old = versions.number_versions(db)
    mark_transfer.transfer_marks(db)
    left = gone | delete_signatures(db, None if everything else old)
    before = stored_signatures(db)
    made = {id: read_signature(db, id) for id in articles_to_sign(db)}
    fresh = {id: article_signatures.changed_clauses(one, before.get(id)) for id, one in made.items()}
    new = {id for id, changed in fresh.items() if changed or id not in before}
    case = CaseSignatures.of({**before, **made}.values())
    clauses, changed = sum(len(one.spans) for one in case.signatures), {*chain.from_iterable(fresh.values())}
    judged_by, made_by, compared = last_whole_comparison(db)
    much = len(changed) > GROWTH_LIMIT * clauses or (renew and clauses > (1 + GROWTH_LIMIT) * compared)
    small = clauses < SMALL_CASE_CLAUSES and bool(new or left)
    whole = everything or much or small or judged_by != revision.comparison_version()
    anew = whole or made_by != revision.REVISION
    _group_issues(db, whole)
    match_facts(db, case, None if whole else changed, encode, made)
    if anew and not whole:
        regroup_all(db, case)
    mark_transfer.transfer_marks(db)  # again, for the marks of facts: those of the newest versions are made only now
    _find_origins(db, case, None if whole else new | left | old)
    # last, so that what was cut short is compared again
    save_signatures(db, [(id, *article_signatures.pack(made[id])) for id in made if id in new or id not in before])
    if anew:
        save_whole_comparison(db, revision.comparison_version(), revision.REVISION, clauses if whole else compared)
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
