"""Labels of headlines, which are no speakers: "Interview: ...", "Watch live: ...", "Exclusive: ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from workbench.analysis.text.lexicon import read_words
from workbench.nlp.tagger import Attribution, TaggedSpan

MAX_LABEL_WORDS = 6
"""No label has more words."""
_WORD = re.compile(r"[^\W_]+(?:[-&'’][^\W_]+)*")
_SMALL = frozenset("in the of and a with for from our to now more this week today".split())
_GUEST = re.compile(r"\b(?:with|by|of)\s+(?=[^\W\d_a-z])")


def remove_label_sources(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without the sources that are labels; of "Interview with Ana Ruiz" the guest is left."""
    return [replace(a, sources=tuple(s for source in a.sources for s in _without_label(text, source))) for a in found]


def _without_label(text: str, source: TaggedSpan) -> tuple[TaggedSpan, ...]:
    line = text.rfind("\n", 0, source.start) + 1
    words = [w.casefold() for w in _WORD.findall(text[line : source.end])]
    colon = text[source.end : source.end + 4].lstrip(" \xa0|)]").startswith(":")
    if not words or not colon or len(words) > MAX_LABEL_WORDS:
        return (source,)
    guest = _GUEST.search(text, source.start, source.end)
    if words[0] in _labels() and guest:
        return (replace(source, start=guest.end()),)
    return () if words[-1] in _labels() and _is_label(words) else (source,)


def _is_label(words: Sequence[str]) -> bool:
    """Whether all words are of labels; one that is not may lead: "Harbour Post exclusive"."""
    own = [w in _labels() or w in _SMALL or w.isdigit() for w in words]
    return all(own) or (own[-1] and words[-1] in ("exclusive", "interview", "live", "podcast", "transcript"))


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    return read_words("headline_labels.txt")
