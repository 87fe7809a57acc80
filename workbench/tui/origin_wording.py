"""Where something about somebody is known from, in signs and words."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model import KnownFrom
from workbench.tui.sanitizing import one_line

_PRESUMED = ("known", "presumed")
_ORIGINS = {
    "case": "from another article, or you", "known": "known", "presumed": "presumed from the story",
}  # fmt: skip


def presumed_sign(origin: str) -> str:
    """`°` on what is looked up or presumed."""
    return "°" if origin in _PRESUMED else ""


def known_from(origin: KnownFrom) -> str:
    """Where name, role and country are known from, where it is not the article: `country known: President of ...`."""
    said: dict[str, list[str]] = {}
    for what, where in (("name", origin.name), ("role", origin.role), ("country", origin.country)):
        if words := _ORIGINS.get(where):
            words += f": {one_line(origin.proof)}" if where == "known" and origin.proof else ""
            said.setdefault(words, []).append(what)
    return "; ".join(f"{enumerated(whats)} {words}" for words, whats in said.items())


def enumerated(words: Sequence[str]) -> str:
    """`name, role and country`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
