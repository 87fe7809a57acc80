"""Passages that are said within quotation marks which they do not have: a clause is cut out of the sentence.

One decision: a passage is taken for quoted only by its own words: one mark of two, the words of another outlet's
quotation, or somebody who says "we" while nobody is told to speak.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Indel

from workbench.analysis.facts.passage import Passage
from workbench.analysis.facts.sources import is_first_person
from workbench.analysis.facts.typed_expressions import Expression, normalized_words

_DOUBLE_MARKS = '"“”„«»'
_NEARLY_ALL = 0.75
"""The likeness from which two wordings are of one quotation."""


def is_quoted_whole(quotation: Expression, other: Passage) -> bool:
    """Whether another passage is quoted, too: in the first person by nobody, or with the words of a quotation where one
    mark of two is within it, or none.
    """
    unsaid = other.of_kind.keys().isdisjoint({"attribution", "strength"}) and is_first_person(other.text)
    own = normalized_words(other.text)
    if own.removeprefix("the ") == quotation.value or (
        unsaid and Indel.normalized_similarity(own, quotation.value) >= _NEARLY_ALL
    ):
        return True
    return any(quotation.value in normalized_words(part) for part in _half_marked(other.text))


def _half_marked(text: str) -> Iterator[str]:
    """What stands before a mark that closes, or after one that opens, of a text with an odd number of them."""
    marks = [n for n, letter in enumerate(text) if letter in _DOUBLE_MARKS]
    if len(marks) % 2 == 1:
        before, after = text[: marks[0]], text[marks[-1] + 1 :]
        yield from (part for part in (before,) if part and not part[-1].isspace())
        yield from (part for part in (after,) if part and part[0].isalnum())
