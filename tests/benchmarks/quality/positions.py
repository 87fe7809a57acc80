"""Source country and kind of event on PLOVER's gold records, and the positions of the hand-labelled sample."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from tests.benchmarks.quality.case import score_sample
from workbench.analysis.attribution.quotes import find_quotes
from workbench.analysis.entities import countries
from workbench.analysis.entities.article_entities import find_entities
from workbench.analysis.positions import position_extraction
from workbench.model import Position
from workbench.nlp import pipeline

CLASSES = {
    "AGREE": {"committed", "supports", "proposes", "open"},
    "SUPPORT": {"supports", "committed"},
    "CONSULT": {"engaged"},
    "DEMAND": {"demands", "proposes"},
    "REJECT": {"ruled_out", "opposes"},
    "DISAPPROVE": {"opposes", "concerned"},
    "THREATEN": {"committed", "concerned", "demands"},
}
"""PLOVER's older event classes -> the stances that say the same."""


def main(corpora: Path) -> None:
    """Print both tables."""
    lines = (corpora / "plover" / "plover_dev.jsonl").read_text(encoding="utf-8").splitlines()
    records = [r for r in map(json.loads, lines) if r["event"] in CLASSES and codes(r)]
    count: Counter[tuple[str, str]] = Counter()
    for record in records:
        found = read(record["text"])
        event = record["event"]
        for key in (event, "all"):
            count[key, "n"] += 1
            count[key, "source"] += any(_is_source(p, record) for p in found)
            count[key, "class"] += any(p.stance in CLASSES[event] for p in found)
            count[key, "both"] += any(p.stance in CLASSES[event] and _is_source(p, record) for p in found)
    print(f"{'PLOVER dev':12}{'n':>5}{'source':>9}{'class':>9}{'both':>9}")
    for key in (*CLASSES, "all"):
        n = count[key, "n"]
        print(
            f"{key:12}{n:>5}" + "".join(f"{count[key, what] / max(1, n):>9.3f}" for what in ("source", "class", "both"))
        )
    score_sample(corpora, "positions")


def _is_source(position: Position, record: dict[str, Any]) -> bool:
    """Whether the holder is a source; PLOVER has one code, IGO, for every international organisation."""
    holder = "IGO" if countries.is_bloc(position.holder) else position.holder
    return holder in codes(record)


def codes(record: dict[str, Any]) -> set[str]:
    """The source countries of a record."""
    return {actor["code"] for actor in record["source"] or () if isinstance(actor, dict) and actor.get("code")}


def read(text: str) -> tuple[Position, ...]:
    """The positions of a raw text."""
    read = pipeline.run_models(text)
    entities = find_entities(read.doc)
    return position_extraction.extract_positions("A", entities, find_quotes("A", entities, read.attributions))
