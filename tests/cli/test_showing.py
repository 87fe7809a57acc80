"""One thing whole, and phrasings side by side."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run
from tests.cli.fake import FakeCase
from tests.golden.sample import FACT, NOTES, PERSONS, POSITIONS, QUOTES, WIRE


def test_an_article_is_shown_with_its_text(case: FakeCase, run: Run) -> None:
    assert json.loads(run("show", WIRE.id, "--json").out)["text"] == WIRE.text
    assert run("show", WIRE.id).out.startswith(WIRE.text)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (QUOTES[-1].id, "We will not send troops,"),
        (POSITIONS[1].id, "Arland would support a no-fly zone"),
        (NOTES[1].id, "Look here"),
        (FACT.id, "Chiefs met <in> Washington"),
        (PERSONS[0].id, "country: known, proof: Minister of Arland 2020-"),
    ],
)
def test_everything_can_be_shown(name: str, words: str, case: FakeCase, run: Run) -> None:
    done = run("show", name)

    assert done.code == 0
    assert words in done.out
    assert json.loads(run("show", name, "--json").out)["id"] == name


def test_what_is_not_there_is_one_line_and_a_hint(case: FakeCase, run: Run) -> None:
    done = run("show", "Q404")

    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [
        "workbench: Nothing has the id Q404.",
        "Ids stand in the first column of every list.",
    ]


def test_a_diff_marks_what_differs(case: FakeCase, run: Run) -> None:
    out = run("diff", FACT.id).out

    assert "Chiefs met ⟦on Thursday⟧" in out
    assert "Officials from ⟦three⟧ countries met ⟦this week⟧" in out
    assert "three (Harbour | Post) | — (Coastal Wire)" in out
    assert "North Radio" in out


def test_a_diff_stands_side_by_side_where_there_is_room(
    case: FakeCase, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "120"}.items():
        monkeypatch.setenv(name, value)
    lines = [line for line in run("diff", FACT.id).out.splitlines() if line.startswith("│")]

    assert any("⟦on Thursday⟧" in line and "⟦three⟧" in line for line in lines)
    assert {len(line) for line in lines[1:]} == {120}


def test_a_diff_as_json_has_columns_and_marks(case: FakeCase, run: Run) -> None:
    found = json.loads(run("diff", FACT.id, "--json").out)

    assert [each["outlet"] for each in found["columns"]] == ["Coastal Wire", "Harbour | Post"]
    assert found["columns"][0]["marks"] == [{"start": 11, "end": 22, "text": "on Thursday", "kind": "date"}]
