"""Phrasing diffs as files: a table for a report, a page in colour, and JSON.

What differs is marked with its kind in words, so that nothing is lost in print or without colour; the words that all
have are dimmed, not the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape as in_html
from itertools import chain
from typing import IO

from workbench.export.fact_records import comparison_record
from workbench.export.markdown_footnotes import WEB_ADDRESS
from workbench.export.markdown_page import escape, front_matter
from workbench.export.record_fields import article_label
from workbench.export.sanitizing import count, dumps, one_line
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import DIFFERENCE_KINDS, Difference, Pane
from workbench.views import Column, Comparison, Head

PANES: tuple[Pane, ...] = ("facts",)
NOTHING = "—"


def comparisons(selection: Selection) -> Iterator[Comparison]:
    """The facts of a selection, compared, in order."""
    from workbench.analysis.facts.side_by_side import (
        compare_phrasings,  # here: what only lists formats does not load the analysis
    )

    sources = [*chain.from_iterable(selection.lineage.values())]
    for row in selection.ordered():
        yield compare_phrasings(
            row, selection.heads, lambda id: selection.texts.get(id, ""), sources, selection.outlets
        )


def about(comparison: Comparison) -> str:
    """What a fact is, by how many told, and what the analyst says of it."""
    fact = comparison.fact.value
    outlets = {article_label(column.head) for column in comparison.columns}
    parts = [fact.kind, count(len(outlets), "outlet"), count(comparison.independent, "independent source")]
    return " · ".join([*parts, *([fact.status] if fact.status != "suggested" else [])])


def readings(difference: Difference, comparison: Comparison) -> Iterator[tuple[str, list[str]]]:
    """What stands in which outlets, the outlets without anything last."""
    names = {column.head.id: article_label(column.head) for column in comparison.columns}
    groups: dict[str, list[str]] = {}
    for each in sorted(difference.readings, key=lambda r: not r.text):
        groups.setdefault(each.text or NOTHING, []).append(names.get(each.article_id, ""))
    for words, found in groups.items():
        yield words, list(dict.fromkeys(found))


def pieces(column: Column) -> Iterator[tuple[str, str | None]]:
    """The words of a phrasing in order, each stretch with the kind it differs in, "" for wording, None for alike."""
    text, at = column.phrasing.text, 0
    for span, kind in column.marks:
        if at < span.start:
            yield text[at : span.start], None
        yield span.of(text), kind
        at = span.end
    if at < len(text):
        yield text[at:], None


def write_markdown(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write front matter and the facts."""
    stream.write(front_matter(selection, "diff"))
    stream.write(f"# How outlets tell it: {escape(selection.case_name or 'case')}\n")
    blocks = [in_markdown(comparison) for comparison in comparisons(selection)]
    stream.write("\n" + "\n".join(blocks or ["Nothing matches.\n"]))


def in_markdown(comparison: Comparison) -> str:
    """A fact as a heading and two tables: the phrasings, and how they differ."""
    lines = [f"## {escape(one_line(comparison.fact.value.gist))}", "", escape(about(comparison)), ""]
    lines += ["| Outlet | Date | Phrasing |", "| --- | --- | --- |"]
    for column in comparison.columns:
        words = "".join(_bold(text, kind) for text, kind in pieces(column)).strip()
        source = _source(column.head) + (f", from {_cell(', '.join(column.credits))}" if column.credits else "")
        lines.append(f"| {source} | {_cell(column.head.published_on)} | {words} |")
    if comparison.fact.value.differences:
        lines += ["", "| Differs in | Words | Outlets |", "| --- | --- | --- |"]
    for difference in comparison.fact.value.differences:
        for words, names in readings(difference, comparison):
            lines.append(f"| {_cell(difference.kind)} | {_cell(words)} | {_cell(', '.join(names))} |")
    if comparison.missing_outlets:
        lines += ["", f"Not in: {escape(one_line(', '.join(comparison.missing_outlets)))}."]
    for head, passage in comparison.perhaps:
        lines += ["", f"Perhaps in {escape(one_line(article_label(head)))}: “{escape(one_line(passage.text))}”"]
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return escape(one_line(text))


def _bold(text: str, kind: str | None) -> str:
    words = _cell(text)
    before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
    if kind is None or not words:
        return f"{before}{words}{after}" if words else before
    return f"{before}**{words}**{f' ({_cell(kind)})' if kind else ''}{after}"


def _source(head: Head) -> str:
    address = one_line(head.address)
    link = WEB_ADDRESS.fullmatch(address) and "|" not in address
    return f"{_cell(article_label(head))} <{address}>" if link else _cell(article_label(head))


