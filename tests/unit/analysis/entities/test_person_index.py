"""An article is read with the persons alone whose names may stand in it."""

from __future__ import annotations

import pytest

from workbench.analysis.entities.person_index import PersonIndex
from workbench.model import Entity

KNOWN = {
    name: Entity(person, "person", "minister", "BRA")
    for name, person in {
        "Nunes": "Carla Nunes",
        "Carla Nunes": "Carla Nunes",
        "O'Brien": "Pat O'Brien",
        "Peña Nieto": "Enrique Peña Nieto",
        "Kim Jong-un": "Kim Jong-un",
        "Ruiz": "Ana Ruiz",
    }.items()
}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("On Monday Nunes said so.", {"Nunes", "Carla Nunes"}),
        ("NUNES SAYS SO", {"Nunes", "Carla Nunes"}),
        ("“It holds”, said [Carla] Nun[es].", {"Nunes", "Carla Nunes"}),
        ("Mr O'Brien’s house; Peña Nieto’s wall", {"O'Brien", "Peña Nieto"}),
        ("Kim Jong-un waved.", {"Kim Jong-un"}),
        ("Nobody is named.", set()),
        ("", set()),
    ],
)
def test_the_last_word_of_a_name_has_to_stand_in_the_text(text: str, names: set[str]) -> None:
    found = PersonIndex(KNOWN).named_in(text)
    assert {*found} == names
    assert all(found[name] is KNOWN[name] for name in found)


def test_a_name_without_letters_is_always_among_them() -> None:
    assert {*PersonIndex({"…": Entity("…", "person")}).named_in("Nothing.")} == {"…"}
