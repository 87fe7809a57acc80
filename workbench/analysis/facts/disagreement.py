"""Where two passages differ in what is typed of them: numbers, dates, loaded words, attributions, hedges and the like.

One decision: a difference needs something on both sides, for a report may leave out what the other has. Only who says
it, how sure it is, whether it is so at all and whose words it is differ from none, each under a condition of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from workbench.analysis.facts.amounts import counts_same, is_same_amount, may_count_same
from workbench.analysis.facts.companions import companions
from workbench.analysis.facts.date_ranges import is_comparable_date, is_same_date
from workbench.analysis.facts.details import TOLL
from workbench.analysis.facts.hedges import Opposed, is_same_hedge, opposed_hedges
from workbench.analysis.facts.passage import Passage
from workbench.analysis.facts.sources import SOMEBODY, is_first_person, is_quoted, is_same_source, is_spoken
from workbench.analysis.facts.typed_expressions import Expression
from workbench.analysis.facts.unmarked_quotes import is_quoted_whole
from workbench.analysis.facts.word_alignment import concepts, similarity, words
from workbench.analysis.text.words import concept, stem

Relation = Callable[[Expression, Expression], bool]
_Rule = Callable[[Passage, Passage, Sequence[Expression], Sequence[Expression]], Iterator[Opposed]]
_SEVERAL = frozenset("several many some dozens scores hundreds few another both all others".split())
"""Words that count as a number does."""
_REFUSING = frozenset(
    map(concept, "refuse deny reject fail decline lack stop avoid prevent unable rule end oppose withdraw hold".split())
)
"""Concepts by which a passage says no without a negation."""
_REPORTING = frozenset("said announced claimed argued insisted warned suggested confirmed admitted".split())
"""Values of verbs of saying that tell what somebody says; of others, such as to agree, it may be told as a fact."""
_NEAR = 0.6
"""The similarity from which two passages are the same but for little."""
_MONTH_DAY = re.compile(r"^\d\d-\d\d(?: \d{4})?$")
_RELATED = 2
"""How many concepts two passages share, at the least, where one says what the other only reports."""


def disagreements(a: Passage, b: Passage) -> Iterator[Opposed]:
    """What the typed expressions of two passages differ in."""
    for kind, rule in _RULES.items():
        left, right = a.of_kind.get(kind, ()), b.of_kind.get(kind, ())
        if left or right or kind == "detail":
            yield from rule(a, b, left, right)


def _without(
    left: Sequence[Expression], right: Sequence[Expression], same: Relation
) -> tuple[list[Expression], list[Expression]]:
    """What only the one side and only the other has. What is equal to the letter goes first, one for one where there
    are as many on both, so that nothing is taken for what it only may be.
    """
    old, new = _unequal(left, right), _unequal(right, left)
    return (
        [x for x in old if not any(same(x, y) for y in new)],
        [y for y in new if not any(same(x, y) for x in old)],
    )


def _unequal(own: Sequence[Expression], others: Sequence[Expression]) -> list[Expression]:
    if not (own and others):
        return list(own)
    theirs = [_meaning(e) for e in others]
    out = []
    for each in own:
        meaning = _meaning(each)
        if meaning not in theirs:
            out.append(each)
        elif len(own) == len(others):
            theirs.remove(meaning)
    return out


def _meaning(e: Expression) -> tuple[object, ...]:
    return e.value, e.amount, e.days


def _both_sides(same: Relation, *comparable: Relation) -> _Rule:
    """A rule by which what one passage alone has differs from what the other alone has, where the two are comparable;
    of several relations the first that holds for an expression counts.
    """

    def rule(_: Passage, __: Passage, left: Sequence[Expression], right: Sequence[Expression]) -> Iterator[Opposed]:
        old, new = _without(left, right, same)
        for relation in comparable:
            pairs = [(x, y) for x in old for y in new if relation(x, y)]
            yield from pairs
            old = [x for x in old if not any(x is p for p, _ in pairs)]
            new = [y for y in new if not any(y is p for _, p in pairs)]

    return rule


def _same_value(x: Expression, y: Expression) -> bool:
    return x.about == y.about and x.value == y.value


def _same_number(x: Expression, y: Expression) -> bool:
    return bool(x.amount and y.amount and is_same_amount(x.amount, y.amount))


def _count_same(x: Expression, y: Expression) -> bool:
    same = x.amount and y.amount and counts_same(x.amount, y.amount)
    return bool(same) and (not (x.about and y.about) or x.about == y.about)


def _may_count_same(x: Expression, y: Expression) -> bool:
    """Both of people, say, but not of the dead and of others."""
    return x.about == y.about and bool(x.amount and y.amount and may_count_same(x.amount, y.amount))


def _same_date(x: Expression, y: Expression) -> bool:
    return bool(x.days and y.days and is_same_date(x.days, y.days))


def _comparable_dates(x: Expression, y: Expression) -> bool:
    return bool(x.days and y.days and is_comparable_date(x.days, y.days))


def _dates(a: Passage, b: Passage, left: Sequence[Expression], right: Sequence[Expression]) -> Iterator[Opposed]:
    """Days of the same thing that are not the same days."""
    near = similarity(a.text, b.text) >= _NEAR
    for x, y in _DATED(a, b, left, right):
        if near or (x and y and (set(x.about.split()) & set(y.about.split()) or _are_lone_days(a, b, x, y))):
            yield x, y


def _are_lone_days(a: Passage, b: Passage, x: Expression, y: Expression) -> bool:
    """Whether two are the only days of the calendar of passages that share much besides."""
    lone = all(_calendar_days(passage) == [e] for passage, e in ((a, x), (b, y)))
    return lone and len(a.concepts & b.concepts) > _RELATED


def _calendar_days(passage: Passage) -> list[Expression]:
    return [e for e in passage.of_kind["date"] if _MONTH_DAY.search(e.value)]


def _same_family(x: Expression, y: Expression) -> bool:
    return x.about == y.about


def _sources(a: Passage, b: Passage, left: Sequence[Expression], right: Sequence[Expression]) -> Iterator[Opposed]:
    """Who says it: another one, or nobody where somebody else's passage only reports."""
    old, new = _without(left, right, lambda x, y: is_same_source(x.value, y.value))
    if old and new:
        yield from ((x, y) for x in old for y in new if SOMEBODY not in (x.value, y.value))
        return
    silent = b if old else a
    near = similarity(a.text, b.text) >= _NEAR
    if (
        is_quoted(silent.text)
        or not (near or _only_reports(a, b, silent))
        or _says_itself(silent, b if silent is a else a)
    ):
        return
    named = [e for e in (*old, *new) if e.value != SOMEBODY and not _is_named(e, silent, near)]
    yield from ((e, None) if old else (None, e) for e in named)


