"""The registry: every line leads to a function, says what it needs, and knows its options."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from inspect import signature

import pytest

from tests.golden.sample import selection
from workbench.errors import MissingPackage, UsageError
from workbench.export.formats import FORMATS, Format, Option

CITE = Option("cite", "How it cites.", ("footnotes", "pandoc"))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_names_a_function_and_its_proof(name: str) -> None:
    module, _, function = FORMATS[name].writer.partition(":")
    try:
        write = getattr(import_module(f"workbench.export.{module}"), function)
    except MissingPackage as missing:
        pytest.skip(str(missing))

    assert len(signature(write).parameters) == 3
    assert FORMATS[name].proof


def test_listing_the_formats_loads_none() -> None:
    heavy = sorted({f"workbench.export.{each.writer.partition(':')[0]}" for each in FORMATS.values()})
    code = f"import sys, workbench.export.formats; sys.exit(bool(set({heavy!r}) & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_without_its_extra_a_format_says_what_to_install() -> None:
    absent = Format("odd", ".odd", "Odd", "no_such_module:write", package="odd")
    with pytest.raises(MissingPackage, match="odd needs the package") as raised:
        absent.write(selection("quotes"), None)
    assert raised.value.hint == "Install analyst-workbench[odd]."


def test_a_mistake_of_ours_is_not_taken_for_a_missing_extra() -> None:
    with pytest.raises(ImportError):
        Format("odd", ".odd", "Odd", "no_such_module:write").write(selection("quotes"), None)


def test_options_are_checked() -> None:
    form = replace(FORMATS["markdown"], options=(CITE,))
    assert form.checked({"cite": "pandoc"}) == {"cite": "pandoc"}
    with pytest.raises(UsageError, match="no option --tone"):
        form.checked({"tone": "kind"})
    with pytest.raises(UsageError, match="--cite cannot be 'apa'"):
        form.checked({"cite": "apa"})
