"""How well a case ranks pairs of sentences by whether they state one fact, whatever facts are made of them.

Average precision over the labelled pairs of sentences of different articles: 1 where every pair of one fact stands
before every other pair. A pair of sentences is as sure as the surest pair of their clauses; pairs that the case kept no
score of come last and count as not found. What the labels spare (`score_case.score_facts`) counts neither way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.quality import score_case as scorer
from workbench.model import Passage
from workbench.store import articles
from workbench.store.database import Database
from workbench.store.signatures import load_match_scores
from workbench.work.case_signatures import CaseSignatures

Sentence = tuple[str, int]
"""The file of a text, and the number of a sentence of it."""
SOFT = ("labelling", "framing", "background")


def average_precision(case: Path, texts: Mapping[str, Any], facts: Sequence[Mapping[str, Any]]) -> float:
    """The average precision of a case's pairs, by the labels of its articles."""
    labels = _labels(texts, [fact for fact in facts if fact["kind"] not in SOFT])
    same = {pair for pair, relation in labels.items() if relation == "same"}
    spared = (labels.keys() | _labels(texts, [fact for fact in facts if fact["kind"] in SOFT]).keys()) - same
    ranked = sorted((-sure, pair in same) for pair, sure in sentence_pairs(case, texts).items() if pair not in spared)
    hits, precision = 0, 0.0
    for at, (_, right) in enumerate(ranked, 1):
        hits += right
        precision += right * hits / at
    return precision / max(1, len(same))


def _labels(texts: Mapping[str, Any], facts: Sequence[Mapping[str, Any]]) -> dict[tuple[Sentence, Sentence], str]:
    found: dict[tuple[Sentence, Sentence], str] = scorer.fact_pairs(
        texts, facts, lambda fact: [(texts.get(m["file"]), m["start"], m["end"], m["rel"]) for m in fact["members"]]
    )
    return found


def sentence_pairs(case: Path, texts: Mapping[str, Any]) -> dict[tuple[Sentence, Sentence], float]:
    """How sure the case is of each pair of sentences of two articles that it kept a score of."""
    db = Database(sqlite3.connect(case, isolation_level=None))
    where = CaseSignatures.read(db).where
    files = {id: texts[Path(source).name] for id, source in db.execute("SELECT id, source FROM article")}

    def sentences(clause: int) -> set[Sentence]:
        return {found for place in where.get(clause, ()) for found in _sentences(db, files, place)}

    sure: dict[tuple[Sentence, Sentence], float] = {}
    for one, other, score in load_match_scores(db):
        for a in sentences(one):
            for b in sentences(other):
                if a[0] != b[0]:
                    pair = min(a, b), max(a, b)
                    sure[pair] = max(score, sure.get(pair, 0.0))
    db.close()
    return sure


def _sentences(db: Database, files: Mapping[str, Any], place: Passage) -> set[Sentence]:
    article, span = place
    text = files[article]
    at = text.find(span.of(articles.text_of(db, article)))
    return {(text.name, number) for number in text.sentence_ids(*at)} if at else set()
