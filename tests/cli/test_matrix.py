"""The matrix on the command line: what is folded, who stands apart, and its columns at any width."""

from __future__ import annotations

import csv
import json
import re

import pytest

from tests.cli.conftest import Run
from tests.cli.fake import ROWS, FakeCase
from workbench.model import OTHERS
from workbench.views import Cell, Matrix, Results

LONG = "the renewal of the agreement on the passage of ships through the northern strait"


def cell(outlets: int = 1) -> Cell:
    return Cell("open", ("open",), outlets, outlets, False, 0, ROWS["positions"][:1])


@pytest.fixture(autouse=True)
def _matrix(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two states on one issue, one on each of two more, and others of the first."""
    column = f"ARL{OTHERS}"
    cells = {("toll", "ARL"): cell(), ("toll", "EU"): cell(), ("dam", "ARL"): cell(), (LONG, "NATO"): cell()}
    cells[("wall", column)] = cell(2)
    found = Matrix(("toll", "wall", "dam", LONG), ("ARL", column, "EU", "NATO"), cells, others=frozenset({column}))
    monkeypatch.setattr(FakeCase, "matrix", lambda self, query="": found)


def test_lone_issues_are_counted_in_a_line_with_their_columns(case: FakeCase, run: Run) -> None:
    done = run("positions", "--matrix")
    assert done.out.splitlines() == ["issue\tARL\tEU", "toll\topen 1\topen 1", "other (2)\t.\t."]
    assert "--unfold" in done.err
    assert "1 position of others" in done.err


def test_all_issues_are_listed_where_that_is_wanted(case: FakeCase, run: Run) -> None:
    done = run("positions", "--matrix", "--unfold", "--others")
    assert [line.split("\t")[0] for line in done.out.splitlines()] == ["issue", "toll", "wall", "dam", LONG]
    assert done.out.splitlines()[0] == f"issue\tARL\tARL{OTHERS}\tEU\tNATO"
    assert "--unfold" not in done.err
    assert "--others" not in done.err


def test_a_spreadsheet_and_json_have_every_issue(case: FakeCase, run: Run) -> None:
    rows = list(csv.reader(run("positions", "--matrix", "--csv").out.splitlines()))
    assert [row[0] for row in rows] == ["issue", "toll", "dam", LONG]
    found = json.loads(run("positions", "--matrix", "--json").out)
    assert (found["folded"], found["others"]) == (["dam", LONG], ["ARL"])
    assert len(found["cells"]) == 5


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_columns_keep_their_heads_at_any_width(
    case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    for name, value in {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": str(width)}.items():
        monkeypatch.setenv(name, value)
    out = re.sub(r"\x1b\[[\d;]*m", "", run("positions", "--matrix", "--unfold", "--others").out)
    assert all(len(line.rstrip()) <= width for line in out.splitlines())
    heads = [re.split(r" {2,}", line.strip()) for line in out.splitlines() if line.strip().startswith("issue")]
    assert [head for line in heads for head in line[1:]] == ["ARL", f"ARL{OTHERS}", "EU", "NATO"]


def test_an_empty_matrix_says_so(case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeCase, "matrix", lambda self, query="": Matrix((), (), {}))
    monkeypatch.setattr(FakeCase, "search", lambda *_, **__: Results((), 0))
    done = run("positions", "--matrix", "zebra")
    assert "Nothing matches 'zebra'." in done.err
