"""A passage with what is typed of it, as it is compared with another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.analysis.facts.date_ranges import date_range
from workbench.analysis.facts.typed_expressions import Expression, find_expressions, next_concepts
from workbench.analysis.facts.word_alignment import concepts
from workbench.analysis.text.date_tense import OPEN

MAX_OF_KIND = 40
"""How many expressions of a kind are compared."""


@dataclass(frozen=True)
class Passage:
    """A text with when its article was published ("" if unknown) and the tenses of its dates."""

    text: str
    published_on: str = ""
    tenses: str = ""

    @cached_property
    def of_kind(self) -> Mapping[str, Sequence[Expression]]:
        """Its first expressions by kind, dates with the days that they cover."""
        out: dict[str, list[Expression]] = {}
        signs = iter(self.tenses)
        for each in find_expressions(self.text):
            dated = each.kind == "date"
            days = date_range(each.value, self.published_on, next(signs, OPEN)) if dated else None
            own = out.setdefault(each.kind, [])
            if len(own) < MAX_OF_KIND:
                own.append(replace(each, days=days) if dated else each)
        return out

    @cached_property
    def concepts(self) -> frozenset[str]:
        """The concepts of its words."""
        return frozenset(concepts(self.text))

    def said_of(self, e: Expression) -> frozenset[str]:
        """The concepts of the next words after an expression: what is warned of, denied or promised."""
        return frozenset(next_concepts(self.text, e.span.end))
