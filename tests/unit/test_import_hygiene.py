"""What starts at once imports little: each command pays only for what it uses."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("textual", "sqlite_utils", "spacy", "onnxruntime", "trafilatura", "numpy", "rich", "workbench.work")
NOT_YET = {
    "rapidfuzz",
    "spacy",
    "onnxruntime",
    "trafilatura",
    "numpy",
    "sqlite_utils",
    "lark",
    "textual.widgets._text_area",
}
RUN = """
import sys
from workbench.cli import main
code = main({arguments!r})
print("\\n".join(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def imported(*arguments: str) -> set[str]:
    """The modules that a command has imported when it is done."""
    script = RUN.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_help_imports_nothing_heavy() -> None:
    assert not imported("--help") & set(HEAVY)


@pytest.mark.parametrize("command", ["quotes", "add", "export", "import", "demo", "check", "note"])
def test_help_of_a_command_imports_nothing_heavy(command: str) -> None:
    assert not imported(command, "--help") & set(HEAVY)


def test_the_desk_starts_without_what_only_the_analysis_needs() -> None:
    script = 'import sys, workbench.tui.app; print("\\n".join(sys.modules))'
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"spacy", "onnxruntime", "trafilatura", "numpy"}


def test_formats_needs_no_case() -> None:
    assert not imported("export", "--list", "--json") & set(HEAVY) - {"rich"}
