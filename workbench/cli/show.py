"""One thing whole, and the phrasings of a fact side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workbench.cli.case_access import open_for_reading
from workbench.cli.matching_rows import record_context
from workbench.cli.options import case_option, json_option
from workbench.cli.output import console, fields, one_record, paragraphs, table
from workbench.export.sanitizing import one_line, plain

if TYPE_CHECKING:
    from workbench.views import Column, Comparison
    from workbench.work import Case

NARROWEST = 28
"""Columns of a diff stand side by side where each has room for so many characters."""


@click.command()
@click.argument("id_", metavar="ID")
@json_option
@case_option
def show(id_: str, as_json: bool, case: Path | None) -> None:
    """Show the thing with that ID, whole: an article with its text, a quote, a position, a fact, a note or a
    person.

    \b
      workbench show Q1f3c5a7e9b
      workbench show A0123456789 --json
    """
    from workbench.export.records import record
    from workbench.model import Article, Fact

    with open_for_reading(case) as desk:
        row = desk.show(id_)
        if isinstance(row.value, Fact):
            _compare(desk, row.id, as_json)
            return
        around = record_context(desk, "articles" if isinstance(row.value, Article) else "quotes")
        found = record(row, around, whole=True)
    if as_json:
        one_record(found)
    else:
        _print(found)


def _print(record: dict[str, Any]) -> None:
    """A record for people: what it says first, then what is known of it."""
    body = next((record[name] for name in ("evidence", "body", "as_told", "text", "name") if record.get(name)), "")
    known = [(name, _words(value)) for name, value in record.items() if name not in ("text", "body", "as_told")]
    paragraphs(body["text"] if isinstance(body, dict) else body)
    print()
    fields(known)


def _words(value: Any) -> str:
    """A value of a record on one line."""
    if isinstance(value, dict):
        if value.keys() >= {"start", "end", "text"}:
            return f"{value['start']}..{value['end']} {value['text']}"
        if value.keys() == {"name", "role", "country", "proof"}:
            return ", ".join(f"{name}: {each}" for name, each in value.items() if each)
        return ", ".join(_words(each) for name, each in value.items() if each and not name.endswith("id"))
    if isinstance(value, list):
        return "; ".join(_words(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


@click.command()
@click.argument("fact_id", metavar="FACT_ID")
@json_option
@case_option
def diff(fact_id: str, as_json: bool, case: Path | None) -> None:
    """Show the phrasings of a fact side by side, what differs between ⟦ ⟧.

    \b
      workbench diff F1f3c5a7e9b
      workbench diff F1f3c5a7e9b --json
    """
    with open_for_reading(case) as desk:
        _compare(desk, fact_id, as_json)


def _compare(desk: Case, fact_id: str, as_json: bool) -> None:
    from workbench.export.fact_records import comparison_record

    comparison = desk.compare(fact_id)
    if as_json:
        one_record(comparison_record(comparison))
    else:
        _print_columns(comparison)
        _print_differences(comparison)


def _print_columns(comparison: Comparison) -> None:
    from rich.box import ROUNDED
    from rich.table import Table
    from rich.text import Text

    paragraphs(comparison.fact.value.gist)
    screen = console()
    columns = comparison.columns
    if not screen.is_terminal or screen.width < NARROWEST * len(columns):
        table(("outlet", "date", "phrasing"), [(_teller(c), c.head.published_on, marked(c)) for c in columns])
        return
    side_by_side = Table(box=ROUNDED, expand=True)
    for column in columns:
        side_by_side.add_column(Text(one_line(_teller(column))), ratio=1, overflow="fold")
    side_by_side.add_row(*(Text(plain(marked(column))) for column in columns))
    screen.print(side_by_side)


def _teller(column: Column) -> str:
    """Who tells it, and from whom."""
    from workbench.export.record_fields import article_label

    return article_label(column.head) + (f", from {', '.join(column.credits)}" if column.credits else "")


def marked(column: Column) -> str:
    """The words of a phrasing with what differs in brackets."""
    text, pieces, at = column.phrasing.text, [], 0
    for span, _ in sorted(column.marks):
        if span.start >= at and span.end > span.start:
            pieces += [text[at : span.start], "⟦", span.of(text), "⟧"]
            at = span.end
    return "".join([*pieces, text[at:]])


def _print_differences(comparison: Comparison) -> None:
    from workbench.export.diffs import readings
    from workbench.export.record_fields import article_label

    for difference in comparison.fact.value.differences:
        told = (f"{words} ({', '.join(names)})" for words, names in readings(difference, comparison))
        fields([(difference.kind, " | ".join(told))])
    fields(
        [
            ("independent", str(comparison.independent)),
            ("not in", ", ".join(comparison.missing_outlets)),
            *(("perhaps", f"{article_label(head)}: “{passage.text}”") for head, passage in comparison.perhaps),
        ]
    )
