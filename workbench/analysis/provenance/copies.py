"""Which articles have words of which.

One decision: copies are found by shared runs of words (shingles), each article looked up among those before it, by
numbers that are kept, so that one more article is traced without reading the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from workbench.model import Lineage, Span

SHINGLE_WORDS = 8
"""Words in a run; a run that two articles share is more than a common phrase."""
MIN_SHARE = 0.15
"""The part of the shorter article that must be in the longer."""
MIN_WORDS = 24
MAX_ORIGINS = 8
"""A run that more earlier articles have is looked up in the first of them only."""

Shingles = NDArray[np.uint64]
"""A number for each run of SHINGLE_WORDS words, in text order."""
Indexes = NDArray[np.intp]
_MIX = np.uint64(0x9E3779B97F4A7C15)

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def find_copies(texts: Mapping[str, str], order: Mapping[str, str] | None = None) -> tuple[Lineage, ...]:
    """Articles that share passages: of each pair, the later (of one day, the longer) has them from the other.

    `order` gives the articles' dates.
    """
    return find_copies_by_shingles({id: shingles(text) for id, text in texts.items()}, order or {}, texts.__getitem__)


def shingles(text: str) -> Shingles:
    """A number for every run of SHINGLE_WORDS words, in order; one for a text with fewer: the same on every machine."""
    words = np.array(
        [crc32(m.group().lower().encode("utf-8", "replace")) for m in _WORD.finditer(text)], dtype=np.uint64
    )
    size = min(SHINGLE_WORDS, len(words))
    count = len(words) - size + 1 if size else 0
    out = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        out = out * _MIX + words[place : place + count]
    return out


def find_copies_by_shingles(
    known: Mapping[str, Shingles],
    order: Mapping[str, str],
    text_of: Callable[[str], str],
    fresh: Collection[str] | None = None,
    crediting: Collection[str] = (),
) -> tuple[Lineage, ...]:
    """Which articles have passages of which, by shingles; with `fresh`, what these have of others or others of them.

    `order` gives dates, `text_of` the text of an article; `crediting`: those that credit a source.
    """
    places = chronological(known, order, crediting)
    rank = {article: n for n, article in enumerate(places)}
    lines = _ShingleIndex(places, known, places if fresh is None else fresh)

    @lru_cache(maxsize=64)
    def words_of(article: str) -> list[Span]:
        return [Span(*m.span()) for m in _WORD.finditer(text_of(article))]

    out: list[Lineage] = []
    for article in places if fresh is None else sorted(fresh, key=rank.__getitem__):
        for origin, at in lines.before(rank[article]):
            out += _copy_of(article, origin, at, known, words_of)
        for later in lines.after(rank[article]) if fresh is not None else ():
            at = np.flatnonzero(np.isin(known[later], known[article]))
            out += _copy_of(later, article, at, known, words_of)
    return tuple(sorted(dict.fromkeys(out), key=lambda r: (r.article_id, -r.share, r.origin)))


def chronological(
    known: Mapping[str, Shingles], order: Mapping[str, str], crediting: Collection[str] = ()
) -> list[str]:
    """Articles by date, the undated last; of one day those that credit a source (`crediting`), then the shorter, which
    the longer may have words of.
    """
    return sorted(known, key=lambda a: (order.get(a) or "9999", a not in crediting, len(known[a]), a))


class _ShingleIndex:
    """The shingles of all articles, in the articles' order, as far as one of the `asked` has them."""

    def __init__(self, places: Sequence[str], known: Mapping[str, Shingles], asked: Collection[str]) -> None:
        self.places = places
        self.lengths = np.array([len(known[a]) for a in places], dtype=np.intp)
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)])
        self.flat = np.concatenate([known[a] for a in places]) if places else np.zeros(0, dtype=np.uint64)
        wanted = np.unique(np.concatenate([known[a] for a in asked])) if asked else np.zeros(0, dtype=np.uint64)
        kept = np.arange(len(self.flat)) if len(asked) == len(places) else np.flatnonzero(_are_among(self.flat, wanted))
        order = kept[np.argsort(self.flat[kept], kind="stable")]
        self.sorted = self.flat[order]
        self.owner = np.searchsorted(self.starts, order, "right") - 1

    def _others(self, number: int, most: int | None = None) -> tuple[Indexes, Indexes]:
        """The places of an article's shingles, and the first `most` articles that have each of them: pairs."""
        own = self.flat[self.starts[number] : self.starts[number + 1]]
        first, last = np.searchsorted(self.sorted, own, "left"), np.searchsorted(self.sorted, own, "right")
        last = last if most is None else np.minimum(last, first + most)
        count = last - first
        ends = np.cumsum(count)
        inside = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - count, count)
        return np.repeat(np.arange(len(own)), count), self.owner[np.repeat(first, count) + inside]

    def before(self, number: int) -> Iterator[tuple[str, Indexes]]:
        """The earlier articles with shingles of one, and where it has them; of each shingle the first MAX_ORIGINS."""
        at, owner = self._others(number, MAX_ORIGINS)
        for other in np.flatnonzero(np.bincount(owner[owner < number], minlength=1) >= self._least(number)):
            yield self.places[int(other)], np.unique(at[owner == other])

    def after(self, number: int) -> list[str]:
        """The later articles that may have enough of one, by the shingles that it is among the first MOST to have."""
        at, owner = self._others(number)
        earlier = np.bincount(at, weights=owner < number, minlength=1)
        later = np.bincount(owner[(owner > number) & (earlier[at] < MAX_ORIGINS)], minlength=1)
        return [self.places[int(n)] for n in np.flatnonzero(later >= self._least(number))]

    def _least(self, number: int) -> int:
        """How many shingles an article must have in common with another: so many, or all that it has."""
        return max(1, min(MIN_WORDS - SHINGLE_WORDS + 1, int(self.lengths[number])))


