from __future__ import annotations

from tests.unit.analysis.reading import read_persons
from workbench.model import Entity


def test_particles_belong_to_the_family_name() -> None:
    text = "Belgian Prime Minister Jan van der Berg resigned. Van der Berg had led for a year."
    assert any(p.last_name == "van der Berg" for p in read_persons(text).values())


def test_what_the_case_knows_completes_a_bare_name() -> None:
    known = {"Nunes": Entity("Carla Nunes", "person", "President", "BRA")}
    person = read_persons("Nunes said she would sign the treaty on Friday.", known)["Carla Nunes"]
    assert (person.role, person.country) == ("President", "BRA")


def test_a_pair_of_names_is_nobody() -> None:
    text = "Ana Ruiz met Tom Hale on Monday. The Ruiz-Hale talks went on. Critics said Ruiz-Hale was a good pair."
    assert set(read_persons(text)) == {"Ana Ruiz", "Tom Hale"}