def _only_reports(a: Passage, b: Passage, silent: Passage) -> bool:
    """Whether a passage tells as a fact what the other tells, too."""
    return _are_related(a, b) and "attribution" not in silent.of_kind and not is_spoken(silent.text)


def _says_itself(silent: Passage, other: Passage) -> bool:
    """Whether somebody says a passage without a source: as "we", which the other reports, or with a verb of its own."""
    if is_first_person(silent.text) and not is_first_person(other.text):
        return True
    known = {e.value for e in other.of_kind.get("strength", ())}
    return any(e.value in _REPORTING and e.value not in known for e in silent.of_kind.get("strength", ()))


def _is_named(source: Expression, passage: Passage, near: bool) -> bool:
    """Whether a passage speaks of a source, without calling it one: by its last word, one that is near by all."""
    spoken = {stem(w.lower) for w in words(passage.text)}
    return spoken.issuperset(source.value.split() if near else source.value.split()[-1:])


def _hedges(a: Passage, b: Passage, left: Sequence[Expression], right: Sequence[Expression]) -> Iterator[Opposed]:
    """Degrees of certainty; what is plainly said is one, too, where the other passage has another, or none at all."""
    once = ({e.value: e for e in reversed(side)}.values() for side in (left, right))
    old, new = map(list, once)
    return opposed_hedges(a, b, *_without(old, new, is_same_hedge))


