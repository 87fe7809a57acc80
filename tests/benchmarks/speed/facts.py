"""`python -m tests.benchmarks.speed.facts [ARTICLES]`: how long the facts of one story take, and one article more.

The articles are real ones (`WORKBENCH_CORPORA`, folder seeds) rewritten: sentences dropped, reworded, and changed as
outlets change them (`tests/benchmarks/quality/plants.py`). Only the comparison is timed, beside rapidfuzz, which
compares as many clauses with a few of them.
"""

from __future__ import annotations

import os
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from rapidfuzz import fuzz, process
from rich.console import Console
from rich.table import Table

from tests.benchmarks.quality.plants import PLANTERS, harmless
from workbench.store.clauses import load_clauses
from workbench.store.facts import load_facts
from workbench.work import Case, article_comparison

ARTICLES = 2000
SEED = 11
CHANGED, DROPPED = 0.3, 0.15
"""The share of sentences that a rewrite changes, and that it leaves out."""
PEERS = 200
"""With how many clauses the peer compares each."""
_SENTENCE = re.compile(r"(?<=[a-z0-9”\"][.!?])\s+(?=[A-Z“\"])|\n+")


def main() -> None:
    """Make the case, compare it as a whole, add one article, print the table."""
    corpora = Path(os.environ["WORKBENCH_CORPORA"])
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    with tempfile.TemporaryDirectory() as place, Case.open(Path(place, "story.db")) as case:
        write(corpora / "seeds", Path(place, "articles"), count + 1)
        files = sorted(Path(place, "articles").iterdir())
        case.add([str(file) for file in files[:-1]])
        read_only(case)
        whole = spent(lambda: article_comparison.compare(case.db, everything=True))
        peer = spent(lambda: fuzzed(case))
        facts = len(load_facts(case.db))
        case.add([str(files[-1])])
        read_only(case)
        one = spent(lambda: article_comparison.compare(case.db))
    table = Table("what", "seconds", "rapidfuzz", title=f"{count:,} articles, {facts:,} facts")
    table.add_row("compare all", f"{whole:.1f}", f"{peer:.1f} (each clause with {PEERS})")
    table.add_row("one article more", f"{one:.2f}", "")
    Console().print(table)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def spent(work: Callable[[], object]) -> float:
    """Seconds of wall clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def read_only(case: Case) -> None:
    """Analyse what waits, without the comparison."""
    compare = article_comparison.compare
    try:
        article_comparison.compare = lambda *_: None  # type: ignore[assignment]
        case.analyse()
    finally:
        article_comparison.compare = compare


def write(seeds: Path, folder: Path, count: int) -> None:
    """So many rewrites of the real articles as files of plain text with a date and an outlet of their own."""
    folder.mkdir()
    chance = Random(SEED)
    bases = [path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt"))]
    for number in range(count):
        text = "\n".join(rewritten(bases[number % len(bases)], chance))
        (folder / f"{number:05d}.txt").write_text(text + "\n", encoding="utf-8")


def rewritten(text: str, chance: Random) -> Iterator[str]:
    """The sentences of a rewrite."""
    for sentence in (part.strip() for part in _SENTENCE.split(text)):
        if not sentence or chance.random() < DROPPED:
            continue
        if chance.random() < CHANGED:
            planters = list(PLANTERS.values())
            chance.shuffle(planters)
            plants = (plant(sentence, chance) for _, plant in planters)
            sentence = next((plant.text for plant in plants if plant), sentence)
            sentence = harmless(sentence, chance)
        yield sentence


def fuzzed(case: Case) -> None:
    """The peer: how alike each clause is to some others, as a matrix."""
    texts = [clause.text for clause in load_clauses(case.db)]
    process.cdist(texts, texts[:PEERS], scorer=fuzz.token_sort_ratio, workers=1)


if __name__ == "__main__":
    main()
