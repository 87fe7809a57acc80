from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.analysis.reading import read_positions
from workbench.analysis.entities.office_levels import is_outsider, is_part_of_state, is_past_office, office_level


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former President Ann Hill", "non_government"),
        ("ex-minister", "non_government"),
        ("then-Prime Minister Ann Hill", "non_government"),
        ("the late emir", "non_government"),
        ("retired Kenyan admiral", "non_government"),
        ("ousted chancellor", "non_government"),
        ("president-elect", "non_government"),
        ("foreign minister-designate", "non_government"),
        ("president from 1990 to 1998", "non_government"),
        ("premier until 2011", "non_government"),
        ("government-in-exile", "non_government"),
        ("outgoing chancellor", "government"),
        ("acting president", "government"),
        ("late on Monday officials", "government"),
        ("President Ann Hill, a former general", "government"),
        ("the former Yugoslav republic’s president", "government"),
        ("former colonial power", "government"),
        ("army spokesman", "military"),
        ("defence minister", "government"),
        ("rebel commander", "non_government"),
        ("guerrillas", "non_government"),
        ("separatist leader", "non_government"),
        ("fishermen", "non_government"),
        ("House lawmakers", "non_government"),
        ("Senate majority leader", "non_government"),
        ("shadow defence secretary", "non_government"),
        ("opposition chief", "non_government"),
        ("Turkish police", "government"),
        ("Malian forces", "military"),
        ("CIA director", "government"),
        ("bank director", "non_government"),
        ("Hezbollah leader", "non_government"),
        ("Yemen’s government", "government"),
        ("African Union official", "government"),
        ("", "government"),
    ],
)
def test_the_level_of_a_mention(text: str, expected: str) -> None:
    assert office_level(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wales", True),
        ("the Welsh government", True),
        ("the Indian state of Kerala", True),
        ("Bavarian premier", True),
        ("Republika Srpska", True),
        ("Texas governor", True),
        ("provincial officials", True),
        ("state legislature", True),
        ("the Chinese city of Wuhan", True),
        ("Kurdistan Regional Government", True),
        ("the State of Israel", False),
        ("Republic of Congo", False),
        ("state media", False),
        ("the head of state", False),
        ("the Scotland Secretary", False),
        ("envoy to Catalonia", False),
        ("minister for Wales", False),
        ("the State Department", False),
        ("Hong Kong", False),
        ("foreign minister", False),
        ("Catalans", False),
    ],
)
def test_a_part_of_a_state(text: str, expected: bool) -> None:
    assert is_part_of_state(text) is expected


def test_who_was_in_office_is_past_and_no_outsider() -> None:
    assert [is_past_office(t) for t in ("the former president", "the president", "")] == [True, False, False]
    assert [is_outsider(t) for t in ("a trade analyst", "the former president", "rebels")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former Czech minister Jan Kos rejected the loan. Czechia backs the loan.", {("CZE", "supports")}),
        ("Brazil’s then-president Ana Alves rejected the loan. Brazil backs the loan.", {("BRA", "supports")}),
        ("Retired Greek generals oppose the pact. Greece supports the pact.", {("GRC", "supports")}),
        ("Colombian guerrillas rejected the truce.", set()),
        ("Lebanon’s Hezbollah rejected the truce.", set()),
        ("Polish fishermen oppose the quota.", set()),
        ("US lawmakers oppose the sale.", set()),
        ("Militias in Libya oppose the vote. Libya’s government supports the vote.", {("LBY", "supports")}),
        ("Wales rejected the toll. Britain backs the toll.", {("GBR", "supports")}),
        ("Canada’s province of Alberta opposes the tax. Canada rejected the toll.", {("CAN", "opposes")}),
        ("Bosnian Serb leader Petar Ilic rejected the court.", set()),
        ("Bosnian Serbs demanded a vote.", set()),
        ("Greenland rejects the sale.", {("GRL", "opposes")}),
    ],
)
def test_only_the_state_itself_has_its_position(text: str, expected: set[tuple[str, str]]) -> None:
    assert {(p.holder, p.stance) for p in read_positions(text) if p.is_of_state} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Scottish minister said Britain opposes the pact.",
        "Former British minister Tom Hale said Britain opposes the pact.",
    ],
)
def test_who_is_not_of_the_state_says_it_at_second_hand(text: str) -> None:
    assert {p.attribution for p in read_positions(text) if p.holder == "GBR" and p.is_of_state} == {"second_hand"}


def test_the_former_president_is_not_the_president() -> None:
    text = "Polish President Ewa Nowak flew home. Later the former Polish president said Poland backs the fence."
    (position,) = read_positions(text)
    assert "Nowak" not in position.attributed_by


@given(st.text(max_size=80))
def test_any_text_has_a_level(text: str) -> None:
    assert office_level(text) in ("government", "military", "non_government")
    assert is_part_of_state(text) in (True, False)
