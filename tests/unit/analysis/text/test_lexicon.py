from __future__ import annotations

import pytest

from workbench.analysis.text import lexicon
from workbench.nlp.parser import parse


def test_a_list_is_read_without_comments_and_empty_lines() -> None:
    assert all(line.strip() and not line.startswith("#") for line in lexicon.read_lines("roles.tsv"))


def test_the_lines_of_one_group_are_joined() -> None:
    groups = lexicon.read_word_groups("offices.tsv")
    assert all(" " not in word for words in groups.values() for word in words)
    assert len(groups) < len(lexicon.read_lines("offices.tsv"))


def test_a_role_has_its_level() -> None:
    roles = lexicon.roles()
    assert (roles["minister"], roles["general"], roles["farmer"]) == ("government", "military", "non_government")


def test_an_agency_is_known_by_all_its_names() -> None:
    assert lexicon.agencies()["AFP"] == lexicon.agencies()["Agence France-Presse"]


@pytest.mark.parametrize(("word", "expected"), [("ministers", True), ("bridge", False)])
def test_a_noun_for_what_somebody_is_is_a_role(word: str, expected: bool) -> None:
    assert lexicon.is_role(parse(f"Two {word} fell.")[1]) is expected
