"""What stands for a fact in a list: the phrasing that tells it best to somebody who has read none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from workbench.model import Clause

SentenceOf = Callable[[Clause], str]
"""The sentence that holds a clause."""
SHORTEST, LONGEST = 5, 32
"""Words of a phrasing that tells enough, but not too much."""
LONGEST_SENTENCE = 45
"""Words of a sentence that may stand for a clause that does not stand alone."""
_TRIMMED = " \t\n,;:–—-"
_DATELINE = re.compile(r"^[A-Z][A-Z.'’]+(?:[ ,/]+[A-Z][\w.'’]*)*(?: \([\w ]+\))? ?[–—-]+ (?=[\"“‘A-Z])")
_OPENING = re.compile(
    r"^(?:(?:and|but|or|so|because|although|while|that|as|then)\s+"
    r"|(?:likewise|meanwhile|however|moreover|also|still|separately|in addition|earlier|later),\s+)+",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"[A-Z]")
_QUOTES = (("“", "”"), ('"', '"'))


def choose_gist(clauses: Mapping[Clause, float], sentence_of: SentenceOf) -> str:
    """Of the clauses of a fact, each with how sure it is of the others, the one that tells it best, as a sentence.

    A clause that stands alone goes before one that does not, one in sentence case before a headline, one of middling
    length before a fragment; then the surest, then the first by its words. For one that does not stand alone its
    sentence is taken, unless that is very long.
    """
    best = max(clauses, key=lambda c: (_rank(c), clauses[c], -len(c.text), c.text))
    whole = best.text if best.stands_alone else sentence_of(best)
    return _as_sentence(whole if len(whole.split()) <= LONGEST_SENTENCE else best.text)


def _rank(clause: Clause) -> tuple[bool, bool, bool]:
    words = clause.text.split()
    return clause.stands_alone, SHORTEST <= len(words) <= LONGEST, not is_title_case(words)


def is_title_case(words: list[str]) -> bool:
    """Whether most words are capitalised, as in many headlines."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(bool(_CAPITAL.match(word)) for word in long) > 0.7 * len(long)


def _as_sentence(text: str) -> str:
    words = _DATELINE.sub("", " ".join(text.split()).strip(_TRIMMED))
    opened = _closed_quotes(_OPENING.sub("", words) or words)
    return opened[:1].upper() + opened[1:]


def _closed_quotes(text: str) -> str:
    """The text without a mark that opens and is not closed, and with the one that it closes."""
    for opening, closing in _QUOTES:
        marks = [mark for mark in text if mark in opening + closing]
        lone = len(marks) % 2 if opening == closing else marks.count(opening) - marks.count(closing)
        if lone == 1 and text.startswith(opening):
            text = text.removeprefix(opening)
        elif lone in (1, -1) and closing in text and opening not in text[: text.index(closing)]:
            text = opening + text
    return text
