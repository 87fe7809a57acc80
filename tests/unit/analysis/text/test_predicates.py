from __future__ import annotations

import pytest

from workbench.analysis.text import predicates
from workbench.nlp.parser import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile will not send ships.", True),
        ("No ship was sent.", True),
        ("Chile never sent ships.", True),
        ("Chile sent ships.", False),
    ],
)
def test_a_predicate_is_negated_by_its_own_words_or_its_subject(text: str, expected: bool) -> None:
    (root,) = (t for t in parse(text) if t.dep_ == "ROOT")
    assert predicates.is_negated(root) is expected


@pytest.mark.parametrize(
    ("text", "verb", "about"),
    [
        ("Chile rejected the plan.", "rejected", ["plan"]),
        ("Chile asked Peru for help.", "asked", ["help"]),
        ("Chile accused Peru of spying.", "accused", ["spying"]),
        ("Chile voted after the storm.", "voted", []),
    ],
)
def test_complements_are_what_a_predicate_is_about(text: str, verb: str, about: list[str]) -> None:
    (token,) = (t for t in parse(text) if t.text == verb)
    assert [t.text for t in predicates.complements(token)][: len(about) or 1] == about


def test_a_clause_that_opens_the_text_is_not_what_the_verb_is_about() -> None:
    (token,) = (t for t in parse("Facing a strike, the firm agreed.") if t.text == "agreed")
    assert predicates.complements(token) == ()


def test_the_passive_is_told_from_the_active() -> None:
    (passive,) = (t for t in parse("The ships were sent by Chile.") if t.text == "sent")
    (active,) = (t for t in parse("Chile sent the ships.") if t.text == "sent")
    assert predicates.is_passive(passive)
    assert not predicates.is_passive(active)


def test_a_verb_that_is_joined_shares_the_modal() -> None:
    (joined,) = (t for t in parse("Peru should wait and refuse the loan.") if t.text == "refuse")
    assert predicates.modals(joined) == ("should",)
