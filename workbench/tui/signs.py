"""The signs of the lists and what they say: whatever is said in colour is said in a sign too."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

Sign = tuple[str, str]
"""A sign and the word for it."""

STANCE_SIGNS: tuple[Sign, ...] = (
    ("✗", "ruled out"), ("-- -", "against"), ("?", "considering"), ("~", "open"), ("++ +++", "for"),
    ("3", "outlets"), ("/", "the other side too"), ("○", "weak"), ("⇄", "outlets disagree"),
    ("↗ ↘", "moved in time"), ("·", "unclear"), (".", "nothing said"), ("◆", "pinned"),
)  # fmt: skip
SHORT_STANCE_SIGNS: tuple[Sign, ...] = (
    ("✗", "no"), ("--", "against"), ("?", "weighs"), ("~", "open"), ("++", "for"), ("/", "both"), ("○", "weak"),
    ("⇄", "disputed"), ("↗↘", "moved"), ("3", "outlets"), (".", "nothing said"), ("·", "unclear"), ("◆", "pinned"),
)  # fmt: skip
SURE_SIGNS: tuple[Sign, ...] = (("●", "sure"), ("◐", "likely"), ("○", "weak"))
MARK_SIGNS: tuple[Sign, ...] = (("★", "starred"), ("✎", "note"), ("#", "tagged"), ("~", "corrected by you"))
PRESUMED: Sign = ("°", "looked up or presumed")
JUDGED_SIGNS: tuple[Sign, ...] = (("✓", "accepted"), ("✗", "rejected"))
JUDGED_AS = {"confirmed": "✓ accepted", "rejected": "✗ rejected", "suggested": "a suggestion again"}
"""A judgement -> what a toast says of it."""


def legend(signs: Sequence[Sign], width: int, shorter: Sequence[Sign] = ()) -> str:
    """What the signs say, as many of them as fit; all of them shortly rather than some of them in full."""
    for each in (signs, shorter or signs):
        line = _explained(each)
        if cell_len(line) <= width:
            return line
    kept = list(shorter or signs)
    while kept and cell_len(_explained(kept)) > width:
        kept.pop()
    return _explained(kept)


def _explained(signs: Sequence[Sign]) -> str:
    return "  ".join(f"{sign} {word}" for sign, word in signs)
