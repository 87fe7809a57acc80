from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_persons


def mentions(text: str) -> dict[str, list[str]]:
    return {name: [m.of(text) for m in p.mentions] for name, p in read_persons(text).items()}


def test_a_family_name_before_the_wife_is_named_is_not_hers() -> None:
    text = "President Lindqvist flew home on Monday. Lindqvist was met by his wife, Eva Lindqvist, at the airport."
    assert mentions(text) == {"Lindqvist": ["Lindqvist", "Lindqvist"], "Eva Lindqvist": ["Eva Lindqvist"]}


def test_a_family_name_is_whom_the_sentence_before_introduced() -> None:
    text = (
        "North Korean leader Ri Yong-su met Ri Chol-min in the capital on Friday. The talks failed. "
        "Ri Dae-jung, a professor at the university in Seoul, was not surprised. Ri said it would go on."
    )
    assert mentions(text)["Ri Dae-jung"] == ["Ri Dae-jung", "Ri"]


def test_a_family_name_is_the_rulers_among_several() -> None:
    text = (
        "North Korean leader Kim Yong-su freed two teachers. Kim Chol-min taught music. Kim Chol-min is 60. "
        "Nobody knew why they were let go. The White House was pleased. On Friday, Kim said it was a gift."
    )
    assert mentions(text)["Kim Yong-su"] == ["Kim Yong-su", "Kim"]


def test_a_misspelt_family_name_is_its_bearers() -> None:
    text = "Tyra McClanney voted early. Her sister waited outside. McLanney said she was glad."
    assert mentions(text) == {"Tyra McClanney": ["Tyra McClanney", "McLanney"]}


def test_a_whole_family_is_nobody() -> None:
    text = "Ana Lindqvist arrived on Monday. The Lindqvists were met by the mayor."
    assert mentions(text) == {"Ana Lindqvist": ["Ana Lindqvist"]}


@pytest.mark.parametrize(
    "text",
    [
        "Lokke Holm resigned. Lars Lokke Holm had led Denmark since May.",
        "Frederica Rossi spoke first. Federica Rossi said no. Rossi left. Federica Rossi was tired.",
        "Prime Minister Mori Kenji spoke. Kenji Mori said no.",
    ],
)
def test_longer_forms_other_spellings_and_orders_are_one_person(text: str) -> None:
    assert len(read_persons(text)) == 1
