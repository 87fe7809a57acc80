"""Phrasing diffs as files: a table for a report, and JSON; the page in colour is in `diff_page`.

What differs is marked with its kind in words, so that nothing is lost in print or without colour; the words that all
have are dimmed, not the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import IO

from workbench.export.fact_records import comparison_record
from workbench.export.markdown_footnotes import WEB_ADDRESS
from workbench.export.markdown_page import escape, front_matter
from workbench.export.record_fields import article_label
from workbench.export.sanitizing import count, dumps, one_line
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import Difference, Pane
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
    from workbench.analysis.facts.readings import group_readings  # here, as above

    names = {column.head.id: article_label(column.head) for column in comparison.columns}
    for words, articles in group_readings(difference):
        yield words or NOTHING, list(dict.fromkeys(names.get(id, "") for id in articles))


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


def write_json(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write an array with an object for each fact."""
    rows = ",\n".join(dumps(comparison_record(comparison)) for comparison in comparisons(selection))
    stream.write(f"[\n{rows}\n]\n" if rows else "[]\n")
