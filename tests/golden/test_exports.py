"""Each format writes the sample case exactly as the files in `exports/` have it.

After a change that is meant, `python -m tests.golden` writes them anew: read the difference before you keep it.
"""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from tests.golden.sample import ROWS, selection
from workbench.export import FORMATS
from workbench.model import PANES, Pane

FOLDER = Path(__file__).parent / "exports"
CASES = [(name, pane) for name in FORMATS for pane in PANES]


def written(name: str, pane: Pane) -> str:
    """The sample's pane in a format."""
    stream = StringIO(newline="")
    FORMATS[name].write(selection(pane), stream)
    return stream.getvalue()


def golden(name: str, pane: Pane) -> Path:
    """Where the expected output is kept."""
    return FOLDER / (pane + FORMATS[name].extension)


@pytest.mark.parametrize(("name", "pane"), CASES)
def test_matches_the_golden_file(name: str, pane: Pane) -> None:
    assert written(name, pane) == golden(name, pane).read_bytes().decode()


@pytest.mark.parametrize(("name", "pane"), CASES)
def test_order_of_the_rows_given_does_not_matter(name: str, pane: Pane, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(name, pane)
    monkeypatch.setitem(ROWS, pane, ROWS[pane][::-1])

    assert written(name, pane) == before
