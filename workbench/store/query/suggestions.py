"""Did you mean: what the case does not have, replaced in place by what is most like it in the case."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

from workbench.store.database import Database
from workbench.store.query.compiler import ValueLookup, unmatched_fields
from workbench.store.query.language import Query
from workbench.store.query.letter_folding import fold
from workbench.store.query.nodes import Field, Words
from workbench.store.query.value_matching import nearest_value

CUTOFF = 72
_VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', 'article_fts', 'row')"


def suggest_query(db: Database, query: Query, lookup: ValueLookup) -> str:
    """The query with its unknown words and values replaced; empty if there is nothing to replace."""
    places = [(w.start, w.end, _words(db, w)) for w in query.words]
    places += [(f.start, f.end, _field(f, lookup)) for f in unmatched_fields(query.fields, lookup)]
    text = query.text
    for start, end, new in sorted(places, reverse=True):
        if new:
            text = text[:start] + new + text[end:]
    return text if text != query.text else ""


def _field(term: Field, lookup: ValueLookup) -> str:
    values = [*lookup.values_of(term.name), *(lookup.codes if term.name == "country" else ())]
    found = nearest_value(term.value, values)
    return f'{term.name}:"{found}"' if found and '"' not in found else ""


def _words(db: Database, words: Words) -> str:
    """The words in the index that are most like these; empty if all of them are there already."""
    db.execute(_VOCABULARY)
    changed = re.sub(r"\w+", lambda m: _word(db, m[0], words.prefix and m.end() == len(words.text)), words.text)
    if changed == words.text:
        return ""
    return (f'"{changed}"' if re.search(r"\s", changed) else changed) + "*" * words.prefix


def _word(db: Database, word: str, prefix: bool) -> str:
    key = fold(word)
    if len(key) < 3 or _known(db, key, prefix):
        return word
    rows = db.execute(
        "SELECT term, doc FROM temp.vocabulary WHERE term >= ? AND term < ?", [key[:1], key[:1] + "\U0010ffff"]
    )
    frequency = {term: doc for term, doc in rows if abs(len(term) - len(key)) <= 2}
    found = process.extract(key, list(frequency), scorer=fuzz.ratio, score_cutoff=CUTOFF, limit=5)
    best = max(found, key=lambda f: (round(f[1]), frequency[f[0]]), default=None)
    return str(best[0]) if best else word


def _known(db: Database, key: str, prefix: bool) -> bool:
    if prefix:
        sql, values = "SELECT 1 FROM temp.vocabulary WHERE term >= ? AND term < ?", [key, key + "\U0010ffff"]
    else:
        sql, values = "SELECT 1 FROM temp.vocabulary WHERE term = ?", [key]
    return db.execute(f"{sql} LIMIT 1", values).fetchone() is not None
