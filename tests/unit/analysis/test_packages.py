"""Each package of the analysis says what goes in and out, and names functions that are there."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module

import pytest

PACKAGES = ("text", "knowledge", "entities", "provenance", "attribution", "positions", "facts")


def named(package: str) -> list[tuple[str, str]]:
    """The (module, function) pairs that the list in a package's docstring names."""
    doc = import_module(f"workbench.analysis.{package}").__doc__ or ""
    found = []
    for line in re.findall(r"^- (.+?):", doc, re.MULTILINE):
        first, *others = re.findall(r"`([\w.]+)`", line)
        module, _, function = first.rpartition(".")
        found += [(module, name) for name in (function, *others)]
    return found


@pytest.mark.parametrize("package", PACKAGES)
def test_it_says_what_goes_in_and_what_comes_out(package: str) -> None:
    doc = import_module(f"workbench.analysis.{package}").__doc__ or ""
    assert "\nIn: " in doc
    assert "\nOut: " in doc


@pytest.mark.parametrize("package", PACKAGES)
def test_what_it_names_is_there(package: str) -> None:
    assert named(package)
    for module, name in named(package):
        assert callable(getattr(import_module(f"workbench.analysis.{package}.{module}"), name)), name


@pytest.mark.parametrize(
    "module",
    ["text.clauses", "text.quantities", "entities.countries", "attribution.quote_framing", "facts.side_by_side"],
)
def test_what_needs_no_model_loads_none(module: str) -> None:
    script = f"import sys, workbench.analysis.{module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"spacy", "onnxruntime", "numpy"}
