from __future__ import annotations

import pytest

from tests.unit.analysis.reading import speaker_of

OFFICIAL = "Omar Haddad, a senior Harbour Union official, left early. "
MINISTERS = "Polish Prime Minister Ewa Nowak met French Foreign Minister Luc Martin. "


@pytest.mark.parametrize("mention", ["A security official", "another official", "One official"])
def test_somebody_new_is_not_the_one_named_before(mention: str) -> None:
    speaker = speaker_of(f"{OFFICIAL}{mention} said the gate was shut.", mention)
    assert (speaker.kind, speaker.name) == ("anonymous", "")


def test_the_official_is_the_one_brought_in_last() -> None:
    text = f"{OFFICIAL}A Lebanese security official said the gate was shut. The official said nobody was hurt."
    speaker = speaker_of(text, "The official")
    assert (speaker.kind, speaker.name, speaker.country) == ("anonymous", "", "LBN")


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("The French foreign minister", "Luc Martin"),
        ("The Polish prime minister", "Ewa Nowak"),
        ("The prime minister", "Ewa Nowak"),
        ("The Polish foreign minister", "Polish foreign minister"),
        ("The former prime minister", ""),
    ],
)
def test_office_country_and_time_must_agree(mention: str, name: str) -> None:
    assert speaker_of(f"{MINISTERS}{mention} said the border stays open.", mention).name == name


def test_the_president_is_not_the_vice_president() -> None:
    text = "Vice President Joan Reed spoke first. The president said the tax would stay."
    assert speaker_of(text, "The president").name != "Joan Reed"


def test_a_name_in_the_mention_wins_over_the_role() -> None:
    text = "The French ambassador, Luc Martin, left. The Polish ambassador to the UK, Jan Kos, said he would stay."
    assert speaker_of(text, "The Polish ambassador to the UK, Jan Kos").name == "Jan Kos"


def test_a_lawmaker_by_state_and_party() -> None:
    text = "Sen. Joan Reed (R-Ohio) met Sen. Mark Hill (D-Texas). The Texas Democrat said the bill was dead."
    assert speaker_of(text, "The Texas Democrat").name == "Mark Hill"


def test_the_lead_means_whom_the_next_sentences_name() -> None:
    text = (
        "The dam will hold, a spokesman for the water agency said on Monday.\n\n"
        "Juan Soto, a spokesman for the Water Agency of Chile, said the gates were tested twice."
    )
    assert speaker_of(text, "a spokesman for the water agency").name == "Juan Soto"


def test_the_lead_names_the_minister_later() -> None:
    text = (
        "The island is not for sale, the country’s foreign minister said on Friday after talks in Norway.\n\n"
        "“We are open for business,” Ane Lund told reporters."
    )
    speaker = speaker_of(text, "the country’s foreign minister")
    assert (speaker.name, speaker.role) == ("Ane Lund", "country’s foreign minister")


def test_a_bare_office_is_of_who_was_named_without_a_country() -> None:
    text = "President Ivo Babic called Polish President Ewa Nowak. The president said it was late."
    assert speaker_of(text, "The president").name == "Ivo Babic"


def test_a_nominee_is_known_by_the_party() -> None:
    text = "Republican presidential nominee Mark Hill met Democratic nominee Joan Reed. The GOP candidate said no."
    assert speaker_of(text, "The GOP candidate").name == "Mark Hill"


def test_the_daughter_of_a_nominee_is_no_nominee() -> None:
    text = "Ana Hill, the Republican nominee’s daughter, left. The Republican nominee said no."
    assert speaker_of(text, "The Republican nominee").name != "Ana Hill"


def test_a_former_office_may_be_known() -> None:
    text = "Democratic nominee Hillary Clinton spoke. The former secretary of state said she would stay."
    assert speaker_of(text, "The former secretary of state").name == "Hillary Clinton"


def test_his_lawyer_is_not_the_lawyer_of_somebody_else() -> None:
    text = "Cheryl Lund, Reed’s lawyer, left. Mark Hill stayed silent. His lawyer said he was ill."
    assert speaker_of(text, "His lawyer").name != "Cheryl Lund"


def test_a_press_secretary_is_a_spokesman() -> None:
    text = "Pentagon press secretary Mark Hill spoke. The Pentagon spokesman said no."
    assert speaker_of(text, "The Pentagon spokesman").name == "Mark Hill"
