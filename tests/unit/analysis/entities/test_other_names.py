from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_persons
from workbench.analysis.entities.other_names import is_other_word, person_part
from workbench.nlp.parser import parse


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Ruiz Tower", ""),
        ("Ruiz Administration", "Ruiz"),
        ("Rear Adm. Ana Ruiz", "Ana Ruiz"),
        ("Rear Adm.", ""),
        ("Wells Fargo", ""),
        ("Ana Day", "Ana Day"),
        ("@anaruiz Ana", ""),
    ],
)
def test_what_ends_like_a_thing_is_no_person(words: str, part: str) -> None:
    found = person_part(list(parse(words)))
    assert " ".join(t.text for t in found) == part


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("He praised Huawei.", "Huawei", True),
        ("He praised VX.", "VX", True),
        ("He praised Lindqvist.", "Lindqvist", False),
        ("Abandon the plan.", "Abandon", True),
        ("He praised Anna.", "Anna", False),
    ],
)
def test_single_words_that_are_no_person(text: str, word: str, expected: bool) -> None:
    (token,) = (t for t in parse(text) if t.text == word)
    assert is_other_word(token, frozenset()) is expected


@pytest.mark.parametrize("name", ["Hezbollah", "Brexit", "Twitter", "Charlie Hebdo", "Al-Shabaab"])
def test_groups_terms_and_outlets_are_nobody(name: str) -> None:
    assert not read_persons(f"{name} was in the news again. The minister said {name} was to blame. He blamed {name}.")


def test_a_word_that_is_somebodys_family_name_stays_one() -> None:
    found = read_persons("Nora Fox, an analyst at the institute, said no. Fox said it again on Monday.")
    assert len(found["Nora Fox"].mentions) == 2
