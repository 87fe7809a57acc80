from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.analysis.reading import read_positions
from workbench.analysis import revision
from workbench.analysis.positions import stance_lexicon


def stances(text: str) -> set[tuple[str, str]]:
    return {(p.holder, p.stance) for p in read_positions(text)}


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
    assert expected in stances(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman refused to rule out a toll.", ("open", "toll")),
        ("Oman declined to exclude a toll.", ("open", "toll")),
        ("Oman would not rule out a toll.", ("open", "toll")),
        ("Oman could not rule out a toll.", ("open", "toll")),
        ("Oman stopped short of ruling out a toll.", ("open", "toll")),
        ("Oman avoided rejecting the toll.", ("open", "toll")),
        ("Oman is unwilling to rule out a toll.", ("open", "toll")),
        ("Oman was not prepared to rule out a toll.", ("open", "toll")),
        ("Oman refused to reject the toll.", ("open", "toll")),
        ("Oman promised not to veto the toll.", ("open", "toll")),
        ("Oman refused to endorse the toll.", ("opposes", "toll")),
        ("Oman ruled out backing the toll.", ("opposes", "toll")),
        ("Oman refused to condemn the raid.", ("unclear", "raid")),
        ("Oman vowed to oppose the toll.", ("opposes", "toll")),
        ("Oman decided to reject the toll.", ("opposes", "toll")),
        ("Oman threatened to veto the toll.", ("ruled_out", "toll")),
        ("Oman pledged to block the toll.", ("opposes", "toll")),
        ("Oman is reluctant to back the toll.", ("concerned", "toll")),
        ("Oman pledged to support the toll.", ("committed", "support the toll")),
        ("Oman refused to leave the port.", ("ruled_out", "leave the port")),
    ],
)
def test_a_stance_over_another_decides_which_way_it_counts(text: str, expected: tuple[str, str]) -> None:
    assert [(p.stance, p.topic) for p in read_positions(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Oman stopped short of endorsing the toll.",
        "Oman held back from backing the toll.",
        "Oman hesitated to endorse the toll.",
        "Oman fell short of supporting the toll.",
    ],
)
def test_what_one_avoids_to_support_is_no_support(text: str) -> None:
    assert read_positions(text) == ()


@pytest.mark.parametrize(
    ("text", "holder", "stance", "topic", "target"),
    [
        ("Malta was asked by Italy to guard the strait.", "ITA", "demands", "guard the strait", "MLT"),
        ("Italy asked Malta to guard the strait.", "ITA", "demands", "guard the strait", "MLT"),
        ("Malta was urged by Italy to support the ban.", "ITA", "demands", "support the ban", "MLT"),
        ("Chile was told by Peru to withdraw its ships.", "PER", "demands", "withdraw its ships", "CHL"),
        ("Latvia called on Estonia to open the port.", "LVA", "demands", "open the port", "EST"),
        ("Estonia was called on by Latvia to open the port.", "LVA", "demands", "open the port", "EST"),
        ("Kenya was invited by Uganda to join the pact.", "UGA", "proposes", "join the pact", "KEN"),
        ("Iran was warned by Oman not to close the strait.", "OMN", "opposes", "close the strait", "IRN"),
        ("Oman urged Iran not to close the strait.", "OMN", "opposes", "close the strait", "IRN"),
        ("Ghana appealed to Togo to free the crew.", "GHA", "demands", "free the crew", "TGO"),
        ("Denmark has been pressed by Norway to drop the toll.", "NOR", "demands", "drop the toll", "DNK"),
        ("Norway demanded that Denmark drop the toll.", "NOR", "demands", "drop the toll", "DNK"),
        ("A Greek call on Cyprus to ratify the pact failed.", "GRC", "demands", "ratify the pact", "CYP"),
    ],
)
def test_who_is_asked_is_neither_issue_nor_holder(text: str, holder: str, stance: str, topic: str, target: str) -> None:
    assert [(p.holder, p.stance, p.topic, p.target) for p in read_positions(text)] == [(holder, stance, topic, target)]


