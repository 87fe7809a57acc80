"""Articles that tell what another tells in the same order, in words of their own.

One decision: a rewrite is known by structure. Facts that two articles share stand in the same order in both where one
was written from the other, or both from one source; independent reports of one event share few facts, in any order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from workbench.model import Lineage, Span

MIN_FACTS = 5
"""So many facts must come in the same order."""
MIN_IN_ORDER = 0.75
"""The part of the shared facts that must."""
MIN_SHARE = 0.25
"""The part of the shorter article's clauses that they must be."""
NEAREST = 3
"""With how many earlier articles, those that share most facts, each is compared."""

Numbers = npt.NDArray[np.intp]


def find_rewrites(
    passages: Iterable[Sequence[tuple[str, Span]]],
    clauses: Mapping[str, int],
    dates: Mapping[str, str],
    crediting: Collection[str] = (),
    fresh: Collection[str] | None = None,
) -> dict[str, Lineage | None]:
    """Article -> what it is a rewrite of, the nearest earlier one, if any. `passages`: those of every fact; `clauses`:
    how many each article has; `crediting`: those that credit a source. With `fresh`, of these and of those that have
    one of them among the nearest.
    """
    facts = _SharedFacts(passages, clauses)
    age = _ages(facts, clauses, dates, crediting)
    wanted = [n for n, article in enumerate(facts.articles) if fresh is None or article in fresh]
    asked = {article: _nearest(article, facts, age) for article in wanted}
    for article in wanted if fresh is not None else ():
        near, _ = facts.near(article)
        for later in near[age[near] > age[article]].tolist():
            own = _nearest(later, facts, age)
            if article in own:
                asked[later] = own
    return {facts.articles[n]: _best(n, nearest, facts, clauses) for n, nearest in sorted(asked.items())}


class _SharedFacts:
    """Which articles tell which facts, and where; articles by their numbers."""

    def __init__(self, passages: Iterable[Sequence[tuple[str, Span]]], clauses: Mapping[str, int]) -> None:
        self.articles = sorted(clauses)
        numbers = {article: n for n, article in enumerate(self.articles)}
        self.places: list[dict[int, Span]] = [{} for _ in self.articles]
        self._tellers: list[Numbers] = []
        for fact, own in enumerate(passages):
            told = sorted(((numbers[article], span) for article, span in own if article in numbers), reverse=True)
            for number, span in told:
                self.places[number][fact] = span
            self._tellers.append(np.unique(np.array([number for number, _ in told], dtype=np.intp)))
        self._near: dict[int, tuple[Numbers, Numbers]] = {}

    def near(self, number: int) -> tuple[Numbers, Numbers]:
        """The articles that share enough facts with one, and how many."""
        if number not in self._near:
            told = [self._tellers[fact] for fact in self.places[number]]
            count = np.bincount(np.concatenate([*told, np.array([number])]), minlength=len(self.articles))
            count[number] = 0
            found = np.flatnonzero(count >= MIN_FACTS)
            self._near[number] = found, count[found]
        return self._near[number]


def _ages(
    facts: _SharedFacts, clauses: Mapping[str, int], dates: Mapping[str, str], crediting: Collection[str]
) -> Numbers:
    """The place of each article among all, the oldest first: by the day, then who credits a source, then the shorter.

    An article without a date is of the first day of those that share facts with it, directly or not: a date that is
    not known makes nobody the later.
    """
    days = {n: dates.get(article, "") for n, article in enumerate(facts.articles)}
    for number in [n for n, day in days.items() if not day]:
        if not days[number]:
            group = _connected(number, facts)
            first = min((day for n in group if (day := dates.get(facts.articles[n]))), default="")
            days |= {n: days[n] or first for n in group}
    ordered = sorted(days, key=lambda n: (days[n], facts.articles[n] not in crediting, clauses[facts.articles[n]], n))
    ages = np.zeros(len(ordered), dtype=np.intp)
    ages[ordered] = np.arange(len(ordered))
    return ages


def _connected(number: int, facts: _SharedFacts) -> list[int]:
    """An article, and all that share facts with it, directly or not."""
    seen = np.zeros(len(facts.articles), dtype=bool)
    seen[number] = True
    waiting = [number]
    while waiting:
        near, _ = facts.near(waiting.pop())
        new = near[~seen[near]]
        seen[new] = True
        waiting += new.tolist()
    return np.flatnonzero(seen).tolist()


def _nearest(number: int, facts: _SharedFacts, age: Numbers) -> list[int]:
    """The earlier articles that share most facts with one."""
    near, shared = facts.near(number)
    earlier = age[near] < age[number]
    near, shared = near[earlier], shared[earlier]
    return [int(n) for n in near[np.lexsort((age[near], -shared))[:NEAREST]]]


def _best(number: int, nearest: Iterable[int], facts: _SharedFacts, clauses: Mapping[str, int]) -> Lineage | None:
    found = (_rewrite(number, other, facts, clauses) for other in nearest)
    return max((row for row in found if row), key=lambda row: row.share, default=None)


def _rewrite(number: int, other: int, facts: _SharedFacts, clauses: Mapping[str, int]) -> Lineage | None:
    article, origin = facts.articles[number], facts.articles[other]
    told, before = facts.places[number], facts.places[other]
    both = told.keys() & before.keys()
    own = sorted(both, key=lambda fact: told[fact])
    order = _longest_rising([before[fact] for fact in own])
    share = len(order) / max(1, min(clauses[article], clauses[origin]))
    if len(order) < MIN_FACTS or len(order) < MIN_IN_ORDER * len(both) or share < MIN_SHARE:
        return None
    first, last = told[own[order[0]]], told[own[order[-1]]]
    return Lineage(article, "rewrites", origin, round(min(share, 1.0), 3), Span(first.start, max(first.end, last.end)))


def _longest_rising(spans: Sequence[Span]) -> list[int]:
    """The places of a longest run of spans that rise (patience sorting, Fredman, 1975)."""
    ends: list[Span] = []
    at: list[int] = []
    before: list[int] = []
    for place, span in enumerate(spans):
        n = bisect_left(ends, span)
        ends[n : n + 1], at[n : n + 1] = [span], [place]
        before.append(at[n - 1] if n else -1)
    out, place = [], at[-1] if at else -1
    while place >= 0:
        out.append(place)
        place = before[place]
    return out[::-1]
