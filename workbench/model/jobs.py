"""What a long job says while it runs, and what came of it: of adding, removing and analysing articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workbench.model.analysis import Changes, LostTarget


@dataclass(frozen=True, slots=True)
class Failure:
    """One source that could not be added, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class GivenMetadata:
    """What was given along with documents that were known already: field -> of how many articles."""

    set: Mapping[str, int] = field(default_factory=dict)
    kept: Mapping[str, int] = field(default_factory=dict)
    """Where the analyst's own value stays."""

    def told(self, known: int) -> str:
        """What became of it: "outlet set on both, date on 1; your title stays on 1"."""
        new = ", ".join(
            f"{name}{'' if n else ' set'} on {_of(c, known)}" for n, (name, c) in enumerate(self.set.items())
        )
        own = ", ".join(f"your {name} stays on {_of(count, known)}" for name, count in self.kept.items())
        return "; ".join(part for part in (new, own) if part)


def _of(number: int, all_of: int) -> str:
    """How many of some: "it", "both", "all 5", "3"."""
    if number != all_of:
        return f"{number:,}"
    return {1: "it", 2: "both"}.get(number, f"all {number:,}")


_PLURALS = {"person": "people"}


def counted(number: int, noun: str) -> str:
    """How many there are of something: "1 quote", "14 quotes", "2 people"."""
    return f"{number:,} {noun if number == 1 else _PLURALS.get(noun, noun + 's')}"


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes along with articles that are taken out."""

    articles: int = 0
    quotes: int = 0
    positions: int = 0
    facts: int = 0
    """Those that no other article tells."""
    notes: int = 0
    tags: int = 0
    stars: int = 0
    edits: int = 0

    @property
    def found(self) -> str:
        """What the machine found in them: "34 quotes, 5 positions"; "" for nothing."""
        return self._listed(("quotes", "positions", "facts"))

    @property
    def marks(self) -> str:
        """What is the analyst's: "3 notes, 1 edit"; "" for nothing."""
        return self._listed(("notes", "tags", "stars", "edits"))

    def _listed(self, names: tuple[str, ...]) -> str:
        return ", ".join(counted(number, name[:-1]) for name in names if (number := getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Summary:
    """What an add did."""

    added: tuple[str, ...] = ()
    """Ids of the new articles."""
    known: int = 0
    failures: tuple[Failure, ...] = field(default=())
    unfitting: tuple[str, ...] = ()
    """Files that the pattern of names does not fit."""
    given: GivenMetadata = GivenMetadata()
    """What became of the fields that were given, of articles that were known already."""
    repeated: int = 0
    """How many of the new articles have the text of one that came before."""


@dataclass(frozen=True, slots=True)
class PendingWork:
    """What waits in a case, as numbers of articles."""

    unread: int = 0
    """Added and not analysed, or analysed by something else."""
    uncompared: int = 0
    """Whose names, issues, facts and lineage are not brought together with those of the others yet; also one that was
    taken out since.
    """

    def __bool__(self) -> bool:
        return bool(self.unread or self.uncompared)

    @property
    def parts(self) -> list[str]:
        """`3 not analysed`, `2 not compared`."""
        found = ((self.unread, "not analysed"), (self.uncompared, "not compared"))
        return [f"{number:,} {what}" for number, what in found if number]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an analysis of the case did."""

    analysed: int = 0
    unanalysed: Mapping[str, int] = field(default_factory=dict)
    """Language -> how many articles were left alone for it."""
    changes: Changes = Changes()
    lost: tuple[LostTarget, ...] = ()
    """Everything that the analyst's marks wait for, of this analysis and those before."""
    compared: int = 0
    """How many articles were brought together with the others, those of an analysis that was cut short too."""


Report = Callable[[int, "int | None", str], None]
"""Progress: how many are done, of how many (None while unknown), what is being done."""

Stop = Callable[[], bool]
"""Whether the user wants the job stopped."""


def no_report(done: int, total: int | None, label: str) -> None:
    """A `Report` for those who do not watch."""


def never() -> bool:
    """A `Stop` for those who do not stop."""
    return False
