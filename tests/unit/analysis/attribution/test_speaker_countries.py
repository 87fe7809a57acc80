from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_entities
from workbench.analysis.attribution.speaker_countries import presumed_country
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
