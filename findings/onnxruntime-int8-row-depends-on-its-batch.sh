#!/usr/bin/env bash
# onnxruntime 1.31.1: what a dynamically quantised (int8) model says of a row depends on the other rows of the batch.
#
# Expected: rows of a batch are independent, as they are with the float model; a batch changes the speed, not the answer.
# Seen: quantize_dynamic puts one DynamicQuantizeLinear before the product, whose one scale spans the whole batch. Beside a
# row of larger numbers a row is rounded to a few steps and even its highest class is another. So vectors that were
# computed in batches cannot be compared bit for bit with those computed alone, and a threshold may tip.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q onnxruntime==1.31.1 onnx==1.23.2 numpy==2.4.6 2>/dev/null
cd "$work"
ORT_DISABLE_TELEMETRY=1 "$work/venv/bin/python" - <<'PY'
import logging

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import quantize_dynamic

logging.disable(logging.WARNING)
random = np.random.default_rng(7)
weights = random.normal(size=(16, 4)).astype(np.float32)
row = random.normal(size=(1, 16)).astype(np.float32)
graph = helper.make_graph(
    [helper.make_node("MatMul", ["x", "w"], ["y"])],
    "one_product",
    [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["rows", 16])],
    [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["rows", 4])],
    [numpy_helper.from_array(weights, "w")],
)
onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), "float.onnx")
quantize_dynamic("float.onnx", "int8.onnx")
moved = {}
for kind in ("float", "int8"):
    session = onnxruntime.InferenceSession(f"{kind}.onnx", providers=["CPUExecutionProvider"])
    alone = session.run(None, {"x": row})[0][0]
    print(f"{kind}, alone: {alone.round(2)}, highest {alone.argmax()}")
    for times in (1, 10, 100):
        beside = session.run(None, {"x": np.vstack([row, row * times])})[0][0]
        moved[kind, times] = float(abs(beside - alone).max())
        print(f"{kind}, beside a row {times} times as large: {beside.round(2)}, highest {beside.argmax()}, moved {moved[kind, times]:.3f}")
assert max(moved["float", times] for times in (1, 10, 100)) < 1e-4, moved
assert moved["int8", 1] < 1e-4 and moved["int8", 10] > 0.01 and moved["int8", 100] > 1, moved
assert beside.argmax() != alone.argmax()
PY
