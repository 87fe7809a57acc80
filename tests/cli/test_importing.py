"""What `workbench import` asks, says and returns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.fake import FakeCase
from workbench.model.imported_marks import Imported, ImportedChange, Unplaced

CHANGES = (ImportedChange("q.csv, row 2", "tag", "Q0123456789", "#key", "We \x1b[31magree", "by its words"),)
LABEL = "import of q.csv: 1 tag"


@pytest.fixture
def outcome(case: FakeCase, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the case answers, and what it was asked."""
    found: dict[str, Any] = {"answer": Imported(CHANGES, 2, (), (), LABEL)}

    def import_annotations(files: Any, **options: Any) -> Imported:
        found.update(files=files, **options)
        return found["answer"]

    monkeypatch.setattr(FakeCase, "import_annotations", staticmethod(import_annotations), raising=False)
    return found


def test_what_was_done_is_said(run: Run, outcome: dict[str, Any]) -> None:
    ran = run("import", "q.csv", "n.jsonl")
    assert (ran.code, ran.out, ran.err) == (0, "", "1 tag imported; 2 were there already.\n")
    assert outcome["files"] == (Path("q.csv"), Path("n.jsonl"))
    assert (outcome["dry_run"], outcome["corrections"]) == (False, "likely")


def test_a_dry_run_lists_it(run: Run, outcome: dict[str, Any]) -> None:
    ran = run("import", "q.csv", "--dry-run", "--corrections", "marked")
    assert ran.out.splitlines() == [
        "from\tchange\tid\tquote\tfound", "q.csv, row 2\ttag: #key\tQ0123456789\tWe [31magree\tby its words",
    ]  # fmt: skip
    assert (ran.err, outcome["dry_run"], outcome["corrections"]) == (
        "1 tag would be imported; 2 were there already.\n", True, "marked",
    )  # fmt: skip


def test_what_could_not_be_placed_is_said_and_fails(run: Run, outcome: dict[str, Any]) -> None:
    outcome["answer"] = Imported((), 0, (Unplaced("q.csv, row 3", "it is not here", "So \nit is"),), ("q.csv: left",))
    ran = run("import", "q.csv")
    assert ran.code == 1
    assert ran.err.splitlines() == [
        "Nothing was imported.", "q.csv: left; --corrections all takes it.", "q.csv, row 3: it is not here. “So it is”",
    ]  # fmt: skip


def test_it_is_said_as_json(run: Run, outcome: dict[str, Any]) -> None:
    ran = run("import", "q.csv", "--json", "--dry-run")
    found = json.loads(ran.out)
    assert (found["dry_run"], found["same"], found["unplaced"]) == (True, 2, [])
    assert found["changes"][0]["said"] == "#key"
