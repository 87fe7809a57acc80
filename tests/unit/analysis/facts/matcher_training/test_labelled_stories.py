"""Labelled stories as pairs of clauses."""

from __future__ import annotations

import json
from pathlib import Path

from workbench.analysis.facts.matcher_training.labelled_stories import OTHER, SAME, read_stories

ONE = "The harbour ministry closed the old gate on Monday. Captain Ruiz denied the charge of smuggling."
TWO = "On Monday the old gate was closed by the harbour ministry. Captain Ruiz denied any plan for a strike."


def at(file: str, text: str, words: str) -> dict[str, object]:
    start = text.index(words)
    found = {"start": start, "end": start + len(words)}
    return {"file": file, **found, "sent_start": start, "sent_end": start + len(words), "rel": "same"}


def test_what_is_labelled_as_a_look_alike_is_known_as_one(tmp_path: Path) -> None:
    story = tmp_path / "gate"
    story.mkdir()
    closed, denied = ONE.split(". ")
    shut, refused = TWO.split(". ")
    fact = {"fact_id": "F1", "kind": "event", "members": [at("one.txt", ONE, closed), at("two.txt", TWO, shut)]}
    look_alike = {"id": "N1", "a": at("two.txt", TWO, refused), "b": at("one.txt", ONE, denied)}
    (story / "one.txt").write_text(ONE, encoding="utf-8")
    (story / "two.txt").write_text(TWO, encoding="utf-8")
    (story / "gold_facts.jsonl").write_text(json.dumps(fact) + "\n", encoding="utf-8")
    (story / "gold_fact_hard_negatives.jsonl").write_text(json.dumps(look_alike) + "\n", encoding="utf-8")
    [read] = read_stories(tmp_path)
    texts = [clause.text for clause in read.clauses]
    told = {
        frozenset((texts[a], texts[b])): (int(label), bool(alike))
        for a, b, label, alike in zip(read.one, read.other, read.labels, read.look_alikes, strict=True)
    }
    assert told[frozenset((f"{closed}.", f"{shut}."))] == (SAME, False)
    assert told[frozenset((denied, refused))] == (OTHER, True)
    assert sum(alike for _, alike in told.values()) == 1
