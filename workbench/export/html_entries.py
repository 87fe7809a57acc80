"""Entries and the matrix in HTML: what the page for browsers and the PDF are made of.

An entry is one `article` with what it is found by in its attributes, a value to a line; nothing in it is a link but to
the article on the web and within the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from workbench.export.diff_page import side_by_side
from workbench.export.entries import Entry, Group, Source
from workbench.export.html_markup import in_html, in_html_with_blanks, linked, paragraphs
from workbench.export.matrix_tables import (
    LEGEND,
    blocks,
    folded_words,
    holder_name,
    side_of,
    side_of_cell,
    stance_words,
    support_words,
)
from workbench.model import STANCES
from workbench.views import Cell, Matrix

_ELEMENTS = {"content": "b", "cue": "i", "speaker": "u"}
"""What sets the words of a sentence apart, also where there is no style."""


def group_html(group: Group) -> Iterator[str]:
    """The heading and the entries, an element each."""
    outlet = f' data-outlet="{in_html(group.source.outlet)}"' if group.source else ""
    yield f'<section class="group"{outlet}>'
    if group.source:
        yield f"<h3>{source_html(group.source)}</h3>"
    elif group.heading:
        yield f"<h3>{in_html(group.heading)}</h3>"
    for entry in group.entries:
        yield entry_html(entry, cited=group.source is None)
    yield "</section>"


def source_html(source: Source) -> str:
    """An article as it is cited, with the link to it."""
    title = f"“{in_html(source.title)}”" if source.title else in_html(source.file)
    parts = [
        in_html(source.outlet),
        linked(title or in_html(source.url), source.url),
        escape(source.day),
    ]
    return ", ".join(filter(None, parts))


def entry_html(entry: Entry, *, cited: bool) -> str:
    """A row; `cited`: with the article that it stands in."""
    kind = entry.kind.replace(" ", "_")
    side = f" {side_of(kind)}" if kind in STANCES else ""
    found = "".join(f' data-{name}="{in_html_lines(values)}"' for name, values in entry.facets.items() if values)
    source = [f"<cite>{source_html(entry.source)}</cite>"] if cited and entry.source and entry.who else []
    if entry.target:
        source.append(f'on <a href="#{in_html(entry.target)}">{in_html(entry.target)}</a>')
    lines = [f'<article id="{in_html(entry.id)}" class="{in_html(kind)}{side}"{found}>', _head(entry)]
    if entry.words:
        lines.append(f'<p class="words" dir="auto">{"".join(_piece(*piece) for piece in entry.words)}</p>')
    if entry.comparison:
        lines.append(side_by_side(entry.comparison))
    lines.append(f'<p class="about">{" · ".join([*source, *map(in_html, entry.evidence)])}</p>')
    if entry.marks.note:
        lines.append(f'<blockquote dir="auto">{paragraphs(entry.marks.note)}</blockquote>')
    return "".join([*filter(None, lines), "</article>"])


def in_html_lines(values: Sequence[str]) -> str:
    """Values of an attribute, a line each."""
    return "\n".join(map(escape, values))


def _head(entry: Entry) -> str:
    """Who, of which kind, and what the analyst put on it."""
    shown = f'<span class="kind">{in_html(entry.kind)}</span>' if entry.who and not entry.comparison else ""
    tags = "".join(f'<span class="tag">{in_html(tag)}</span>' for tag in entry.marks.tags)
    star = '<span class="star" title="starred">★</span>' if entry.marks.starred else ""
    who = f"<b>{in_html(entry.who)}</b>" if entry.who else source_html(entry.source) if entry.source else ""
    head = " ".join(filter(None, (star, who, shown, tags)))
    return f'<p class="who" dir="auto">{head}</p>' if head else ""


def _piece(words: str, role: str) -> str:
    html = in_html_with_blanks(words)
    return f"<{_ELEMENTS[role]}>{html}</{_ELEMENTS[role]}>" if role else html


def matrix_html(matrix: Matrix, width: int) -> Iterator[str]:
    """The matrix in tables of `width` holders; nothing where nothing is said."""
    for block in blocks(matrix, width):
        names = ("Issue", *(holder_name(matrix, holder) for holder in block.holders))
        heads = "".join(f'<th scope="col">{in_html(name)}</th>' for name in names)
        yield f'<div class="wide"><table class="matrix"><thead><tr>{heads}</tr></thead><tbody>'
        for issue in block.issues:
            cells = "".join(_cell(matrix.cells.get((issue, holder))) for holder in block.holders)
            yield f'<tr><th scope="row">{in_html(issue)}</th>{cells}</tr>'
        yield "</tbody></table></div>"
    if matrix.cells:
        yield f'<p class="about">{LEGEND} {folded_words(matrix)}</p>'


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "<td></td>"
    stance = f'<a href="#{in_html(cell.ids[0])}">{in_html(stance_words(cell))}</a>'
    return f'<td class="{side_of_cell(cell)}">{stance}<small>{in_html(support_words(cell))}</small></td>'
