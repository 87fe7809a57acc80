"""Whoever only bears the name of an office holder is told by a title, a role, an age or a town."""

from __future__ import annotations

import pytest

from workbench.analysis.entities.private_persons import is_private_person
from workbench.model import Span

NAME = "Ana Ruiz"


def is_private(text: str, role: str = "") -> bool:
    start = text.index(NAME)
    return is_private_person(text, role, [Span(start, start + len(NAME))])


@pytest.mark.parametrize(
    "text",
    [
        "said Pastor Ana Ruiz.",
        "Sgt. Ana Ruiz said so.",
        "19-year-old Ana Ruiz said so.",
        "Ana Ruiz, 54, said so.",
        "Ana Ruiz, aged 17, said so.",
        "Ana Ruiz (23) said so.",
        "Ana Ruiz, from Leeds, said so.",
    ],
)
def test_a_title_an_age_or_a_town_tells(text: str) -> None:
    assert is_private(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mrs. Ana Ruiz said so.",
        "Republican Ana Ruiz said so.",
        "the 70-year-old Ana Ruiz said so.",
        "Ana Ruiz, of Texas, said so.",
        "Ana Ruiz, from Germany, said so.",
        "Ana Ruiz, of the Labour Party, said so.",
    ],
)
def test_whom_no_such_words_describe_may_hold_an_office(text: str) -> None:
    assert not is_private(text)


@pytest.mark.parametrize(
    ("role", "private"),
    [
        ("baker", False),
        ("teacher at a school", True),
        ("student leader", True),
        ("party leader", False),
        ("senator", False),
    ],
)
def test_a_role_tells(role: str, private: bool) -> None:
    assert is_private(f"Ana Ruiz, {role}, said so.", role) is private
