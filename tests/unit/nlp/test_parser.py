from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.nlp import parser


@given(st.text(alphabet="ab .\n", max_size=400), st.integers(1, 50))
def test_blocks_add_up_to_the_text(text: str, size: int) -> None:
    parser_block, parser.BLOCK_LENGTH = parser.BLOCK_LENGTH, size
    try:
        found = list(parser.split_blocks(text))
    finally:
        parser.BLOCK_LENGTH = parser_block
    assert "".join(found) == text
    assert all(len(b) <= size for b in found)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
@example("a\x85b\u2028c\n\n\nd")
@example("")
def test_offsets_are_those_of_the_text(text: str) -> None:
    doc = parser.parse(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


def test_a_line_end_ends_the_sentence_and_nothing_else_without_a_mark_does() -> None:
    doc = parser.parse("Talks resume in Cairo\nEgyptian President Hosni Amin met negotiators on Monday. They left.")
    assert [s.text.strip() for s in doc.sents] == [
        "Talks resume in Cairo",
        "Egyptian President Hosni Amin met negotiators on Monday.",
        "They left.",
    ]


def test_a_long_text_is_one_doc() -> None:
    text = "The council met again on Tuesday to discuss the budget.\n" * 900
    doc = parser.parse(text)
    assert doc.text == text
    assert len(list(doc.sents)) >= 900


def test_a_parse_keeps_nothing_of_what_the_model_made_it_of() -> None:
    assert parser.parse("The dam held.\nNobody was hurt.").tensor.size == 0
