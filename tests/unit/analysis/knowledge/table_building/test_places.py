"""Cities and regions to the countries that they are in; and that nothing of the building is needed at run time."""

from __future__ import annotations

from pathlib import Path

import pytest

import workbench
from workbench.analysis.knowledge.table_building.places import _country

PACKAGE = Path(workbench.__file__).parent


@pytest.mark.parametrize(
    ("sizes", "code"),
    [
        ({"FRA": 900_000}, "FRA"),
        ({"FRA": 900_000, "USA": 100_000}, "FRA"),
        ({"FRA": 300_000, "USA": 100_000}, ""),
        ({"FRA": 60_000, "USA": 14_000}, "FRA"),
        ({"FRA": 20_000}, ""),
    ],
)
def test_a_name_is_of_a_country_whose_city_is_big_and_far_bigger(sizes: dict[str, int], code: str) -> None:
    assert _country(sizes) == code


def test_nothing_that_runs_imports_the_building() -> None:
    outside = [path for path in PACKAGE.rglob("*.py") if "table_building" not in path.parts]
    assert len(outside) > 200
    assert [path for path in outside if "knowledge.table_building import" in path.read_text(encoding="utf-8")] == []
