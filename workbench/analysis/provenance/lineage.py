"""Which articles have words of which, and how many sources are left where such articles count once.

One decision: copies are found by shared runs of words, each article looked up among those before it, by numbers that
are kept, so that one more article is traced without reading the others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.provenance.credits import outlet_key
from workbench.model import Lineage, Span

RUN = 8
"""Words in a run; a run that two articles share is more than a common phrase."""
LEAST_SHARE = 0.15
"""The part of the shorter article that must stand in the longer."""
LEAST_WORDS = 24
DEPENDENT = 0.3
"""The share from which an article is no source of its own."""
MOST = 8
"""A run that more earlier articles have is looked up in the first of them only."""

Runs = NDArray[np.uint64]
"""A number for each run of words."""
Indexes = NDArray[np.intp]
Count = Callable[[Iterable[str]], int]
"""Of the articles with these ids, how many sources they have."""
_MIX = np.uint64(0x9E3779B97F4A7C15)

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def copies(texts: Mapping[str, str], order: Mapping[str, str] | None = None) -> tuple[Lineage, ...]:
    """Articles that share passages: of each pair, the later (of one day, the longer) has them from the other.

    `order` gives the articles' dates.
    """
    return related({id: runs(text) for id, text in texts.items()}, order or {}, texts.__getitem__)


def runs(text: str) -> Runs:
    """A number for every run of RUN words, in order: the same on every machine."""
    words = np.array(
        [crc32(m.group().lower().encode("utf-8", "replace")) for m in _WORD.finditer(text)], dtype=np.uint64
    )
    count = max(0, len(words) - RUN + 1)
    out = np.zeros(count, dtype=np.uint64)
    for place in range(RUN):
        out = out * _MIX + words[place : place + count]
    return out


def related(
    known: Mapping[str, Runs],
    order: Mapping[str, str],
    text_of: Callable[[str], str],
    fresh: Collection[str] | None = None,
    crediting: Collection[str] = (),
) -> tuple[Lineage, ...]:
    """Which articles have passages of which, by their runs; with `fresh`, what these have of others or others of them.

    `order` gives dates, `text_of` the text of an article; `crediting`: those that credit a source.
    """
    places = in_order(known, order, crediting)
    rank = {article: n for n, article in enumerate(places)}
    lines = _Lines(places, known)

    @lru_cache(maxsize=64)
    def words_of(article: str) -> list[Span]:
        return [Span(*m.span()) for m in _WORD.finditer(text_of(article))]

    out: list[Lineage] = []
    for article in places if fresh is None else sorted(fresh, key=rank.__getitem__):
        for origin, at in lines.before(rank[article]):
            out += _copied(article, origin, at, known, words_of)
        for later in lines.after(rank[article]) if fresh is not None else ():
            at = np.flatnonzero(np.isin(known[later], known[article]))
            out += _copied(later, article, at, known, words_of)
    return tuple(sorted(dict.fromkeys(out), key=lambda r: (r.article_id, -r.share, r.origin)))


def in_order(known: Mapping[str, Runs], order: Mapping[str, str], crediting: Collection[str] = ()) -> list[str]:
    """Articles by date, the undated last; of one day those that credit a source (`crediting`), then the shorter, which
    the longer may have words of.
    """
    return sorted(known, key=lambda a: (order.get(a) or "9999", a not in crediting, len(known[a]), a))


class _Lines:
    """All runs of all articles, in the articles' order."""

    def __init__(self, places: Sequence[str], known: Mapping[str, Runs]) -> None:
        self.places = places
        self.lengths = np.array([len(known[a]) for a in places], dtype=np.intp)
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)])
        flat = np.concatenate([known[a] for a in places]) if places else np.zeros(0, dtype=np.uint64)
        self.owner = np.repeat(np.arange(len(places)), self.lengths)
        self.order = np.argsort(flat, kind="stable")
        self.sorted = flat[self.order]
        self.flat = flat

    def _others(self, number: int, most: int | None = None) -> tuple[Indexes, Indexes]:
        """The places of an article's runs, and the first `most` articles that have each of them: pairs."""
        own = self.flat[self.starts[number] : self.starts[number + 1]]
        first, last = np.searchsorted(self.sorted, own, "left"), np.searchsorted(self.sorted, own, "right")
        last = last if most is None else np.minimum(last, first + most)
        count = last - first
        ends = np.cumsum(count)
        inside = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - count, count)
        found = self.order[np.repeat(first, count) + inside]
        return np.repeat(np.arange(len(own)), count), self.owner[found]

    def before(self, number: int) -> Iterator[tuple[str, Indexes]]:
        """The earlier articles with runs of one, and where it has them; of each run the first MOST."""
        at, owner = self._others(number, MOST)
        for other in np.flatnonzero(np.bincount(owner[owner < number], minlength=1) >= LEAST_WORDS - RUN + 1):
            yield self.places[int(other)], np.unique(at[owner == other])

    def after(self, number: int) -> list[str]:
        """The later articles that may have enough of one, by the runs that it is among the first MOST to have."""
        at, owner = self._others(number)
        earlier = np.bincount(at, weights=owner < number, minlength=1)
        later = np.bincount(owner[(owner > number) & (earlier[at] < MOST)], minlength=1)
        return [self.places[int(n)] for n in np.flatnonzero(later >= LEAST_WORDS - RUN + 1)]


