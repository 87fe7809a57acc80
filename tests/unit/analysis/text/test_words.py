from __future__ import annotations

import pytest

from workbench.analysis.text.words import FUNCTION_WORDS, TOKEN, concept, stem


@pytest.mark.parametrize(
    "forms",
    [
        ("deploy", "deploys", "deployed", "deployment"),
        ("centre", "center", "centers"),
        ("organise", "organize", "organised"),
        ("policy", "policies"),
        ("minister’s", "minister"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_words_that_are_short_or_no_words_stay() -> None:
    assert [stem(word) for word in ("Oil", "12", "a.m.")] == ["oil", "12", "a.m."]


def test_synonyms_are_one_concept() -> None:
    assert concept("assault") == concept("attack")
    assert concept("assault") != concept("bridge")


def test_tokens_are_words_numbers_short_forms_and_marks() -> None:
    assert TOKEN.findall("The U.S. can’t pay $1,200.") == ["The", "U.S.", "can’t", "pay", "$", "1,200", "."]
    assert "the" in FUNCTION_WORDS
