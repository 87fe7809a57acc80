from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_entities
from workbench.analysis.attribution.speaker_countries import presumed_country, with_country
from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.model import Span

ABOUT = "The Jordanian police closed the bridge. The Jordanian army guards it. Jordanian drivers wait. "


@pytest.mark.parametrize(
    ("sentence", "mention", "country"),
    [
        ("The government said no.", "The government", "JOR"),
        ("Prime Minister Omar Haddad thanked Jordanian drivers and the Jordanian army.", "Omar Haddad", "JOR"),
        ("A government said no.", "A government", ""),
        ("The union said no.", "The union", ""),
    ],
)
def test_a_body_or_an_office_holder_is_of_the_country_that_the_text_is_about(
    sentence: str, mention: str, country: str
) -> None:
    entities = read_entities(ABOUT + sentence)
    start = entities.text.index(mention)
    (speaker,) = resolve_speakers(entities, Span(start, start + len(mention)))
    assert speaker.country == ""
    assert presumed_country(entities, speaker) == country


@pytest.mark.parametrize(
    ("text", "mention", "country", "origin"),
    [
        ("A Boeing spokesperson said no.", "A Boeing spokesperson", "USA", "known"),
        ("Republican lawmakers said no.", "Republican lawmakers", "USA", "known"),
        ("The Xinhua news agency said no.", "The Xinhua news agency", "CHN", "known"),
        ("A Red Cross spokesman in Kabul said no.", "A Red Cross spokesman", "", ""),
        ("Chilean President Ana Ruiz came. Aides to Ruiz said no.", "Aides to Ruiz", "CHL", "text"),
        ("Chilean President Ana Ruiz came. The Ruiz administration said no.", "The Ruiz administration", "CHL", "text"),
        ("Chilean President Ana Ruiz came. Critics of Ruiz said no.", "Critics of Ruiz", "", ""),
    ],
)
def test_a_speaker_is_of_the_country_of_an_institution_or_of_whom_they_work_for(
    text: str, mention: str, country: str, origin: str
) -> None:
    entities = read_entities(text)
    start = text.index(mention)
    speakers = resolve_speakers(entities, Span(start, start + len(mention)))
    found = [with_country(entities, speaker) for speaker in speakers]
    assert [(s.country, s.known_from.country) for s in found] == [(country, origin)]
