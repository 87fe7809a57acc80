"""The title, where the text itself has one, and its copies.

A title is a first line that is short, has no final stop, and is followed by a body; where an empty line sets it off, it
may be of two words, long or a quotation. It stays in the text as its first
line, once, so that a claim of the headline has a span to stand on. A copy is the same line, or the same line with a
section before it ("Bulgaria: ...") or an outlet behind it ("... | Outlet").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.ingest.lines import Line, comparison_key, cut_lines, is_headline, lines_of
from workbench.ingest.tracked_text import TrackedText

_LONG_ENOUGH = 15
_LONGEST = 130
_AROUND = 40
_PREFIX = re.compile(rf"^[^:|]{{1,{_AROUND}}}?\s*[:|]\s+")
_SUFFIX = re.compile(rf"\s+[|–—-]\s+[^|–—]{{1,{_AROUND}}}$")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_A_TITLE = re.compile(
    r"^(?:[-*•>]|(?:https?:|www\.)|\d+[.)]\s)"
    r"|^[A-ZÀ-Þ]{2,}[A-ZÀ-Þ ,.'’]{0,40}[–—-]{1,2}\s"
    r"|\b(?:[Pp]hotos?|[Ii]mages?|[Pp]ictures?|[Cc]redits?)\s*[:/]"
)
_SENTENCES = re.compile(r"[^\W\d_A-Z]{2}[.!?]\s+[^\W\d_a-z]")
_QUOTED = re.compile(r"^[\"“].*[\"”]$", re.S)


def title_line(lines: Sequence[Line]) -> Line | None:
    """The first line, if it is a title."""
    if len(lines) < 2:
        return None
    first = lines[0]
    if not (looks_like_title(first.text) or (_is_set_off(lines) and _may_be_title(first.text))):
        return None
    return first if any(len(line.text) > len(first.text) for line in lines[1:6]) else None


def looks_like_title(line: str) -> bool:
    """Three words at least, short, no final stop, not a list item, an address, a dateline, a caption or a quotation."""
    if len(line.split()) < 3 or len(line) > _LONGEST or not is_headline(line) or _NOT_A_TITLE.search(line):
        return False
    return bool(_LETTER.search(line)) and not _QUOTED.search(line) and not _SENTENCES.search(line)


def _is_set_off(lines: Sequence[Line]) -> bool:
    return lines[1].start > lines[0].end + 1


def _may_be_title(line: str) -> bool:
    """Of a line that an empty line sets off: it is short and neither ends as a sentence does nor is a name."""
    words = line.split()
    named = all(word[:1].isupper() or word in ("and", "de", "van", "von") for word in words) and len(words) < 4
    return len(words) > 1 and is_headline(line) and not _NOT_A_TITLE.search(line) and not named


def drop_title_copies(tracked: TrackedText, title: str = "") -> TrackedText:
    """Keep a title once, in its plainest form."""
    lines = lines_of(tracked.text)
    wanted = _title_key(lines, title)
    if len(wanted) < _LONG_ENOUGH:
        return tracked
    same = [line for line in lines if len(line.text) <= 500 and wanted in _comparison_keys(line.text)]
    if len(same) < 2:
        return tracked
    kept = next((line for line in same if comparison_key(line.text) == wanted), same[0])
    return cut_lines(tracked, (line for line in same if line is not kept))


def _title_key(lines: Sequence[Line], title: str) -> str:
    """The key of the title: as given, or of the first line; bare, if the next lines have it so."""
    first = title_line(lines)
    if title or first is None:
        return comparison_key(title)
    own, others = _comparison_keys(first.text), {comparison_key(line.text) for line in lines[1:4]}
    return next((form for form in own[1:] if form in others), own[0])


def _comparison_keys(line: str) -> list[str]:
    """The keys of a line as it stands, without a section before it, without an outlet behind it."""
    bare = (line, _PREFIX.sub("", line), _SUFFIX.sub("", line))
    return list(dict.fromkeys(comparison_key(form) for form in bare))
