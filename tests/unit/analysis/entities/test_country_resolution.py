from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_entities

ABOUT = "The Jordanian police closed the bridge. The Jordanian army guards it. Jordanian drivers wait."


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        (
            f"{ABOUT} Prime Minister Omar Haddad thanked Jordanian drivers and the Jordanian army.",
            {"Omar Haddad": "JOR"},
        ),
        (
            f"{ABOUT} Jordanian King Faris Adil met President Ola Brandt. "
            "President Ola Brandt thanked the Jordanian army and Jordanian drivers.",
            {},
        ),
    ],
)
def test_an_office_is_of_the_country_around_it_unless_that_has_none_such(text: str, countries: dict[str, str]) -> None:
    assert dict(read_entities(text).presumed_countries) == countries
