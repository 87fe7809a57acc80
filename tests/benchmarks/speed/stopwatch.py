"""CPU time by stage, taken around the functions that the analysis itself calls.

The stages are wrapped where they are defined, so what is timed is the analysis as the program runs it and not a copy of
its steps that could fall behind. A stage's time is its own: what a stage inside it takes is counted there alone.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import wraps
from inspect import ismethod
from typing import Any
from unittest.mock import patch

from workbench.analysis import article
from workbench.analysis.attribution import quotes
from workbench.analysis.entities import article_entities
from workbench.analysis.positions import position_extraction
from workbench.analysis.text import clauses
from workbench.nlp import parser, tagger

PARSE, TAG = "parse", "tag"
STAGES = (
    (PARSE, parser, "parse"),
    ("entities", article_entities, "find_entities"),
    ("quotes", quotes, "find_quotes"),
    ("positions", position_extraction, "extract_positions"),
    ("clauses", clauses, "find_clauses"),
    ("lineage", article, "find_credits"),
)
"""What a stage is called, and the function that it is."""
NAMES = (PARSE, TAG, *(name for name, _, _ in STAGES[1:]))


@dataclass(slots=True)
class Stopwatch:
    """CPU seconds of each stage so far, and what it returned last."""

    clock: Callable[[], float] = time.process_time
    spent: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    last: dict[str, Any] = field(default_factory=dict)
    _within: list[float] = field(default_factory=list)

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its calls counted as that stage's."""

        @wraps(function)
        def call(*args: Any, **options: Any) -> Any:
            start = self.clock()
            self._within.append(0.0)
            try:
                self.last[stage] = function(*args, **options)
            finally:
                taken = self.clock() - start
                self.spent[stage] += taken - self._within.pop()
                if self._within:
                    self._within[-1] += taken
            return self.last[stage]

        return call


@contextmanager
def watched(watch: Stopwatch) -> Iterator[None]:
    """Time every stage of the analysis as long as this lasts."""
    with ExitStack() as patches:
        for name, module, function in STAGES:
            patches.enter_context(patch.object(module, function, watch.timed(name, getattr(module, function))))
        model = tagger.load()
        patches.enter_context(patch.object(tagger, "load", lambda: _Watched(model, watch)))
        yield


@dataclass(frozen=True, slots=True)
class _Watched:
    """The loaded tagger, whose every method is the one stage."""

    model: Any
    watch: Stopwatch

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.model, name)
        return self.watch.timed(TAG, found) if ismethod(found) else found