STYLE = """
:root { color-scheme: light dark; --ink: #1b1d22; --alike: #6b7079; --line: #c9ccd3; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaee; --alike: #949aa5; --line: #3b4049; --paper: #16181c; } }
body { max-width: 80rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: var(--ink);
  background: var(--paper); }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2.4rem 0 .2rem; } .about, figcaption { color: var(--alike); }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .8rem; margin: .8rem 0; }
figure { margin: 0; padding: .6rem .8rem; border: 1px solid var(--line); border-radius: 4px; break-inside: avoid; }
figcaption { font-size: .85rem; margin-bottom: .3rem; } .alike { color: var(--alike); }
mark { background: none; color: inherit; border-bottom: 2px solid var(--kind, currentColor); font-weight: bold; }
mark[data-kind]::after { content: " " attr(data-kind); font: .68rem sans-serif; color: var(--kind); }
table { border-collapse: collapse; font-size: .9rem; } td, th { text-align: left; padding: .15rem .9rem .15rem 0;
  vertical-align: top; border-top: 1px solid var(--line); }
""".strip()
HUES = dict(zip(DIFFERENCE_KINDS, range(5, 360, 360 // len(DIFFERENCE_KINDS)), strict=False))


def write_html(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write a page that needs nothing besides itself and runs nothing."""
    title = _html(f"How outlets tell it: {selection.case_name or 'case'}")
    light, dark = (
        " ".join(f'[data-kind="{kind}"] {{ --kind: hsl({hue} 75% {depth}%); }}' for kind, hue in HUES.items())
        for depth in (34, 68)
    )
    hues = f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}"
    body = [f"<h1>{title}</h1>"]
    body += [f'<p class="about">Of what matches: {_html(selection.query)}</p>'] if selection.query else []
    facts = [_section(comparison) for comparison in comparisons(selection)]
    stream.write(
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{STYLE}\n{hues}</style>\n</head>\n<body>\n"
        + "\n".join([*body, *(facts or ["<p>Nothing matches.</p>"])])
        + "\n</body>\n</html>\n"
    )


def _section(comparison: Comparison) -> str:
    fact = comparison.fact.value
    lines = ["<section>", f"<h2>{_html(fact.gist)}</h2>", f'<p class="about">{_html(about(comparison))}</p>']
    lines += ['<div class="columns">', *(_figure(column) for column in comparison.columns), "</div>"]
    if fact.differences:
        rows = (
            f"<tr><th>{_kind(difference.kind) if first else ''}</th><td>{_html(words)}</td>"
            f"<td>{_html(', '.join(names))}</td></tr>"
            for difference in fact.differences
            for first, (words, names) in _with_first(readings(difference, comparison))
        )
        lines += ["<table>", *rows, "</table>"]
    if comparison.missing_outlets:
        lines.append(f'<p class="about">Not in: {_html(", ".join(comparison.missing_outlets))}.</p>')
    for head, passage in comparison.perhaps:
        lines.append(f'<p class="about">Perhaps in {_html(article_label(head))}: “{_html(passage.text)}”</p>')
    return "\n".join([*lines, "</section>"])


def _with_first(rows: Iterable[tuple[str, list[str]]]) -> Iterator[tuple[bool, tuple[str, list[str]]]]:
    return ((number == 0, row) for number, row in enumerate(rows))


def _kind(kind: str) -> str:
    return f'<mark data-kind="{_html(kind)}"></mark>'


def _figure(column: Column) -> str:
    words = "".join(
        f'<span class="alike">{_html_words(text)}</span>'
        if kind is None
        else f"<mark{f' data-kind={chr(34)}{_html(kind)}{chr(34)}' if kind else ''}>{_html_words(text)}</mark>"
        for text, kind in pieces(column)
    )
    head = column.head
    name, address = _html(article_label(head)), one_line(head.address)
    if WEB_ADDRESS.fullmatch(address):
        name = f'<a href="{in_html(address)}" rel="noreferrer">{name}</a>'
    partly = " · in part" if column.phrasing.relation == "partial" else ""
    origin = f" · from {_html(', '.join(column.credits))}" if column.credits else ""
    about = f"{name} · {_html(head.published_on) or 'undated'}{partly}{origin}"
    return f"<figure><figcaption>{about}</figcaption>{words}</figure>"


def _html(text: str) -> str:
    return in_html(one_line(text))


def _html_words(text: str) -> str:
    """As `_html`, with the blanks at the ends, which part it from its neighbours."""
    return f"{' ' * text[:1].isspace()}{_html(text)}{' ' * text[-1:].isspace()}" if text.strip() else " "


def write_json(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write an array with an object for each fact."""
    rows = ",\n".join(dumps(comparison_record(comparison)) for comparison in comparisons(selection))
    stream.write(f"[\n{rows}\n]\n" if rows else "[]\n")
