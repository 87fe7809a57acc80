"""What the models say of a text, packed and unpacked, is the same; other bytes are none."""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from workbench.nlp import output_packing, parser, pipeline
from workbench.nlp.output_packing import DIGEST, pack, unpack

SAID = "Carla Nunes, Brazil's president, said on Monday that the dam “will hold”. “Go,” she told Reuters.\n\nIt wasn't."
ODD = (
    "",
    " ",
    "\n\n",
    "x",
    SAID,
    "\U0001f600 \U0001f1e7\U0001f1f7 said so.",
    "A\x00 man\x07 said\u2028: “no”.",
    "「Peace」 <q>now</q>  said   Li.\t",
    "\u200b\u00a0The end\r\n.",
    "said " * 6000,
    "«" * 300,
)
PIECES = [
    "said",
    "Ann Lee",
    " ",
    "\n",
    "“",
    "”",
    "\U0001f600",
    "\x00",
    "won't",
    "Nov. 3",
    ".",
    "\u00a0",
    "that",
]


def words(doc: Doc) -> list[tuple[Any, ...]]:
    """All that the analysis asks of a token."""
    return [
        (
            *(t.text, t.idx, t.whitespace_, t.lower_, t.lemma_, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i),
            *(t.left_edge.i, t.right_edge.i, t.n_lefts, t.is_sent_start, t.ent_type_, t.ent_iob_),
            *(t.is_title, t.is_alpha, t.is_punct, t.is_space, t.is_upper, t.is_lower, t.is_quote, t.like_num),
        )
        for t in doc
    ]


def assert_round_trip(text: str) -> None:
    output = pipeline.run_models(text)
    found = unpack(pack(output, text), text)
    assert found is not None
    assert found.doc.text == output.doc.text
    assert words(found.doc) == words(output.doc)
    assert found.attributions == output.attributions
    assert [(e.start, e.end, e.label_) for e in found.doc.ents] == [(e.start, e.end, e.label_) for e in output.doc.ents]
    assert pack(found, text) == pack(output, text)


@pytest.mark.parametrize("text", ODD)
def test_what_is_unpacked_is_what_was_packed(text: str) -> None:
    assert_round_trip(text)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8), max_size=40))
def test_so_it_is_for_any_text(pieces: list[str]) -> None:
    assert_round_trip("".join(pieces))


def test_of_a_text_beyond_the_limit_what_was_read_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "LIMIT", 60)
    assert_round_trip(SAID)
    assert_round_trip("ab" * 100)


def test_a_text_of_several_blocks_keeps_its_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "BLOCK_LENGTH", 40)
    assert_round_trip(SAID * 3)


def test_bytes_of_another_text_or_another_model_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = pack(pipeline.run_models(SAID), SAID)
    assert unpack(packed, SAID + " ") is None
    assert unpack(b"", SAID) is None
    monkeypatch.setattr(output_packing, "models_digest", lambda: b"another")
    assert unpack(packed, SAID) is None


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_bytes_are_none_or_hold_together(data: st.DataObject) -> None:
    packed = pack(pipeline.run_models(SAID), SAID)
    content = bytearray(zlib.decompress(packed[DIGEST:]))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    found = unpack(packed[:DIGEST] + zlib.compress(bytes(content)), SAID)
    assert found is None or (found.doc.text == SAID and [list(t.ancestors) for t in found.doc])
    assert unpack(packed[: len(packed) // 2], SAID) is None
    assert unpack(packed[:DIGEST] + b"x" * 50, SAID) is None


def test_a_parse_that_goes_in_circles_is_none() -> None:
    output = pipeline.run_models("Ann said so.")
    packed = pack(output, "Ann said so.")
    content = bytearray(zlib.decompress(packed[DIGEST:]))
    count = int.from_bytes(content[:4], "little")
    heads = 4 + 16 * count
    content[heads : heads + 2] = bytes([2, 1])  # the first word's head is the second, whose head is the first
    assert unpack(packed[:DIGEST] + zlib.compress(bytes(content)), "Ann said so.") is None


def test_what_unpacks_to_far_too_much_is_none() -> None:
    packed = pack(pipeline.run_models(SAID), SAID)
    bomb = zlib.compress(np.zeros(50_000_000, dtype=np.uint8).tobytes(), 9)
    assert unpack(packed[:DIGEST] + bomb, SAID) is None
