from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.analysis.reading import read_entities, read_positions, read_quotes, tagged
from workbench.analysis.attribution.speaker_countries import presumed_country, with_country
from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.model import Span
from workbench.nlp.tagger import TaggedSpan

ABOUT = "The Jordanian police closed the bridge. The Jordanian army guards it. Jordanian drivers wait. "


@pytest.mark.parametrize(
    ("sentence", "mention", "country"),
    [
        ("The government said no.", "The government", "JOR"),
        ("Prime Minister Omar Haddad thanked Jordanian drivers and the Jordanian army.", "Omar Haddad", "JOR"),
        ("A government said no.", "A government", ""),
        ("The union said no.", "The union", "JOR"),
        ("A report said no.", "A report", ""),
        ("International inspectors said no.", "International inspectors", ""),
        ("A shopkeeper said no.", "A shopkeeper", "JOR"),
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


@pytest.mark.parametrize("mention", ["The two leaders", "Both sides", "The two governments"])
def test_several_of_several_countries_are_of_none(mention: str) -> None:
    entities = read_entities(f"{ABOUT}{mention} said no.")
    start = entities.text.index(mention)
    (speaker,) = resolve_speakers(entities, Span(start, start + len(mention)))
    assert with_country(entities, speaker, "JOR").country == ""


@pytest.mark.parametrize(
    ("text", "mention", "country", "origin"),
    [
        ("A Boeing spokesperson said no.", "A Boeing spokesperson", "USA", "known"),
        ("Republican lawmakers said no.", "Republican lawmakers", "USA", "known"),
        ("The Xinhua news agency said no.", "The Xinhua news agency", "CHN", "known"),
        ("A Red Cross spokesman in Kabul said no.", "A Red Cross spokesman", "", ""),
        ("Chilean President Ana Ruiz came. Aides to Ruiz said no.", "Aides to Ruiz", "CHL", "text"),
        ("Chilean President Ana Ruiz came. The Ruiz administration said no.", "The Ruiz administration", "CHL", "text"),
        ("Chilean poets met in Chile. In the U.S., officials said no.", "officials", "USA", "text"),
        ("Chilean poets met in Chile. In Lima, the police said no.", "the police", "PER", "text"),
        ("Chilean poets met in Chile. In Lima, Chilean police said no.", "Chilean police", "CHL", "text"),
        ("Chilean poets met in Chile. Critics of Iran said no.", "Critics of Iran", "CHL", "presumed"),
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


@pytest.mark.parametrize(
    ("second", "country", "origin"),
    [("the officials", "CHL", "text"), ("Other officials", "CHL", "presumed"), ("the lawyers", "", "")],
)
def test_who_is_called_as_others_before_is_of_their_country(second: str, country: str, origin: str) -> None:
    text = f'Chilean officials said it was late. "It rained," {second} said.'
    first = tagged(text, ["it was late"], "said", ["Chilean officials"])
    other = tagged(text, ["It rained"], "said.", [second])
    quotes = read_quotes(text, first, replace(other, cue=TaggedSpan(text.rindex("said"), len(text) - 1, 0.9)))
    (speaker,) = quotes[-1].speakers
    if country:
        assert (speaker.country, speaker.known_from.country) == (country, origin)
    else:
        assert speaker.known_from.country != "text"


def test_a_country_that_is_presumed_gives_no_position_of_a_private_person_or_a_party() -> None:
    about = "The bridge in Jordan fell. Jordanian police closed it. Jordan's army came. "
    assert not read_positions(about + "A shopkeeper condemned the closing of the bridge.")
    assert not read_positions("Republicans condemned the closing of the bridge.")
    found = read_positions(about + "The government condemned the closing of the bridge.")
    assert [p.holder for p in found] == ["JOR"]
