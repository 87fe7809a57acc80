"""How a model is opened: on the processor, with at most two threads that do not spin.

No memory is kept for the next run: that costs no time, and a third of all that a process takes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_threads = [2]


def use_threads(number: int) -> None:
    """Let the models that this process opens from now on run on so many threads; what they say is the same."""
    _threads[:] = [number]


def open_session(model: Path) -> InferenceSession:
    """The ONNX model of a file, ready to run."""
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = _threads[0], 1
    options.enable_cpu_mem_arena = False
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