def _negations(a: Passage, b: Passage, left: Sequence[Expression], right: Sequence[Expression]) -> Iterator[Opposed]:
    """What one passage says not to be and the other says to be, as near as two wordings of one thing are."""
    if similarity(a.text, b.text) < _NEAR:
        return
    for own, others, passage, other in ((left, right, a, b), (right, left, b, a)):
        denied = {o.about.partition(" ")[0] for o in others}
        if not _REFUSING.isdisjoint(other.concepts - passage.concepts):
            continue
        for e in own:
            what = e.about.partition(" ")[0]
            if what in other.concepts and what not in denied:
                yield (e, None) if own is left else (None, e)


def _modifiers(a: Passage, b: Passage, left: Sequence[Expression], right: Sequence[Expression]) -> Iterator[Opposed]:
    """What one passage calls former, radical or secret, and the other only by its noun."""
    if not _are_related(a, b):
        return
    for own, others, passage, other in ((left, right, a, b), (right, left, b, a)):
        for e in own:
            called = any(o.value == e.value for o in others) or concept(e.span.of(passage.text)) in other.concepts
            if not called and e.about in other.concepts:
                yield (e, None) if own is left else (None, e)


def _are_related(a: Passage, b: Passage) -> bool:
    return len(a.concepts & b.concepts) >= _RELATED


def _details(a: Passage, b: Passage, left: Sequence[Expression], right: Sequence[Expression]) -> Iterator[Opposed]:
    """A telling detail that one passage has and the other, near to it, has none like; others beside what both have."""
    for own, others, other in ((left, right, b), (right, left, a)):
        for e in own if _are_related(a, b) else ():
            if _is_counted(other) if e.value.startswith(TOLL) else any(o.value == e.value for o in others):
                continue
            if _is_mostly_new(e, other):
                yield (e, None) if own is left else (None, e)
    yield from ((e, None) for e in _companions(a, b))
    yield from ((None, e) for e in _companions(b, a))


def _is_counted(passage: Passage) -> bool:
    return "number" in passage.of_kind or not _SEVERAL.isdisjoint(w.lower for w in words(passage.text))


def _companions(passage: Passage, other: Passage) -> Iterator[Expression]:
    for span in companions(passage.text, other.text):
        name = " ".join(concepts(span.of(passage.text)))
        yield Expression("detail", name, span, name)


def _is_mostly_new(e: Expression, other: Passage) -> bool:
    """Whether another passage has less than half of what an expression is about."""
    about = e.about.split()
    return 2 * sum(what in other.concepts for what in about) < max(1, len(about))


def _strengths(a: Passage, b: Passage, left: Sequence[Expression], right: Sequence[Expression]) -> Iterator[Opposed]:
    """Verbs of doing, and, in passages that share more than these, of saying, of one family."""
    apart = a.concepts.isdisjoint(b.concepts)
    pairs = [(x, y) for x, y in _LOADED(a, b, left, right) if x and y and not (apart and x.about == "saying")]
    alike = [(x, y) for x, y in pairs if x.about == "saying" and a.said_of(x) & b.said_of(y)]
    yield from (pair for pair in pairs if pair in alike or not (alike and pair[0].about == "saying"))


def _quotations(a: Passage, b: Passage, left: Sequence[Expression], right: Sequence[Expression]) -> Iterator[Opposed]:
    """Words that are quoted otherwise, or by one passage only; a passage may be said within marks that it has not."""
    old, new = _without(left, right, _same_value)
    if old and new:
        yield from ((x, y) for x in old for y in new)
    else:
        yield from ((x, None) for x in old if not is_quoted_whole(x, b))
        yield from ((None, y) for y in new if not is_quoted_whole(y, a))


_DATED = _both_sides(_same_date, _comparable_dates)
_LOADED = _both_sides(_same_value, _same_family)
_RULES: Mapping[str, _Rule] = MappingProxyType(
    {
        "number": _both_sides(_same_number, _count_same, _may_count_same),
        "date": _dates,
        "label": _LOADED,
        "attribution": _sources,
        "hedge": _hedges,
        "strength": _strengths,
        "negation": _negations,
        "quotation": _quotations,
        "modifier": _modifiers,
        "detail": _details,
    }
)
"""Kind -> what differs in it."""
