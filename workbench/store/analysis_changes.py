"""What two analyses of one article say: which quotes and positions are the same, and what is not as it was.

Pure. Two are the same thing where they share at least half of the words of the longer (of positions, with the same
holder); words are told by their place, so the same words elsewhere in the article are another quote.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.model import Change, Changes, Position, Quote, Span

Finding = Quote | Position
HALF = 0.5
_WORD = re.compile(r"\w+")


def words_at(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """The words of some spans of a text, each told by where it ends."""
    return frozenset(m.end() for span in spans for m in _WORD.finditer(text, span.start, span.end))


def word_overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The part of the longer's words that both have."""
    return len(one & other) / max(len(one), len(other), 1)


def spans_of(thing: Finding) -> tuple[Span, ...]:
    """Where a quote or position stands."""
    return thing.spans if isinstance(thing, Quote) else (thing.clause,)


def holder_of(thing: Finding) -> str:
    """Whose position it is; of quotes nothing."""
    return "" if isinstance(thing, Quote) else thing.holder


def compare_analyses(article_id: str, text: str, before: Sequence[Finding], after: Sequence[Finding]) -> Changes:
    """What became of each quote and position of an article, in the order of their places."""
    pairs = _same_ids(before, after)
    pairs += _nearest_pairs(text, *(_unpaired(things, pairs, side) for side, things in enumerate((before, after))))
    found = [Change(article_id, old, new) for old, new in pairs if not is_unchanged(old, new)]
    found += [Change(article_id, old, None) for old in _unpaired(before, pairs, 0)]
    found += [Change(article_id, None, new) for new in _unpaired(after, pairs, 1)]
    kept = Counter(type(new) for old, new in pairs if is_unchanged(old, new))
    found.sort(key=lambda c: (isinstance(c.thing, Position), spans_of(c.thing)))
    return Changes(1, kept[Quote], kept[Position], tuple(found))


def is_unchanged(one: Finding, other: Finding) -> bool:
    """Whether the two say the same: of quotes the words, kind and speakers, of positions words, stance and speaker."""
    if isinstance(one, Quote) and isinstance(other, Quote):
        return (one.id, one.kind, _said_by(one)) == (other.id, other.kind, _said_by(other))
    if isinstance(one, Position) and isinstance(other, Position):
        return (one.id, one.stance, one.speaker) == (other.id, other.stance, other.speaker)
    return False


def _said_by(quote: Quote) -> list[tuple[str, str]]:
    return [(speaker.label, speaker.kind) for speaker in quote.speakers]


def _unpaired(things: Iterable[Finding], pairs: Iterable[tuple[Finding, Finding]], side: int) -> list[Finding]:
    taken = {pair[side].id for pair in pairs}
    return [thing for thing in things if thing.id not in taken]


def _same_ids(before: Iterable[Finding], after: Iterable[Finding]) -> list[tuple[Finding, Finding]]:
    now = {thing.id: thing for thing in after}
    return [(old, now[old.id]) for old in before if old.id in now]


def _nearest_pairs(text: str, before: Sequence[Finding], after: Sequence[Finding]) -> list[tuple[Finding, Finding]]:
    """Pairs of the same kind and holder with half of their words in common, those with most in common first."""
    old_words, new_words = ([words_at(text, spans_of(t)) for t in things] for things in (before, after))
    found = sorted(
        (-share, o, n)
        for o, n in _overlapping(old_words, new_words)
        if (type(before[o]), holder_of(before[o])) == (type(after[n]), holder_of(after[n]))
        and (share := word_overlap(old_words[o], new_words[n])) >= HALF
    )
    pairs: dict[int, int] = {}
    for _, o, n in found:
        if o not in pairs and n not in pairs.values():
            pairs[o] = n
    return [(before[o], after[n]) for o, n in pairs.items()]


def _overlapping(before: Sequence[frozenset[int]], after: Sequence[frozenset[int]]) -> set[tuple[int, int]]:
    """The places in both lists of sets that have a word in common."""
    at: dict[int, list[int]] = defaultdict(list)
    for n, words in enumerate(after):
        for word in words:
            at[word].append(n)
    return {(o, n) for o, words in enumerate(before) for word in words for n in at.get(word, ())}


def chain_changes(first: Changes, then: Changes) -> Changes:
    """The changes of two analyses of the same article, one after the other, as one."""
    origin = {c.after.id: c for c in first.found if c.after}
    touched = {c.before.id for c in then.found if c.before}
    back = {c.after.id for c in then.found if c.after and not c.before}
    gone = {c.before.id: c for c in first.found if c.before and c.after is None and c.before.id in back}
    found = [c for c in first.found if (c.after.id not in touched if c.after else c.thing.id not in gone)]
    kept = {Quote: first.kept_quotes, Position: first.kept_positions}
    for change in then.found:
        known = origin.get(change.before.id) if change.before else gone.get(change.thing.id)
        before = known.before if known else change.before
        if known is None and change.before:
            kept[type(change.before)] -= 1
        if before and change.after and is_unchanged(before, change.after):
            kept[type(before)] += 1
        elif before or change.after:
            found.append(replace(change, before=before))
    return Changes(1, kept[Quote], kept[Position], tuple(found))


def sum_changes(each: Iterable[Changes]) -> Changes:
    """The changes of several articles together."""
    all_of = list(each)
    return Changes(
        sum(c.articles for c in all_of),
        sum(c.kept_quotes for c in all_of),
        sum(c.kept_positions for c in all_of),
        tuple(change for c in all_of for change in c.found),
    )
