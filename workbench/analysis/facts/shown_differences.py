"""The differences of a fact as they are shown beside its phrasings in their sentences, the base first.

One decision: a reader sees the sentence, so an outlet does not lack what stands in the same sentence beside its
phrasing; and what is added or left out is so from the base that is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from workbench.analysis.facts.readings import group_readings
from workbench.analysis.facts.sources import find_sources, is_spoken
from workbench.analysis.facts.word_alignment import concepts
from workbench.model import Difference, Reading

_SHOWN_WORDS = frozenset({"quotation", "added", "left out"})
"""Kinds of what is not lacking where its words stand beside a phrasing."""
_EXTRA = frozenset({"added", "left out"})


def shown_differences(
    differences: Sequence[Difference], contexts: Mapping[str, Sequence[str]], base: str
) -> tuple[Difference, ...]:
    """The differences that are left. `contexts`: article -> the sentences around its phrasings; `base`: the article
    that is shown first.
    """
    found = []
    for difference in differences:
        said = [r.text for r in difference.readings if r.text]
        kept = tuple(r for r in difference.readings if r.text or not _is_told(difference.kind, said, contexts, r))
        kind = _beside(base, kept) if difference.kind in _EXTRA else difference.kind
        shown = replace(difference, kind=kind, readings=kept)
        if len(kept) == len(difference.readings) or len(group_readings(shown)) > 1:
            found.append(shown)
    return tuple(found)


def _is_told(kind: str, said: Sequence[str], contexts: Mapping[str, Sequence[str]], silent: Reading) -> bool:
    """Whether an article without a reading has, in the same sentence, what others are told to have."""
    around = contexts.get(silent.article_id, ())
    if kind == "attribution":
        return any(is_spoken(text) or any(find_sources(text)) for text in around)
    if kind not in _SHOWN_WORDS:
        return False
    known = [frozenset(concepts(text)) for text in around]
    return any(own.issuperset(concepts(words)) for own in known for words in said)


def _beside(base: str, readings: Sequence[Reading]) -> str:
    return "left out" if any(r.text and r.article_id == base for r in readings) else "added"