def _copied(
    article: str, origin: str, at: Indexes, known: Mapping[str, Runs], words_of: Callable[[str], Sequence[Span]]
) -> Iterator[Lineage]:
    """The relation of an article to an earlier one, whose runs it has at these places; nothing if that is little."""
    own, other = known[article], known[origin]
    _, once = np.unique(own[at], return_index=True)  # an article may repeat itself
    words = _covered(np.sort(at[once]))
    share, part = _covered(at) / (len(own) + RUN - 1), words / (len(other) + RUN - 1)
    if words >= LEAST_WORDS and max(share, part) >= LEAST_SHARE:
        first, last = _longest(at)
        places = words_of(article)
        span = Span(places[first].start, places[last + RUN - 1].end)
        yield Lineage(article, "copies", origin, round(min(share, 1.0), 3), span)


def _covered(at: Indexes) -> int:
    """How many words the runs at these places cover."""
    return int(np.minimum(np.diff(at), RUN).sum()) + RUN


def _longest(at: Indexes) -> tuple[int, int]:
    """First and last place of the longest stretch without a gap; of several the first."""
    gaps = np.flatnonzero(np.diff(at) != 1)
    starts, ends = np.concatenate([[0], gaps + 1]), np.concatenate([gaps, [len(at) - 1]])
    best = int(np.argmax(ends - starts))
    return int(at[starts[best]]), int(at[ends[best]])


def once(lineage: Iterable[Lineage]) -> tuple[Lineage, ...]:
    """A lineage with each outlet credited once by an article, under whatever name; a place is better than none."""
    found: dict[tuple[str, str, str], Lineage] = {}
    for row in lineage:
        key = (row.article_id, row.kind, outlet_key(row.origin) if row.kind == "credits" else row.origin)
        known = found.get(key)
        found[key] = row if known is None or (row.span and not known.span) else known
    return tuple(found.values())


def independent(
    article_ids: Iterable[str], lineage: Iterable[Lineage], outlets: Mapping[str, str] | None = None
) -> int:
    """How many sources are left when copies, and articles that credit the same origin, count once.

    With `outlets` (article -> outlet), an outlet is one source, and one with those that credit it.
    """
    return len({*same_source(article_ids, lineage, outlets).values()})


def counting(lineage: Iterable[Lineage], outlet_of: Callable[[str], str]) -> Count:
    """What counts the independent sources of some articles, by these and what they take alone."""
    rows: dict[str, list[Lineage]] = defaultdict(list)
    for row in lineage:
        rows[row.article_id].append(row)

    def count(article_ids: Iterable[str]) -> int:
        ids = {*article_ids}
        return independent(ids, (row for id in ids for row in rows.get(id, ())), {id: outlet_of(id) for id in ids})

    return count


def same_source(
    article_ids: Iterable[str], lineage: Iterable[Lineage], outlets: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Article -> the number of its source, from 0 on; those that have one source share its number."""
    articles, rows = sorted(set(article_ids)), tuple(lineage)
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = node = parent.setdefault(above, above)
        return node

    known = {*articles}
    rows = tuple(row for row in rows if row.article_id in known)
    for article, outlet in sorted((outlets or {}).items()):
        if article in known and outlet:
            parent[root(article)] = root(f"@{outlet_key(outlet)}")
    for row in rows:
        if row.kind != "copies" or row.share >= DEPENDENT:
            parent[root(row.article_id)] = root(f"@{outlet_key(row.origin)}" if row.kind == "credits" else row.origin)
    numbers: dict[str, int] = {}
    return {article: numbers.setdefault(root(article), len(numbers)) for article in articles}
