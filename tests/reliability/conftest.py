from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.reliability.story import STORY
from workbench.nlp import pipeline, sentence_encoder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The articles of the story, as files."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in STORY.items():
        (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    for day, text in ((20, "Repairs begin in May."), (21, "Repairs begin in June, the canal board said.")):
        page = {"url": "https://board.example/repairs", "published_on": f"2025-08-{day}", "text": text}
        (folder / f"{day}.jsonl").write_text(f"{json.dumps(page)}\n", encoding="utf-8")
    return folder


_run_models = cache(pipeline.run_models)
_encode: Callable[..., Any] = cache(sentence_encoder._Encoder.run)


@pytest.fixture(autouse=True)
def _models_are_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same few texts are analysed after every kill: what the models say of them is worked out the first time."""

    def run(model: sentence_encoder._Encoder, texts: Sequence[str]) -> Any:
        return _encode(model, tuple(texts)).copy()

    monkeypatch.setattr(pipeline, "run_models", _run_models)
    monkeypatch.setattr(sentence_encoder._Encoder, "run", run)
