"""Texts without their typography, so that they can be compared: the shape of quotation marks, dashes and blanks,
ligatures, marks of hyphenation, and letters that are composed or not.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = str.maketrans(dict.fromkeys("“”„‟«»‹›‘’‚‛`´′″＂＇", "'") | {'"': "'", "…": "..."})
_HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DASHES = re.compile(r"\s*[-‐‑‒–—―−]+\s*")
_LIGATURES = re.compile("[\ufb00-\ufb06]")


def normalize_typography(text: str) -> str:
    """The text without its typography; for comparing, not for showing."""
    out = unicodedata.normalize("NFC", _HIDDEN.sub("", text))
    out = _LIGATURES.sub(lambda m: unicodedata.normalize("NFKC", m.group()), out).translate(_MARKS)
    return " ".join(_DASHES.sub("-", out.replace("''", "'")).split())
