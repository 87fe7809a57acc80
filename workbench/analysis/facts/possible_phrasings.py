"""Passages that may state a fact in articles that have no phrasing of it: what must be looked at before it is said that
an outlet does not have the fact.

One decision: they are judged as the pairs are that facts are made of (`matching.py`), each by the phrasing it is most
like, and a low likeness is enough: a claim that an outlet is silent is false more often than a passage is out of place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.analysis.facts.candidate_pairs import Index
from workbench.analysis.facts.match_features import Profile
from workbench.analysis.facts.matching import Meaning, Pair, appraised
from workbench.analysis.facts.position_statements import Place, Stand
from workbench.model import Span

NEAR = 0.08
"""How sure a match must be for its passage to be shown; chosen on stories that others told and labelled."""
MOST, EACH = 40, 4
"""How many passages are judged for each fact, and how many of one outlet."""
Shared = dict[int, float]
"""Wordings, and how much of its concepts each shares with a fact."""


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that may state a fact."""

    fact_id: str
    article_id: str
    span: Span
    likeness: float


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of a case, and the articles that they are looked for in."""

    facts: Mapping[str, Collection[Place]]
    """Fact -> where its phrasings stand."""
    where: Mapping[int, Sequence[Place]]
    """Wording -> where it stands."""
    outlets: Mapping[str, str]
    """Article -> its outlet."""
    apart: frozenset[Pair]
    """Wordings that the analyst parted."""
    stands: Mapping[int, Stand]
    """Wording -> where it says that somebody stands."""

    def outlet(self, article: str) -> str:
        """What an article counts as: its outlet, or itself."""
        return self.outlets.get(article, "") or article

    def telling(self, fact: str) -> set[str]:
        """The outlets that have a fact."""
        return {self.outlet(article) for article, _ in self.facts[fact]}

    def stated(self) -> dict[str, set[int]]:
        """Fact -> the wordings of its phrasings."""
        wordings = {place: wording for wording, own in self.where.items() for place in own}
        return {id: {wordings[place] for place in own if place in wordings} for id, own in self.facts.items()}


def near(
    told: Told,
    changed: Collection[str],
    fresh: Collection[int],
    index: Index,
    profiles: Callable[[Iterable[int]], Mapping[int, Profile]],
    meaning: Meaning,
) -> list[Near]:
    """For each fact that `changed`, of every outlet without a phrasing of it the surest passage that may state it; for
    the other facts, those among `fresh` wordings.
    """
    stated = told.stated()
    shared = _sharing(stated, {*changed}, fresh, index)
    found = {id: {w for w in _chosen(told, id, shared[id]) if not _parted(told, w, stated[id])} for id in shared}
    pairs = {_pair(w, own) for id, rows in found.items() for w in rows for own in stated[id] if w != own}
    sure = appraised(pairs, profiles({wording for pair in pairs for wording in pair}), told.stands, meaning)

    def likeness(id: str, wording: int) -> float:
        return max(sure.get(_pair(wording, own), 1.0) for own in stated[id])

    return [
        one
        for id, rows in sorted(found.items())
        for one in _surest(told, id, {w: round(likeness(id, w), 3) for w in sorted(rows)})
    ]


def _parted(told: Told, wording: int, stated: Iterable[int]) -> bool:
    return any(_pair(wording, own) in told.apart for own in stated)


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _sharing(
    stated: Mapping[str, set[int]], changed: set[str], fresh: Collection[int], index: Index
) -> dict[str, Shared]:
    """Fact -> the wordings that share concepts with it: all for those that changed, else those that are fresh."""
    found: dict[str, Shared] = defaultdict(dict)
    facts_of: dict[int, list[str]] = defaultdict(list)
    for id, own in stated.items():
        for wording in own:
            if id not in changed:
                facts_of[wording].append(id)
                continue
            for other, shared in index.sharing(wording):
                found[id][other] = max(shared, found[id].get(other, 0.0))
    for wording in sorted(fresh) if facts_of else ():
        for other, shared in index.sharing(wording):
            for id in facts_of.get(other, ()):
                found[id][wording] = max(shared, found[id].get(wording, 0.0))
    return found


def _chosen(told: Told, fact: str, rows: Shared) -> Iterator[int]:
    """The wordings to be judged: those that share most, a few of each outlet that does not have the fact."""
    telling, count = told.telling(fact), Counter[str]()
    taken = 0
    for wording in sorted(rows, key=lambda w: (-rows[w], w)):
        own = {told.outlet(article) for article, _ in told.where[wording]} - telling
        if taken < MOST and any(count[outlet] < EACH for outlet in own):
            taken += 1
            count.update(own)
            yield wording


def _surest(told: Told, fact: str, likeness: Mapping[int, float]) -> list[Near]:
    """Of each outlet that does not have the fact the surest passage, if it is near enough; the surest first."""
    telling = told.telling(fact)
    best: dict[str, Near] = {}
    for wording in sorted(likeness, key=lambda w: (-likeness[w], w)):
        for article, span in told.where[wording]:
            outlet = told.outlet(article)
            if likeness[wording] >= NEAR and outlet not in telling:
                best.setdefault(outlet, Near(fact, article, span, likeness[wording]))
    return list(best.values())
