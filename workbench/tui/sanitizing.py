"""The one gate between an article's text and a widget: nothing passes as markup or as a control sequence.

Every character is replaced by exactly one, so that offsets into the cleaned text are offsets into the article.
"""

from __future__ import annotations

from textual.content import Content

_SPACES = "\t\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))

_TABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys(range(0x7F, 0xA0), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys(_BIDI, "·"),
    0xFEFF: " ",
    **{ord(c): " " for c in _SPACES},
}
_TABLE.pop(ord("\n"))

MATCH_START, MATCH_END = "\ue000", "\ue001"


def clean(text: str) -> str:
    """The text with whatever a terminal would obey shown instead; of the same length, line ends kept."""
    return text.translate(_TABLE)


def one_line(text: str) -> str:
    """Clean text on one line, for lists and titles."""
    return " ".join(clean(text).split())


def spaced(text: str) -> str:
    """Clean text on one line with a blank kept at its ends: pieces stand side by side."""
    text = clean(text)
    inner = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{inner}{' ' * (text[-1:].isspace() and bool(inner))}"


def plain(text: str, style: str = "") -> Content:
    """The text as content that a widget shows character by character."""
    return Content.styled(clean(text), style) if style else Content(clean(text))


def matched(snippet: str) -> list[tuple[str, bool]]:
    """A snippet cut into pieces on one line, each with whether it matched."""
    pieces: list[tuple[str, bool]] = []
    for place, part in enumerate(clean(snippet).split(MATCH_START)):
        inside, mark, after = part.partition(MATCH_END)
        if place == 0 or not mark:
            pieces.append((part.replace(MATCH_END, ""), False))
        else:
            pieces += [(inside, True), (after.replace(MATCH_END, ""), False)]
    return [(text.replace("\n", " "), hit) for text, hit in pieces if text]
