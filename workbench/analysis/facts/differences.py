"""How wordings of one fact differ, each difference named.

One decision: numbers, dates, loaded words, hedges, verbs of saying, negations, attributions and quotations differ where
what they say does, wherever they stand (`disagreement.py`); names, places, other labels, details, voice and wording
come from the word alignment of what is left (`rewording.py`). Phrasings too unlike to be aligned are compared by the
first kind only, and stand unmarked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from types import MappingProxyType

from workbench.analysis.facts.amounts import Amount
from workbench.analysis.facts.date_ranges import DateRange
from workbench.analysis.facts.details import TOLL
from workbench.analysis.facts.disagreement import disagreements
from workbench.analysis.facts.passage import Passage
from workbench.analysis.facts.rewording import MIN_SIMILARITY, find_changes
from workbench.analysis.facts.sources import is_same_source, is_spoken
from workbench.analysis.facts.typed_expressions import Expression
from workbench.analysis.facts.word_alignment import concepts, similarity
from workbench.analysis.facts.wording_differences import reading_at, told_otherwise, wording_differences
from workbench.model import DIFFERENCE_KINDS, Difference, Phrasing, Reading, Span

NO_DATES: Mapping[str, str] = MappingProxyType({})
MAX_ALIGNED = 60
"""How many wordings of a fact, the commonest, are compared."""
_NAMES = MappingProxyType({"modifier": "label", "detail": "added"})
"""What kinds of expressions are called where these differ and that is not their own name."""
MAX_CROSSED = 10
"""How many of them are compared each with each, the others with the commonest only."""


def mark_differences(
    base: str, other: str, dates: tuple[str, str] = ("", ""), tenses: tuple[str, str] = ("", "")
) -> tuple[tuple[Span, str], ...]:
    """What to mark in `other` beside `base`: spans with the kind of difference, "" for plain wording.
    `dates`: when the article of each was published; `tenses`: of each as a Phrasing has them.
    """
    if base == other or similarity(base, other) < MIN_SIMILARITY:
        return ()
    opposed = disagreements(Passage(base, dates[0], tenses[0]), Passage(other, dates[1], tenses[1]))
    found = [(e.span, _NAMES.get(e.kind, e.kind)) for _, e in opposed if e]
    found += [(c.b, "" if c.kind == "wording" else c.kind) for c in find_changes(base, other) if c.b]
    out: list[tuple[Span, str]] = []
    for span, kind in found:
        if not any(span.overlaps(taken) for taken, _ in out):
            out.append((span, kind))
    return tuple(sorted(out))


def find_differences(phrasings: Sequence[Phrasing], dates: Mapping[str, str] = NO_DATES) -> tuple[Difference, ...]:
    """Every difference between the phrasings of a fact; their order does not matter. `dates`: article -> when it was
    published, against which "Tuesday" is resolved.
    """
    ordered = sorted(compared_phrasings(phrasings), key=lambda p: (p.article_id, p.span))
    if len(ordered) < 2 or (len({p.text for p in ordered}) == 1 and not dates):
        return ()
    base = _most_central(ordered)
    common = _common_wordings(ordered)
    found = [*_expression_differences(ordered, dates, base), *wording_differences(ordered, base, common)]
    found = found or list(told_otherwise([p for p in ordered if p.text in common], base))
    return tuple(sorted(found, key=lambda d: (DIFFERENCE_KINDS.index(d.kind), _key(d))))


def compared_phrasings(phrasings: Sequence[Phrasing]) -> list[Phrasing]:
    """The phrasings that differences are looked for in: those of the commonest wordings, and whatever else the articles
    of these say of the fact.
    """
    common = _common_wordings(phrasings)
    among = {p.article_id for p in phrasings if p.text in common}
    return [p for p in phrasings if p.article_id in among]


def _common_wordings(phrasings: Iterable[Phrasing]) -> set[str]:
    """The wordings that most have; of as many the first by the alphabet."""
    told = Counter(p.text for p in phrasings)
    return {text for text, _ in sorted(told.items(), key=lambda t: (-t[1], t[0]))[:MAX_ALIGNED]}


def _key(difference: Difference) -> list[tuple[str, Span, str]]:
    return [(r.article_id, r.span or Span(0, 0), r.text) for r in difference.readings]


def _most_central(phrasings: Sequence[Phrasing]) -> Phrasing:
    """The phrasing that has most in common with all."""
    own = [frozenset(concepts(p.text)) for p in phrasings]
    count = Counter(c for each in own for c in each)
    usual = sum(map(len, own)) / len(own)
    common = [sum(count[c] for c in each) / (len(each) + usual or 1) for each in own]
    return phrasings[max(range(len(own)), key=lambda n: (common[n], -n))]


# What is typed


Spot = tuple[Passage, Expression]
"""An expression in its passage."""
Meaning = tuple[str, str, str, Amount | None, DateRange | None]
"""What expressions have in common that mean the same: kind, what it is about, value, amount, days."""


def _expression_differences(
    phrasings: Sequence[Phrasing], dates: Mapping[str, str], base: Phrasing
) -> Iterator[Difference]:
    """A difference for each group of expressions of which one disagrees with another, or with none."""
    told: dict[Passage, list[Phrasing]] = {}
    for phrasing in phrasings:
        passage = Passage(phrasing.text, dates.get(phrasing.article_id, ""), phrasing.tenses)
        told.setdefault(passage, []).append(phrasing)
    groups = _Groups()
    common = sorted(told, key=lambda p: -len(told[p]))[:MAX_ALIGNED]
    for a, b in chain(combinations(common[:MAX_CROSSED], 2), product(common[:1], common[MAX_CROSSED:])):
        if len({p.article_id for p in (*told[a], *told[b])}) > 1:
            for x, y in disagreements(a, b):
                groups.join(a, x, b, y)
    for kind, spots, silent in groups.found():
        own = [(p, e) for passage, e in spots for p in told[passage]]
        values = {_said(e) for _, e in own}
        saying = {p.article_id for p, _ in own}
        known = saying | {p.article_id for p in _with_values(told, [e for _, e in own])}
        known |= {p.article_id for p in _with_source_elsewhere(told, silent)} if kind == "attribution" else set()
        mute = [p for passage in silent for p in told[passage] if p.article_id not in known]
        if not mute and (len(saying) < 2 or len(values) < 2 or _have_one_in_common(kind, own, told)):
            continue
        readings = [*((p, reading_at(p, e.span)) for p, e in own), *((p, Reading(p.article_id)) for p in mute)]
        order = {id(p): n for n, p in enumerate(phrasings)}
        readings.sort(key=lambda r: (order[id(r[0])], r[1].span or Span(0, 0)))
        told_by_base = kind == "detail" and any(p is base for p, _ in own)
        named = "left out" if told_by_base else _NAMES.get(kind, kind)
        yield Difference(named, tuple(reading for _, reading in readings))


def _have_one_in_common(
    kind: str, own: Sequence[tuple[Phrasing, Expression]], told: Mapping[Passage, Sequence[Phrasing]]
) -> bool:
    """Whether articles that disagree somewhere all say one thing, too: one has "will" in its heading, then "could"."""
    everything: dict[str, list[Expression]] = {}
    for phrasing, e in own:
        everything.setdefault(phrasing.article_id, []).append(e)
    several = Counter(p.article_id for phrasings in told.values() for p in phrasings)
    for passage, phrasings in told.items():
        for id in {p.article_id for p in phrasings if several[p.article_id] > 1} & everything.keys():
            everything[id] += passage.of_kind.get(kind, ())
    first, *others = everything.values()
    named = {_said(e): e for _, e in own}
    return any(
        all(any(_is_one(kind, e, x) for x in each) for each in others)
        for e in named.values()
        if any(_is_one(kind, e, x) for x in first)
    )


def _said(e: Expression) -> tuple[str, Amount | None, DateRange | None]:
    return e.value, e.amount, e.days


def _is_one(kind: str, x: Expression, y: Expression) -> bool:
    return _said(x) == _said(y) or (kind == "attribution" and is_same_source(x.value, y.value))


def _with_values(told: Mapping[Passage, Sequence[Phrasing]], wanted: Sequence[Expression]) -> Iterator[Phrasing]:
    """The phrasings that have an expression with the kind and the value of one of some; of a denial, of the same."""
    values = {(e.kind, e.value, e.about if e.kind == "negation" else "") for e in wanted}
    for passage, phrasings in told.items():
        found = (e for kind in {e.kind for e in wanted} for e in passage.of_kind.get(kind, ()))
        said = any((e.kind, e.value, e.about if e.kind == "negation" else "") in values for e in found)
        if said or any(e.kind == "detail" and _tells(passage, e.about.split()) for e in wanted):
            yield from phrasings


def _with_source_elsewhere(told: Mapping[Passage, Sequence[Phrasing]], silent: Iterable[Passage]) -> Iterator[Phrasing]:
    """The phrasings, but for silent ones, that say who says it, or that somebody does."""
    unsaid = set(silent)
    for passage, phrasings in told.items():
        if passage not in unsaid and (passage.of_kind.get("attribution") or is_spoken(passage.text)):
            yield from phrasings


def _tells(passage: Passage, about: Sequence[str]) -> bool:
    """Whether a passage has half of the concepts of a detail, in whatever words."""
    return 2 * sum(what in passage.concepts for what in about) >= max(1, len(about))


class _Groups:
    """Expressions that disagree, and those that mean the same as one of them, as groups."""

    def __init__(self) -> None:
        self._root: dict[Meaning, Meaning] = {}
        self._spots: dict[Meaning, dict[Spot, None]] = {}
        self._silent: dict[Meaning, dict[Passage, None]] = {}

    def join(self, a: Passage, x: Expression | None, b: Passage, y: Expression | None) -> None:
        """Put what disagrees into one group; None is a passage that has nothing of the kind."""
        roots = [self._add(passage, e) for passage, e in ((a, x), (b, y)) if e]
        self._root[roots[0]] = roots[-1]
        for passage, e in ((a, x), (b, y)):
            if e is None:
                self._silent.setdefault(roots[-1], {})[passage] = None

    def _add(self, passage: Passage, e: Expression) -> Meaning:
        about = e.about if e.kind in ("negation", "label") or (e.kind == "detail" and TOLL not in e.value) else ""
        meaning = (e.kind, about, e.value, e.amount, e.days)
        self._spots.setdefault(meaning, {})[passage, e] = None
        return self._find(meaning)

    def _find(self, meaning: Meaning) -> Meaning:
        while (root := self._root.setdefault(meaning, meaning)) != meaning:
            meaning = root
        return meaning

    def found(self) -> Iterator[tuple[str, list[Spot], list[Passage]]]:
        """Kind, expressions and silent passages of each group."""
        members: dict[Meaning, list[Meaning]] = {}
        for meaning in self._root:
            members.setdefault(self._find(meaning), []).append(meaning)
        for root, own in members.items():
            spots = {spot: None for m in own for spot in self._spots.get(m, ())}
            speaking = {passage for passage, _ in spots}
            silent = {p: None for m in own for p in self._silent.get(m, ()) if p not in speaking}
            yield root[0], list(spots), list(silent)
