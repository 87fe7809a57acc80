"""Names in headings, where every word begins with a capital: "Ruiz Meets", "Meet Ruiz".

The design decision: the body of the article says what is a name. What a heading has beside a name of the body is cut
off, and a name that the body does not have is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.entities.name_parts import last_name
from workbench.analysis.text.lexicon import given_names

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MIN_WORDS, MIN_SHARE = 4, 0.8
"""So many longer words, and so great a share of them with capitals, make a line a heading."""
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SENTENCES = re.compile(r"[a-z][.!?][”\"’]?\s+\S")
HYPHENS = ("-", "‑")
_Words = tuple[str, ...]


def heading_tokens(doc: Doc, text: str) -> frozenset[int]:
    """The tokens of all lines in which nearly every word begins with a capital."""
    lines = [m.span() for m in _LINE.finditer(text) if _is_heading(m[0])]
    found: set[int] = set()
    for start, end in lines:
        span = doc.char_span(start, end, alignment_mode="expand")
        found |= {t.i for t in span or ()}
    return frozenset(found)


def cut_to_names(tokens: list[Token], names: frozenset[_Words]) -> list[Token]:
    """The longest part of the words of a heading that is one of the `names`, or one with its given name; else none."""
    for length in range(len(tokens), 0, -1):
        for at in range(len(tokens) - length + 1):
            part = tokens[at : at + length]
            words = _words(part)
            if words in names or (words[1:] in names and part[0].text in given_names()):
                return part
    return []


def name_forms(found: Iterable[Sequence[Token]]) -> frozenset[_Words]:
    """The names of a body as words, in full and, of those with several words, the family name."""
    full = {_words(tokens) for tokens in found}
    return frozenset(full | {tuple(last_name(" ".join(words)).split()) for words in full})


def _words(tokens: Iterable[Token]) -> _Words:
    return tuple(t.lower_ for t in tokens if t.text not in HYPHENS)


def _is_heading(line: str) -> bool:
    words = _WORD.findall(line[:300])
    capital = sum(w[0].isupper() for w in words)
    return len(words) >= MIN_WORDS and capital >= MIN_SHARE * len(words) and not _SENTENCES.search(line)
