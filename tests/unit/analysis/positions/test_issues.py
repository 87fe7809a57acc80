from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.positions.issues import group_topics


def test_topics_of_one_thing_are_one_issue() -> None:
    found = group_topics(
        ["deploying ground troops", "the deployment of ground troops", "lower tariffs on cars", "tariffs on cars"]
    )
    assert found["deploying ground troops"] == found["the deployment of ground troops"]
    assert found["lower tariffs on cars"] == found["tariffs on cars"]
    assert len(set(found.values())) == 2


def test_a_word_that_all_topics_share_groups_nothing() -> None:
    topics = [f"{what} for Ruritania" for what in ("weapons", "loans", "visas", "grain", "a summit", "prisoners")]
    assert len(set(group_topics(topics).values())) > 3


@given(st.lists(st.text(max_size=30), max_size=25))
def test_every_topic_gets_a_label_and_order_does_not_matter(topics: list[str]) -> None:
    found = group_topics(topics)
    assert set(found) == set(topics)
    assert group_topics(list(reversed(topics))) == found


def test_what_the_analyst_named_stays_and_draws_what_is_near() -> None:
    pins = {"tariffs on cars": "trade", "deploying ground troops": "boots"}
    found = group_topics(["lower tariffs on imported cars", "deployment of ground troops", "grain for cattle"], pins)
    assert found == {
        "lower tariffs on imported cars": "trade",
        "deployment of ground troops": "boots",
        "grain for cattle": "grain for cattle",
    }
    apart = group_topics(
        ["deploying ground troops", "deploying ground soldiers"], {"deploying ground troops": "theirs"}
    )
    assert apart["deploying ground troops"] == "theirs"


def test_two_words_for_one_thing_are_one_issue() -> None:
    found = group_topics(["sending soldiers to the border", "deployment of troops at the frontier", "price of wheat"])
    assert found["sending soldiers to the border"] == found["deployment of troops at the frontier"]


def test_an_issue_is_not_named_after_one_owner_where_others_have_their_own() -> None:
    topics = {"deploying US ground troops": 3, "sending US ground troops": 2, "sending ground troops": 1}
    holders = {
        "deploying US ground troops": {"USA"},
        "sending US ground troops": {"USA"},
        "sending ground troops": {"FRA"},
    }
    assert {*group_topics(topics, holders=holders).values()} == {"sending ground troops"}
    assert all(
        "US" in label for label in group_topics(["deploying US ground troops", "sending US ground troops"]).values()
    )
