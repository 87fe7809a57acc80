"""Which files the desk may touch: all of the analyst's in a terminal, those of one folder in a browser.

Whoever has the address of a served desk has what the desk has. So there a name must lead into the folder that was
named for it, however it is written and whatever links lie there, and an export has the ending of its format: it can
take the place of no program's file.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from workbench.errors import UsageError

LONGEST = 255
"""The bytes of a file's name at most, on every usual file system."""


class Files(Protocol):
    """The files of a desk."""

    @property
    def folder(self) -> Path:
        """Where an export goes unless the analyst says otherwise."""

    def source(self, typed: str) -> str:
        """A file, folder or pattern to add, as it was typed, as a path; raises UsageError for what is off limits."""

    def target(self, typed: str, ending: str) -> Path:
        """The file to export to, as it was typed; raises UsageError for what is off limits. `ending`: the format's."""


class Anywhere:
    """What the analyst may read and write."""

    @property
    def folder(self) -> Path:
        """Where the desk was opened."""
        return Path.cwd()

    def source(self, typed: str) -> str:
        """A home is put in the place of `~`."""
        return str(Path(typed).expanduser()) if typed.startswith("~") else typed

    def target(self, typed: str, ending: str) -> Path:
        """The same; any ending will do."""
        return Path(typed).expanduser()


class Within:
    """One folder, and what is in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    @property
    def folder(self) -> Path:
        """The folder, without links in its path."""
        return self._folder

    def source(self, typed: str) -> str:
        """Relative to the folder; what a pattern or folder holds is looked at again when it is read."""
        place = self._folder / typed
        if typed == "-" or not self._holds(place):
            raise UsageError(f"Here articles are added from {self._folder} only.", "Put the files into that folder.")
        return str(place)

    def target(self, typed: str, ending: str) -> Path:
        """Relative to the folder, no link, not hidden, and with the ending of the format."""
        place = self._folder / typed
        if not self._holds(place) or not self._holds(place.parent) or place == self._folder:
            raise UsageError(f"Here files are written into {self._folder} only.")
        if place.name.startswith(".") or place.suffix.lower() != ending:
            raise UsageError(f"Here the file of this format is named something{ending}.")
        if len(os.fsencode(place.name)) > LONGEST or place.is_symlink():
            raise UsageError("That name is a link to somewhere else, or too long.", "Give another name.")
        return place

    def _holds(self, place: Path) -> bool:
        """Whether a path leads into the folder: as it is written, and where links lead."""
        try:
            return os.pardir not in place.parts and place.resolve().is_relative_to(self._folder)
        except (OSError, ValueError, RuntimeError):  # too long, with a NUL in it, a ring of links
            return False
