"""The same article as another outlet, or a careless copy, would print it: every change keeps each character's place."""

from __future__ import annotations

import random
import re

_OPEN, _CLOSE = "“", "”"
_STRAIGHT = re.compile(r'"([^"\n]*)"')
AUGMENTED_SHARE = 0.35
"""How often an article is shown so."""


def augment(text: str, name: str) -> str:
    """`text` with other quotation marks, none at all, or without capitals, as its name has it; as long as before."""
    rng = random.Random(name)
    return rng.choice((_straight, _curly, _single, _single, _angled, _bare, _lower))(text)


def _marks(text: str, opening: str, closing: str) -> str:
    text = _STRAIGHT.sub(rf"{_OPEN}\1{_CLOSE}", text)
    return text.replace(_OPEN, opening).replace(_CLOSE, closing)


def _straight(text: str) -> str:
    return _marks(text, '"', '"').replace("’", "'").replace("‘", "'")


def _curly(text: str) -> str:
    return _marks(text, _OPEN, _CLOSE)


def _single(text: str) -> str:
    return _marks(text, "‘", "’")


def _angled(text: str) -> str:
    return _marks(text, "«", "»")


def _bare(text: str) -> str:
    return _marks(text, " ", " ")


def _lower(text: str) -> str:
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