@pytest.mark.parametrize(
    "text",
    ["Oman has been asked to support the pipeline.", "Oman was urged to reject the truce and back the ban."],
)
def test_who_is_only_asked_has_no_position(text: str) -> None:
    assert read_positions(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Peru’s minister called the Chilean envoy to check on him.",
        "Hopefully Peru will reject the toll.",
        "Peru has to come together and reject the toll.",
        "Cuba’s neighbours rejected the toll.",
        "Ministers met in Vienna on Monday.",
        "Shares in Tokyo fell by two percent.",
        "The tourist from Spain lost his bag.",
        "Union leaders opposed the reform.",
        "Will Japan rule out joining the treaty?",
        "Nobody knows how Japan will respond to the treaty.",
        "Japan stopped supporting the treaty.",
        "Japan promised nothing.",
        "Japan insisted that its budget was sound.",
        "A Japanese official asked not to be named.",
        "Japan declined to comment.",
        "Allies back Japan plan\n\nMarkets rose on Monday after a calm week.",
        "The deal fails if Japan opposes the treaty.",
        "TOKYO - The company opposed the reform.",
    ],
)
def test_a_place_or_a_private_person_gives_nothing(text: str) -> None:
    assert not {(h, s) for h, s in stances(text) if s != "engaged"}


def test_allies_of_a_country_are_not_the_country() -> None:
    assert {p.holder for p in read_positions("American allies condemned the raid.")} == {"ALLIES"}


def test_a_compound_subject_gives_one_row_each_with_shared_evidence() -> None:
    found = [p for p in read_positions("Spain and Portugal endorsed the reform.") if p.stance == "supports"]
    assert {p.holder for p in found} == {"ESP", "PRT"}
    assert len({p.evidence for p in found}) == 1


def test_what_another_country_says_is_second_hand() -> None:
    text = "Turkish President Ali Demir said Greece was ready to withdraw its ships."
    (position,) = [p for p in read_positions(text) if p.holder == "GRC"]
    assert (position.attribution, position.attributed_by) == ("second_hand", "Ali Demir")


def test_what_its_own_people_say_is_its_own() -> None:
    text = "Greek President Eleni Vlachou said Greece was ready to withdraw its ships."
    (position,) = [p for p in read_positions(text) if p.holder == "GRC" and p.stance == "committed"]
    assert position.attribution == "reported"


def test_a_condition_is_kept() -> None:
    (position,) = read_positions("Italy is ready to send engineers once the fighting stops.")
    assert position.condition == "once the fighting stops"


def test_a_union_does_not_speak_for_the_government() -> None:
    found = read_positions("The German teachers’ union opposes the reform.")
    assert {p.level for p in found if p.holder == "DEU"} <= {"non_government"}


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["France ", "will not ", "said ", "“", "”", "the Kremlin ", "opposes ", "it. ", "\n", "[/x]", "and "])).map("".join))  # fmt: skip  # noqa: E501
def test_no_text_breaks_it(text: str) -> None:
    read_positions(text)


def test_a_conjunct_after_a_reported_modal_belongs_to_who_reports() -> None:
    text = "Danish Prime Minister Pia Holm said Swedish ships could join the patrol but ruled out Danish troops."
    assert {p.holder for p in read_positions(text) if p.stance == "ruled_out"} == {"DNK"}


def test_a_topic_has_no_mark_without_its_other() -> None:
    (position,) = [
        p
        for p in read_positions("The Chilean foreign ministry said Chile might accept “treaty-like” pledges.")
        if p.stance == "open"
    ]
    assert position.topic == "treaty-like pledges"


def test_the_analysts_words_are_laid_over_ours() -> None:
    plain = "Peru spearheaded the toll. Peru welcomed the ferry."
    assert stances(plain) == {("PER", "supports")}
    before = revision.version()
    try:
        stance_lexicon.use_analyst_words({"verb spearhead": "committed 2", "verb welcome": "none"})
        (own,) = read_positions(plain)
        assert (own.stance, own.strength, own.topic) == ("committed", 2, "toll")
        assert revision.version() != before
    finally:
        stance_lexicon.use_analyst_words({})
    assert revision.version() == before


def test_a_position_carries_strength_event_and_target() -> None:
    (position,) = read_positions("Brazil condemned the attack on Chile.")
    assert (position.strength, position.event, position.target) == (3, "ACCUSE", "CHL")


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Chile will send ships once the fighting stops.", "once the fighting stops"),
        ("Chile pledged to guard the strait under any peace deal.", "under any peace deal"),
        ("Chile opposed the plan when it was announced.", ""),
    ],
)
def test_what_a_position_depends_on(text: str, condition: str) -> None:
    assert {p.condition for p in read_positions(text)} == {condition}


def test_what_experts_say_of_a_country_is_theirs() -> None:
    text = "“Japan rejects the treaty,” said Kenji Mori, a professor at a Japanese university."
    assert {p.attribution for p in read_positions(text) if p.holder == "JPN"} == {"expert"}
