"""The forms in which a word of a query stands in a case: its inflections (Snowball English), and other spellings.

They are looked up among the words of the full-text index, so the index holds every word once and as it is written: what
is quoted finds exactly itself, and what matched can be shown as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice, product
from typing import Any

from workbench.store.database import Database
from workbench.store.query.letter_folding import fold, spellings
from workbench.store.query.nodes import And, Near, Node, Or, Words
from workbench.store.serialization import to_json

MOST_FORMS = 40
MOST_PHRASES = 64
"""So many combinations of forms are looked for at most."""
_MOST_PARTS = 10 * MOST_PHRASES
"""So many phrases all the combinations of a NEAR have together, at most."""
_SHORTEST = 3
_LAST = "\U0010ffff"


class WordForms:
    """The words of one full-text index, as far as a query asks for them."""

    def __init__(self, db: Database, index: str) -> None:
        self._db = db
        self._vocabulary = f"temp.words_of_{index}"
        self._known: dict[tuple[str, bool, bool], tuple[str, ...]] = {}
        db.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {self._vocabulary} USING fts5vocab('main', '{index}', 'row')")

    def forms_of(self, word: str, *, prefix: bool = False, exact: bool = False) -> tuple[str, ...]:
        """The forms of one word that the index has, the word itself first and whether it has it or not.

        `prefix`: beginnings of words, in other spellings; `exact_expression`: other spellings, but no inflections.
        """
        key = (word, prefix, exact)
        if key not in self._known:
            self._known[key] = self._lookup(word, prefix, exact)
        return self._known[key]

    def _lookup(self, word: str, prefix: bool, exact: bool) -> tuple[str, ...]:
        first, *others = spellings(word, digraphs=word[:1].isupper())
        found = [other for other in others if self._has(other)] if not prefix else self._begun(others)
        if not prefix and not exact and len(word) >= _SHORTEST and word.isalpha():
            found += self._inflected(fold(word))
        return tuple(islice(dict.fromkeys([first, *found]), MOST_FORMS))

    def _has(self, term: str) -> bool:
        return bool(self._db.execute(f"SELECT 1 FROM {self._vocabulary} WHERE term = ?", [term]).fetchone())

    def _begun(self, beginnings: list[str]) -> list[str]:
        """Those of the beginnings with which a word of the index begins."""
        sql = (
            f"SELECT value FROM json_each(?) WHERE EXISTS"
            f" (SELECT 1 FROM {self._vocabulary} WHERE term >= value AND term < value || ?)"
        )
        return [row[0] for row in self._db.execute(sql, [to_json(beginnings), _LAST])]

    def _inflected(self, word: str) -> list[str]:
        """The words of the index with the same stem."""
        stem = stem_of(word)
        start = stem[:-1] if len(stem) > _SHORTEST else stem  # `country` and `countries` part at the last letter of it
        sql = f"SELECT term FROM {self._vocabulary} WHERE term >= ? AND term < ?"
        return [term for (term,) in self._db.execute(sql, [start, start + _LAST]) if stem_of(fold(term)) == stem]

    def expression(self, node: Words | Near) -> str:
        """The FTS5 expression of a word, a phrase or a NEAR, with all forms."""
        if isinstance(node, Words):
            return _any(_quoted(words, node.prefix) for words in self._phrases(node))
        parts = [[_quoted(words, part.prefix) for words in self._phrases(part)] for part in node.parts]
        most = max(1, min(MOST_PHRASES, _MOST_PARTS // len(parts)))
        return _any(f"NEAR({' '.join(found)}, {node.distance})" for found in islice(product(*parts), most))

    def matching_forms(self, node: Node | None) -> tuple[str, ...]:
        """All forms of the words and phrases that a query looks for; what it leaves out does not count."""
        if isinstance(node, Words):
            return tuple(f"{form}*" if node.prefix else form for form in self._phrases(node))
        parts = node.parts if isinstance(node, And | Or | Near) else ()
        return tuple(dict.fromkeys(form for part in parts for form in self.matching_forms(part)))

    def _phrases(self, words: Words) -> list[str]:
        """The word or phrase in all its forms: of a phrase the spellings alone, a word of it being one of several."""
        tokens = words.text.split()
        exact = words.exact or len(tokens) > 1
        last = len(tokens) - 1
        forms = [self.forms_of(t, prefix=words.prefix and n == last, exact=exact) for n, t in enumerate(tokens)]
        return [" ".join(found) for found in islice(product(*forms), MOST_PHRASES)]


def exact_expression(node: Words | Near) -> str:
    """The FTS5 expression of a word, a phrase or a NEAR as it is written."""
    if isinstance(node, Words):
        return _quoted(node.text, node.prefix)
    return f"NEAR({' '.join(_quoted(part.text, part.prefix) for part in node.parts)}, {node.distance})"


def _quoted(text: str, prefix: bool) -> str:
    return '"' + text.replace('"', '""') + '"' + "*" * prefix


def _any(expressions: Iterable[str]) -> str:
    found = list(dict.fromkeys(expressions))
    return found[0] if len(found) == 1 else f"({' OR '.join(found)})"


@lru_cache(maxsize=50_000)
def stem_of(word: str) -> str:
    """The stem of an English word in small letters."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> Any:
    from snowballstemmer import stemmer  # its import takes longer than the rest of a search

    return stemmer("english")
