"""Work that is pending in a case: names to be read again, and the comparison of articles.

It is written down by triggers (migration 0008) in the transaction that it comes of: the results of an article, an
edit, an article that goes. Whoever does the work asks for the `current_revision` first, and what came up since then
stays pending.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from workbench.store.database import Database
from workbench.store.serialization import json_array
from workbench.store.transactions import reads, revision_number, writes

Work = Literal["names", "comparison"]


@reads
def pending_articles(db: Database, work: Work) -> list[str]:
    """The ids of the articles for which some work is pending; an article that is gone counts too."""
    return [row[0] for row in db.execute("SELECT article_id FROM owed WHERE work = ? ORDER BY article_id", [work])]


def current_revision(db: Database) -> int:
    """The revision that the case has now, for `mark_done`."""
    return revision_number(db)


@writes
def mark_done(db: Database, work: Work, begun: int, also: Collection[str] = ()) -> None:
    """Work is done: for all that was pending when it began, and for some articles, whenever it came up."""
    db.execute(
        "DELETE FROM owed WHERE work = ? AND (since < ? OR article_id IN (SELECT value FROM json_each(?)))",
        [work, begun, json_array(also)],
    )


@writes
def queue_comparison(db: Database, article_id: str) -> None:
    """Let an article, and those that are related to it, be compared again."""
    db.execute(
        "DELETE FROM digest WHERE article_id = :id OR article_id IN (SELECT other FROM related WHERE article_id = :id)",
        {"id": article_id},
    )
    db.execute("INSERT OR REPLACE INTO owed SELECT 'comparison', ?, number FROM revision", [article_id])


@writes
def queue_article(db: Database, article_id: str) -> None:
    """Let names and comparison be pending for an article that came or went."""
    both = "(VALUES ('names'), ('comparison')) w"
    db.execute(f"INSERT OR REPLACE INTO owed SELECT w.column1, ?, r.number FROM {both}, revision r", [article_id])
