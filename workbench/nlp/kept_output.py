"""What is kept of an article when it was read: all that the models said of it, as bytes.

With these it is read again, when names become known, after a correction, with other settings or by a newer program,
without a model.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model import NOTHING_KEPT, KeptOutput
from workbench.nlp import output_packing, pipeline, score_packing
from workbench.nlp.pipeline import ModelOutput
from workbench.nlp.position_scorer import ScoreMemory


@dataclass(frozen=True, slots=True)
class RememberedOutput:
    """What the models say of an article, and what they said of it at another time."""

    models: ModelOutput
    scores: ScoreMemory
    packed: bytes

    def kept(self) -> KeptOutput:
        """What is to be kept: of the scores those that were asked for; before any was, all that are known."""
        return KeptOutput(self.packed, score_packing.pack(self.scores.used or self.scores.known))


def read(text: str, kept: KeptOutput = NOTHING_KEPT) -> RememberedOutput:
    """What the models say of a text: they are asked only for what is not kept."""
    scores = ScoreMemory(score_packing.unpack(kept.scores))
    if found := output_packing.unpack(kept.output, text):
        return RememberedOutput(found, scores, kept.output)
    output = pipeline.run_models(text)
    return RememberedOutput(output, scores, output_packing.pack(output, text))
