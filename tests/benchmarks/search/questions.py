"""What is asked: words by how many articles have them, phrases that stand in articles, and what is made of both."""

from __future__ import annotations

import random
import re
import sqlite3
from pathlib import Path

SEED = 7
SHARES = {"rare": (0.00002, 0.001), "middle": (0.01, 0.03), "common": (0.15, 1.0)}
"""Which share of the articles has such a word."""
_PHRASES = 400
"""Articles that phrases are looked for in."""


def questions(case: Path, count: int) -> dict[str, list[str]]:
    """Kind -> so many questions of it, or as many as the case has."""
    dice = random.Random(SEED)
    connection = sqlite3.connect(f"{case.absolute().as_uri()}?mode=ro", uri=True)
    articles = connection.execute("SELECT count(*) FROM article").fetchone()[0]
    words = {kind: _words(connection, articles, *share) for kind, share in SHARES.items()}
    outlets = [row[0] for row in connection.execute("SELECT DISTINCT outlet FROM article WHERE outlet <> ''")]
    picked = {kind: _some(dice, found, count) for kind, found in words.items()}
    starts = sorted({word[:2] for found in words.values() for word in found})
    pairs = list(zip(picked["common"] * count, picked["middle"], strict=False))
    return {
        **picked,
        "phrase": _some(dice, _phrases(connection, dice, articles), count),
        "two letters *": [f"{start}*" for start in _some(dice, starts, count)],
        "common AND middle": [" ".join(pair) for pair in pairs],
        "common in an outlet": [f'{word} outlet:"{dice.choice(outlets)}"' for word in picked["common"] if outlets],
    }


def _some(dice: random.Random, found: list[str], count: int) -> list[str]:
    return dice.sample(found, min(count, len(found)))


def _words(connection: sqlite3.Connection, articles: int, least: float, most: float) -> list[str]:
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'article_fts', 'row')")
    rows = connection.execute(
        "SELECT term FROM temp.words WHERE doc BETWEEN ? AND ? AND length(term) > 3",
        (least * articles, most * articles),
    )
    return [word for (word,) in rows if word.isascii() and word.isalpha()]


def _phrases(connection: sqlite3.Connection, dice: random.Random, articles: int) -> list[str]:
    """Pairs of words that stand in as many articles as a middle word at most, and in some."""
    places = [dice.randint(1, articles) for _ in range(_PHRASES)]
    rows = connection.execute(f"SELECT text FROM article WHERE rowid IN ({','.join(map(str, places))})")
    pairs = {f'"{pair}"' for (text,) in rows for pair in re.findall(r"[A-Za-z]{3,} [A-Za-z]{3,}", text)[:20]}
    least, most = 0.001 * articles, SHARES["middle"][1] * articles
    sql = "SELECT count(*) FROM article_fts WHERE article_fts MATCH ?"
    return sorted(pair for pair in pairs if least <= connection.execute(sql, (pair,)).fetchone()[0] <= most)
