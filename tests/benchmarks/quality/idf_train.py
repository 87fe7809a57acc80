"""Rebuilds `idf.tsv`, how rare words are in news.

python -m tests.benchmarks.quality.idf_train CORPORA FOLDER
"""

from __future__ import annotations

import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from workbench.analysis.text.words import FUNCTION_WORDS, TOKEN, concept

RAREST = 0.8
FEWEST = 12
_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")


def count(paths: Iterable[Path]) -> tuple[Counter[str], int]:
    """In how many sentences each concept stands, and how many sentences there are."""
    found: Counter[str] = Counter()
    total = 0
    for path in paths:
        for sentence in _SENTENCE_END.split(path.read_text(encoding="utf-8", errors="replace")):
            words = (w for w in TOKEN.findall(sentence) if w[0].isalpha() and w.lower() not in FUNCTION_WORDS)
            concepts = {concept(w) for w in words}
            if len(concepts) > 2:
                total += 1
                found.update(concepts)
    return found, total


def write_idf(corpora: Path, out: Path) -> None:
    """The greater rarity of two corpora, so that the people and places of neither are taken for common words."""
    counts = [
        count(sorted((corpora / "polnear" / "train").rglob("*.txt"))),
        count(sorted((corpora / "worldwide-newswire" / "original_articles").iterdir())),
    ]
    rows: dict[int, list[str]] = defaultdict(list)
    for word in counts[0][0].keys() | counts[1][0].keys():
        rarity = max(math.log((n + 2) / (found[word] + 0.5)) / math.log(n + 2) for found, n in counts)
        if rarity < RAREST and sum(found[word] for found, _ in counts) >= FEWEST:
            rows[round(100 * rarity)].append(word)
    head = (
        "# How rare a stem or synonym group is in news: 100 * log(N / n) / log N over sentences, the greater value of\n"
        f"# PolNeAR train ({counts[0][1]} sentences) and Worldwide English Newswire ({counts[1][1]}); what is rarer\n"
        f"# than {100 * RAREST:.0f} is left out and counts as 100. Made by tests/benchmarks/quality/idf_train.py.\n"
        "# weight <tab> stems.\n"
    )
    lines = (f"{weight}\t{' '.join(sorted(words))}\n" for weight, words in sorted(rows.items()))
    out.write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    write_idf(Path(sys.argv[1]), Path(sys.argv[2]) / "idf.tsv")
