"""What the models said of articles, in and out: it can be made again from their texts."""

from __future__ import annotations

from workbench.model import NOTHING_KEPT, KeptOutput
from workbench.store.database import Database
from workbench.store.transactions import case_name, reads, translated_errors, writes


@reads
def load_kept_output(db: Database, article_id: str) -> KeptOutput:
    """What is kept of an article; NOTHING_KEPT if nothing is."""
    row = db.execute("SELECT output, scores FROM kept_output WHERE article_id = ?", [article_id]).fetchone()
    return KeptOutput(*row) if row and all(isinstance(part, bytes) for part in row) else NOTHING_KEPT


@writes
def save_kept_output(db: Database, article_id: str, kept: KeptOutput) -> None:
    """Keep this of an article and nothing else, if the article is there."""
    if kept != load_kept_output(db, article_id):
        db.execute(
            "INSERT OR REPLACE INTO kept_output SELECT id, ?, ? FROM article WHERE id = ?",
            [kept.output, kept.scores, article_id],
        )


def compact(db: Database) -> int:
    """Drop what can be made again and give the room that is free back to the disk; how many bytes that wins."""
    before = _size(db)
    _drop(db)
    with translated_errors(case_name(db)):
        db.execute("VACUUM")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return before - _size(db)


@writes
def _drop(db: Database) -> None:
    for table in ("kept_output", "wording", "meaning"):
        db.execute(f"DELETE FROM {table}")


def _size(db: Database) -> int:
    return int(db.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()[0])
