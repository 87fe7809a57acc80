"""Documents and articles in and out. A document is kept as it came (compressed); an article's text never changes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

from workbench.errors import CaseDamaged, NotFound
from workbench.model import ARTICLE_FIELDS, Article, Document, OffsetMap, Segment
from workbench.store.database import Database
from workbench.store.rows import read_heads
from workbench.store.serialization import json_array, storable, to_json, utc_now
from workbench.store.transactions import case_name, reads, translated_errors, writes
from workbench.views import Head

_COLUMNS = ("source", *ARTICLE_FIELDS, "contributors", "text")


@writes
def add(db: Database, document: Document, article: Article) -> bool:
    """Store a document with its article; False, and nothing done, if the document is known."""
    if has_document(db, document.id):
        return False
    at = utc_now()
    packed = zlib.compress(document.data, 6)
    db.execute(
        "INSERT OR IGNORE INTO document (id, media_type, encoding, size, added_at, data) VALUES (?, ?, ?, ?, ?, ?)",
        [document.id, document.media_type, document.encoding, len(document.data), at, packed],
    )
    values = [storable(getattr(article, name)) for name in _COLUMNS]
    offsets = to_json([[s.clean, s.raw, s.length] for s in article.offsets.segments])
    db.execute(
        f"INSERT INTO article (id, document_id, words, added_at, offsets, {', '.join(_COLUMNS)})"
        f" VALUES ({', '.join('?' * (len(values) + 5))})",
        [article.id, document.id, article.words, at, offsets, *values],
    )
    return True


@reads
def has_document(db: Database, document_id: str) -> bool:
    """Whether an article of the document is in the case (of one that was taken out the document stays)."""
    return db.execute("SELECT 1 FROM article WHERE document_id = ?", [document_id]).fetchone() is not None


@reads
def count_repeated_texts(db: Database, article_ids: Sequence[str]) -> int:
    """How many of these articles have the text of one that came before them."""
    rows = db.execute(
        "SELECT id, text FROM article WHERE words IN (SELECT words FROM article WHERE id IN"
        " (SELECT value FROM json_each(?))) ORDER BY rowid",
        [json_array(article_ids)],
    )
    asked, seen, count = {*article_ids}, set[bytes](), 0
    for id, text in rows:
        digest = blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
        count += id in asked and digest in seen
        seen.add(digest)
    return count


@reads
def get(db: Database, id: str) -> Article:
    """The article as it was taken from its document, without the analyst's edits."""
    row = next(iter(db.query("SELECT * FROM article WHERE id = ?", [storable(id)])), None)
    if row is None:
        raise NotFound(f"There is no article {id}.")
    return article_from_row(row)


def article_from_row(row: dict[str, Any]) -> Article:
    """An Article of a row of the table `article`."""
    segments = tuple(Segment(*s) for s in json.loads(row["offsets"]))
    fields = {name: row[name] for name in ("document_id", *_COLUMNS)}
    return Article(**fields, offsets=OffsetMap(segments))


@reads
def pending(db: Database, version: str) -> list[str]:
    """Ids of the articles that this version of the analysis has not seen, in the order they came.

    One that was left alone for its language waits again when the analyst says that it is in English.
    """
    rows = db.execute(
        "SELECT rowid AS place, id FROM article WHERE analysed_by IS NOT ?"
        " UNION SELECT h.rowid, h.id FROM unanalysed u CROSS JOIN head h ON h.id = u.article_id WHERE h.language = 'en'"
        " ORDER BY place",
        [version],
    )
    return [row[1] for row in rows]


@writes
def mark_all_pending(db: Database) -> None:
    """Let every article wait for its analysis again; what was found stays until then."""
    db.execute("UPDATE article SET analysed_by = '' WHERE analysed_by IS NOT NULL")


@reads
def ids(db: Database) -> list[str]:
    """Ids of all articles, in the order they came."""
    return [row[0] for row in db.execute("SELECT id FROM head ORDER BY rowid")]


@reads
def count(db: Database) -> int:
    """How many articles there are."""
    return int(db.execute("SELECT count(*) FROM article").fetchone()[0])


@reads
def heads(db: Database, article_ids: Iterable[str] | None = None) -> dict[str, Head]:
    """The heads of all articles, or of some, the analyst's edits laid over them, newest first."""
    return {head.id: head for head in read_heads(db, article_ids)}


@reads
def word_counts(db: Database, article_ids: Sequence[str]) -> dict[str, int]:
    """How many words each of the articles has (lists carry Article values without their text)."""
    rows = db.execute(
        "SELECT id, words FROM head WHERE id IN (SELECT value FROM json_each(?))", [json_array(article_ids)]
    )
    return dict(rows.fetchall())


@reads
def added_on(db: Database, article_ids: Iterable[str]) -> dict[str, str]:
    """When some articles came into the case, ISO, UTC."""
    rows = db.execute(
        "SELECT id, added_at FROM article WHERE id IN (SELECT value FROM json_each(?))", [json_array(article_ids)]
    )
    return dict(rows.fetchall())


@reads
def document(db: Database, article_id: str) -> Document:
    """The document an article was taken from, as it came."""
    row = db.execute(
        "SELECT a.source, d.data, d.media_type, d.encoding FROM article a JOIN document d ON d.id = a.document_id"
        " WHERE a.id = ?",
        [storable(article_id)],
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no article {article_id}.")
    source, data, media_type, encoding = row
    return Document(source, decompressed(data, article_id), media_type, encoding)


def decompressed(data: bytes, article_id: str) -> bytes:
    """A stored document's bytes."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise CaseDamaged(
            f"The document of article {article_id} is damaged.", "Add its source again to a new case."
        ) from error


TEXTS_AT_ONCE = 100


def text_of(db: Database, article_id: str) -> str:
    """The text of an article."""
    return str(db.execute("SELECT text FROM article WHERE id = ?", [article_id]).fetchone()[0])


@reads
def texts(db: Database, article_ids: Iterable[str]) -> dict[str, str]:
    """The texts of some articles."""
    rows = db.execute(
        "SELECT id, text FROM article WHERE id IN (SELECT value FROM json_each(?))", [json_array(article_ids)]
    )
    return dict(rows.fetchall())


def iter_texts(db: Database) -> Iterator[tuple[str, str]]:
    """Id and text of every article, a few at a time; nothing is held open in between."""
    last = 0
    while True:
        with translated_errors(case_name(db)):
            rows = db.execute(
                "SELECT rowid, id, text FROM article WHERE rowid > ? ORDER BY rowid LIMIT ?", [last, TEXTS_AT_ONCE]
            ).fetchall()
        if not rows:
            return
        yield from ((id, text) for _, id, text in rows)
        last = rows[-1][0]
