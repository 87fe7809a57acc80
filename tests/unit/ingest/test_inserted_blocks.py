"""What scrapers glue into a line goes, and the rest of the line stays."""

from __future__ import annotations

from tests.unit.ingest.texts import FIRST, SECOND, THIRD, TITLE
from workbench.ingest.cleaning import clean


def test_players_in_a_row_and_within_a_line_go() -> None:
    player = "JUST WATCHED The lamp is lit Replay More Videos ... MUST WATCH The lamp is lit 01:40"
    assert clean(f"{FIRST}\n\n{player}\n\n{player}\n\n{SECOND}").text == f"{FIRST}\n\n{SECOND}"
    assert clean(f"{FIRST} {player} {THIRD}").text == f"{FIRST} {THIRD}"


def test_of_highlights_only_the_label_goes_since_they_state_facts() -> None:
    raw = f"{TITLE}\n\nStory highlights Council votes to keep the tower\n\nDivers go down in May\n\n{FIRST}"
    assert clean(raw).text == f"{TITLE}\n\nCouncil votes to keep the tower\n\nDivers go down in May\n\n{FIRST}"


def test_a_box_of_links_behind_a_name_goes() -> None:
    box = "Calder Ines Maria CalderTower vote splits the town Fog costs Elm a summer 2020 boats: a list MORE"
    raw = f"Mayor {box} on Monday thanked the council. “MORE than I hoped,” she said."
    assert clean(raw).text == "Mayor Calder on Monday thanked the council. “MORE than I hoped,” she said."


def test_between_two_sentences_a_credit_leaves_a_line_end() -> None:
    raw = f"{TITLE}\n\nThe mayor spoke first. | Mara Voss/Getty Images Coast guard calls it a mistake.\n\n{FIRST}"
    assert clean(raw).text == f"{TITLE}\n\nThe mayor spoke first.\nCoast guard calls it a mistake.\n\n{FIRST}"
