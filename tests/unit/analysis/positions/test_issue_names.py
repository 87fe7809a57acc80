"""Names of issues."""

from __future__ import annotations

from collections.abc import Sequence

from tests.unit.analysis.reading import read_positions
from workbench.analysis.positions.issue_names import Spoken, candidate_names, name_issues
from workbench.model import TAKING_PART, Position, Span
from workbench.nlp.sentence_encoder import encode


def group(*told: tuple[str, str]) -> list[Position]:
    span = Span(0, 10)
    return [Position("A1", "NOR", "Norland", "opposes", span, span, text, topic) for text, topic in told]


def names(*groups: Sequence[Position]) -> list[str]:
    return name_issues(groups, encode)


def test_a_name_is_what_most_say_in_whatever_form() -> None:
    (name,) = names(
        group(
            ("Norland opposes the sale of fighter jets.", "sale of fighter jets"),
            ("Norland would not sell its jets.", "selling fighter jets"),
            ("Norland rejected the sale of the jets after a rainy weekend.", "rainy weekend"),
        )
    )
    assert "jets" in name


def test_neither_a_country_nor_somebody_is_an_issue() -> None:
    (name,) = names(
        group(
            ("Norland criticised France over the fishing quota.", "France"),
            ("Norland criticised President Anna Holm over the fishing quota.", "President Anna Holm"),
            ("Norland criticised the fishing quota.", "fishing quota"),
        )
    )
    assert name == "fishing quota"


def test_a_country_that_few_name_is_not_in_the_name() -> None:
    told = [("Norland opposes the sale of jets.", "sale of jets")] * 3
    (name,) = names(group(*told, ("Norland opposes the sale of French jets.", "sale of French jets")))
    assert name == "sale of jets"


def test_no_two_issues_have_one_name() -> None:
    found = names(
        group(("Norland opposes the deal on jets.", "deal on jets"), ("The deal is bad.", "deal")),
        group(("Norland opposes the deal on grain.", "deal on grain"), ("The deal is bad.", "deal")),
    )
    assert len(set(found)) == 2


def test_a_headlines_capitals_are_left_out() -> None:
    (name,) = names(
        group(
            ("Norland Opposes Fishing Quota Plan", "Fishing Quota"), ("Norland said the fishing quota is bad.", "quota")
        )
    )
    assert name in ("fishing quota", "quota")


def test_long_topics_give_short_names() -> None:
    rows = group(("x", "very long and winding new road with a bridge over the river to the harbour of the town"))
    assert all(len(name.split()) <= 6 for name in candidate_names(Spoken.of(rows), Spoken.of(rows)))


def test_those_who_only_met_have_the_name_of_that_each_time() -> None:
    met = group(("Norland met Sudria in Lima.", TAKING_PART))
    assert names(met, group(("Norland took part in the talks.", TAKING_PART))) == [TAKING_PART, TAKING_PART]


def test_a_name_may_be_what_another_says_of_the_same() -> None:
    found = names(
        group(*[("Norland wants the purchase of the island.", "purchase of the island")] * 3),
        group(("Norland will not give up the island by a purchase.", "moment")),
    )
    assert found[0] == "purchase of the island"


def test_groups_that_are_alike_and_have_one_best_name_are_one_issue() -> None:
    groups = group(*[("Norland opposes the toll.", "toll")] * 3), group(("Norland fears the toll.", "toll"))
    assert name_issues(groups, encode, alike=lambda one, other: 1.0) == ["toll", "toll"]


def test_an_apostrophe_of_another_form_makes_no_other_name() -> None:
    rows = read_positions("Oman condemned Norway's raid.") + read_positions("Oman condemned Norway’s raid.")
    assert len({p.topic for p in rows}) == 1


def test_who_only_met_gives_no_name_to_what_others_say() -> None:
    met = ("Norland held talks and meetings in Lima.", TAKING_PART)
    (name,) = names(group(met, met, met, ("Norland opposes the toll.", "toll")))
    assert name == "toll"


def test_names_that_say_more_or_less_of_one_noun_are_near() -> None:
    groups = group(*[("Norland opposes the harbour toll.", "harbour toll")] * 3), group(("Norland fears it.", "toll"))
    assert name_issues(groups, encode, alike=lambda one, other: 1.0) == ["harbour toll", "harbour toll"]
    assert len(set(name_issues(groups[::-1], encode, alike=lambda one, other: 1.0))) == 1
