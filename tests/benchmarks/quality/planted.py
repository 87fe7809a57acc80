"""Whether planted differences are named for what they are, and none is where nothing differs.

    python -m tests.benchmarks.quality planted

Real sentences of the Worldwide English Newswire and of PolNeAR train; one change is planted in each, and half of the
pairs are reworded harmlessly besides. Every other document is for tuning (dev), the others are held out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.benchmarks.quality.plants import PLANTERS, Plant, harmless
from workbench.analysis.facts.differences import find_differences
from workbench.model import Difference, Phrasing, Span

PLANTED, UNCHANGED = 500, 500
"""How many pairs of each sort there are in each half."""
MOST = 33
"""How many of them may have the same sort of change."""
SEED = 20
ALIKE = {"added": ("added", "left out"), "left out": ("added", "left out")}
"""Kinds that are one as seen from either side."""
_END = re.compile(r"(?<=[a-z0-9%)][.!?])[”\"’]?\s+(?=[“\"A-Z])|\n+")


class Pair(NamedTuple):
    """A sentence, the changed one, what was planted ("" if nothing), and where."""

    old: str
    new: str
    what: str = ""
    plant: Plant | None = None


def main(corpora: Path) -> None:
    """Print, for both halves, how many planted differences are named rightly, by kind, and how many are invented."""
    for half, documents in enumerate(_halves(corpora)):
        found = list(pairs(documents, Random(SEED + half)))
        print(("dev", "held out")[half])
        _report(found)


def _halves(corpora: Path) -> tuple[list[Path], list[Path]]:
    files = sorted((corpora / "worldwide-newswire" / "original_articles").iterdir())
    files += sorted((corpora / "polnear" / "train" / "text").glob("*.txt"))
    return files[::2], files[1::2]


def sentences(documents: Sequence[Path], chance: Random) -> Iterator[str]:
    """Sentences of moderate length, the documents in an order of chance."""
    for path in chance.sample(documents, len(documents)):
        parts = _END.split(path.read_text(encoding="utf-8", errors="replace"))
        yield from (p.strip() for p in parts if 50 <= len(p) <= 260 and re.match(r"[“\"A-Z].*[.”\"]$", p.strip()))


def pairs(documents: Sequence[Path], chance: Random) -> Iterator[Pair]:
    """PLANTED changed pairs, the kinds as even as the sentences allow, and UNCHANGED ones."""
    count: Counter[str] = Counter()
    unchanged = 0
    for old in sentences(documents, chance):
        made = _planted(old, count, chance) if count.total() < PLANTED else None
        if made:
            count[made.what] += 1
            yield made
        elif unchanged < UNCHANGED and chance.random() < 0.1:
            unchanged += 1
            yield Pair(old, harmless(old, chance) if unchanged % 5 else old)


def _planted(old: str, count: Counter[str], chance: Random) -> Pair | None:
    for what in sorted(PLANTERS, key=lambda w: (count[w], w)):
        plant = PLANTERS[what][1](old, chance)
        if plant and plant.text != old and count[what] < MOST:
            base = harmless(old, chance) if chance.random() < 0.5 and not plant.in_new else old
            if plant.in_new and chance.random() < 0.5:
                return Pair(harmless(old, chance), plant.text, what, plant)
            return Pair(base if plant.in_new else old, plant.text, what, plant)
    return None


def named(pair: Pair) -> tuple[Difference, ...]:
    """The differences of a pair, as two articles have them."""
    made = (Phrasing(id, Span(0, len(text)), text) for id, text in (("A", pair.old), ("B", pair.new)))
    return find_differences(tuple(made))


def right(pair: Pair, found: Sequence[Difference]) -> bool:
    """Whether one difference has the kind that was planted, and stands where it was."""
    kind, plant = PLANTERS[pair.what][0], pair.plant
    side = "B" if plant and plant.in_new else "A"
    kinds = ALIKE.get(kind, (kind,))
    spans = [r.span for d in found if d.kind in kinds for r in d.readings if r.article_id == side and r.span]
    return bool(plant) and any(span.overlaps(plant.span) for span in spans)


def _report(found: Sequence[Pair]) -> None:
    rows: dict[str, list[tuple[bool, int]]] = defaultdict(list)
    invented = 0
    for pair in found:
        differing = named(pair)
        if pair.what:
            rows[pair.what].append((right(pair, differing), len(differing)))
        else:
            invented += bool(differing)
    print(f"  {'planted':<20}{'pairs':>6}{'right':>8}{'beside':>8}")
    for what in PLANTERS:
        own = rows[what]
        hits = sum(ok for ok, _ in own)
        print(f"  {what:<20}{len(own):>6}{hits / max(1, len(own)):>8.3f}{_beside(own):>8.2f}")
    everything = [row for own in rows.values() for row in own]
    rate = sum(ok for ok, _ in everything) / max(1, len(everything))
    print(f"  {'all':<20}{len(everything):>6}{rate:>8.3f}{_beside(everything):>8.2f}")
    print(f"  unchanged pairs with a difference: {invented} of {sum(not p.what for p in found)}")


def _beside(rows: Sequence[tuple[bool, int]]) -> float:
    """How many differences are named beside the planted one."""
    return sum(n - ok for ok, n in rows) / max(1, len(rows))
