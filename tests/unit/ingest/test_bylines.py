"""A byline is names, and nothing that stands beside them."""

from __future__ import annotations

import pytest

from tests.unit.ingest.readers.documents import (
    STORY,
    read_page,
)
from tests.unit.ingest.texts import TITLE
from workbench.ingest.bylines import tidy_byline


@pytest.mark.parametrize(
    ("printed", "byline"),
    [
        ("By Mara Voss", "Mara Voss"),
        ("Mara Voss March 4, 2025", "Mara Voss"),
        ("Mara Voss August", "Mara Voss"),
        ("Mara Voss; Political Correspondent in Port Elm", "Mara Voss"),
        ("By Mara Voss, Chief Editor and Tom Reed in Leith", "Mara Voss and Tom Reed"),
        ("Mara Voss, Tom Reed and Ada Finch", "Mara Voss, Tom Reed and Ada Finch"),
        ("Mara Voss; Senior Reporter; Leith", "Mara Voss"),
        ("Mara Voss, Reporter, Tom Reed", "Mara Voss, Tom Reed"),
        ("Mara Voss; Photos by Tom Reed", "Mara Voss"),
        ("mara@elm.example Mara Voss @maravoss", "Mara Voss"),
        ("Mara Voss (Elm Courier) 10:30 AM", "Mara Voss"),
        ("Mara Voss | Reuters", "Mara Voss | Reuters"),
        ("Reuters Staff", "Reuters Staff"),
        ("Staff Writer", ""),
        ("[[Mara Voss]], [[people/Tom Reed|Tom Reed]]", "Mara Voss, Tom Reed"),
        ("April Jones", "April Jones"),
        ("John May", "John May"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("", ""),
    ],
)
def test_a_byline_is_names(printed: str, byline: str) -> None:
    assert tidy_byline(printed) == byline


@pytest.mark.parametrize("line", ["Mara Voss August 20, 2025", "By Mara Voss, Political Correspondent in Port Elm"])
def test_of_a_printed_byline_only_the_name_is_the_author(line: str) -> None:
    assert read_page(f"<h1>{TITLE}</h1><div class='byline'>{line}</div>{STORY}").byline == "Mara Voss"
