"""What stands for a fact in a list: the phrasing that tells it best to somebody who has read none of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.model import Clause

SHORTEST, LONGEST = 5, 32
"""Words of a phrasing that tells enough, but not too much."""
_TRIMMED = " \t\n,;:–—-"
_OPENING = re.compile(r"^(?:(?:and|but|or|so|because|although|while|that|as)\s+)+", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-Z]")


def choose_gist(clauses: Mapping[Clause, float]) -> str:
    """Of the clauses of a fact, each with how sure it is of the others, the one that tells it best, as a sentence.

    A clause that stands alone goes before one that does not, one in sentence case before a headline, one of middling
    length before a fragment; then the surest, then the first by its words.
    """
    best = max(clauses, key=lambda c: (_rank(c), clauses[c], -len(c.text), c.text))
    return _as_sentence(best.text)


def _rank(clause: Clause) -> tuple[bool, bool, bool]:
    words = clause.text.split()
    return clause.stands_alone, SHORTEST <= len(words) <= LONGEST, not is_title_case(words)


def is_title_case(words: list[str]) -> bool:
    """Whether most words are capitalised, as in many headlines."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 3 and sum(bool(_CAPITAL.match(word)) for word in long) > 0.7 * len(long)


def _as_sentence(text: str) -> str:
    words = " ".join(text.split()).strip(_TRIMMED)
    opened = _OPENING.sub("", words) or words
    return opened[:1].upper() + opened[1:]
