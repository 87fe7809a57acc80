"""Whether the differences between phrasings are those that an editor would name.

    python -m tests.benchmarks.quality differences LABELS [tune]

LABELS is a file of JSON lines, kept outside the project: pairs of clauses of one fact (`a` and `b`: text, day,
sentence, at), each with its `differences` (kinds that would be right, spans in a and b or null, optional) and its half.
A named difference is right where its kind is, and its words overlap the label's on each side where both have some. What
is optional counts neither way; wording is no name. `tune` prints the errors of that half; the other's stay unread.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks.quality.planted import ALIKE
from workbench.analysis.facts.differences import find_differences
from workbench.analysis.text.date_tense import date_tenses
from workbench.model import Difference, Phrasing, Span
from workbench.nlp.parser import parse

HALVES = ("tune", "measure")


class Label(NamedTuple):
    """A difference as the labeller has it."""

    kinds: tuple[str, ...]
    spans: Mapping[str, Span]
    """By side; a side that has nothing has none."""
    optional: bool


class Pair(NamedTuple):
    """Two phrasings of one fact with the labels of their differences."""

    half: str
    phrasings: tuple[Phrasing, Phrasing]
    days: Mapping[str, str]
    labels: tuple[Label, ...]


class Score(NamedTuple):
    """What of a pair was named rightly and wrongly, and which labels were found and missed."""

    right: list[Difference]
    wrong: list[Difference]
    found: list[Label]
    missed: list[Label]


def main(_: Path, labels: str, half: str = "") -> None:
    """Print precision and recall of both halves, by kind; with `tune` each error of that half."""
    pairs = list(read_pairs(Path(labels)))
    for each in HALVES:
        scored = [(pair, score(pair, named(pair))) for pair in pairs if pair.half == each]
        _report(each, [s for _, s in scored])
        if each == half == "tune":
            for pair, one in scored:
                _show(pair, one)


def read_pairs(path: Path) -> Iterator[Pair]:
    """The labelled pairs of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = (Label(tuple(d["kinds"]), _spans(d), d["optional"]) for d in row["differences"])
        phrasings = (_phrasing("a", row["a"]), _phrasing("b", row["b"]))
        yield Pair(row["half"], phrasings, {side: row[side]["day"] for side in "ab"}, tuple(labels))


def _spans(row: Mapping[str, Any]) -> dict[str, Span]:
    return {side: Span(*row[side]) for side in "ab" if row[side]}


def _phrasing(side: str, row: Mapping[str, Any]) -> Phrasing:
    span = Span(row["at"], row["at"] + len(row["text"]))
    tenses = date_tenses(parse(row["sentence"]), span)
    return Phrasing(side, Span(0, len(row["text"])), row["text"], tenses=tenses)


def named(pair: Pair) -> list[Difference]:
    """The differences that are named of a pair."""
    return [d for d in find_differences(pair.phrasings, pair.days) if d.kind != "wording"]


def score(pair: Pair, found: Sequence[Difference]) -> Score:
    """What is right and wrong of the differences named of a pair."""
    wanted = [label for label in pair.labels if not label.optional]
    right = [d for d in found if any(_fits(label, d) for label in wanted)]
    wrong = [d for d in found if not any(_fits(label, d) for label in pair.labels)]
    hit = [label for label in wanted if any(_fits(label, d) for d in found)]
    return Score(right, wrong, hit, [label for label in wanted if label not in hit])


def _fits(label: Label, difference: Difference) -> bool:
    if not any(difference.kind in ALIKE.get(kind, (kind,)) for kind in label.kinds):
        return False
    sides = []
    for side, span in label.spans.items():
        own = [r.span for r in difference.readings if r.article_id == side and r.span]
        if own:
            sides.append(any(span.overlaps(s) for s in own))
    return bool(sides) and all(sides)


def _report(half: str, scores: Sequence[Score]) -> None:
    right, wrong = (Counter(d.kind for s in scores for d in getattr(s, what)) for what in ("right", "wrong"))
    found, missed = (
        Counter(label.kinds[0] for s in scores for label in getattr(s, what)) for what in ("found", "missed")
    )
    print(f"{half}: precision {_ratio(right.total(), wrong.total())}, recall {_ratio(found.total(), missed.total())}")
    for kind in sorted({*right, *wrong, *found, *missed}):
        print(f"  {kind:12} named {_ratio(right[kind], wrong[kind])}   labels {_ratio(found[kind], missed[kind])}")


def _ratio(good: int, bad: int) -> str:
    return f"{good / (good + bad):.2f} ({good} of {good + bad})" if good + bad else "-"


def _show(pair: Pair, one: Score) -> None:
    if not one.wrong and not one.missed:
        return
    print("", *(f"{p.article_id}: {' '.join(p.text.split())}" for p in pair.phrasings), sep="\n")
    for difference in one.wrong:
        print("   wrong ", difference.kind, [(r.article_id, r.text) for r in difference.readings])
    for label in one.missed:
        print(
            "   missed",
            "|".join(label.kinds),
            [(s, label.spans[s].of(p.text)) for s, p in _sides(pair) if s in label.spans],
        )


def _sides(pair: Pair) -> Iterator[tuple[str, Phrasing]]:
    return ((p.article_id, p) for p in pair.phrasings)
