from __future__ import annotations

import pytest

from workbench.analysis.entities import name_parts


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Ana Ruiz", "Ruiz"),
        ("Jan van der Berg", "van der Berg"),
        ("Louis Van Aarle", "Van Aarle"),
        ("Omar al-Saadi", "al-Saadi"),
        ("Park Min-seo", "Park"),
        ("Min-seo Park", "Park"),
        ("Park Min-Seo", "Park"),
        ("Park Min Seo", "Park"),
        ("Zhang Weimin", "Zhang"),
        ("Kim Wilson", "Wilson"),
        ("Tony Kim", "Kim"),
        ("Carl Olsen III", "Olsen"),
        ("Carl Olsen Jr.", "Olsen"),
        ("Ruiz", "Ruiz"),
        ("", ""),
    ],
)
def test_last_name(name: str, family: str) -> None:
    assert name_parts.last_name(name) == family


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Joseph R. Lind", "Joseph Lind", True),
        ("George H. W. Lind", "George W. Lind", False),
        ("George H.W. Lind", "George H. W. Lind", True),
        ("George Herbert Walker Lind", "George H. W. Lind", True),
        ("John F. Lind", "Robert F. Lind", False),
        ("Carl Lind Jr.", "Carl Lind Sr.", False),
        ("Carl Lind II", "Carl Lind III", False),
        ("Carl Lind Jr.", "Carl Lind", True),
        ("Juan Carlos Soto", "Juan Manuel Soto", False),
        ("Jan van der Berg", "Jan Berg", True),
    ],
)
def test_is_one(a: str, b: str, one: bool) -> None:
    assert name_parts.is_same_person(a, b) is name_parts.is_same_person(b, a) is one


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Park Min Seo", "Park Min-seo", True),
        ("Park Min-seo", "Park Dae-hyun", False),
        ("Kenji Mori", "Mori Kenji", True),
        ("Frederica Rossi", "Federica Rossi", True),
        ("Ana Rossi", "Anna Rossi", False),
        ("Mohammed Saadi", "Mohamed al-Saadi", True),
        ("Mike Hammond", "Michael Hammond", True),
        ("Peter Lindqvist", "Peter Lindquist", True),
        ("Carl Lind Jr.", "Carl Lind Sr.", False),
        ("José Peña Ruiz", "Jose Pena Ruiz", True),
    ],
)
def test_spellings_and_orders_of_one_name(a: str, b: str, one: bool) -> None:
    assert name_parts.is_one_name(a, b) is name_parts.is_one_name(b, a) is one


def test_the_name_of_the_father_is_no_short_form() -> None:
    assert "turki" not in name_parts.family_name_forms("Faisal bin Turki")
    assert "saadi" in name_parts.family_name_forms("Omar al-Saadi")
