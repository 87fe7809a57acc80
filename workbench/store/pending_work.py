"""What an analysis still owes the case: names to be read again, and the comparison of articles.

It is written down by triggers (migration 0008) in the transaction that it comes of: the results of an article, an
edit, an article that goes. Whoever does the work looks at `begun` first, and what came up since then stays owed.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from sqlite_utils import Database

from workbench.store.sql_values import ids_of
from workbench.store.transactions import reads, state, writes

Work = Literal["names", "comparison"]


@reads
def owed(db: Database, work: Work) -> list[str]:
    """The ids of the articles that some work is owed for; an article that is gone counts too."""
    return [row[0] for row in db.execute("SELECT article_id FROM owed WHERE work = ? ORDER BY article_id", [work])]


def begun(db: Database) -> int:
    """The mark of the moment, for `done`."""
    return state(db)


@writes
def done(db: Database, work: Work, begun: int, also: Collection[str] = ()) -> None:
    """Work is done: of all that was owed when it began, and of some articles, whenever it came up."""
    db.execute(
        "DELETE FROM owed WHERE work = ? AND (since < ? OR article_id IN (SELECT value FROM json_each(?)))",
        [work, begun, ids_of(also)],
    )


@writes
def compare_again(db: Database, article_id: str) -> None:
    """Let an article, and those that are related to it, be compared again."""
    db.execute(
        "DELETE FROM digest WHERE article_id = :id OR article_id IN (SELECT other FROM related WHERE article_id = :id)",
        {"id": article_id},
    )
    db.execute("INSERT OR REPLACE INTO owed SELECT 'comparison', ?, number FROM revision", [article_id])


@writes
def owe(db: Database, article_id: str) -> None:
    """Names and comparison are owed for an article that came or went."""
    both = "(VALUES ('names'), ('comparison')) w"
    db.execute(f"INSERT OR REPLACE INTO owed SELECT w.column1, ?, r.number FROM {both}, revision r", [article_id])
