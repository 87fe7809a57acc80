"""What the brief says of positions, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from workbench.export import brief_wording
from workbench.export.brief import sections, summary
from workbench.export.brief_files import write_html, write_markdown
from workbench.export.selection import Selection
from workbench.model import Entity, Position, Span
from workbench.views import Head, Row

WIRE = Head("A1", "a.txt", "Title", "Coastal Wire", "2025-08-21")
POST = Head("A2", "b.txt", "Title", "Harbour Post", "2025-08-22")
PEOPLE = {each.name: each for each in (
    Entity("Ana Ruiz", "person", "president", "ESP"), Entity("Bo Li", "person", "envoy", "CHN"),
)}  # fmt: skip


def position(evidence: str, clause: str, stance: str = "ruled_out", head: Head = WIRE, **more: Any) -> Row[Position]:
    start = evidence.index(clause)
    given: dict[str, Any] = {
        "holder": "ESP", "holder_name": "Spain", "topic": "ground troops", "issue": "troops", "confidence": 0.9,
    } | more  # fmt: skip
    value = Position(
        head.id, stance=stance, evidence=Span(0, len(evidence)), clause=Span(start, start + len(clause)),
        text=evidence, **given,
    )  # fmt: skip
    return Row(value.id, value, head)


def count(ids: Iterable[str]) -> int:
    return len(set(ids))


def said(*rows: Row[Position], texts: dict[str, str] | None = None) -> list[str]:
    found = sections(Selection("positions", rows, texts or {}, people=PEOPLE), count)
    return [statement.text for section in found for one in section.standings for statement in one.statements]


NO = "Ruiz has ruled out sending troops."


def test_a_sentence_says_stand_proof_speaker_day_and_outlet() -> None:
    assert said(position(NO, "ruled out sending troops", speaker="Ana Ruiz")) == [
        "Spain rules it out: “Ruiz has ruled out sending troops” — Ana Ruiz (president); 21 August 2025; Coastal Wire."
    ]


def test_troops_and_ministries_are_no_persons() -> None:
    (text,) = said(position("No Spanish troops will go.", "No Spanish troops will go", speaker="Spanish troops"))
    assert text.endswith("— 21 August 2025; Coastal Wire.")


def test_second_hand_is_told_as_second_hand() -> None:
    rows = (
        position(NO, "Ruiz has ruled out", attribution="second_hand", attributed_by="Bo Li"),
        position(NO, "ruled out", attribution="anonymous_source"),
        position(NO, "sending troops", attribution="second_hand", attributed_by="Pentagon"),
    )
    texts = said(*rows, texts={"A1": "The Pentagon spoke. Nobody but the Pentagon did."})
    assert [text.split(": ")[0] for text in texts] == [
        "According to Bo Li (envoy, China), Spain rules it out",
        "According to unnamed sources, it rules it out",
        "According to the Pentagon, it rules it out",
    ]


def test_condition_and_reserve_are_kept_where_the_words_do_not_have_them() -> None:
    (text,) = said(position(NO, "ruled out", condition="unless a truce holds", hedge="reportedly"))
    assert "troops”, on condition: “unless a truce holds”, with a reserve: “reportedly” —" in text
    (text,) = said(position("Ruiz reportedly ruled out troops.", "ruled out troops", hedge="reportedly"))
    assert "reserve" not in text


def test_several_outlets_are_counted_and_the_words_have_an_owner() -> None:
    (text,) = said(position(NO, "ruled out"), position(NO, "ruled out", head=POST))
    assert text.endswith("— 21 to 22 August 2025; 2 outlets; the words are those of Coastal Wire.")


def test_those_who_are_many_do_it_in_the_plural() -> None:
    rows = (
        position(NO, "ruled out", holder="ALLIES", holder_name="allies"),
        position(NO, "sending", "supports", holder="ALLIES", holder_name="allies"),
    )
    assert [text.split(":")[0] for text in said(*rows)] == ["The allies rule it out", "They are in favour"]


def test_what_is_uncertain_is_marked() -> None:
    assert said(position(NO, "ruled out", confidence=0.3))[0].endswith("Coastal Wire (uncertain).")


def test_what_weighs_most_is_said_first() -> None:
    rows = [
        position(NO, "ruled out", confidence=0.4), position("Spain is open to it.", "open to it", "open"),
        position("Spain backs it.", "backs it", "supports", attribution="second_hand"),
    ]  # fmt: skip
    first, second, third = said(*rows)
    assert "leaves the door open" in first
    assert "rules it out" in second
    assert "is in favour" in third


def lone(issue: str, at: int) -> Row[Position]:
    return position("Spain is open to it.", "open to it"[at:], "open", issue=issue)


SHARED = (position("Spain backs it.", "backs it", issue="tolls"), position("Spain backs it.", "backs it", head=POST,
                                                                           issue="tolls"))  # fmt: skip


def test_what_the_matrix_folds_comes_last_under_one_heading() -> None:
    rows = (lone("dam", 0), lone("dyke", 1), *SHARED)
    found = sections(Selection("positions", rows, {}), count)
    assert [(each.issue, each.folded) for each in found] == [("tolls", False), ("dam", True), ("dyke", True)]
    pinned = sections(Selection("positions", rows, {}, pinned=frozenset({"dam"})), count)
    assert not any(each.folded for each in pinned)
    for write, heading, lead in ((write_markdown, "## Other", "*dyke:*"), (write_html, "<h2>Other", "<i>dyke:</i>")):
        stream = StringIO()
        write(Selection("positions", rows, {}), stream)
        assert stream.getvalue().count(heading) == 1
        assert lead in stream.getvalue()


def test_the_others_of_a_country_are_left_out_and_that_is_said() -> None:
    rows = [*SHARED, position("A party is open to it.", "open to it", "open", level="non_government")]
    assert len(said(*rows)) == 1
    assert summary(rows).endswith("1 position of others of a country, who do not speak for it, left out.")


LONG = (
    "The minister, who had come by train from the north with her whole staff, said in a long speech before the members "
    "of the chamber that the state would not pay for the bridge, a plan that many of those who live by the river had "
    "asked for, and then she left the town for a week."
)


def test_of_a_long_sentence_the_clause_is_quoted_up_to_a_pause_and_a_cut_has_a_sign() -> None:
    (text,) = said(position(LONG, "the state would not pay for the bridge"))
    assert (
        "“… said in a long speech before the members of the chamber that the state would not pay for the bridge …”"
        in text
    )


def test_a_heading_is_never_cut_off() -> None:
    text = "The allies fear that the state would, even now, sell the old port to whoever pays most for it."
    topic = "state would sell the old port to whoever pays"
    row = position(
        text, "fear that the state would, even now, sell the old port to whoever pays most for it", topic=topic
    )
    row = replace(row, value=replace(row.value, issue="state would sell the old port to …"))
    (section,) = sections(Selection("positions", (row,), {}), count)
    assert section.issue == "state would sell the old port to whoever pays most for it"


@pytest.mark.parametrize(
    ("name", "wanted", "many"),
    [
        ("United States", "The United States", False), ("Netherlands", "The Netherlands", False),
        ("France", "France", False), ("Czech Republic", "The Czech Republic", False), ("EU", "The EU", False),
        ("European Union", "The European Union", False), ("NATO", "NATO", False),
        ("European countries", "European countries", True), ("allies", "The allies", True),
        ("coalition of the willing", "The coalition of the willing", False),
    ],
)  # fmt: skip
def test_holders_have_their_article_and_number(name: str, wanted: str, many: bool) -> None:
    assert brief_wording.subject_of(name) == wanted
    assert brief_wording.is_plural(name) is many


def test_names_have_the_article_that_the_text_gives_them() -> None:
    text = "A report by Reuters came. The Reuters office closed. Reuters said so. A dozen nations joined the Kremlin."
    assert brief_wording.with_article("Reuters", text) == "Reuters"
    assert brief_wording.with_article("Kremlin", text) == "the Kremlin"
    assert brief_wording.with_article("dozen nations", text) == "a dozen nations"
    assert brief_wording.with_article("United Kingdom", "") == "the United Kingdom"


def test_lone_quotation_marks_are_left_out_of_a_heading() -> None:
    assert (
        brief_wording.drop_unpaired_marks("allies as the “first line of defence")
        == "allies as the first line of defence"
    )
    assert brief_wording.drop_unpaired_marks("a “first line” of defence") == "a “first line” of defence"
    assert brief_wording.drop_unpaired_marks("the 'snapback sanctions") == "the snapback sanctions"
    assert brief_wording.drop_unpaired_marks("the ministers' own plan isn't it") == "the ministers' own plan isn't it"
