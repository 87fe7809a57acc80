"""How the reading of articles is spread over processes; what a case is opened with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkforceSettings:
    """How many processes read articles, and how much they give way to other programs."""

    jobs: int = 0
    """0: as many as there are cores."""
    niceness: int = 0
