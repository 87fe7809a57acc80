"""What a reader makes of a task, whatever is kept of its article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import pytest

from workbench.model import Analysis, Article, KeptOutput
from workbench.nlp import output_packing
from workbench.nlp.pipeline import ModelOutput
from workbench.work.workers.tasks import Reader, Task

ARTICLE = Article("D1", "a.txt", "Carla Nunes said on Monday that the dam would hold.", language="en")


@pytest.mark.parametrize("steps", [("finish",), ("begin", "finish")])
def test_what_is_kept_and_breaks_the_analysis_is_read_anew(
    monkeypatch: pytest.MonkeyPatch, steps: Sequence[Literal["begin", "finish"]]
) -> None:
    expected = Reader().do(Task("finish", ARTICLE, {}))
    nonsense: Any = None
    monkeypatch.setattr(output_packing, "unpack", lambda packed, _: ModelOutput(nonsense, ()) if packed else None)
    reader, kept = Reader(), KeptOutput(b"nonsense", b"nonsense")
    *_, found = [reader.do(Task(step, ARTICLE, {}, as_begun=True, kept=kept)) for step in steps]
    assert isinstance(found, Analysis)
    assert found == expected
    assert found.quotes
