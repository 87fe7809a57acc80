"""Lemmas by the kind of predicate that they make: the lists that say how a sentence speaks, read once.

`verb_classes` (`data/verb_classes.tsv`) says what kind of thing a clause states; `frames` (`data/frames.tsv`) says in
which construction a word stands: saying, asking, denying, meeting, what is only possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from workbench.analysis.text.lexicon import read_word_groups


@lru_cache(maxsize=1)
def verb_classes() -> Mapping[str, frozenset[str]]:
    """Class of predicate -> lemmas; "_" joins a verb and its particle or preposition."""
    return read_word_groups("verb_classes.tsv")


@lru_cache(maxsize=1)
def frames() -> Mapping[str, frozenset[str]]:
    """Frame (speech, denying, meeting, ...) -> lemmas that evoke it."""
    return read_word_groups("frames.tsv")
