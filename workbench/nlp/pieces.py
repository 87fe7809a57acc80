"""Text cut into windows of word pieces, the encoder's input.

Windows are groups of whole paragraphs, so that a speaker named in one paragraph is in sight in the next; training and
run time share this file, since a tagger only works on the windows it was trained on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 192
CLS, SEP = 101, 102
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Window:
    """Word pieces of one stretch of text, without the two special pieces around them."""

    ids: list[int]
    offsets: list[tuple[int, int]]
    """The span of each piece in the whole text."""

    @property
    def model_ids(self) -> list[int]:
        """The pieces between the special ones, as the encoder wants them."""
        return [CLS, *self.ids, SEP]


def windows(text: str, tokenizer: Tokenizer, size: int = WINDOW) -> list[Window]:
    """Cut `text` into windows of at most `size` pieces, special pieces included, in text order."""
    room = size - 2
    out: list[Window] = []
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    for match in _PARAGRAPH.finditer(text):
        encoded = tokenizer.encode(match.group(), add_special_tokens=False)
        if ids and len(ids) + len(encoded.ids) > room:
            out.append(Window(ids, offsets))
            ids, offsets = [], []
        ids = ids + encoded.ids
        offsets = offsets + [(match.start() + a, match.start() + b) for a, b in encoded.offsets]
        while len(ids) > room:
            out.append(Window(ids[:room], offsets[:room]))
            ids, offsets = ids[room:], offsets[room:]
    return [*out, Window(ids, offsets)] if ids else out
