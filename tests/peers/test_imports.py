"""A spreadsheet of ours that LibreOffice saved again says what it said."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.golden.sample import WIRE, row, whole_case
from workbench.export.formats import FORMATS
from workbench.ingest.annotations import read_marks
from workbench.model import Note

pytestmark = pytest.mark.peers


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")
def test_a_spreadsheet_saved_by_libreoffice_says_the_same(tmp_path: Path) -> None:
    sample = whole_case()
    long = row(Note("N00000000aa", WIRE.id, "=long, 'or' \"not\"; " * 3_000, "2025-09-01T10:00:07Z"), WIRE.id)
    others = [replace(part, rows=[*part.rows, long]) if part.pane == "notes" else part for part in sample.others]
    with (path := tmp_path / "case.xlsx").open("wb") as stream:
        FORMATS["xlsx"].write(replace(sample, others=others), stream)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, str(tmp_path / "again"), str(path)], check=True, capture_output=True, timeout=120)

    before, after = read_marks(path), read_marks(tmp_path / "again" / "case.xlsx")
    assert after.marks == before.marks
    assert any(len(str(mark.values.get("body", ""))) > 32_767 for mark in after.marks)
