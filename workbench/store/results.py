"""All that an analysis found in one article, put in or taken out in one transaction.

The analyst's edits, tags and notes hold on to ids, and ids are stable, so they lie over the new results as they did
over the old; `mark_anchors` sees to those whose target is not where it was.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.errors import NotFound
from workbench.model import Analysis, Changes, Position
from workbench.store.analysis_changes import Finding, compare_analyses
from workbench.store.clauses import save_clauses
from workbench.store.database import Database
from workbench.store.entities import delete_orphan_entities, save_entities, settle_entities
from workbench.store.issues import ungroup_positions
from workbench.store.kept_output import save_kept_output
from workbench.store.lineage import save_credits
from workbench.store.mark_anchors import anchors_of, reattach_marks, save_anchors
from workbench.store.positions import save_positions
from workbench.store.quotes import restore_own_quotes, save_quotes
from workbench.store.rows import position_from_row, read_quotes
from workbench.store.signatures import delete_signatures
from workbench.store.transactions import writes


@writes
def save_analysis(db: Database, analysis: Analysis, version: str) -> Changes | None:
    """Replace what was found in one article, and note the version that found it.

    What is not as it was; None if the article had not been analysed before.
    """
    article_id = analysis.article_id
    row = db.execute("SELECT analysed_by, text FROM article WHERE id = ?", [article_id]).fetchone()
    if row is None:
        raise NotFound(f"There is no article {article_id}.")
    known, text = row
    old, new = _stored_findings(db, article_id), _findings_of(analysis)
    before = _delete_rows(db, article_id)
    save_entities(db, analysis)
    save_quotes(db, analysis.quotes)
    save_positions(db, analysis.positions)
    ungroup_positions(db, _regrouped(old, new))
    save_clauses(db, analysis.clauses)
    if save_credits(db, article_id, analysis.credits):
        delete_signatures(db, [article_id])
    _save_language(db, analysis)
    save_kept_output(db, article_id, analysis.kept)
    delete_orphan_entities(db, before)
    settle_entities(db, before)
    reattach_marks(db, "QP", anchors_of([*new, *restore_own_quotes(db, article_id)]), article_id)
    db.execute("UPDATE article SET analysed_by = ? WHERE id = ?", [version, article_id])
    return None if known is None else compare_analyses(article_id, text, old, new)


def _stored_findings(db: Database, article_id: str) -> list[Finding]:
    """The quotes and positions of an article, as the machine found them."""
    quotes = read_quotes(db, "speaker", "article_id = ? AND NOT own", article_id).values()
    rows = db.query("SELECT *, '' AS issue FROM position WHERE article_id = ?", [article_id])
    return [*quotes, *(position_from_row(row) for row in rows)]


def _findings_of(analysis: Analysis) -> list[Finding]:
    """The quotes and positions of an analysis; of those with the same id the last, which is the one that is kept."""
    found: list[Finding] = [*analysis.quotes, *analysis.positions]
    return list({thing.id: thing for thing in found}.values())


def _regrouped(before: Iterable[Finding], after: Iterable[Finding]) -> list[str]:
    """The ids of the positions of which something else is said, so that they may be on another issue."""
    said = {p.id: _grouped_by(p) for p in before if isinstance(p, Position)}
    return [p.id for p in after if isinstance(p, Position) and said.get(p.id) not in (None, _grouped_by(p))]


def _grouped_by(position: Position) -> tuple[object, ...]:
    return position.topic, position.stance, position.speaker, position.evidence, position.text


def _save_language(db: Database, analysis: Analysis) -> None:
    """Mark an article as left alone for its language."""
    if analysis.unanalysed:
        values = [analysis.article_id, analysis.unanalysed]
        db.execute("INSERT INTO unanalysed (article_id, language) VALUES (?, ?)", values)
        db.execute("UPDATE article SET language = ? WHERE id = ? AND language = ''", values[::-1])


@writes
def delete_results(db: Database, article_id: str) -> None:
    """Drop what was found in an article, and let it wait for its analysis again."""
    before = _delete_rows(db, article_id)
    save_credits(db, article_id, ())
    delete_signatures(db, [article_id])
    delete_orphan_entities(db, before)
    settle_entities(db, before)
    db.execute("UPDATE article SET analysed_by = NULL WHERE id = ?", [article_id])


def _delete_rows(db: Database, article_id: str) -> list[str]:
    """Drop the results of an article; the ids of the entities it named, which may be orphans now."""
    save_anchors(db, article_id)
    named = [row[0] for row in db.execute("SELECT DISTINCT entity_id FROM alias WHERE article_id = ?", [article_id])]
    for table in ("alias", "quote", "position", "clause", "unanalysed"):
        db.execute(f"DELETE FROM {table} WHERE article_id = ?", [article_id])
    return named
