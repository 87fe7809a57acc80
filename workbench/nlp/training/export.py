"""Writes the trained network as the files that `nlp.tagger` reads."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers import optimizer

from workbench.nlp.attribution_candidates import FEATURES
from workbench.nlp.training.examples import ENTITIES, LAYERS, ROLES
from workbench.nlp.training.network import Network
from workbench.nlp.windows import WINDOW

INPUTS = ("ids", "forms", "labels", "mask")
OUTPUTS = ("tags", "entities", "views")


def export(model: Network, tokenizer: Path, target: Path) -> None:
    """Write `model.onnx` (int8), `relation.npz`, `tagger.json` and `tokenizer.json` to `target`."""
    target.mkdir(parents=True, exist_ok=True)
    full = target / "full.onnx"
    write_full(model, full)
    quantize(full, target / "model.onnx")
    full.unlink()
    head = model.relation
    way = (head.distance.weight[:, None] + head.line.weight).flatten(0, 1)
    np.savez_compressed(
        target / "relation.npz",
        way=way.detach().numpy().astype(np.float16),
        path=head.path.weight.detach().numpy(),
        sum_out=head.sum_out.weight.detach().numpy().T,
        product_out=head.product_out.weight.detach().numpy().T,
        bias=head.sum_out.bias.detach().numpy(),
        steps=head.chains.steps.detach().numpy(),
        tag_steps=model.chains.steps.detach().numpy(),
    )
    neutral = [0.0, 1.0, 1.0, 1.0, *[0.0] * (len(FEATURES) - 4)]
    fitted = {"accept": neutral, "confidence": neutral, "least": 0.5}
    settings = fitted | {"layers": LAYERS, "roles": ROLES, "entities": ENTITIES, "window": WINDOW}
    (target / "tagger.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    (target / "tokenizer.json").write_bytes(tokenizer.read_bytes())


def write_full(model: Network, path: Path) -> None:
    """The network as ONNX in full precision, with the encoder's operators fused."""
    model.encoder.set_attn_implementation("eager")  # the form that the optimizer knows and fuses
    ids = torch.ones(2, 16, dtype=torch.long)
    axes = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        model,
        (ids, torch.zeros_like(ids), torch.zeros_like(ids), torch.ones_like(ids)),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=dict.fromkeys((*INPUTS, *OUTPUTS), axes),
        opset_version=17,
        dynamo=False,
    )
    fuse(path, model.encoder.config)


def fuse(path: Path, config: Any) -> None:
    """Fuse the operators of a BERT encoder of this configuration, in its file."""
    fused = optimizer.optimize_model(
        str(path), model_type="bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size, opt_level=0
    )
    fused.save_model_to_file(str(path))


def quantize(full: Path, target: Path, kept: Sequence[str] = OUTPUTS) -> None:
    """Weights as int8, one scale for each column; what makes the outputs `kept`, which is small, stays as it is."""
    import onnx

    graph = onnx.load(str(full)).graph
    outputs = {node.name for node in graph.node if set(node.output) & set(kept)}
    quantize_dynamic(
        str(full),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=[*outputs],
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )
