"""Words that call one thing, or one act, with another colour or force."""

from __future__ import annotations

import pytest

from workbench.analysis.facts.loaded_words import find_loaded_words
from workbench.analysis.facts.word_alignment import words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The insurgents left", [("label", "armed")]),
        ("the no-go zone", [("label", "zone")]),
        ("They were detained", [("strength", "custody")]),
        ("the secret list", [("modifier", "secret")]),
        ("They want to protest", []),
        ("the mutual support", [("label", "backing")]),
        ("They will wall it in", []),
        ("more pressure on the mill", []),
        ("They will pressure the mill", [("strength", "push")]),
        ("the caravan of the Taliban", [("label", "migrant"), ("label", "armed")]),
    ],
)
def test_a_loaded_word_has_a_family(text: str, found: list[tuple[str, str]]) -> None:
    assert [(w.kind, w.family) for w in find_loaded_words(words(text))] == found


def test_words_of_a_line_mean_the_same() -> None:
    values = {w.value for text in ("a truce", "the cease-fire") for w in find_loaded_words(words(text))}
    assert len(values) == 1
