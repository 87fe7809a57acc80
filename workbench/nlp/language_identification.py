"""Which language a text is in, where there is enough of it to tell, and what a language is called.

Two questions with two answers: what a text is most likely in (to fill a field), and whether it is beyond doubt not in
English (to leave it alone). The second looks at the whole text in pieces, since a text in two languages is neither.
py3langid is loaded at the first question: its model takes most of a second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

_SAMPLE = 4000
_LETTERS = 40
_SURE = 0.8
_CODE = re.compile(r"^([A-Za-z]{2})(?:[-_][A-Za-z0-9]+)*$")

PIECE = 1000
_PIECES = 24
_ENOUGH = 80
"""Letters below which a piece is too short to be called foreign."""
_DOUBT = 0.01
"""The most that English, and what is hard to tell from it, may have of the probability of a foreign piece."""
_LIKE_ENGLISH = frozenset({"en", "pcm", "zxx"})
"""English, Nigerian Pidgin, and what is no language at all (addresses, numbers, code)."""


def detect_language(text: str) -> str:
    """ISO 639-1, or nothing when the text is too short or could be several."""
    sample = text[:_SAMPLE]
    if _letters(sample) < _LETTERS:
        return ""
    code, confidence = _identifier().classify(sample)
    return language_code(code) if confidence >= _SURE else ""


def foreign_language(text: str) -> str:
    """The language of a text that is clearly not English; nothing if it is short, mixed, doubtful or English."""
    shares: Counter[str] = Counter()
    for piece in _pieces(text):
        found = dict(_identifier().rank(piece))
        if _letters(piece) < _ENOUGH or sum(found.get(code, 0.0) for code in _LIKE_ENGLISH) > _DOUBT:
            return ""
        shares.update({code: float(share) for code, share in found.items() if code not in _LIKE_ENGLISH})
    common = {code: share for code, share in shares.items() if language_code(code) and share > shares.total() / 10}
    return max(common or shares, key=shares.__getitem__, default="")


def language_code(value: str) -> str:
    """The ISO 639-1 part of a language tag ("en-GB": "en"), or nothing."""
    found = _CODE.match(value.strip())
    return found[1].lower() if found else ""


def language_name(code: str) -> str:
    """The English name of a language ("fr": "French"); the code itself where it has none."""
    return _names().get(code) or code


def describe_languages(counts: Mapping[str, int]) -> str:
    """How many articles are in which language: "in French", "2 in French, 1 in Dutch"."""
    ordered = sorted(counts, key=lambda code: (-counts[code], code))
    number = "{} " if len(ordered) > 1 else ""
    return ", ".join(f"{number.format(counts[code])}in {language_name(code)}" for code in ordered)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _pieces(text: str) -> list[str]:
    """The text in pieces of about the same length; of a long text as many as are worth looking at, from all over it."""
    number = max(1, len(text) // PIECE)
    wanted = range(number) if number <= _PIECES else (i * (number - 1) // (_PIECES - 1) for i in range(_PIECES))
    return [text[i * len(text) // number : (i + 1) * len(text) // number] for i in wanted]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _names() -> Mapping[str, str]:
    from babel import Locale

    names: Mapping[str, str] = Locale("en").languages
    return names
