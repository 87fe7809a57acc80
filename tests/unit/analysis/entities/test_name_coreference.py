from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_persons


def test_a_last_name_is_the_person_named_in_full_before() -> None:
    text = "Brazilian President Carla Nunes spoke first. Nunes said she would sign. Later Nunes left."
    assert len(read_persons(text)["Carla Nunes"].mentions) == 3


def test_a_bare_surname_is_whom_the_article_is_about() -> None:
    text = "Juan Perez spoke on Monday. His wife, Ana Perez, listened. Juan Perez left early. Perez was tired."
    found = read_persons(text)
    assert [len(found[n].mentions) for n in ("Juan Perez", "Ana Perez")] == [3, 1]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("George W. Lind spoke. His father, George H. W. Lind, left.", ["George W. Lind", "George H. W. Lind"]),
        ("Carl Olsen II built it. Carl Olsen III sold it.", ["Carl Olsen II", "Carl Olsen III"]),
        ("President George Lind spoke. George W. Lind, his son, left.", ["George Lind", "George W. Lind"]),
        ("Joseph R. Lind spoke. Joseph Lind left.", ["Joseph R. Lind"]),
        ("Martin Luther King III spoke. King said no.", ["Martin Luther King III"]),
        ("George H. W. Lind spoke. George H.W. Lind left.", ["George H. W. Lind"]),
    ],
)
def test_initials_and_generations_part_persons(text: str, names: list[str]) -> None:
    assert list(read_persons(text)) == names
