"""One page with everything, to be opened in any browser: search, filters, the matrix, the columns of facts.

It asks for nothing and sends nothing: style and script are in it, and its policy names these two by their hashes and
forbids all else. Without the script it is the same text. Rows are written one by one.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from typing import IO

from workbench.export.diff_page import COLUMN_STYLE, hues
from workbench.export.entries import groups
from workbench.export.html_entries import group_html, matrix_html
from workbench.export.html_markup import in_html
from workbench.export.matrix_tables import matrix_of
from workbench.export.sanitizing import count, one_line
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import Pane

HEADINGS: dict[Pane, str] = {
    "positions": "Positions", "facts": "How outlets tell it", "quotes": "Quotes", "people": "Who is named",
    "notes": "Notes", "articles": "Articles",
}  # fmt: skip
"""The sections, in the order of the page: what it comes to first, then what it rests on."""
LEGENDS: dict[Pane, str] = {
    "positions": "Tinted: the words that state it, in their sentence.",
    "facts": "What differs between the outlets is in bold, with its kind.",
    "quotes": "Tinted: what is said, in its sentence. Dotted: the words that attribute it. Bold: who is meant.",
}
UNCHECKED = "What is not marked as confirmed or corrected by hand is the program’s reading and was not checked."
WIDTH = 8
"""So many holders stand beside each other in the matrix."""
CONTROLS = """<form id="controls" hidden role="search">
<input id="search" type="search" aria-label="Search" placeholder="Search: words, &quot;a phrase&quot;">
<select name="outlet" aria-label="Outlet"><option value="">Any outlet</option></select>
<select name="country" aria-label="Country"><option value="">Any country</option></select>
<select name="speaker" aria-label="Speaker"><option value="">Any speaker</option></select>
<select name="kind" aria-label="Kind"><option value="">Any kind</option></select>
<select name="tag" aria-label="Tag"><option value="">Any tag, mark</option></select>
<button type="reset">Clear</button> <output id="shown"></output>
</form>
"""


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write the page."""
    style, script = page_style("page.css"), _data("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    stream.write(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{in_html(title_of(selection))}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>\n"
    )
    stream.write("\n".join(_head(selection)))
    stream.write(f"\n</header>\n{CONTROLS}<main>\n")
    stream.writelines(f"{line}\n" for line in body(selection))
    stream.write(f"</main>\n<script>{script}</script>\n</body>\n</html>\n")


def page_style(name: str) -> str:
    """A style sheet of ours, with the style of the columns of facts."""
    return f"{_data(name)}{COLUMN_STYLE}\n{hues()}\n"


def title_of(selection: Selection) -> str:
    """What the page is called: by the case."""
    return one_line(selection.case_name.removesuffix(".db")) or "Case"


def summary(selection: Selection) -> str:
    """`10 articles, 131 quotes, ...`"""
    rows = {part.pane: len(part.rows) for part in selection.parts}
    nouns: dict[Pane, str] = {
        "articles": "article", "people": "name", "quotes": "quote", "positions": "position", "facts": "fact",
        "notes": "note",
    }  # fmt: skip
    return ", ".join(count(rows[pane], noun) for pane, noun in nouns.items() if rows.get(pane)) or "Nothing matches"


def in_order(selection: Selection) -> Iterator[Selection]:
    """The parts that have rows, in the order of the page."""
    found = {part.pane: part for part in selection.parts if len(part.rows)}
    return (found[pane] for pane in HEADINGS if pane in found)


def body(selection: Selection, width: int = WIDTH) -> Iterator[str]:
    """The sections, line by line."""
    parts = list(in_order(selection))
    for part in parts:
        issues: tuple[str, ...] = ()
        if part.pane == "positions":
            matrix = matrix_of(part)
            issues = (*matrix.kept, *matrix.folded)
            yield '<section class="part" id="matrix"><h2>Where countries stand</h2>'
            yield from matrix_html(matrix, width)
            yield "</section>"
        yield f'<section class="part" id="{part.pane}"><h2>{HEADINGS[part.pane]} <small>{len(part.rows):,}</small></h2>'
        yield from (f'<p class="about">{LEGENDS[pane]}</p>' for pane in LEGENDS if pane == part.pane)
        for group in groups(part, issues):
            yield from group_html(group)
        yield "</section>"
    if not parts:
        yield "<p>Nothing matches.</p>"


def _head(selection: Selection) -> Iterator[str]:
    yield f"<h1>{in_html(title_of(selection))}</h1>"
    if one_line(selection.query):
        yield f'<p class="about">Of what matches: {in_html(selection.query)}</p>'
    yield f'<p class="about">{summary(selection)}. {UNCHECKED}</p>'
    links = [f'<a href="#{part.pane}">{HEADINGS[part.pane]}</a>' for part in in_order(selection)]
    if any(part.pane == "positions" for part in in_order(selection)):
        links.insert(0, '<a href="#matrix">Where countries stand</a>')
    yield f"<nav>{' '.join(links)}</nav>"


def _data(name: str) -> str:
    return (files("workbench.export") / "data" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
