"""What a page has around an article: lists of links at its end, and notices between its paragraphs.

A list of links is cut only behind a line that announces one ("You may also like") and only when nothing but headlines
follow to the end: a list without such a line may be the article's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.ingest.captions import is_source_line, reads_like_caption
from workbench.ingest.lines import Line, comparison_key, cut_lines, is_headline, lines_of
from workbench.ingest.notices import READ_ALSO, notice_kind
from workbench.ingest.tracked_text import TrackedText

_THINGS = (
    r"(?:news|stories|story|headlines|articles?|posts?|videos?|reads?|reading|coverage|content|links|topics?|picks?"
    r"|for you)"
)
_ANNOUNCEMENTS = (
    READ_ALSO,
    r"you (?:may|might|could|will)(?: also)? (?:like|love|enjoy|be interested in|want to read)(?: this| these)?",
    rf"(?:related|recommended|similar|suggested|sponsored|promoted|partner|trending)(?: {_THINGS})?",
    rf"(?:latest|top|other|popular|featured|breaking|editor'?s'?|today's|more) {_THINGS}",
    r"more (?:from|on|in|about|like) [^.?!]{1,60}",
    r"(?:most|what's|we're) (?:read|popular|viewed|shared|watched|commented|discussed|trending|reading)",
    r"trending (?:now|today)|what to (?:read|watch) next|up next|next up|don'?t miss|in case you missed it",
    r"(?:around|from) (?:the )?web|explore more(?: .{1,40})?|stories you may like|in other news",
)
_ANNOUNCES = re.compile(rf"^\W*(?:{'|'.join(_ANNOUNCEMENTS)})\W*$", re.I)
_VIDEO_TITLE = re.compile(
    r"^(?P<title>[^\W_].{8,150}?)(?<!\bat)(?<!\bby)(?<!\bfrom)(?<!\bto)(?<!\buntil)(?<!\bof) 0?\d:[0-5]\d$"
)


def drop_boilerplate(tracked: TrackedText) -> TrackedText:
    """Leave out notices, what names a video or the source of a picture, and the list of links at the end."""
    lines = lines_of(tracked.text)
    dropped = {line for line in lines if notice_kind(line.text)} | _video_titles(lines) | _picture_sources(lines)
    body = [line for line in lines if line not in dropped or is_link_list_heading(line.text)]
    kept = set(body[: link_list_start(body)] or body) - dropped
    if not kept:
        return tracked
    return cut_lines(tracked, (line for line in lines if line not in kept))


def is_link_list_heading(line: str) -> bool:
    """Whether a line is the heading of a list of links."""
    return len(line) <= 90 and bool(_ANNOUNCES.match(line))


def link_list_start(lines: Sequence[Line]) -> int:
    """The number of the line where the list of links at the end begins; how many lines there are if there is none."""
    begin = len(lines)
    for number in range(len(lines) - 1, -1, -1):
        if is_link_list_heading(lines[number].text):
            begin = number
        elif not is_headline(lines[number].text):
            break
    return begin


def _video_titles(lines: Sequence[Line]) -> set[Line]:
    """Titles of videos with their length ("Divers find the lamp 02:31"), and the same titles beside them."""
    titles = {comparison_key(found["title"]) for line in lines if (found := _VIDEO_TITLE.match(line.text))}
    return {
        line for line in lines[1:] if titles and (_VIDEO_TITLE.match(line.text) or comparison_key(line.text) in titles)
    }


def _picture_sources(lines: Sequence[Line]) -> set[Line]:
    """Lines that say where a picture is from: below a caption, in the middle of the text."""
    return {
        line
        for above, line in zip(lines[1:], lines[2:-1], strict=False)
        if is_source_line(line.text) and reads_like_caption(above.text)
    }
