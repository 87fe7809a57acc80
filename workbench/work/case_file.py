"""A case file that is open: what every use case works on."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

from workbench.store import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

NO_WORDS: Mapping[str, str] = MappingProxyType({})


class CaseFile:
    """An open case file, with the settings that its use cases go by. Any thread may use it."""

    def __init__(self, store: Store, stances: Mapping[str, str] = NO_WORDS, within: Path | None = None) -> None:
        self._store = store
        self.stances = stances
        self.within = str(within or "")

    @classmethod
    def open(
        cls, path: Path, *, create: bool = True, stances: Mapping[str, str] = NO_WORDS, within: Path | None = None
    ) -> Self:
        """Open the case at `path`; raises a CaseError when it cannot be used. `stances`: the analyst's stance words, as
        the settings have them; `within`: the only folder that articles are added from.
        """
        return cls(Store.open(path, create=create), stances, within)

    @property
    def path(self) -> Path:
        """Where the case is."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether the case can only be read."""
        return self._store.read_only

    @property
    def db(self) -> Database:
        """This thread's connection, for the use cases alone."""
        return self._store.db

    def close(self) -> None:
        """Close every thread's connection."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
