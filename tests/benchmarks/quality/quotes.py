"""Attributions on PolNeAR dev, and quotes of the hand-labelled sample, with the scorers beside this file.

After the scorer's table: the same figures beside other programs' and people's, and what the confidences are worth.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from tests.benchmarks.quality import peers, reliability
from tests.benchmarks.quality import score_quotes as scorer
from tests.benchmarks.quality.case import score_sample
from workbench.analysis.attribution.quotes import find_quotes
from workbench.analysis.entities.article_entities import find_entities
from workbench.model import Quote, Span
from workbench.nlp import pipeline

OPTIONS = argparse.Namespace(speech_cues=False, jaccard=0.5)


def main(corpora: Path) -> None:
    """Print both tables."""
    folder = corpora / "polnear" / "dev"
    gold = scorer.load_gold(str(folder / "attributions"), str(folder / "text"))
    first = {name: found[1][sorted(found[1])[0]] for name, found in gold.items()}
    rows, words, spent = [], 0, time.process_time()
    for name, (doc, _) in gold.items():
        words += len(doc.starts)
        rows += [row(name, quote, part) for quote in read(name, doc.text) for part in paragraphs(doc.text, quote)]
    spent = time.process_time() - spent
    system = attributions(rows, gold)
    result = scorer.score(gold, first, system, OPTIONS)
    scorer.show(result, "PolNeAR dev")
    print(f"{words / spent:.0f} words per CPU-second, parse and names included")
    Console().print(peers.table(result), reliability.table(judged(rows, first, system)))
    score_sample(corpora, "quotes")


def attributions(rows: Sequence[Mapping[str, Any]], gold: Mapping[str, Any]) -> Mapping[str, list[Any]]:
    """The rows as the scorer's own, by document and in the same order."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place, "quotes.jsonl")
        out.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
        return scorer.load_sys(str(out), gold)


def judged(
    rows: Sequence[Mapping[str, Any]], gold: Mapping[str, list[Any]], system: Mapping[str, list[Any]]
) -> list[reliability.Judged]:
    """The confidence of each row, and whether its content and speaker are right (the scorer's e2e)."""
    confidences: defaultdict[str, list[float]] = defaultdict(list)
    for r in rows:
        confidences[r["doc_id"]].append(r["confidence"])
    return [
        pair
        for name, given in confidences.items()
        for pair in zip(given, scorer.rows_right(gold[name], system[name], OPTIONS.jaccard), strict=True)
    ]


def read(name: str, text: str) -> tuple[Quote, ...]:
    """The quotes of a raw text."""
    found = pipeline.run_models(text)
    return find_quotes(name, find_entities(found.doc), found.attributions)


def paragraphs(text: str, quote: Quote) -> list[list[Span]]:
    """The spans of a quote by paragraph: PolNeAR has an attribution for each."""
    out = [[quote.spans[0]]]
    for before, span in zip(quote.spans, quote.spans[1:], strict=False):
        if "\n" in text[before.end : span.start]:
            out.append([])
        out[-1].append(span)
    return out


def row(name: str, quote: Quote, spans: list[Span]) -> dict[str, Any]:
    """A quote as the scorer reads it: the mention counts, not the name it resolves to."""
    mentions = [s.mention for s in quote.speakers if s.mention]
    return {
        "doc_id": name,
        "content_spans": [[s.start, s.end] for s in spans],
        "cue": [quote.cue.start, quote.cue.end] if quote.cue else None,
        "speaker_start": min(m.start for m in mentions) if mentions else None,
        "speaker_end": max(m.end for m in mentions) if mentions else None,
        "speaker_text": " ".join(s.mention_text for s in quote.speakers) or None,
        "confidence": quote.confidence,
    }
