"""What an analysis of a case has done so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from workbench.model import Analysis, Changes, LostTarget, Outcome
from workbench.store.analysis_changes import chain_changes, sum_changes


@dataclass(slots=True)
class AnalysisProgress:
    """What an analysis of the case has done so far; reading an article twice adds to the changes of the first time."""

    changes: dict[str, Changes | None] = field(default_factory=dict)
    """For every article that was read: what is not as it was, or None if it was read for the first time."""
    unanalysed: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    done: int = 0
    begun: int = 0
    """Of how many persons and quotes were found, whether or not the rest is."""

    @property
    def steps(self) -> int:
        """How many articles are done; those of which half is done count half."""
        over = self.done + len(self.broken)
        return over + max(0, self.begun - over) // 2

    def add(self, found: Analysis, changes: Changes | None) -> None:
        """One more article was read, or left alone."""
        self.done += 1
        if found.unanalysed:
            self.unanalysed[found.unanalysed] += 1
        if found.article_id in self.changes:
            first = self.changes[found.article_id]
            changes = chain_changes(first, changes) if first and changes else None
        self.changes[found.article_id] = changes

    def outcome(self, gone: tuple[LostTarget, ...], compared: int) -> Outcome:
        """The whole of it."""
        changes = sum_changes(c for c in self.changes.values() if c)
        return Outcome(self.done - self.unanalysed.total(), dict(self.unanalysed), changes, gone, compared)
