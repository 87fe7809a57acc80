from __future__ import annotations

import pytest

from workbench.analysis.text.typography import normalize_typography


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“The dam”", '"The dam"'),
        ("no-fly", "no – fly"),
        ("of\u00adfice", "office"),
        ("ﬁre", "fire"),
        ("cafe\u0301", "café"),
        ("wait…", "wait..."),
        ("two  words\n", "two words"),
    ],
)
def test_texts_that_differ_in_typography_alone_are_equal(one: str, other: str) -> None:
    assert normalize_typography(one) == normalize_typography(other)


def test_words_still_differ() -> None:
    assert normalize_typography("the dam") != normalize_typography("the dams")
