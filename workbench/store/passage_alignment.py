"""Where the words of one version of a text stand in another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from workbench.model import Span
from workbench.store.analysis_changes import HALF

_WORD = re.compile(r"\w+")
MAX_GROWTH = 2.0
"""How many times its length a passage may have in the other version."""


@dataclass(frozen=True, slots=True)
class WordAlignment:
    """The words of a text that are in another one too: where each ends -> where it stands there."""

    places: dict[int, Span]

    @classmethod
    def between(cls, old: str, new: str) -> WordAlignment:
        """Align two texts, word by word; case does not matter, nor what stands between words."""
        before, after = (list(_WORD.finditer(text)) for text in (old, new))
        steps = Indel.opcodes(*([m.group().casefold() for m in found] for found in (before, after)))
        return cls(
            {
                before[step.src_start + n].end(): Span(*after[step.dest_start + n].span())
                for step in steps
                if step.tag == "equal"
                for n in range(step.src_end - step.src_start)
            }
        )

    def map_words(self, words: Iterable[int]) -> frozenset[int]:
        """Words of the one text as those of the other; what is not there stays apart from all that is."""
        return frozenset(self.places[w].end if w in self.places else -w for w in words)

    def map_passage(self, words: Iterable[int], length: int) -> Span | None:
        """The stretch of the other text that has the words of a passage of that length, if it has half of them."""
        wanted = list(words)
        found = [self.places[w] for w in wanted if w in self.places]
        if not found or len(found) < HALF * len(wanted):
            return None
        span = Span.around(found)
        return span if span.end - span.start <= max(MAX_GROWTH * length, length + 20) else None
