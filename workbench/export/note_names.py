"""Names of notes that every file system and every note-taking program takes."""

from __future__ import annotations

import re
import unicodedata

from workbench.export.sanitizing import one_line

_UNSAFE = re.compile(r'[\\/:*?"<>|#^\[\]%]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.I)
MOST_BYTES = 120
"""Of a name in UTF-8: half of what file systems take, since programs put the name of the vault's folders before it."""
_TAG = re.compile(r"[^\w/-]+")


class NoteNames:
    """A name for each thing of a folder, never the same for two, whatever case a file system takes for equal."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._taken: set[tuple[str, str]] = set()

    def name(self, folder: str, thing: str, wish: str) -> str:
        """The path of a thing's note without its ending, `Speakers/Ann Poe`; the same at every call."""
        if found := self._names.get((folder, thing)):
            return found
        base = safe_name(wish)
        name, number = base, 1
        while (folder, _alike(name)) in self._taken:
            number += 1
            name = f"{base} {number}"
        self._taken.add((folder, _alike(name)))
        self._names[folder, thing] = f"{folder}/{name}"
        return self._names[folder, thing]


def safe_name(wish: str) -> str:
    """A name like the one that is wished for; `untitled` where nothing of it is left."""
    name = unicodedata.normalize("NFC", one_line(_UNSAFE.sub(" ", one_line(wish))))
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
    if _RESERVED.match(name):
        name = f"{name} _" if "." not in name else name.replace(".", " ", 1)
    return name or "untitled"


def _alike(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def tag(text: str) -> str:
    """A tag as note-taking programs take it: no blanks, not of digits alone."""
    made = _TAG.sub("-", one_line(text)).strip("-/")
    return f"_{made}" if made.isdigit() else made
