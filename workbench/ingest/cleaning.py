"""Raw text to the text of an article: a chain of stages, each of which only leaves something out.

The chain runs until nothing changes any more, so a clean text comes out as it went in. All rules look at shape; none
knows a story. What is not plainly the page's and not the article's stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.ingest.boilerplate import drop_furniture
from workbench.ingest.characters import drop_junk, even_space
from workbench.ingest.headers_and_footers import Known, read_footer, read_header
from workbench.ingest.inserted_blocks import drop_inserts
from workbench.ingest.line_wrapping import unwrap
from workbench.ingest.repeated_passages import drop_copies
from workbench.ingest.titles import drop_title_copies
from workbench.ingest.tracked_text import Draft
from workbench.model import OffsetMap

_ROUNDS = 50
"""Rounds until the text must stand; real texts need two."""

_SHAPE: tuple[Callable[[Draft], Draft], ...] = (drop_junk, even_space, unwrap)
_PASSAGES: tuple[Callable[[Draft], Draft], ...] = (drop_inserts, drop_furniture, drop_copies)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text, where it stood in the raw one, and what its header and footer said."""

    text: str
    offsets: OffsetMap
    known: Known


def clean(raw: str | Draft, title: str = "") -> Cleaned:
    """Clean a text; `title`, where it is known, helps to find its copies."""
    draft = raw if isinstance(raw, Draft) else Draft.of(raw)
    known: Known = {}
    for _ in range(_ROUNDS):
        before = draft
        draft = _round(draft, title, known)
        if draft.text == before.text:
            break
    return Cleaned(draft.text, draft.offsets, known)


def _round(draft: Draft, title: str, known: Known) -> Draft:
    for stage in _SHAPE:
        draft = stage(draft)
    for reader in (read_header, read_footer):
        draft, found = reader(draft)
        known.update({field: value for field, value in found.items() if field not in known})
    for stage in _PASSAGES:
        draft = stage(draft)
    return drop_title_copies(draft, title)
