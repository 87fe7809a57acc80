"""Which others a passage speaks of beside somebody or something that another passage names, too: "Peru and others".

One decision: only "other" ones count, and only where an "and" joins them to words of the other passage; a name that one
passage has more than another may be missing only where it was cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.facts.word_alignment import Word, concepts, words
from workbench.analysis.text.words import concept
from workbench.model import Span

_LONGEST = 4
"""How many words the other ones have at most."""
_OTHERS = frozenset({"other", "others"})
_AFTER_NOUNS = frozenset("in of to at on for from with by about over against as who which that and or is are".split())


def companions(text: str, other: str) -> Iterator[Span]:
    """The "other" ones of a text that the other text lacks beside something that both have."""
    own, known = words(text), frozenset(concepts(other))
    for n in range(1, len(own) - 1):
        if own[n].lower == "and" and own[n + 1].lower in _OTHERS and concept(own[n - 1].lower) in known:
            run = _others(own, n + 1)
            if run and not any(concept(w.lower) in known for w in run):
                yield Span(run[0].span.start, run[-1].span.end)


def _others(own: Sequence[Word], start: int) -> Sequence[Word]:
    """The words of "other" ones; empty where more than a noun follows."""
    stop = start
    while stop < len(own) and own[stop].is_content:
        stop += 1
    ends = stop == len(own) or own[stop].lower in _AFTER_NOUNS or not own[stop].lower[0].isalnum()
    return own[start:stop] if ends and stop - start <= _LONGEST else ()
