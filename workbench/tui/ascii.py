"""The desk in ASCII: every sign and line of ours has a plain one of the same width, for terminals that lack them."""

from __future__ import annotations

import unicodedata

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_SIGNS = {
    "▌": "|", "│": "|", "┃": "|", "║": "|", "─": "-", "━": "-", "═": "-", "·": ".", "•": "*", "…": "~", "–": "-",
    "—": "-", "●": "@", "◐": "o", "○": ".", "★": "*", "✎": "n", "✓": "v", "✗": "x", "×": "x", "❝": '"', "±": "+",
    "≡": "=", "≠": "#", "◆": "^", "↞": "<", "⇄": "!", "↗": "/", "↘": "\\", "▾": "v", "▸": ">", "‹": "<", "›": ">",
    "←": "<", "→": ">", "↑": "^", "↓": "v", "⏎": "<", "⚑": "!", "▓": "#", "░": ".", "█": "#", "“": '"', "”": '"',
    "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "⟦": "[", "⟧": "]", "└": "`", "├": "+",
    "⇥": ">", "°": "^", "▲": "^", "▼": "v",
}  # fmt: skip
_BOXES = dict.fromkeys("╭╮╰╯┌┐┘┬┴┤┼╔╗╚╝", "+")
_TABLE = str.maketrans(_SIGNS | _BOXES)


def ascii_only(text: str) -> str:
    """The text in ASCII, cell for cell; letters that have no plain one are `?`, wide ones `??`."""
    text = text.translate(_TABLE)
    return text if text.isascii() else "".join(map(_plain, text))


def _plain(char: str) -> str:
    if char.isascii():
        return char
    base = unicodedata.normalize("NFKD", char)[:1]
    if unicodedata.combining(char):
        return ""
    wide = unicodedata.east_asian_width(char) in "WF"
    return base if base.isascii() and not wide else "??" if wide else "?"


class Ascii(LineFilter):
    """Lets nothing but ASCII through to the terminal."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line in ASCII."""
        return [Segment(ascii_only(text), style, control) for text, style, control in segments]
