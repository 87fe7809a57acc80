"""Passages that may state a fact in articles that have no phrasing of it: what must be looked at before it is said that
an outlet does not have the fact.

One decision: they are judged as the pairs are that facts are made of (`matching.py`), each by the phrasing it is most
like, and a low likeness is enough: a claim that an outlet is silent is false more often than a passage is out of place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.analysis.facts.clause_table import ClauseTable, Pair
from workbench.analysis.facts.match_features import ClauseProfile
from workbench.analysis.facts.matching import match_scores
from workbench.analysis.facts.position_statements import Sides
from workbench.model import Passage, Span

MIN_LIKENESS = 0.08
"""How sure a match must be for its passage to be shown; chosen on stories that others labelled."""
MAX_JUDGED, MAX_PER_OUTLET = 40, 4
"""How many passages are judged for each fact, and how many of one outlet."""
JUDGED_AGAINST = 3
"""With how many phrasings of the fact, the nearest, each is judged."""
Nearness = dict[int, list[int]]
"""Clause hash -> the clauses of a fact that the clause is judged against."""


@dataclass(frozen=True, slots=True)
class PossiblePhrasing:
    """A passage that may state a fact."""

    fact_id: str
    article_id: str
    span: Span
    likeness: float


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """The facts of a case, and the articles that they are looked for in."""

    facts: Mapping[str, Collection[tuple[str, Span, float]]]
    """Fact -> where its phrasings stand, and how sure each is: of what changed, or has a clause near a fresh one."""
    where: Mapping[int, Sequence[Passage]]
    """Clause hash -> where the clause stands."""
    hashes: Mapping[Passage, int]
    """Where a clause stands -> its hash."""
    outlets: Mapping[str, str]
    """Article -> its outlet."""
    cannot_link: frozenset[Pair]
    """Clauses that the analyst parted."""
    sides: Mapping[int, Sides]
    """Clause hash -> the positions that it states."""

    def outlet(self, article: str) -> str:
        """What an article counts as: its outlet, or itself."""
        return self.outlets.get(article, "") or article

    def outlets_with(self, clause_hash: int) -> frozenset[str]:
        """The outlets that have a clause."""
        return frozenset(self.outlet(article) for article, _ in self.where[clause_hash])

    def reporting(self, fact: str) -> set[str]:
        """The outlets that have a fact."""
        return {self.outlet(article) for article, _, _ in self.facts[fact]}

    def stated(self, fact: str) -> set[int]:
        """The clause hashes of the phrasings of a fact."""
        return {w for article, span, _ in self.facts[fact] if (w := self.hashes.get((article, span))) is not None}

    def stating(self, clause_hashes: Collection[int]) -> dict[int, list[str]]:
        """Clause hash -> the facts that have it, for these."""
        out: dict[int, list[str]] = defaultdict(list)
        for id, own in self.facts.items() if clause_hashes else ():
            for clause_hash in {self.hashes.get((article, span)) for article, span, _ in own}:
                if clause_hash is not None and clause_hash in clause_hashes:
                    out[clause_hash].append(id)
        return out


def find_possible_phrasings(
    known: KnownFacts,
    changed: Collection[str],
    near_fresh: Mapping[int, Sequence[tuple[int, float]]],
    table: ClauseTable,
    profiles: Callable[[Iterable[int]], Mapping[int, ClauseProfile]],
) -> list[PossiblePhrasing]:
    """For each fact that `changed`, of every outlet without a phrasing of it the surest passage that may state it; for
    the other facts, those among fresh clauses. `near_fresh`: each of these with the clauses near it.
    """
    found: dict[str, Nearness] = dict(_fresh_near(known, changed, near_fresh))
    found.update(_near_changed(known, changed, table))
    stated = {id: known.stated(id) for id in found}
    for id, rows in found.items():
        for clause_hash in [w for w in rows if _is_cannot_link(known, w, stated[id])]:
            del rows[clause_hash]
    pairs = {_pair(w, own) for rows in found.values() for w, nearest in rows.items() for own in nearest}
    sure = match_scores(pairs, table, profiles({clause_hash for pair in pairs for clause_hash in pair}), known.sides)

    def likeness(id: str, clause_hash: int) -> float:
        if clause_hash in stated[id]:
            return 1.0
        return max(sure[_pair(clause_hash, own)] for own in found[id][clause_hash])

    judged = {id: {w: round(likeness(id, w), 3) for w in sorted(rows)} for id, rows in found.items()}
    return [one for id in sorted(judged) for one in _best_per_outlet(known, id, judged[id])]


def _is_cannot_link(known: KnownFacts, clause_hash: int, stated: Iterable[int]) -> bool:
    return any(_pair(clause_hash, own) in known.cannot_link for own in stated)


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _fresh_near(
    known: KnownFacts, changed: Collection[str], near: Mapping[int, Sequence[tuple[int, float]]]
) -> Iterator[tuple[str, Nearness]]:
    """The facts that did not change, each with fresh clauses near it."""
    stating = known.stating({other for own in near.values() for other, _ in own})
    found: dict[str, dict[int, list[tuple[float, int]]]] = defaultdict(dict)
    for clause_hash, own in sorted(near.items()):
        for other, cosine in own:
            for id in stating.get(other, ()):
                if id not in changed:
                    found[id].setdefault(clause_hash, []).append((cosine, other))
    for id, rows in found.items():
        nearest = sorted(((max(own), clause_hash) for clause_hash, own in rows.items()), key=lambda n: (-n[0][0], n[1]))
        chosen = _choose_clauses(known, id, (clause_hash for _, clause_hash in nearest))
        yield id, {w: [own for _, own in sorted(rows[w], reverse=True)[:JUDGED_AGAINST]] for w in chosen}


def _near_changed(known: KnownFacts, changed: Collection[str], table: ClauseTable) -> Iterator[tuple[str, Nearness]]:
    """The facts that changed, each with clauses near it."""
    everybody = {*map(known.outlet, known.outlets)}
    for id in sorted(changed):
        if everybody <= known.reporting(id):
            continue
        near = table.near_any(known.stated(id))
        places = {clause_hash: place for place, clause_hash in enumerate(near.others)}
        yield id, {w: near.nearest(places[w], JUDGED_AGAINST) for w in _choose_clauses(known, id, near.others)}


def _choose_clauses(known: KnownFacts, fact: str, nearest: Iterable[int]) -> Iterator[int]:
    """Of clauses, the nearest first, those to be judged: a few of each outlet that does not have the fact."""
    count, taken, reporting = Counter[str](), 0, known.reporting(fact)
    for clause_hash in nearest:
        own = known.outlets_with(clause_hash) - reporting
        if any(count[outlet] < MAX_PER_OUTLET for outlet in own):
            taken += 1
            count.update(own)
            yield clause_hash
        if taken == MAX_JUDGED:
            break


def _best_per_outlet(known: KnownFacts, fact: str, likeness: Mapping[int, float]) -> list[PossiblePhrasing]:
    """Of each outlet that does not have the fact the surest passage, if it is near enough; the surest first."""
    reporting = known.reporting(fact)
    best: dict[str, PossiblePhrasing] = {}
    for clause_hash in sorted(likeness, key=lambda w: (-likeness[w], w)):
        for article, span in known.where[clause_hash]:
            outlet = known.outlet(article)
            if likeness[clause_hash] >= MIN_LIKENESS and outlet not in reporting:
                best.setdefault(outlet, PossiblePhrasing(fact, article, span, likeness[clause_hash]))
    return list(best.values())
