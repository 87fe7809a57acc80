"""A case file that is open: what every use case works on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from workbench.config.analysis_settings import AnalysisSettings
from workbench.store import Store
from workbench.store.matches import Listings
from workbench.work.workforce_settings import WorkforceSettings

if TYPE_CHECKING:
    from workbench.store.database import Database

DEFAULTS = AnalysisSettings()
ALL_CORES = WorkforceSettings()


class CaseFile:
    """An open case file, with the settings that its use cases go by. Any thread may use it."""

    def __init__(
        self,
        store: Store,
        analysis: AnalysisSettings = DEFAULTS,
        within: Path | None = None,
        workforce: WorkforceSettings = ALL_CORES,
    ) -> None:
        self._store = store
        self.analysis = analysis
        self.workforce = workforce
        self.within = str(within or "")
        self.listings = Listings()

    @classmethod
    def open(
        cls, path: Path, *, create: bool = True, analysis: AnalysisSettings = DEFAULTS, within: Path | None = None,
        workforce: WorkforceSettings = ALL_CORES,
    ) -> Self:  # fmt: skip
        """Open the case at `path`; raises a CaseError when it cannot be used. `analysis`: what of the analyst's own the
        analysis goes by; `within`: the only folder that articles are added from; `workforce`: how many processes read.
        """
        return cls(Store.open(path, create=create), analysis, within, workforce)

    @property
    def path(self) -> Path:
        """Where the case is."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether the case can only be read."""
        return self._store.read_only

    @property
    def notice(self) -> str:
        """What those who work on the case have to know of the place where it is; mostly ""."""
        if self.read_only or self._store.has_log:
            return ""
        return f"{self.path.name} is in a network folder: one program at a time can write to it, the others wait."

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
