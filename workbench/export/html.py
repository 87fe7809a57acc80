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
from workbench.export.outline import HEADINGS, LEGENDS, MATRIX, NOTHING, in_order, query_words, summary, title_of
from workbench.export.selection import NO_OPTIONS, Options, Selection

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
    allowed = f"style-src {_hash(style)}; script-src {_hash(script)}"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    stream.write(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{in_html(title_of(selection))}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    )
    stream.write(f"<header>\n{header(selection)}\n{navigation(selection)}\n</header>\n{CONTROLS}<main>\n")
    stream.writelines(f"{line}\n" for line in body(selection))
    stream.write(f"</main>\n<script>{script}</script>\n</body>\n</html>\n")


def page_style(name: str) -> str:
    """A style sheet of ours, with the style of the columns of facts."""
    return f"{_data(name)}{COLUMN_STYLE}\n{hues()}\n"


def header(selection: Selection) -> str:
    """The title, and what the page rests on."""
    about = (query_words(selection), summary(selection))
    lines = (f'<p class="about">{in_html(words)}</p>' for words in about if words)
    return "\n".join((f"<h1>{in_html(title_of(selection))}</h1>", *lines))


def body(selection: Selection, width: int = WIDTH) -> Iterator[str]:
    """The sections, line by line; in the matrix `width` holders stand beside each other."""
    parts = list(in_order(selection))
    for part in parts:
        issues: tuple[str, ...] = ()
        if part.pane == "positions":
            matrix = matrix_of(part)
            issues = (*matrix.kept, *matrix.folded)
            yield f'<section class="part" id="matrix"><h2><span>{MATRIX}</span></h2>'
            yield from matrix_html(matrix, width)
            yield "</section>"
        heading = f"<h2><span>{HEADINGS[part.pane]}</span> <small>{len(part.rows):,}</small></h2>"
        yield f'<section class="part" id="{part.pane}">{heading}'
        yield from (f'<p class="about">{LEGENDS[pane]}</p>' for pane in LEGENDS if pane == part.pane)
        for group in groups(part, issues):
            yield from group_html(group)
        yield "</section>"
    if not parts:
        yield f"<p>{NOTHING}.</p>"


def navigation(selection: Selection) -> str:
    """Links to the sections."""
    panes = [part.pane for part in in_order(selection)]
    links = [("matrix", MATRIX)] * ("positions" in panes) + [(pane, HEADINGS[pane]) for pane in panes]
    found = " ".join(f'<a href="#{id}">{words}</a>' for id, words in links)
    return f"<nav>{found}</nav>"


def _data(name: str) -> str:
    return (files("workbench.export") / "data" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
