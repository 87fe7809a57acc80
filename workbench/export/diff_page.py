"""Phrasing diffs as a page in colour.

What differs is marked with its kind in words, so that nothing is lost in print or without colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from workbench.export.diffs import about, comparisons, pieces, readings
from workbench.export.html_markup import in_html, in_html_with_blanks, linked
from workbench.export.record_fields import article_label, day_words
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import DIFFERENCE_KINDS
from workbench.views import Column, Comparison

STYLE = """
:root { color-scheme: light dark; --ink: #1b1d22; --alike: #6b7079; --line: #c9ccd3; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaee; --alike: #949aa5; --line: #3b4049; --paper: #16181c; } }
body { max-width: 80rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: var(--ink);
  background: var(--paper); }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2.4rem 0 .2rem; } .about, figcaption { color: var(--alike); }
""".strip()
COLUMN_STYLE = """
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .8rem; margin: .8rem 0; }
figure { margin: 0; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: 4px; break-inside: avoid; }
figcaption { font-size: .85rem; margin-bottom: .3rem; } .alike { color: var(--alike); }
mark { background: none; color: inherit; border-bottom: 2px solid var(--kind, currentColor); font-weight: bold; }
mark[data-kind]::after { content: " " attr(data-kind); font: .68rem sans-serif; color: var(--kind); }
table { border-collapse: collapse; font-size: .9rem; } td, th { text-align: left; padding: .15rem .9rem .15rem 0;
  vertical-align: top; border-top: 1px solid var(--line); }
""".strip()
"""Of the columns and the table of a fact; it needs the colours that STYLE gives their names."""
HUES = dict(zip(DIFFERENCE_KINDS, range(5, 360, 360 // len(DIFFERENCE_KINDS)), strict=False))


def hues() -> str:
    """The colours of the kinds of difference, on light and on dark."""
    light, dark = (
        " ".join(f'[data-kind="{kind}"] {{ --kind: hsl({hue} 75% {depth}%); }}' for kind, hue in HUES.items())
        for depth in (34, 68)
    )
    return f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}"


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write a page that needs nothing besides itself and runs nothing."""
    title = in_html(f"How outlets tell it: {selection.case_name or 'case'}")
    body = [f"<h1>{title}</h1>"]
    body += [f'<p class="about">Of what matches: {in_html(selection.query)}</p>'] if selection.query else []
    facts = [_section(comparison) for comparison in comparisons(selection)]
    stream.write(
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{STYLE}\n{COLUMN_STYLE}\n{hues()}</style>\n</head>\n<body>\n"
        + "\n".join([*body, *(facts or ["<p>Nothing matches.</p>"])])
        + "\n</body>\n</html>\n"
    )


def _section(comparison: Comparison) -> str:
    fact = comparison.fact.value
    head = f'<h2>{in_html(fact.gist)}</h2>\n<p class="about">{in_html(about(comparison))}</p>'
    return f"<section>\n{head}\n{side_by_side(comparison)}\n</section>"


def side_by_side(comparison: Comparison) -> str:
    """The phrasings of a fact in columns, how they differ, and who does not have it."""
    lines = ['<div class="columns">', *(_figure(column) for column in comparison.columns), "</div>"]
    if comparison.fact.value.differences:
        rows = (
            f"<tr><th>{_kind(difference.kind) if first else ''}</th><td>{in_html(words)}</td>"
            f"<td>{in_html(', '.join(names))}</td></tr>"
            for difference in comparison.fact.value.differences
            for first, (words, names) in _with_first(readings(difference, comparison))
        )
        lines += ["<table>", *rows, "</table>"]
    if comparison.missing_outlets:
        lines.append(f'<p class="about">Not in: {in_html(", ".join(comparison.missing_outlets))}.</p>')
    for head, passage in comparison.perhaps:
        lines.append(f'<p class="about">Perhaps in {in_html(article_label(head))}: “{in_html(passage.text)}”</p>')
    return "\n".join(lines)


def _with_first(rows: Iterable[tuple[str, list[str]]]) -> Iterator[tuple[bool, tuple[str, list[str]]]]:
    return ((number == 0, row) for number, row in enumerate(rows))


def _kind(kind: str) -> str:
    return f'<mark data-kind="{in_html(kind)}"></mark>'


def _piece(words: str, kind: str | None) -> str:
    if kind is None:
        return f'<span class="alike">{words}</span>'
    return f'<mark data-kind="{in_html(kind)}">{words}</mark>' if kind else f"<mark>{words}</mark>"


def _figure(column: Column) -> str:
    words = "".join(_piece(in_html_with_blanks(text), kind) for text, kind in pieces(column))
    head, phrasing = column.head, column.phrasing
    label = article_label(head)
    title = f", “{in_html(head.title)}”" if head.title not in ("", label) else ""
    parts = (
        linked(in_html(label), head.address) + title,
        in_html(day_words(head.published_on)) or "undated",
        "in part" * (phrasing.relation == "partial"),
        f"from {in_html(', '.join(column.credits))}" if column.credits else "",
        f"characters {phrasing.span.start}–{phrasing.span.end}",
        f"confidence {phrasing.confidence:.2f}",
    )
    return f"<figure><figcaption>{' · '.join(filter(None, parts))}</figcaption>{words}</figure>"
