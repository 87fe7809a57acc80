"""Writes the trained network as the files that `nlp.position_scorer` reads."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import Tensor, nn

from workbench.analysis.positions.candidate_features import names
from workbench.analysis.positions.scorer_training.network import Network
from workbench.analysis.positions.scoring import confidence_names
from workbench.nlp.position_scorer import MARKS, PLACES
from workbench.nlp.training.export import fuse, quantize

ENCODER_INPUTS = ("ids", "forms", "marks", "mask")
HEAD_INPUTS = ("hidden", *PLACES, "pieces", "inside", "paths", "features")
HEAD_OUTPUTS = ("scores", "about")
"""The third, which only helps to learn, stays behind."""
LEAST = 0.4
"""The confidence from which a position is shown: what is less sure than even is drawn as unsure."""


def export(model: Network, target: Path) -> None:
    """Write `encoder.onnx` (int8), `head.onnx` and `positions.json` to `target`."""
    target.mkdir(parents=True, exist_ok=True)
    full = target / "full.onnx"
    _write_encoder(model.encoder, full)
    quantize(full, target / "encoder.onnx", HEAD_OUTPUTS)
    _write_head(model.head, model.encoder.size, full)
    quantize(full, target / "head.onnx", HEAD_OUTPUTS)
    full.unlink()
    neutral = {name: float(name in ("takes a stand", "side")) for name in confidence_names()}
    settings = {"confidence": neutral, "least": LEAST}
    (target / "positions.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def _write_encoder(encoder: nn.Module, path: Path) -> None:
    encoder.bert.set_attn_implementation("eager")  # the form that the optimizer knows and fuses
    ids = torch.ones(2, 16, dtype=torch.long)
    marks = torch.zeros(2, 16, MARKS, dtype=torch.long)
    axes = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        encoder, (ids, torch.zeros_like(ids), marks, torch.ones_like(ids)), str(path), input_names=list(ENCODER_INPUTS),
        output_names=["hidden"], dynamic_axes=dict.fromkeys((*ENCODER_INPUTS, "hidden"), axes), opset_version=17,
        dynamo=False,
    )  # fmt: skip
    fuse(path, encoder.bert.config)


def _write_head(head: nn.Module, size: int, path: Path) -> None:
    windows, longest, holders, width = 2, 16, 3, 5
    places = torch.zeros(holders, windows * longest)
    whole = torch.zeros(holders, width, dtype=torch.long)
    given = (
        torch.zeros(windows, longest, size), places, places, places, whole, torch.ones(holders, width), whole,
        torch.zeros(holders, len(names())),
    )  # fmt: skip
    first = {
        "hidden": ["windows", "longest"], "features": ["holders"], "scores": ["holders"],
        **{name: ["holders", "places"] for name in PLACES},
        **{name: ["holders", "width"] for name in ("pieces", "inside", "paths", "about")},
    }  # fmt: skip
    axes = {name: dict(enumerate(found)) for name, found in first.items()}
    torch.onnx.export(
        _WithoutIssue(head), given, str(path), input_names=list(HEAD_INPUTS), output_names=list(HEAD_OUTPUTS),
        dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


class _WithoutIssue(nn.Module):
    def __init__(self, head: nn.Module) -> None:
        super().__init__()
        self.head = head

    def forward(self, *given: Tensor) -> tuple[Tensor, Tensor]:
        scores, about, _ = self.head(*given)
        return scores, about
