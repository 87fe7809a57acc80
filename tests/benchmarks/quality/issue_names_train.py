"""Rebuilds `issue_names.json`: how much each feature tells which phrase is the name of an issue.

    python -m tests.benchmarks.quality.issue_names_train CORPORA FILE

One decision: the labels name each issue in words of their own, and the best name is the phrase nearest to theirs
(`topics_train.goodness`). It is learned from the issues of the labels and from groups as they are found, which are not
pure, of two positions and more: the issue that most of a group are on names it. Printed is how good the names chosen on
stories left out are, beside the best there is and any.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tests.benchmarks.quality.issues_train import SHARPNESS, Story, stories
from tests.benchmarks.quality.topics_train import Example, fit, goodness, report
from workbench.analysis.positions.bcubed_grouping import group_rows
from workbench.analysis.positions.issue_likeness import ComparedPositions
from workbench.analysis.positions.issue_names import FEATURES, Spoken, candidate_names, name_features
from workbench.model import TAKING_PART
from workbench.nlp.sentence_encoder import encode


def examples(name: str, story: Story) -> Iterator[Example]:
    """The names that the issues of a story may have, and the groups in which its positions are found."""
    positions, issues = story
    everyone = np.arange(len(positions))
    found = group_rows(ComparedPositions(positions, encode).likeness(everyone, everyone), SHARPNESS)
    groups: dict[str | int, list[int]] = defaultdict(list)
    for place, group in enumerate(found.tolist()):
        groups[group].append(place)
        groups[issues[place]].append(place)
    everything = Spoken.of(positions)
    for members in groups.values():
        rows = [p for p in (positions[place] for place in members) if p.topic != TAKING_PART]
        names = candidate_names(Spoken.of(rows), everything)
        if len(rows) > 1 and len(names) > 1:
            commonest = Counter(issues[place] for place in members).most_common(1)[0][0]
            yield Example(name, name_features(rows, everything, names, encode), goodness(names, commonest))


def main(corpora: Path, file: Path) -> None:
    """Learn from the training stories."""
    found = [e for name, story in stories(corpora / "stories" / "train") for e in examples(name, story)]
    report(found)
    stored = {
        "made": "softmax over phrases (labelled stories, train); tests/benchmarks/quality/issue_names_train.py",
        "weights": {name: round(float(w), 3) for name, w in zip(FEATURES, fit(found), strict=True)},
    }
    file.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
