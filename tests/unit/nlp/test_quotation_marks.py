from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model import Span
from workbench.nlp import quotation_marks

WORDS = "We will mend it"


def quoted(text: str) -> list[str]:
    return [s.of(text) for s in quotation_marks.quoted_spans(text)]


PAIRS = (
    """“ ” “ " " " „ “ „ ” „ " « » » « » » ” ” `` '' '' '' ‘‘ ’’ ’’ ’’ ,, '' 「 」 『 』 〝 〞 ＂ ＂ <q> </q>""".split()
)


@pytest.mark.parametrize(("opening", "closing"), list(zip(PAIRS[::2], PAIRS[1::2], strict=True)))
def test_double_marks_of_any_style(opening: str, closing: str) -> None:
    text = f"She stood up. {opening}{WORDS}{closing}, she said. {opening}{WORDS}{closing}"
    assert quoted(text) == [WORDS, WORDS]


@pytest.mark.parametrize(("opening", "closing"), ["‘’", "''", "‚‘", "‹›", "›‹", "`'"])
def test_single_marks_where_no_double_ones_are(opening: str, closing: str) -> None:
    assert quoted(f"{opening}{WORDS}{closing}, she said.") == [WORDS]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the plan 'a joke' and the farmers' share 'too small'", ["a joke", "too small"]),
        ("'The farmers' share is small,' she said. 'No.'", ["The farmers' share is small,", "No."]),
        ("in the '90s the farmers' share fell", []),
        ("‘He told me “no” twice,’ she said", ["He told me “no” twice,"]),
        ("“What he calls “luck” is work,” she said", ["What he calls “luck” is work,"]),
        ("a 6\" pipe and a 7\" one", []),
        ("“It rains.“ she said. “Yes.”", ["It rains.", "Yes."]),
        ("“It rains. “It pours,” she said", ["It rains. “It pours,"]),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_mark(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rains.\n\n“It pours,” she said", ["It rains.", "It pours,"]),
        ("“It rains.\n\nIt pours,” she said", ["It rains.", "It pours,"]),
        ('"It rains.\n\nIt pours.\n\nIt snows," she said. "Yes."', ["It rains.", "It pours.", "It snows,", "Yes."]),
        ("«It rains.\n\n»It pours», she said", ["It rains.", "It pours"]),
        ("“It rains.\n\nShe left.\n\n“It pours,” he said", ["It rains.", "It pours,"]),
    ],
)
def test_a_quotation_over_paragraphs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_the_marks_around_a_quotation() -> None:
    text = "``It rains,'' she said"
    (inner,) = quotation_marks.quoted_spans(text)
    assert quotation_marks.with_marks(text, inner).of(text) == "``It rains,''"


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*"“”„«»‘’'\"`,<>「」 \n", "It rains. ", "<q>", "</q>", "''", "s"])).map("".join))
def test_any_text_gives_stretches_in_order_within_one_paragraph(text: str) -> None:
    found = quotation_marks.quoted_spans(text)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(0 <= s.start < s.end <= len(text) and "\n" not in s.of(text) for s in found)


def test_marks_of_any_style_are_paired() -> None:
    text = '“One” and «two» and "three"\n‘four words in here’ said he, who didn’t'
    assert [s.of(text) for s in quotation_marks.quoted_spans(text)] == ["One", "two", "three", "four words in here"]


def test_kinds_by_the_share_within_marks() -> None:
    text = "He said “yes” to it all, and “no” to none."
    marked = quotation_marks.quoted_spans(text)
    assert quotation_marks.quote_kind(text, (Span(9, 12),), marked) == "direct"
    assert quotation_marks.quote_kind(text, (Span(0, len(text)),), marked) == "mixed"
    assert quotation_marks.quote_kind(text, (Span(14, 23),), marked) == "indirect"
