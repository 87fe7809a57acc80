"""What an analysis found in an article, and how that differs from what the one before it found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from workbench.model.articles import Lineage
from workbench.model.entities import Entity
from workbench.model.facts import Clause
from workbench.model.positions import Position
from workbench.model.quotes import Quote


@dataclass(frozen=True, slots=True)
class KeptOutput:
    """What the models said of an article, as bytes: with these it is read again without them.

    Bytes of other models, of another text, or of nobody's making count as none.
    """

    output: bytes = b""
    """Its parse, names and attributions (`nlp.output_packing`)."""
    scores: bytes = b""
    """What the scorer of positions said of its windows (`nlp.score_packing`)."""


NOTHING_KEPT = KeptOutput()


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the machine found in one article."""

    article_id: str
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    positions: tuple[Position, ...] = ()
    clauses: tuple[Clause, ...] = ()
    credits: tuple[Lineage, ...] = ()
    unanalysed: str = ""
    """The language for which the article was left alone: a code, mostly of ISO 639-1."""
    kept: KeptOutput = field(default=NOTHING_KEPT, compare=False, repr=False)
    """What the models said, to be kept beside what was found."""


@dataclass(frozen=True, slots=True)
class Change:
    """What two analyses of an article say of one quote or position; one of the two may have nothing."""

    article_id: str
    before: Quote | Position | None
    after: Quote | Position | None

    @property
    def thing(self) -> Quote | Position:
        """What is found now; of what is gone, what was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def kind(self) -> Literal["changed", "new", "gone"]:
        """How the two differ."""
        return "gone" if self.after is None else "new" if self.before is None else "changed"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many quotes, or positions, an analysis found as they were, otherwise, for the first time, and no more."""

    kept: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0

    def __str__(self) -> str:
        return f"{self.kept:,} kept, {self.changed:,} changed, {self.new:,} new, {self.gone:,} gone"


@dataclass(frozen=True, slots=True)
class Changes:
    """What the analysis of articles that had been analysed before found differently."""

    articles: int = 0
    kept_quotes: int = 0
    kept_positions: int = 0
    found: tuple[Change, ...] = ()
    """All that is not as it was."""

    @property
    def quotes(self) -> Tally:
        """How many quotes are as they were, and how many are not."""
        return Tally(self.kept_quotes, *self._counts(Quote))

    @property
    def positions(self) -> Tally:
        """The same of positions."""
        return Tally(self.kept_positions, *self._counts(Position))

    def _counts(self, kind: type) -> list[int]:
        kinds = [change.kind for change in self.found if isinstance(change.thing, kind)]
        return [kinds.count("changed"), kinds.count("new"), kinds.count("gone")]


@dataclass(frozen=True, slots=True)
class LostTarget:
    """Something with marks of the analyst's that the analysis does not find any more: where it stood."""

    target: str
    article_id: str
    text: str
