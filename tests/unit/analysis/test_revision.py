from __future__ import annotations

import subprocess
import sys

from workbench.analysis import revision
from workbench.nlp import parser


def test_it_names_the_revision_and_the_model() -> None:
    assert revision.version() == f"{revision.REVISION} {parser.version()}"


def test_it_is_told_without_loading_the_analysis() -> None:
    script = "import sys; from workbench.analysis import revision; revision.version(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"spacy", "onnxruntime", "workbench.analysis.article"}
