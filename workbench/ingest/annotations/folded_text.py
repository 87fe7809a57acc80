"""Texts without their typography, each character with its place in the text as it was.

Quote marks of all shapes are one, dashes too, blanks in a row are one blank, letters are taken apart from their
accents, and what is not seen is left out.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.model import Span

_MARKS = frozenset('“”„‟«»‹›‘’‚‛`´′″＂＇"')
_DASHES = frozenset("‐‑‒–—―−")
_HIDDEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
PLACES = 64
"""So many texts are kept folded."""


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A folded text, and where each of its characters stood."""

    text: str
    places: tuple[int, ...]
    """The place of each character, and the length of the text at the end."""

    def unfolded(self, start: int, end: int) -> Span:
        """The stretch of the text as it was that a stretch of the folded one stands for."""
        return Span(self.places[start], self.places[end - 1] + 1)

    def place_of(self, offset: int) -> int:
        """Where a place of the text as it was stands in the folded one."""
        return bisect_left(self.places, offset)


@lru_cache(maxsize=PLACES)
def fold(text: str) -> FoldedText:
    """A text without its typography."""
    out: list[str] = []
    places: list[int] = []
    blank = True
    for place, char in enumerate(text):
        for each in _folded(char):
            if each == " " and blank:
                continue
            blank = each == " "
            out.append(each)
            places.append(place)
    if out and blank:
        out.pop()
        places.pop()
    return FoldedText("".join(out), (*places, len(text)))


@cache
def _folded(char: str) -> str:
    if char in _HIDDEN:
        return ""
    if char in _MARKS:
        return "'"
    if char in _DASHES:
        return "-"
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", char)
    return "".join("'" if each in _MARKS else " " if each.isspace() else each for each in plain)