def _are_among(shingles: Shingles, wanted: Shingles) -> NDArray[np.bool_]:
    """Which of many shingles are among a few, which are sorted."""
    if not len(wanted):
        return np.zeros(len(shingles), dtype=bool)
    return np.equal(wanted[np.minimum(np.searchsorted(wanted, shingles), len(wanted) - 1)], shingles)


def _copy_of(
    article: str, origin: str, at: Indexes, known: Mapping[str, Shingles], words_of: Callable[[str], Sequence[Span]]
) -> Iterator[Lineage]:
    """The relation of an article to an earlier one, whose shingles it has here; nothing if that is little. Two of one
    text are copies however short it is.
    """
    own, other = known[article], known[origin]
    _, once = np.unique(own[at], return_index=True)  # an article may repeat itself
    words = _words_covered(np.sort(at[once]))
    share, part = _words_covered(at) / (len(own) + SHINGLE_WORDS - 1), words / (len(other) + SHINGLE_WORDS - 1)
    if (words >= MIN_WORDS and max(share, part) >= MIN_SHARE) or np.array_equal(own, other):
        first, last = _longest_stretch(at)
        places = words_of(article)
        span = Span(places[first].start, places[min(last + SHINGLE_WORDS, len(places)) - 1].end)
        yield Lineage(article, "copies", origin, round(min(share, 1.0), 3), span)


def _words_covered(at: Indexes) -> int:
    """How many words the shingles at these places cover."""
    return int(np.minimum(np.diff(at), SHINGLE_WORDS).sum()) + SHINGLE_WORDS


def _longest_stretch(at: Indexes) -> tuple[int, int]:
    """First and last place of the longest stretch without a gap; of several the first."""
    gaps = np.flatnonzero(np.diff(at) != 1)
    starts, ends = np.concatenate([[0], gaps + 1]), np.concatenate([gaps, [len(at) - 1]])
    best = int(np.argmax(ends - starts))
    return int(at[starts[best]]), int(at[ends[best]])
