from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_entities
from workbench.analysis.entities.article_entities import find_entities
from workbench.nlp import pipeline

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


def test_a_leader_of_another_country_is_not_presumed_to_be_of_this_one() -> None:
    text = "Emmanuel Macron said London was ready. The London police agreed in Britain. Ana Ruiz said so."
    presumed = find_entities(pipeline.run_models(text).doc, day="2012-05-04").presumed_countries
    assert dict(presumed) == {"Ana Ruiz": "GBR"}


def test_who_is_known_to_serve_a_body_is_not_presumed_to_be_of_the_country_around() -> None:
    text = f"{ABOUT} Yukiya Amano thanked the Jordanian police. Ana Ruiz thanked Jordanian drivers."
    presumed = find_entities(pipeline.run_models(text).doc, day="2015-05-04").presumed_countries
    assert dict(presumed) == {"Ana Ruiz": "JOR"}
