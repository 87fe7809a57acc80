"""Raw text to the text of an article: a chain of stages, each of which only leaves something out.

The chain runs until nothing changes any more, so a clean text comes out as it went in. All rules look at shape; none
knows a story. What is not plainly the page's and not the article's stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.ingest.boilerplate import drop_boilerplate
from workbench.ingest.characters import drop_control_characters, normalize_space
from workbench.ingest.headers_and_footers import read_footer, read_header
from workbench.ingest.inserted_blocks import drop_inserted_blocks
from workbench.ingest.line_wrapping import unwrap
from workbench.ingest.repeated_passages import drop_repeats
from workbench.ingest.stated_fields import Fields
from workbench.ingest.titles import drop_title_copies
from workbench.ingest.tracked_text import TrackedText
from workbench.model import OffsetMap

_MAX_ROUNDS = 50
"""Rounds until the text must stand; real texts need two."""

_CHARACTER_STAGES: tuple[Callable[[TrackedText], TrackedText], ...] = (drop_control_characters, normalize_space, unwrap)
_PASSAGE_STAGES: tuple[Callable[[TrackedText], TrackedText], ...] = (
    drop_inserted_blocks,
    drop_boilerplate,
    drop_repeats,
)


@dataclass(frozen=True, slots=True)
class CleanText:
    """A clean text, where it stood in the raw one, and what its header and footer said."""

    text: str
    offsets: OffsetMap
    fields: Fields


def clean(raw: str | TrackedText, title: str = "") -> CleanText:
    """Clean a text; `title`, where it is known, helps to find its copies."""
    tracked = raw if isinstance(raw, TrackedText) else TrackedText.of(raw)
    fields: Fields = {}
    for _ in range(_MAX_ROUNDS):
        before = tracked
        tracked = _round(tracked, title, fields)
        if tracked.text == before.text:
            break
    return CleanText(tracked.text, tracked.offsets, fields)


def _round(tracked: TrackedText, title: str, fields: Fields) -> TrackedText:
    for stage in _CHARACTER_STAGES:
        tracked = stage(tracked)
    for reader in (read_header, read_footer):
        tracked, found = reader(tracked)
        fields.update({field: value for field, value in found.items() if field not in fields})
    for stage in _PASSAGE_STAGES:
        tracked = stage(tracked)
    return drop_title_copies(tracked, title)
