"""Bytes to text, in whatever character set."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ingest.texts import BODY, SECOND
from workbench.ingest.charset import decode, detect_charset


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_western_text_is_read_in_any_common_encoding(encoding: str) -> None:
    data = BODY.encode(encoding)
    assert decode(data, detect_charset(data)) == BODY


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Совет города проголосовал в понедельник за то, чтобы сохранить старый маяк, сообщила мэр.", "cp1251"),
        ("Rada miasta zagłosowała w poniedziałek za zachowaniem starej latarni, powiedziała burmistrz.", "cp1250"),
        (
            "市議会は月曜日、古い灯台を残すことを決めた。市長が会議で述べた。費用は取り壊すよりも少なく、二つの家族がすでに寄付をしたという。",
            "shift_jis",
        ),
    ],
)
def test_other_encodings_are_guessed(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert decode(data, detect_charset(data)) == text


@pytest.mark.parametrize("cut", [1, 2])
def test_utf8_cut_within_a_character_is_still_utf8(cut: int) -> None:
    data = b"Ende" + "…".encode()[:-cut]
    assert detect_charset(data) == "utf-8"
    assert decode(data).startswith("Ende")


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    data = SECOND.encode().replace(b"mayor", b"may\xffor")
    assert decode(data, detect_charset(data)) == SECOND.replace("mayor", "may\ufffdor")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_decode(data: bytes) -> None:
    assert isinstance(decode(data, detect_charset(data)), str)
