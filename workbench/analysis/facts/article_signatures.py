"""What the comparison of articles keeps of each: its clauses as numbers, so that one more article is compared with a
large case without reading that again.

One decision: a clause is known by its wording, a number that clauses of the same words share, and by the numbers of its
concepts; both are the same on every machine.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from workbench.analysis.text.words import TOKEN, concept
from workbench.model import Clause, Span

FEWEST_TERMS = 3
"""A clause with fewer content words states too little to be matched."""

NEAR, FAR = 2, 6
"""How many clauses on each side of one stand around it, and among how many they are looked for."""

NO_RUNS = np.zeros(0, dtype=np.uint64)

Said = tuple[int, str, int, str]
"""A clause by its number, and of a position in it: holder, side (-1, 0, 1) and topic."""


@dataclass(frozen=True, slots=True)
class Digest:
    """An article for the comparison; arrays have an entry for each usable clause, in text order."""

    article_id: str
    spans: NDArray[np.int32]
    """(clauses, 2): start and end in the article."""
    wordings: NDArray[np.int64]
    lengths: NDArray[np.int32]
    """How many of `concepts` are each clause's."""
    concepts: NDArray[np.uint32]
    runs: NDArray[np.uint64]
    """A number for each run of words of the article (`lineage.runs`)."""
    said: tuple[Said, ...] = ()

    def span(self, number: int) -> Span:
        """Where a clause stands."""
        return Span(int(self.spans[number, 0]), int(self.spans[number, 1]))


def usable(clause: Clause) -> bool:
    """Whether a clause states enough to be compared."""
    return len(clause.terms) >= FEWEST_TERMS


def wording(text: str) -> int:
    """The number that clauses of the same words share: 63 bits."""
    words = " ".join(TOKEN.findall(text)).casefold()
    return int.from_bytes(blake2b(words.encode("utf-8", "replace"), digest_size=8).digest()) >> 1


@lru_cache(maxsize=65536)
def number_of(concept: str) -> int:
    """The number of a concept: 32 bits."""
    return crc32(concept.encode("utf-8", "replace"))


def digest(
    article_id: str, clauses: Iterable[Clause], said: Iterable[Said] = (), runs: NDArray[np.uint64] = NO_RUNS
) -> Digest:
    """The digest of an article with these usable clauses."""
    found = tuple(clauses)
    concepts = [sorted({number_of(concept(t)) for t in c.terms}) for c in found]
    return Digest(
        article_id,
        np.array([(c.span.start, c.span.end) for c in found], dtype=np.int32).reshape(-1, 2),
        np.array([wording(c.text) for c in found], dtype=np.int64),
        np.array([len(own) for own in concepts], dtype=np.int32),
        np.array([n for own in concepts for n in own], dtype=np.uint32),
        runs,
        tuple(said),
    )


def packed(one: Digest) -> tuple[bytes, str, bytes]:
    """A digest as it is stored: clauses, what they state, and the runs of words."""
    arrays = (one.spans, one.wordings, one.lengths, one.concepts)
    count = np.array([len(one.spans)], dtype="<i4")
    clauses = b"".join(a.astype(a.dtype.newbyteorder("<")).tobytes() for a in (count, *arrays))
    return clauses, json.dumps(one.said, ensure_ascii=False), one.runs.astype("<u8").tobytes()


def unpacked(article_id: str, clauses: bytes, said: str, runs: bytes) -> Digest:
    """The digest that `packed` stored."""
    count = int(np.frombuffer(clauses, "<i4", 1)[0])
    spans = np.frombuffer(clauses, "<i4", 2 * count, 4).reshape(-1, 2)
    wordings = np.frombuffer(clauses, "<i8", count, 4 + 8 * count)
    lengths = np.frombuffer(clauses, "<i4", count, 4 + 16 * count)
    concepts = np.frombuffer(clauses, "<u4", -1, 4 + 20 * count)
    stated = tuple((n, holder, side, topic) for n, holder, side, topic in json.loads(said))
    return Digest(article_id, spans, wordings, lengths, concepts, np.frombuffer(runs, "<u8"), stated)


def places(digests: Sequence[Digest]) -> dict[int, list[tuple[str, Span]]]:
    """Wording -> every clause that has it, by article and span; the first stands for all."""
    out: dict[int, list[tuple[str, Span]]] = {}
    for one in sorted(digests, key=lambda d: d.article_id):
        for wording, (start, end) in zip(one.wordings.tolist(), one.spans.tolist(), strict=True):
            out.setdefault(wording, []).append((one.article_id, Span(start, end)))
    return out


def around(digests: Sequence[Digest]) -> dict[int, tuple[list[int], list[int]]]:
    """Wording -> the wordings of up to NEAR clauses before its first clause, and after it, that do not overlap it."""
    out: dict[int, tuple[list[int], list[int]]] = {}
    for one in sorted(digests, key=lambda d: d.article_id):
        clauses = list(zip(one.wordings.tolist(), one.spans.tolist(), strict=True))
        for place, (wording, (start, end)) in enumerate(clauses):
            if wording not in out:
                before = [w for w, (_, stop) in clauses[max(0, place - FAR) : place] if stop <= start]
                after = [w for w, (begin, _) in clauses[place + 1 : place + 1 + FAR] if begin >= end]
                out[wording] = (before[-NEAR:], after[:NEAR])
    return out
