"""When the name of a country names something else."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import country_codes


@pytest.mark.parametrize(
    "text",
    [
        "They told us that it is up to us.", "we ate turkey, drank from china and had chile",
        "New Mexico and New Jersey",
        "South American farmers", "the South China Sea", "Latin America", "a guinea pig called Chad Brown",
        "Michael Jordan retired.", "“We won,” Jim Jordan said.", "Georgia Tech lost",
        "George Washington crossed the river",
        "Washington state and the Washington Post", "Israel Katz spoke", "Radio Free Europe",
        "King’s College London",
        "the Kyiv School of Economics", "He said it in Russian.", "a Spanish-language channel", "she speaks Polish",
        "the Minsk agreements", "a Ukrainianism", "MALIGN", "Chinatown", "the No 10 shirt", "CALL US NOW",
        "his allies in parliament", "parents and allies marched",
        "fears in east Jerusalem", "Somaliland",
    ],
)  # fmt: skip
def test_what_means_something_else_is_left_out(text: str) -> None:
    assert country_codes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("King Abdullah of Jordan met the envoy. In Jordan, Jordan's premier said so.", ["JOR", "JOR", "JOR"]),
        ("Neighbouring Chad closed the border.", ["TCD"]),
        ("The defence minister, Israel Katz, said Israel Defense Forces units had left.", ["ISR"]),
        ("Israel Strikes Targets Across Lebanon Overnight", ["ISR", "LBN"]),
        ("In Georgia, the parliament in Tbilisi passed the law.", ["GEO", "GEO"]),
        ("He lost Georgia and Arizona, officials in Atlanta said.", []),
        ("Rep. Jim Jordan objected. Jordan said he would sue.", []),
        ("Washington said Tuesday; Moscow Mayor Sergei Sobyanin agreed.", ["USA", "RUS"]),
        ("Russian officials spoke in Ukrainian and Polish ports.", ["RUS", "UKR", "POL"]),
        ("Russia's Security Council met.", ["RUS"]),
        ("The Security Council met, and so did the German Foreign Office.", ["UN", "DEU"]),
        ("Kyiv and its allies agreed.", ["UKR", "ALLIES"]),
        ("Ukraine's allies agreed.", ["UKR", "ALLIES"]),
        ("Ukraine agreed. Trump's allies did not.", ["UKR"]),
    ],
)  # fmt: skip
def test_the_words_around_decide(text: str, expected: list[str]) -> None:
    assert country_codes(text) == expected
