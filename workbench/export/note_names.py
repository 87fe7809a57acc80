"""Names of notes that every file system and every note-taking program takes."""

from __future__ import annotations

import re
from collections import defaultdict

from workbench.export.names import UniqueNames, file_name
from workbench.export.sanitizing import one_line

_UNSAFE = re.compile(r"[#^\[\]%]+")
"""What links to notes do not bear, beside what file systems do not."""
_TAG = re.compile(r"[^\w/-]+")


class NoteNames:
    """A name for each thing of a folder, never the same for two, whatever case a file system takes for equal."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._taken: defaultdict[str, UniqueNames] = defaultdict(UniqueNames)

    def name(self, folder: str, thing: str, wish: str) -> str:
        """The path of a thing's note without its ending, `Speakers/Ann Poe`; the same at every call."""
        if (folder, thing) not in self._names:
            self._names[folder, thing] = f"{folder}/{self._taken[folder].unique(safe_name(wish))}"
        return self._names[folder, thing]


def safe_name(wish: str) -> str:
    """A name like the one that is wished for; `untitled` where nothing of it is left."""
    return file_name(_UNSAFE.sub(" ", wish))


def tag(text: str) -> str:
    """A tag as note-taking programs take it: no blanks, not of digits alone."""
    made = _TAG.sub("-", one_line(text)).strip("-/")
    return f"_{made}" if made.isdigit() else made
