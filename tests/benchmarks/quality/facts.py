"""How well clauses of the same fact are told from others: MRPC, ECB+ and SuperPAL.

    python -m tests.benchmarks.quality facts

One decision: a pair of sentences counts as joined where any of their clauses is, as it does in the workbench; pairs
without articles around them are judged by words and meaning alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language

from tests.benchmarks.quality.case import score_sample
from tests.benchmarks.quality.fact_corpora import Sentence, ecb, mrpc, sentence_pairs, superpal_pairs, whole
from workbench.analysis.facts.clustering import MIN_AVERAGE
from workbench.analysis.facts.fact_assembly import find_facts
from workbench.analysis.facts.match_features import ClauseProfile, clause_profile, concept_weights
from workbench.analysis.facts.matching import wording_scores
from workbench.model import Clause, Span
from workbench.nlp import clause_encoder, parser
from workbench.nlp.linear_chain import Floats

Scored = Sequence[tuple[float, bool]]
Vectors = Mapping[str, Floats]


def main(corpora: Path) -> None:
    """Print the figures on the development parts; thresholds that are not the workbench's come from train."""
    nlp = parser.load_pipeline()
    print(f"{'corpus':<34}{'at':>6}{'P':>8}{'R':>8}{'F1':>8}{'acc':>8}{'pairs':>9}")
    train = _pairs(_mrpc(corpora / "mrpc" / "msr-para-train.tsv", nlp))
    val = _pairs(_mrpc(corpora / "mrpc" / "msr-para-val.tsv", nlp))
    _row("MRPC val", val, _best(train, lambda s, at: _counts(s, at)[3]))
    ecb_train = _sentences(ecb(corpora / "ecbplus", "Train", nlp))
    dev = ecb(corpora / "ecbplus", "Dev", nlp)
    _row("ECB+ dev, all pairs of a topic", _sentences(dev), _best(ecb_train, lambda s, at: _counts(s, at)[2]))
    _row("ECB+ dev, a topic as a case", _joined(dev), MIN_AVERAGE)
    _row(
        "SuperPAL dev, as it joins", _pairs(superpal_pairs(corpora / "superpal" / "dev_MN_only.csv", nlp)), MIN_AVERAGE
    )
    score_sample(corpora, "facts")


def _mrpc(path: Path, nlp: Language) -> list[tuple[bool, Clause, Clause]]:
    rows = mrpc(path)
    texts = whole((text for row in rows for text in row[1:]), nlp)
    return [(row[0], texts[2 * n], texts[2 * n + 1]) for n, row in enumerate(rows)]


def _pairs(pairs: Sequence[tuple[bool, Clause, Clause]]) -> Scored:
    idf = concept_weights(c for _, a, b in pairs for c in (a, b))
    seen = _seen(c for _, a, b in pairs for c in (a, b))
    profiles = [(clause_profile(a, idf), clause_profile(b, idf)) for _, a, b in pairs]
    return list(zip(_sure(profiles, seen), (same for same, *_ in pairs), strict=True))


def _seen(clauses: Iterable[Clause]) -> Vectors:
    texts = sorted({clause.text for clause in clauses})
    return dict(zip(texts, clause_encoder.encode([(text, Span(0, len(text))) for text in texts]), strict=True))


def _sure(pairs: Sequence[tuple[ClauseProfile, ClauseProfile]], seen: Vectors) -> list[float]:
    cosines = np.array([float(seen[a.clause.text] @ seen[b.clause.text]) for a, b in pairs])
    return wording_scores(pairs, cosines).tolist() if pairs else []


def _topics(sentences: Sequence[Sentence]) -> dict[str, list[Sentence]]:
    topics: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        topics[sentence.topic].append(sentence)
    return topics


def _sentences(sentences: Sequence[Sentence]) -> Scored:
    idf = {name: concept_weights(c for s in topic for c in s.clauses) for name, topic in _topics(sentences).items()}
    own = {id(s): [clause_profile(c, idf[s.topic]) for c in s.clauses] for s in sentences}
    seen = _seen(c for s in sentences for c in s.clauses)
    pairs = sentence_pairs(sentences)
    return [(_closest(own[id(a)], own[id(b)], seen), bool(a.chains & b.chains)) for a, b in pairs]


def _closest(one: Sequence[ClauseProfile], two: Sequence[ClauseProfile], seen: Vectors) -> float:
    return max(_sure([(a, b) for a in one for b in two], seen), default=0.0)


def _joined(sentences: Sequence[Sentence]) -> Scored:
    """Pairs of sentences, 1 where a fact has a clause of both, each topic compared as a case of its own."""
    facts: dict[tuple[str, Span], set[int]] = defaultdict(set)
    for topic in _topics(sentences).values():
        for fact in find_facts([c for s in topic for c in s.clauses], {}, {}):
            for phrasing in fact.phrasings:
                facts[phrasing.article_id, phrasing.span].add(id(fact))
    of = {id(s): frozenset().union(*(facts[c.article_id, c.span] for c in s.clauses)) for s in sentences}
    return [(float(bool(of[id(a)] & of[id(b)])), bool(a.chains & b.chains)) for a, b in sentence_pairs(sentences)]


def _counts(scored: Scored, at: float) -> tuple[float, float, float, float]:
    """Precision, recall, F1 and accuracy at a threshold."""
    right = sum(same for sure, same in scored if sure >= at)
    joined, gold = sum(sure >= at for sure, _ in scored), sum(same for _, same in scored)
    p, r = right / max(1, joined), right / max(1, gold)
    accuracy = (right + sum(not same for sure, same in scored if sure < at)) / max(1, len(scored))
    return p, r, 2 * p * r / max(1e-9, p + r), accuracy


def _best(scored: Scored, worth: Callable[[Scored, float], float]) -> float:
    return max((n / 100 for n in range(1, 100)), key=lambda at: worth(scored, at))


def _row(name: str, scored: Scored, at: float) -> None:
    p, r, f1, accuracy = _counts(scored, at)
    print(f"{name:<34}{at:>6.2f}{p:>8.3f}{r:>8.3f}{f1:>8.3f}{accuracy:>8.3f}{len(scored):>9}")
