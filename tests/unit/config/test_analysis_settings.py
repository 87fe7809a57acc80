from __future__ import annotations

from pathlib import Path

import pytest

from workbench.config import Settings
from workbench.config.analysis_settings import analysis_settings, people_path, read_people_table


@pytest.fixture
def people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the analyst's persons would be."""
    monkeypatch.setenv("WORKBENCH_CONFIG", str(tmp_path / "config.toml"))
    return people_path()


def test_the_persons_stand_beside_the_settings(people: Path) -> None:
    people.write_text("name\nIda Moe\n", encoding="utf-8")
    found = analysis_settings(Settings(known_people=False, stances={"verb greenlight": "supports"}))
    assert (found.people, found.known_people, found.stances) == (
        "name\nIda Moe\n",
        False,
        {"verb greenlight": "supports"},
    )


def test_no_table_is_no_problem(people: Path) -> None:
    assert read_people_table() == ("", "")


def test_a_folder_in_its_place_is_said(people: Path) -> None:
    people.mkdir()
    text, problem = read_people_table()
    assert text == ""
    assert problem.startswith(f"The persons in {people} are not used: ")
