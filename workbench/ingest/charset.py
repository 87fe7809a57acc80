"""Bytes to text: which character set, and whether they are text at all.

UTF-8 wins whenever it can be meant, even with a few broken bytes in it: a file cut in the middle of a character is
still UTF-8. Everything else is a guess, made by charset-normalizer, with a preference for Western text where hardly
anything is not ASCII. The bytes are kept with the article, so a wrong guess loses nothing.
"""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_FORMATS = (
    (b"%PDF-", "a PDF file"), (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"), (b"\x1f\x8b", "a gzip file"), (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"), (b"7z\xbc\xaf", "a 7z archive"), (b"Rar!\x1a", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"), (b"{\\rtf", "an RTF document"),
    (b"OggS", "a sound file"), (b"ID3", "a sound file"), (b"wOFF", "a font"), (b"wOF2", "a font"),
)  # fmt: skip
_SAMPLE = 65_536
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SIGN_IN_WORD = re.compile(r"[^\W\d_][¡-¿×÷][^\W\d_]")


def binary_format(data: bytes) -> str:
    """What the bytes are if they are not text ("a PNG image"), else nothing."""
    for mark, name in _FORMATS:
        if data.startswith(mark):
            return name
    head = data[:_SAMPLE]
    if not head or _mark(head) or _wide(head):
        return ""
    control = len(_CONTROL.findall(head)) / len(head)
    return "binary data" if control > (0.3 if _as_utf8(head) else 0.04) else ""


def detect_charset(data: bytes) -> str:
    """The character set to read text with."""
    if encoding := _mark(data):
        return encoding
    if encoding := _wide(data):
        return encoding
    return "utf-8" if _as_utf8(data) else _guess(data)


def decode(data: bytes, encoding: str = "") -> str:
    """The text in the bytes; what the character set does not have becomes U+FFFD."""
    try:
        return data.decode(encoding or detect_charset(data), "replace")
    except (LookupError, UnicodeError):
        return data.decode("utf-8", "replace")


def _mark(data: bytes) -> str:
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def _as_utf8(data: bytes) -> bool:
    """Valid, or valid but for a few characters among many."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", "replace")
        broken = text.count("\ufffd")
        sound = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
        return sound > broken or error.start >= len(data) - 3
    return True


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows in Latin text: every second byte is zero."""
    head = data[: 2 * (_SAMPLE // 2)]
    half = len(head) // 2
    if half < 4:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else ""


def _guess(data: bytes) -> str:
    if _is_western(data):
        return "cp1252"
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE], cp_exclusion=["utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_7"])
    encodings = [match.encoding for match in matches]
    likely = (name for name in encodings if not _SIGN_IN_WORD.search(decode(data[:_SAMPLE], name)))
    return next(likely, encodings[0] if encodings else "cp1252")


def _is_western(data: bytes) -> bool:
    """Almost only ASCII, and the rest are signs and letters where cp1252 would have them."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    letters = sum(1 for char in text if ord(char) > 0x7F and char.isalpha())
    return letters <= 0.02 * len(text) and not _SIGN_IN_WORD.search(text)
