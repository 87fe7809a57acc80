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
