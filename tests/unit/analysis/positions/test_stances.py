"""The stance of a sentence, construction by construction."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_stances


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan has ruled out joining the treaty.", ("JPN", "ruled_out")),
        ("Brazil opposes a ban on soy exports.", ("BRA", "opposes")),
        ("India is considering lower tariffs on cars.", ("IND", "considering")),
        ("Canada expressed support for the plan.", ("CAN", "supports")),
        ("Norway is open to sharing the cost.", ("NOR", "open")),
        ("Kenyan President William Ruto called for an end to the fighting.", ("KEN", "demands")),
        ("The Kremlin rejected the proposal.", ("RUS", "opposes")),
        ("Chile will send ships to the strait.", ("CHL", "committed")),
        ("Chile will not send ships to the strait.", ("CHL", "ruled_out")),
        ("Egypt’s refusal to reopen the crossing angered aid groups.", ("EGY", "ruled_out")),
        ("Peru did not rule out a new election law.", ("PER", "open")),
        ("Officials in Berlin met. Germany voiced concern about the delay.", ("DEU", "concerned")),
        ("The European Union welcomed the ceasefire.", ("EU", "supports")),
        ("No Chilean soldier would be sent to the strait.", ("CHL", "ruled_out")),
        ("Bolivian President Luis Paz promised no new taxes.", ("BOL", "ruled_out")),
        ("The embargo was condemned by Paraguay.", ("PRY", "opposes")),
        ("The vote raised concern in Quito and among allies that Peru might cut funding.", ("ECU", "concerned")),
        ("Both Oman and Kuwait agreed to reopen the route.", ("KWT", "committed")),
        ("Fiji vowed not to return to the pact.", ("FJI", "ruled_out")),
        ("Nepalese officials said a new quota was out of the question.", ("NPL", "ruled_out")),
        ("Ghana’s minister said a joint patrol would not pose a problem.", ("GHA", "open")),
        ("Libya launched a mediation effort between the rivals.", ("LBY", "engaged")),
        ("Participants included officials from Malta, Cyprus and Greece.", ("CYP", "engaged")),
        ("Neither Chad nor Niger has specified what the pact entails.", ("NER", "unclear")),
        ("Samoan leaders hailed the pact, reiterating their opposition to any base.", ("WSM", "opposes")),
        ("Rebels in the Ivory Coast dismissed the appeal.", ("CIV", "opposes")),
        ("Vice-President Ada Obi declined to resign despite a probe in Nigeria.", ("NGA", "ruled_out")),
        ("Oman’s emir and his Qatari counterpart, Ali Said, agreed on Monday to share data.", ("QAT", "committed")),
        ("Omani and Qatari leaders met. The two leaders condemned the raid.", ("QAT", "opposes")),
        ("Oman and Qatar signed a pact. They pledged to share data.", ("OMN", "committed")),
        ("Kenyan President William Ruto said his government would not fund the dam.", ("KEN", "ruled_out")),
        ("The US has consistently opposed putting boots on the ground.", ("USA", "opposes")),
    ],
)
def test_the_stance_of_a_plain_sentence(text: str, expected: tuple[str, str]) -> None:
    assert expected in read_stances(text)
