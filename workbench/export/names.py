"""Names that any system takes for a file, and that none of a kind has twice."""

from __future__ import annotations

import re
from itertools import chain, count
from unicodedata import normalize

from workbench.export.sanitizing import one_line

ILLEGAL = re.compile(r'[/\\:*?"<>|\ufffe\uffff]+')
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)
"""What Windows takes for a device, with any ending."""
MOST_BYTES = 120
"""Room for an ending, a number, and a folder, where a name may have 255 bytes."""


def file_name(text: str, otherwise: str = "untitled") -> str:
    """The text as a name of a file without its ending, on Windows, macOS and Linux."""
    name = normalize("NFC", one_line(ILLEGAL.sub(" ", one_line(text)))).strip(". ")
    name = shortened(name, MOST_BYTES).strip(". ")
    if RESERVED.match(name):
        name = name.replace(".", " ", 1) if "." in name else f"{name} _"
    return name or otherwise


def shortened(text: str, most: int) -> str:
    """The text, or so much of it as fits into that many bytes with an ellipsis, cut at a word if one is near."""
    data = text.encode("utf-8", "ignore")
    if len(data) <= most:
        return text
    cut = data[: most - 3].decode("utf-8", "ignore")
    words, _, rest = cut.rpartition(" ")
    return (words if len(rest) < len(cut) // 3 else cut).rstrip() + "…"


class UniqueNames:
    """Gives out names that differ in more than capitals and in how letters are composed."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def unique(self, name: str, apart: str = "") -> str:
        """The name; where it is taken, with what tells it apart in brackets, and where that is, with a number."""
        told = f"{name} ({apart})" if apart else name
        further = chain((told,) if apart else (), (f"{told} {number}" for number in count(2)))
        while (key := normalize("NFKC", name).casefold()) in self._taken:
            name = next(further)
        self._taken.add(key)
        return name
