"""Rebuilds `issue_names.json`: how much each feature tells which phrase is the name of an issue.

    python -m tests.benchmarks.quality.issue_names_train CORPORA FILE

One decision: the labels name each issue in words of their own, and the best name is the phrase nearest to theirs
(`topics_train.goodness`). It is learned from the issues of the labels, of two positions and more. Printed is how good
the names chosen on stories left out are, beside the best there is and any.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.quality.issues_train import Story, stories
from tests.benchmarks.quality.topics_train import Example, fit, goodness, report
from workbench.analysis.positions.issue_names import FEATURES, Spoken, candidate_names, name_features
from workbench.model import Position
from workbench.nlp.sentence_encoder import encode


def examples(name: str, story: Story) -> Iterator[Example]:
    """The names that each issue of a story may have."""
    groups: dict[str, list[Position]] = defaultdict(list)
    for position, issue in zip(*story, strict=True):
        groups[issue].append(position)
    everything = Spoken.of(story[0])
    for issue, rows in groups.items():
        names = candidate_names(rows)
        if len(rows) > 1 and len(names) > 1:
            yield Example(name, name_features(rows, everything, names, encode), goodness(names, issue))


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
