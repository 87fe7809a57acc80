"""Where articles come from: what they credit, copy and rewrite, and the versions of one."""

from __future__ import annotations

from workbench.model import Lineage
from workbench.store import articles
from workbench.store import versions as stored
from workbench.store.lineage import load_lineage
from workbench.views import Head, SentenceEdit, SourceTreeLine
from workbench.work.case_file import CaseFile


def lineage(case: CaseFile) -> tuple[Lineage, ...]:
    """What every article credits, copies and rewrites."""
    from workbench.analysis.provenance.lineage import merge_credits

    return merge_credits(load_lineage(case.db))


def descent(case: CaseFile) -> tuple[SourceTreeLine, ...]:
    """The tree of the case's sources, line by line; older versions are left out."""
    from workbench.analysis.provenance.source_tree import build_source_tree

    return build_source_tree(current_heads(case), lineage(case))


def versions(case: CaseFile, article_id: str = "") -> tuple[tuple[Head, ...], ...]:
    """The versions of an article, or of every article that has several, the oldest first."""
    return tuple(map(tuple, stored.versions(case.db, article_id)))


def edits(case: CaseFile, old: str, new: str) -> tuple[SentenceEdit, ...]:
    """What changed from one article to another, sentence by sentence."""
    from workbench.analysis.provenance.versions import sentence_edits

    return sentence_edits(articles.get(case.db, old).text, articles.get(case.db, new).text)


def current_heads(case: CaseFile) -> dict[str, Head]:
    """The heads of all articles but older versions."""
    return {id: head for id, head in articles.heads(case.db).items() if not head.superseded}
