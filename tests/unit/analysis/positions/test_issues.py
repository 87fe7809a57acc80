"""Positions grouped into issues, each in its context, and what the analyst named."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.positions import issue_likeness, issues
from workbench.analysis.positions.issues import Pins, group_positions
from workbench.analysis.text.lexicon import background_weights
from workbench.model import TAKING_PART, Position, Span

TROOPS = [
    ("Norland will deploy ground troops to the border.", "deploying ground troops", "committed"),
    ("Norland announced the deployment of ground troops on the border.", "deployment of ground troops", "committed"),
]
TARIFFS = [
    ("Sudria demands lower tariffs on imported cars.", "lower tariffs on imported cars", "demands"),
    ("Sudria called for an end to the tariffs on cars.", "tariffs on cars", "demands"),
]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many positions were compared with each other, each time."""
    found: list[int] = []

    class Counted(issue_likeness.ComparedPositions):
        def __init__(self, rows: Sequence[Position], encode: issue_likeness.Encode) -> None:
            found.append(len(rows))
            super().__init__(rows, encode)

    monkeypatch.setattr(issues, "ComparedPositions", Counted)
    return found


def positions(told: Sequence[tuple[str, str, str]], holder: str = "NOR", article: str = "A1") -> list[Position]:
    out, start = [], 0
    for text, topic, stance in told:
        span = Span(start, start + len(text))
        out.append(Position(article, holder, holder, stance, span, span, text, topic))
        start += 5000
    return out


def by_topic(found: Sequence[Position], pins: Pins | None = None) -> dict[str, str]:
    labels = group_positions(found, pins or Pins())
    return {p.topic: labels[p.id] for p in found}


def test_positions_on_one_thing_are_one_issue() -> None:
    found = by_topic([*positions(TROOPS), *positions(TARIFFS, "SUD", "A2")])
    assert found[TROOPS[0][1]] == found[TROOPS[1][1]] != found[TARIFFS[0][1]] == found[TARIFFS[1][1]]


def test_one_topic_is_of_the_issue_that_its_sentence_is_of() -> None:
    troops = positions([*TROOPS, ("Norland said the plan to deploy ground troops stands.", "plan", "committed")])
    told = [*TARIFFS, ("Sudria said its plan to lower tariffs on cars stands.", "plan", "demands")]
    tariffs = positions(told, "SUD", "A2")
    labels = group_positions([*troops, *tariffs])
    assert labels[troops[2].id] == labels[troops[0].id] != labels[tariffs[0].id] == labels[tariffs[2].id]


def test_groups_of_different_names_are_not_compared_again(compared: list[int]) -> None:
    by_topic([*positions(TROOPS), *positions(TARIFFS, "SUD", "A2")])
    assert compared == [4]


def test_in_a_large_case_what_is_told_in_the_same_words_is_compared_once(
    compared: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issues, "PORTION", 10)
    found = [p for n in range(20) for p in (*positions(TROOPS, article=f"A{n}"), *positions(TARIFFS, "SUD", f"B{n}"))]
    labels = group_positions(found)
    assert compared == [4]
    assert len({labels[p.id] for p in found if p.holder == "NOR"}) == 1
    assert labels[found[0].id] != labels[found[2].id]


def test_words_that_share_a_bucket_weigh_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issue_likeness, "BUCKETS", 2)
    words = sorted(w for w in background_weights() if w.isalpha())[:300]
    one, other = issue_likeness._word_weights([" ".join(words), " ".join(reversed(words))])
    assert one.tolist() == other.tolist()


def test_those_who_only_took_part_are_one_issue() -> None:
    met = [("Norland met Sudria.", TAKING_PART, "engaged"), ("Norland attended the summit.", TAKING_PART, "engaged")]
    assert set(by_topic([*positions(TROOPS), *positions(met, "SUD", "A2")]).values()) >= {TAKING_PART}


def test_what_the_analyst_named_stays_and_draws_what_is_near() -> None:
    found = [*positions(TROOPS), *positions(TARIFFS, "SUD", "A2")]
    pins = Pins({found[0].id: "boots"}, {TARIFFS[0][1]: "trade"})
    assert set(by_topic(found[:2], pins).values()) == {"boots"}
    assert set(by_topic(found[2:], pins).values()) == {"trade"}
    gone = Pins(topics={"sending ground troops to the border": "boots"})
    assert "boots" in by_topic(positions(TROOPS), gone).values()


def test_a_position_put_elsewhere_stays_there() -> None:
    found = positions(TROOPS)
    labels = group_positions(found, Pins({found[0].id: "one", found[1].id: "other"}))
    assert labels == {found[0].id: "one", found[1].id: "other"}


def test_in_portions_what_comes_later_joins_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [*positions(TROOPS * 4), *positions(TARIFFS * 4, "SUD", "A2")]
    monkeypatch.setattr(issues, "PORTION", 3)
    labels = group_positions(found)
    assert not {labels[p.id] for p in found[:8]} & {labels[p.id] for p in found[8:]}
    assert len(set(labels.values())) < len(found) / 2


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.text(max_size=30), st.text(max_size=12), st.sampled_from(["opposes", "engaged"])), max_size=9)
)
def test_every_position_gets_a_label_and_order_does_not_matter(told: list[tuple[str, str, str]]) -> None:
    found = positions(told)
    labels = group_positions(found)
    assert labels.keys() == {p.id for p in found}
    assert group_positions(list(reversed(found))) == labels
