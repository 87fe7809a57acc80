"""A text that was read is read again without the models; whatever else is kept, they are asked."""

from __future__ import annotations

import pytest

from workbench.model import NOTHING_KEPT, KeptOutput
from workbench.nlp import kept_output, pipeline
from workbench.nlp.pipeline import ModelOutput

SAID = "Carla Nunes said on Monday that the dam would hold."


def no_models(_: str) -> ModelOutput:
    raise AssertionError("The models are run.")


def test_a_text_that_was_read_is_read_again_without_the_models(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = kept_output.read(SAID).kept()
    monkeypatch.setattr(pipeline, "run_models", no_models)
    again = kept_output.read(SAID, kept)
    assert [e.text for e in again.models.doc.ents] == ["Carla Nunes", "Monday"]
    assert again.kept() == kept


@pytest.mark.parametrize("kept", [NOTHING_KEPT, KeptOutput(b"x", b"y"), KeptOutput(b"\x00" * 100)])
def test_of_bytes_that_are_none_a_text_is_read_anew(kept: KeptOutput) -> None:
    assert kept_output.read(SAID, kept).kept() == kept_output.read(SAID).kept()
