"""What the cells of several panes have in common."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from rich.cells import cell_len

from workbench.model import Quote
from workbench.tui import wording
from workbench.tui.sanitizing import matched, one_line, spaced
from workbench.tui.widgets.columns import Cell, Column, Forms, fit
from workbench.tui.wording import Piece
from workbench.views import Head, Row, quote_text

OUTLET = Column("OUTLET", 24, least=10, keep=2, order="outlet", fits=True)
DATE = Column("DATE", 11, keep=1, right=True, order="date", falls=True, fits=True)
LEAD = 14
"""So many characters at most stand before the first match."""


def outlet(head: Head | None, name: str = "") -> Cell:
    """The outlet, or the name of the file; where there is little room, without its article."""
    full = name or wording.outlet(head)
    return Forms([(full, "quiet")], [(bare_outlet(full), "quiet")])


def bare_outlet(name: str) -> str:
    """The name of an outlet without its article."""
    return re.sub(r"^the (?=\w)", "", name, flags=re.IGNORECASE)


def day(head: Head | None, iso: str = "") -> Cell:
    """The day that the article has, or `iso`."""
    return [(wording.day(head.published_on if head else iso), "quiet")]


def said(row: Row[Any], text: str) -> Cell:
    """A row's words with what matched marked, where it was the words that matched."""
    return snippet(row) if found_in(row, text) else [(one_line(text), "")]


def told_cell(row: Row[Quote]) -> Cell:
    """A quote as it is told, cue and all, with what matched marked and in sight; what is not content is told apart."""
    hits = {part.strip().casefold() for part, hit in matched(row.snippet) if hit} - {""}
    pieces = wording.telling(quote_text.in_column(row.value))
    lit = [piece for text, role in pieces for piece in lit_in(text, role, hits)] if hits else []
    if not any(role == "match" for _, role in lit):
        return pieces

    def of_width(width: int) -> list[Piece]:
        return lit if sum(cell_len(text) for text, _ in lit) <= width else _in_sight(pieces, hits, width)

    return of_width


def _in_sight(pieces: Sequence[Piece], hits: Collection[str], width: int) -> list[Piece]:
    """What is told before the content in half of the width at most, and the content from near its first match on."""
    content = next((i for i, (_, role) in enumerate(pieces) if role != "cue"), 0)
    before = [piece for text, role in pieces[:content] for piece in lit_in(text, role, hits)]
    if sum(cell_len(text) for text, _ in before) > width // 2:
        before = fit(before, width // 2)
    lit = [piece for text, role in pieces[content:] for piece in lit_in(text, role, hits)]
    first = next((i for i, (_, role) in enumerate(lit) if role == "match"), 0)
    lead = "".join(text for text, _ in lit[:first])
    near = lead[-LEAD:].partition(" ")[2] if len(lead) > LEAD else ""
    cut = [(" …" if before else "…", ""), (near, "")] if len(lead) > LEAD else lit[:first]
    return [*before, *cut, *lit[first:]]


def lit_in(text: str, role: str, words: Collection[str]) -> list[Piece]:
    """A text in pieces, with the words in it lit."""
    pattern = "|".join(rf"\b{re.escape(word)}\b" for word in sorted(words, key=len, reverse=True))
    pieces: list[Piece] = []
    at = 0
    for match in re.finditer(pattern, text, re.IGNORECASE):
        pieces += [(text[at : match.start()], role), (match[0], "match")]
        at = match.end()
    return [piece for piece in (*pieces, (text[at:], role)) if piece[0]]


def found_in(row: Row[Any], text: str) -> bool:
    """Whether what matched stands in this text (a quote is found by its speaker too)."""
    shown = text.casefold()
    return any(hit and part.strip().casefold() in shown for part, hit in matched(row.snippet))


def snippet(row: Row[Any], lead: int = LEAD) -> list[Piece]:
    """The snippet in pieces, with no more than `lead` characters before the first match, so that it is in sight."""
    pieces = matched(row.snippet)
    if pieces and not pieces[0][1] and len(pieces[0][0]) > lead:
        pieces[0] = ("…" + pieces[0][0][-lead:], False)
    return [(" ".join(text.split()) if hit else spaced(text), "match" if hit else "") for text, hit in pieces]
