"""What HTML, PDF and DOCX have in common: the title, what it rests on, the sections and their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.export.sanitizing import count, one_line
from workbench.export.selection import Selection
from workbench.model import Pane

MATRIX = "Where countries stand"
HEADINGS: Mapping[Pane, str] = {
    "positions": "Positions", "facts": "How outlets tell it", "quotes": "Quotes", "people": "Who is named",
    "notes": "Notes", "articles": "Articles",
}  # fmt: skip
"""The sections, in the order of the page: what it comes to first, then what it rests on."""
LEGENDS: Mapping[Pane, str] = {
    "positions": "Tinted: the words that state it, in their sentence.",
    "facts": "What differs between the outlets is in bold, with its kind.",
    "quotes": "Tinted: what is said, in its sentence. Dotted: the words that attribute it. Bold: who is meant.",
}
"""How to read them, where that needs to be said."""
UNCHECKED = "What is not marked as confirmed or corrected by hand is the program’s reading and was not checked."
NOTHING = "Nothing matches"
_NOUNS: Mapping[Pane, str] = {
    "articles": "article", "people": "name", "quotes": "quote", "positions": "position", "facts": "fact",
    "notes": "note",
}  # fmt: skip


def title_of(selection: Selection) -> str:
    """What the document is called: by the case."""
    return one_line(selection.case_name.removesuffix(".db")) or "Case"


def query_words(selection: Selection) -> str:
    """Of what it is a part; nothing where it has all."""
    return f"Of what matches: {one_line(selection.query)}" if one_line(selection.query) else ""


def summary(selection: Selection) -> str:
    """`10 articles, 131 quotes, ...`, and how far it was checked."""
    rows = {part.pane: len(part.rows) for part in selection.parts}
    counts = ", ".join(count(rows[pane], noun) for pane, noun in _NOUNS.items() if rows.get(pane))
    return f"{counts or NOTHING}. {UNCHECKED}"


def in_order(selection: Selection) -> Iterator[Selection]:
    """The parts that have rows, in the order of the sections."""
    found = {part.pane: part for part in selection.parts if len(part.rows)}
    return (found[pane] for pane in HEADINGS if pane in found)
