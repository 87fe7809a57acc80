"""Who speaks for a country, and who only belongs to it."""

from __future__ import annotations

from tests.unit.analysis.reading import read_positions


def test_allies_of_a_country_are_not_the_country() -> None:
    assert {p.holder for p in read_positions("American allies condemned the raid.")} == {"ALLIES"}


def test_a_union_does_not_speak_for_the_government() -> None:
    found = read_positions("The German teachers’ union opposes the reform.")
    assert {p.level for p in found if p.holder == "DEU"} <= {"non_government"}


def test_a_country_that_was_looked_up_makes_a_position_less_sure() -> None:
    said, looked_up = (
        max(p.confidence for p in read_positions(f"{who} Angela Merkel opposes the gas cap of Germany."))
        for who in ("German Chancellor", "Chancellor")
    )
    assert looked_up < said


def test_somebody_without_an_office_gives_no_position_of_the_country() -> None:
    (norway,) = read_positions("Norway's Kari Dahl condemned the raid on Tuesday.")
    assert norway.level == "non_government"


def test_a_campaign_is_not_the_government() -> None:
    found = read_positions("American campaign adviser Kari Dahl condemned the raid on Tuesday.")
    assert {p.level for p in found} == {"non_government"}
