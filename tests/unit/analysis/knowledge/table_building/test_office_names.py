"""Offices as a newspaper prints them."""

from __future__ import annotations

import pytest

from workbench.analysis.knowledge.table_building.office_names import clean_office


@pytest.mark.parametrize(
    ("office", "printed"),
    [
        ("minister of foreign affairs", "foreign minister"),
        ("minister of internal affairs", "interior minister"),
        ("member of Congress", "representative"),
        ("secretary of commerce", "commerce secretary"),
        ("secretary of state", "secretary of state"),
        ("deputy secretary of state", "deputy secretary of state"),
        ("director of the cia", "CIA director"),
        ("supreme commander of the korean people's army (kpa)", "supreme commander of the Korean People's Army"),
        ("white house press secretary", "White House press secretary"),
        ("attorney-general", "attorney general"),
        ("sister of Kim Jong Un", "sister of Kim Jong Un"),
        ("first lord of the treasury", ""),
    ],
)
def test_an_office_is_called_as_newspapers_do(office: str, printed: str) -> None:
    assert clean_office(office) == printed


def test_a_rule_may_be_of_one_country() -> None:
    assert clean_office("speaker of the lower house", "USA") == "House speaker"
    assert clean_office("speaker of the lower house", "NLD") == "speaker of the lower house"
