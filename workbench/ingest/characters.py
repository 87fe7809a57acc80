"""Characters that no article needs, and one kind of space and line end for those it does.

What can steer a terminal, reorder a line or hide in it goes: control characters, bidi marks, zero-width characters,
byte order marks, lone surrogates, tag characters, and the two private-use characters that mark search hits. Joiners
(U+200C, U+200D) stay only after a letter of a script that spells with them (Arabic to Khmer) or inside an emoji.
Everything else stays as the author wrote it.
"""

from __future__ import annotations

import re

from workbench.ingest.tracked_text import Edit, TrackedText
from workbench.model import Span

_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ue000\ue001\ud800-\udfff\U000e0000-\U000e0fff]+"
    "|(?<![\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])"
    "[\u200c\u200d]+"
    "|(?<=[\u200c\u200d])[\u200c\u200d]+"
)
_SPACE = re.compile(r"\s+")
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def drop_control_characters(tracked: TrackedText) -> TrackedText:
    """Leave out the characters that are not text."""
    return tracked.edit((Span(*m.span()), "") for m in _CONTROL.finditer(tracked.text))


def normalize_space(tracked: TrackedText) -> TrackedText:
    """One space between words, one line feed between lines, one empty line at most, none at either end."""
    length = len(tracked.text)
    return tracked.edit(e for m in _SPACE.finditer(tracked.text) for e in _edits(m.group(), m.start(), length))


def one_line(value: str, limit: int = 500) -> str:
    """A value for a field: without control characters, on one line, of sensible length."""
    return " ".join(_CONTROL.sub("", value[: 4 * limit]).split())[:limit].rstrip()


def _edits(run: str, start: int, length: int) -> list[Edit]:
    wanted = _wanted(run, start, length)
    if run == wanted:
        return []
    at = run.find(wanted)
    if at < 0:
        return [(Span(start, start + len(run)), wanted)]
    before, after = Span(start, start + at), Span(start + at + len(wanted), start + len(run))
    return [(span, "") for span in (before, after) if span.start < span.end]


def _wanted(run: str, start: int, length: int) -> str:
    if start == 0 or start + len(run) == length:
        return ""
    ends = 0 if run == " " else len(_LINE_END.findall(run))
    return ("\n\n" if ends > 1 else "\n") if ends else " "
