from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_entities, speaker_of


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Oslo’s Ministry of Culture wrote. The ministry said so.", "The ministry", "Oslo’s Ministry of Culture"),
        ("The State Department met them. The department said so.", "The department", "State Department"),
        ("The Clark administration left. The administration said so.", "The administration", "Clark administration"),
        ("The Wall Street Journal ran a story. The Journal said so.", "The Journal", "Wall Street Journal"),
        ("The Wall Street Journal ran a story. The newspaper said so.", "The newspaper", "Wall Street Journal"),
        ("The Green Harbour Brigades took the town. The group said so.", "The group", "Green Harbour Brigades"),
        (
            "Peru’s Foreign Ministry wrote. The Foreign Ministry said so.",
            "The Foreign Ministry",
            "Peru’s Foreign Ministry",
        ),
    ],
)
def test_a_body_is_known_again(text: str, mention: str, name: str) -> None:
    speaker = speaker_of(text, mention)
    assert (speaker.name, speaker.kind) == (name, "organisation")


def test_another_body_is_not_the_one_before() -> None:
    text = "Norway’s Ministry of Foreign Affairs wrote. The council said so."
    assert speaker_of(text, "The council").name == "council"


def test_places_of_bodies_are_in_text_order_and_countries_are_none() -> None:
    found = read_entities(
        "Norway met Reuters. The State Department, with Norway, wrote to NATO’s Military Committee."
    ).bodies
    assert [b.start for b in found] == sorted(b.start for b in found)
    assert "Norway" not in {b.name for b in found}
