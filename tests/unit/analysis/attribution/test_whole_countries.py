from __future__ import annotations

import pytest

from tests.unit.analysis.reading import speaker_of, speakers_of


@pytest.mark.parametrize(
    ("text", "mention", "code"),
    [
        ("The U.S. said it would wait.", "The U.S.", "USA"),
        ("North Korea fired a missile. The North said it was a test.", "The North", "PRK"),
        ("Saudi Arabia shut the pipe. The kingdom said it would wait.", "The kingdom", "SAU"),
        ("Iceland got an offer, but the country said it was not for sale.", "the country", "ISL"),
    ],
)
def test_a_country_by_another_word(text: str, mention: str, code: str) -> None:
    speaker = speaker_of(text, mention)
    assert (speaker.kind, speaker.country) == ("country", code)


def test_the_north_is_a_country_only_of_korea() -> None:
    assert speaker_of("The North said it would wait.", "The North").kind != "country"


def test_two_countries_share_a_noun() -> None:
    found = speakers_of("North and South Korea said they would meet.", "North and South Korea")
    assert [s.country for s in found] == ["PRK", "KOR"]
