"""Versions of one article: those of one address whose text changed. All are kept; the newest is the one that counts."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import parse_qsl, urlencode, urlsplit

from workbench.store.database import Database
from workbench.store.rows import read_heads
from workbench.store.transactions import reads, writes
from workbench.views import Head

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ref_src", "cmpid", "igshid", "ocid", "smid")


def page_address(url: str) -> str:
    """What addresses of one page have in common: without scheme, "www.", tracking, fragment and a slash at the end; ""
    for what is no web address, or that of a whole site.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    kept = [(k, v) for k, v in parse_qsl(parts.query) if not k.lower().startswith(_TRACKING)]
    query = f"?{urlencode(sorted(kept))}" if kept else ""
    page = f"{parts.path.rstrip('/')}{query}"
    return f"{host}{page}" if page else ""


@writes
def number_versions(db: Database) -> set[str]:
    """Find the versions of every article anew, in order of their dates, then as they were added; those not current."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for id, url, source, day in db.execute("SELECT id, url, source, published_on FROM head ORDER BY rowid").fetchall():
        if place := page_address(url) or page_address(source):
            found[place].append((id, day))
    several = [_in_order(own) for own in found.values() if len(own) > 1]
    wanted = {(id, ids[0], n, int(n == len(ids))) for ids in several for n, id in enumerate(ids, 1)}
    stored = set(db.execute("SELECT article_id, first, number, current FROM version").fetchall())
    db.conn.executemany("DELETE FROM version WHERE article_id = ?", [row[:1] for row in stored - wanted])
    db.conn.executemany("INSERT OR REPLACE INTO version VALUES (?, ?, ?, ?)", sorted(wanted - stored))
    return {id for id, _, _, current in wanted if not current}


def _in_order(own: list[tuple[str, str]]) -> list[str]:
    """Ids by their days; as they were added where one has no day, which says nothing of its place."""
    dated = all(day for _, day in own)
    return [id for id, _ in (sorted(own, key=lambda pair: pair[1]) if dated else own)]


@reads
def versions(db: Database, article_id: str = "") -> list[list[Head]]:
    """The versions of an article, or of every article that has several, each list the oldest first."""
    own = " WHERE first = (SELECT first FROM version WHERE article_id = ?)" if article_id else ""
    sql = f"SELECT first, article_id FROM version{own} ORDER BY first, number"
    found: dict[str, list[str]] = defaultdict(list)
    for first, id in db.execute(sql, [article_id] if article_id else []).fetchall():
        found[first].append(id)
    heads = {head.id: head for head in read_heads(db, [id for ids in found.values() for id in ids])}
    return [[heads[id] for id in ids] for ids in found.values()]
