"""Which language a text is in, where there is enough of it to tell.

py3langid is loaded at the first question: its model takes most of a second.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_SAMPLE = 4000
_LETTERS = 40
_SURE = 0.8
_CODE = re.compile(r"^([A-Za-z]{2})(?:[-_][A-Za-z0-9]+)*$")


def detect_language(text: str) -> str:
    """ISO 639-1, or nothing when the text is too short or could be several."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _LETTERS:
        return ""
    code, confidence = _identifier().classify(sample)
    return language_code(code) if confidence >= _SURE else ""


def language_code(value: str) -> str:
    """The ISO 639-1 part of a language tag ("en-GB": "en"), or nothing."""
    found = _CODE.match(value.strip())
    return found[1].lower() if found else ""


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
