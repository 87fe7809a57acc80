"""Whose something is, and issues that mix a holder's own with others'."""

from __future__ import annotations

import pytest

from workbench.analysis.positions.issues import group_topics
from workbench.analysis.positions.topic_possessors import possessors, topics_of_others


@pytest.mark.parametrize(
    ("topic", "whose"),
    [
        ("Peruvian wheat exports", {"PER"}),
        ("Kenya’s patrol boats", {"KEN"}),
        ("NATO planes over the lake", {"NATO"}),
        ("Ghana-led patrols", set()),
        ("boats for Kenya", set()),
        ("the Peruvians", set()),
        ("patrol boats", set()),
    ],
)
def test_whose_a_topic_is_about(topic: str, whose: set[str]) -> None:
    assert possessors(topic) == whose


def test_others_are_parted_from_a_holders_own_and_only_where_it_speaks_of_both() -> None:
    topics = ["Kenyan patrol boats", "Peruvian patrol boats", "patrol boats"]
    both = {"Kenyan patrol boats": ["KEN"], "Peruvian patrol boats": ["KEN"], "patrol boats": ["KEN"]}
    assert topics_of_others([topics], both) == {"Peruvian patrol boats": frozenset({"PER"})}
    each_its_own = {"Kenyan patrol boats": ["KEN"], "Peruvian patrol boats": ["PER"]}
    assert topics_of_others([topics], each_its_own) == {}
    with_bloc = {"NATO boats": ["NOR"], "Norwegian boats": ["NOR"], "Peruvian boats": ["NOR"]}
    assert topics_of_others([list(with_bloc)], with_bloc) == {"Peruvian boats": frozenset({"PER"})}
    assert topics_of_others([topics], {"Peruvian patrol boats": ["KEN"], "patrol boats": ["KEN"]}) == {}


def test_issues_follow() -> None:
    topics = ["Kenyan patrol boats on the lake", "Peruvian patrol boats on the lake", "patrol boats on the lake"]
    together = group_topics(topics)
    assert len(set(together.values())) == 1
    apart = group_topics(topics, holders={topic: ["KEN"] for topic in topics})
    assert apart[topics[0]] == apart[topics[2]] != apart[topics[1]]
    assert (
        group_topics(topics, pins={topics[1]: "boats"}, holders={topic: ["KEN"] for topic in topics})[topics[1]]
        == "boats"
    )
