"""What scrapers glue into a line of the story: boxes of links behind a name, players of videos, labels of blocks.

A box behind a name shows by its shape: the surname comes again at the end of the full name, with no space between it
and the first headline, and MORE closes the box.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.ingest.captions import credit_span
from workbench.ingest.lines import Line, lines_of
from workbench.ingest.tracked_text import Edit, TrackedText
from workbench.model import Span

_LINK_BOX = re.compile(
    r"(?<=\b)(?P<name>[^\W\d_a-z][\w'’-]+)(?P<box> (?:[^\W\d_a-z(][\w.'’()-]* ){1,5}(?P=name)(?=[^\W_a-z‘“\"'(]"
    r"|\d)[^\n]{15,900}? MORE\b)"
)
_PLAYER = re.compile(
    r"JUST WATCHED [^\n]{2,200}? Replay More Videos ?(?:\.\.\.|…)(?: MUST WATCH [^\n]{2,200}? \d{1,2}:\d\d)?(?:\s|$)"
)
_HIGHLIGHTS = re.compile(r"^[^\w\n]*(?:Story highlights|STORY HIGHLIGHTS)\b:?[^\S\n]*", re.M)


def drop_inserted_blocks(tracked: TrackedText) -> TrackedText:
    """Leave out what does not belong to the line that it stands in; the rest of the line stays."""
    text = tracked.text
    spans = [Span(*found.span("box")) for found in _LINK_BOX.finditer(text)] if " MORE" in text else []
    spans += [Span(*found.span()) for shape in (_PLAYER, _HIGHLIGHTS) for found in shape.finditer(text)]
    tracked = tracked.cut(spans)
    return tracked.edit(_credits(lines_of(tracked.text)))


def _credits(lines: tuple[Line, ...]) -> Iterator[Edit]:
    """Credits of pictures; one between two sentences leaves a line end."""
    for line in lines:
        start, end = credit_span(line.text)
        if end < len(line.text) and end:
            yield Span(line.start + start, line.start + end), "\n"
        elif end:
            yield Span(line.start + start, line.end), ""
