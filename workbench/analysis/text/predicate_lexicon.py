"""Lemmas by the kind of predicate that they make: the lists that say how a sentence speaks, read once.

`verb_classes` (`data/verbs.tsv`) says what kind of thing a clause states; `frames` (`data/frames.tsv`) says in which
construction a word stands: saying, asking, denying, meeting, what is only possible.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from workbench.analysis.text.lexicon import read_lines


@lru_cache(maxsize=1)
def verb_classes() -> Mapping[str, frozenset[str]]:
    """Class of predicate -> lemmas; "_" joins a verb and its particle or preposition."""
    rows = (line.partition("\t") for line in read_lines("verbs.tsv"))
    return {name: frozenset(words.split()) for name, _, words in rows}


@lru_cache(maxsize=1)
def frames() -> Mapping[str, frozenset[str]]:
    """Frame (speech, denying, meeting, ...) -> lemmas that evoke it."""
    out: dict[str, frozenset[str]] = {}
    for line in read_lines("frames.tsv"):
        frame, _, lemmas = line.partition("\t")
        out[frame] = out.get(frame, frozenset()) | frozenset(lemmas.split())
    return out
