from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_persons
from workbench.model import Entity


def test_a_news_agency_is_nobody() -> None:
    assert "Reuters" not in read_persons("Reuters reported on Monday that Ana Ruiz had left. Reuters did not say why.")


@pytest.mark.parametrize(
    ("text", "name", "short", "role", "country"),
    [
        ("Taiwan's President Hsu Mei-lin said no. Hsu said it again.", "Hsu Mei-lin", "Hsu", "President", "TWN"),
        ("Park Dae-hyun, South Korea's president, said no. Park left.", "Park Dae-hyun", "Park", "president", "KOR"),
        ("North Korean leader Ri Yong-su spoke. Ri said no.", "Ri Yong-su", "Ri", "leader", "PRK"),
        ("Jean-luc Moreau, a farmer, said no. Moreau left.", "Jean-luc Moreau", "Moreau", "farmer", ""),
        (
            "Dutch Foreign Minister Piet van der Laan spoke. Van der Laan left.",
            "Piet van der Laan",
            "Van der Laan",
            "Foreign Minister",
            "NLD",
        ),
        (
            "Brazil's President Rui da Costa spoke. Da Costa said it held.",
            "Rui da Costa",
            "Da Costa",
            "President",
            "BRA",
        ),
        (
            "Crown Prince Faisal bin Turki spoke. Bin Turki said no.",
            "Faisal bin Turki",
            "Bin Turki",
            "Crown Prince",
            "",
        ),
        (
            "Jordanian Prime Minister Omar al-Saadi spoke. Saadi said no.",
            "Omar al-Saadi",
            "Saadi",
            "Prime Minister",
            "JOR",
        ),
        ("Per Lund, 54, a fisherman, said no. Lund left.", "Per Lund", "Lund", "fisherman", ""),
        ("May Brown, a teacher, said no. Brown left.", "May Brown", "Brown", "teacher", ""),
    ],
)
def test_the_parts_of_a_name_stay_together(text: str, name: str, short: str, role: str, country: str) -> None:
    (person,) = read_persons(text).values()
    assert (person.name, person.role, person.country) == (name, role, country)
    assert [m.of(text) for m in person.mentions] == [name, short]


@pytest.mark.parametrize(
    "text", ["Donald Trump-backed talks began.", "A Xi Jinping-era law fell.", "Luc Moreau-led talks began."]
)
def test_a_compound_of_a_name_is_no_name(text: str) -> None:
    assert all("-" not in name for name in read_persons(text))


def test_a_rank_is_no_part_of_a_name_and_parts_none() -> None:
    text = "Army spokesman Lt. Col. Peter Ruiz said no. Ruiz left."
    assert list(read_persons(text)) == ["Peter Ruiz"]


def test_an_editors_brackets_are_no_part_of_a_name() -> None:
    assert "Ana Ruiz" in read_persons('"I told [Ana] Ruiz to wait," Prime Minister Carla Nunes said.')


def test_what_the_case_knows_is_a_name_only_where_it_stands_alone() -> None:
    known = {"Holm": Entity("Lena Holm", "person", "Minister", "DNK")}
    found = read_persons("Holm Street was closed. The police blamed Holm for it.", known)
    assert [m.start for m in found["Lena Holm"].mentions] == [42]


def test_a_name_that_the_parse_takes_for_a_verb_is_a_mention() -> None:
    text = (
        "British Prime Minister Theresa May met Tom Hale in London. Hale waited long. May praised the alliance but said"
        " friends could be open. May also told Hale that the deal would stay. May has dogged the talks."
    )
    assert len(read_persons(text)["Theresa May"].mentions) == text.count("May")
    assert len(read_persons("Theresa May met him. May it be said that they agree.")["Theresa May"].mentions) == 1
