"""Keys of the analyst's: a bad one is left out and told, the others apply."""

from __future__ import annotations

import pytest

from workbench.config import Settings, parse_settings
from workbench.tui.bindings import KEYS


def parsed(text: str) -> tuple[Settings, tuple[str, ...]]:
    return parse_settings(text, KEYS)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ('"desk.tga" = "x"', "no action called “desk.tga” (did you mean “desk.tag”?)"),
        ('"row.star" = "x"', "(did you mean “desk.star”?)"),
        ('"desk.tag" = "n"', "“n” is desk.note already"),
        ('"desk.tag" = "f5"', "“f5” is desk.star already"),
        ('"desk.tag" = "cntrl+t"', "no key called “cntrl+t” (did you mean “ctrl+t”?); desk.tag stays on t"),
        ('"desk.tag" = "g, entr"', "no key called “entr” (did you mean “enter”?)"),
        ('"desk.tag" = ""', "is empty"),
        ('"desk.tag" = ["t"]', "must be a string"),
        ("desk.tag = 1", "the keys of “desk.tag” must be a string"),
    ],
)
def test_a_bad_key_leaves_the_others(wrong: str, reason: str) -> None:
    settings, (problem,) = parsed(f'[keys]\n"desk.star" = "f5"\n{wrong}\n"desk.copy" = "f9"\n')
    assert problem.startswith("line 3: ")
    assert reason in problem
    assert settings.keys == {"desk.star": "f5", "desk.copy": "f9"}


def test_two_actions_can_change_places_and_one_can_go_without_a_key() -> None:
    settings, problems = parsed(
        '[keys]\n"desk.tag" = "n"\n"desk.note" = "t"\n"desk.star" = "none"\n"desk.copy" = "none"'
    )
    assert problems == ()
    assert settings.keys == {"desk.tag": "n", "desk.note": "t", "desk.star": "none", "desk.copy": "none"}
