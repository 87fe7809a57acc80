"""Writes the trained encoder as the file that `nlp.clause_encoder` reads."""

from __future__ import annotations

from pathlib import Path

import torch

from workbench.analysis.facts.matcher_training.encoder_run import ClauseNetwork
from workbench.nlp.training.export import fuse, quantize


def export(model: ClauseNetwork, target: Path) -> None:
    """Write `encoder.onnx` (int8) to `target`."""
    target.mkdir(parents=True, exist_ok=True)
    full = target / "full.onnx"
    model.bert.set_attn_implementation("eager")  # the form that the optimizer knows and fuses
    ids = torch.ones(2, 16, dtype=torch.long)
    axes = {0: "sentences", 1: "pieces"}
    torch.onnx.export(
        model, (ids, torch.ones_like(ids)), str(full), input_names=["ids", "mask"], output_names=["hidden"],
        dynamic_axes=dict.fromkeys(("ids", "mask", "hidden"), axes), opset_version=17, dynamo=False,
    )  # fmt: skip
    fuse(full, model.bert.config)
    quantize(full, target / "encoder.onnx", ("hidden",))
    full.unlink()
