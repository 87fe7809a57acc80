"""What many rows come to: cells with their evidence, speakers with their counts."""

from __future__ import annotations

from typing import Any

from tests.golden.sample import QUOTES, selection
from workbench.export.overview_records import matrix_record, speaker_records
from workbench.model import OTHERS
from workbench.views import Cell, Matrix, Row


def test_matrix_lists_its_cells_with_their_evidence() -> None:
    evidence: tuple[Row[Any], ...] = tuple(selection("positions").rows)
    cell = Cell("supports", ("supports", "open"), 2, 1, False, -1, evidence)
    found = matrix_record(Matrix(("no-fly zone",), ("ARL", "EU"), {("no-fly zone", "ARL"): cell}))

    assert found["holders"] == ["ARL", "EU"]
    assert (found["folded"], found["others"]) == ([], [])
    assert found["cells"][0]["positions"] == [each.id for each in evidence]


def test_the_others_of_a_country_are_told_apart() -> None:
    cell, column = Cell("open", ("open",), 1, 1, False, 0, ()), f"ARL{OTHERS}"
    cells = {("a toll", "ARL"): cell, ("a toll", column): cell}
    found = matrix_record(Matrix(("a toll",), ("ARL", column), cells, others=frozenset({column})))

    assert (found["holders"], found["others"]) == (["ARL"], ["ARL"])
    assert [(each["holder"], each["of_state"]) for each in found["cells"]] == [("ARL", True), ("ARL", False)]


def test_speakers_are_counted_over_quotes_and_outlets() -> None:
    found = speaker_records(QUOTES)

    assert [(each["name"], each["kind"], each["quotes"]) for each in found] == [
        ("Ann Poe", "person", 2),
        ("", "anonymous", 1),
        ("Bo Li", "person", 1),
    ]
    assert found[0]["outlets"] == ["Coastal Wire", "Harbour | Post"]
    assert found[0]["country"] == "ARL"
    assert found[1]["id"] == ""
