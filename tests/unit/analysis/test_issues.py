from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.issues import group


def test_topics_of_one_thing_are_one_issue() -> None:
    found = group(
        ["deploying ground troops", "the deployment of ground troops", "lower tariffs on cars", "tariffs on cars"]
    )
    assert found["deploying ground troops"] == found["the deployment of ground troops"]
    assert found["lower tariffs on cars"] == found["tariffs on cars"]
    assert len(set(found.values())) == 2


def test_a_word_that_all_topics_share_groups_nothing() -> None:
    topics = [f"{what} for Ruritania" for what in ("weapons", "loans", "visas", "grain", "a summit", "prisoners")]
    assert len(set(group(topics).values())) > 3


@given(st.lists(st.text(max_size=30), max_size=25))
def test_every_topic_gets_a_label_and_order_does_not_matter(topics: list[str]) -> None:
    found = group(topics)
    assert set(found) == set(topics)
    assert group(list(reversed(topics))) == found
