"""The brief as Markdown and as HTML, each sentence with its evidence as footnotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import IO

from workbench.export import brief
from workbench.export.fact_records import source_counter
from workbench.export.html_markup import in_html, linked
from workbench.export.markdown_footnotes import article_reference, position_footnote
from workbench.export.markdown_page import Page, escape, front_matter
from workbench.export.record_fields import Record
from workbench.export.records import record
from workbench.export.sanitizing import one_line
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import Pane
from workbench.views import file_name

PANES: tuple[Pane, ...] = ("positions",)
OTHER = "Other"
"""The heading of what the matrix folds: issues of one country, in one outlet."""


def write_markdown(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write front matter, the issues, and the footnotes."""
    page = Page(article_reference)
    for section, begins in _headed(brief.sections(selection, source_counter(selection))):
        if begins:
            page.heading(OTHER if section.folded else escape(section.issue))
        about = f"*{escape(section.issue)}:* " if section.folded else ""
        for standing in section.standings:
            first, *others = standing.statements
            said = [_bold(first) + _marks(page, first, selection)]
            said += [escape(each.text) + _marks(page, each, selection) for each in others]
            page.item(about + " ".join(said))
    stream.write(front_matter(selection, "brief"))
    stream.write(f"# Brief: {escape(selection.case_name or 'case')}\n\n")
    stream.write(escape(brief.summary(selection.rows)) + "\n\n")
    stream.write("\n".join(page.blocks or ["Nothing matches.\n"]))
    stream.write("\n" + "\n".join(page.footnotes) if page.footnotes else "")


def _headed(sections: Sequence[brief.Section]) -> Iterator[tuple[brief.Section, bool]]:
    """The sections, and whether each has a heading: of those that are folded the first has one for all."""
    for before, section in pairwise((None, *sections)):
        if section is not None:
            yield section, not (section.folded and before and before.folded)


def _bold(statement: brief.Statement) -> str:
    """The sentence with its subject in bold."""
    before = escape(statement.before) + " " * bool(statement.before)
    return f"{before}**{escape(statement.subject)}** {escape(statement.after)}"


def _marks(page: Page, statement: brief.Statement, selection: Selection) -> str:
    marks = []
    for row in statement.rows:
        found = record(row, selection)
        words = f"“{escape(found['evidence']['text'])}”"
        marks.append(page.footnote((words, *position_footnote(found)), found))
    return "".join(marks)


STYLE = """
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; color: #1b1d22; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .4rem; border-bottom: 1px solid #c9ccd3; }
ul { padding-left: 1.1rem; } li { margin: .35rem 0; } sup a { text-decoration: none; color: #1f5fa8; }
ol.notes { font-size: .85rem; color: #3d4149; } ol.notes q { color: #1b1d22; } .about { color: #5d626c; }
""".strip()


def write_html(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write a page that needs nothing besides itself and runs nothing."""
    title = in_html(f"Brief: {selection.case_name or 'case'}")
    notes: list[str] = []
    body = [f"<h1>{title}</h1>", f'<p class="about">{in_html(brief.summary(selection.rows))}</p>']
    if selection.query:
        body.append(f'<p class="about">Of what matches: {in_html(selection.query)}</p>')
    for section, begins in _headed(brief.sections(selection, source_counter(selection))):
        body += [f"<h2>{OTHER if section.folded else in_html(section.issue)}</h2>"] if begins else []
        about = f"<i>{in_html(section.issue)}:</i> " if section.folded else ""
        body.append("<ul>")
        for standing in section.standings:
            first, *others = standing.statements
            before = in_html(first.before) + " " * bool(first.before)
            said = [f"{before}<b>{in_html(first.subject)}</b> {in_html(first.after)}" + _notes(first, selection, notes)]
            said += [in_html(each.text) + _notes(each, selection, notes) for each in others]
            body.append(f"<li>{about}{' '.join(said)}</li>")
        body.append("</ul>")
    body += ["<h2>Evidence</h2>", '<ol class="notes">', *notes, "</ol>"] if notes else ["<p>Nothing matches.</p>"]
    stream.write(
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n" + "\n".join(body) + "\n</body>\n</html>\n"
    )


def _notes(statement: brief.Statement, selection: Selection, notes: list[str]) -> str:
    """The marks of a sentence; its evidence is added to the notes."""
    marks = []
    for row in statement.rows:
        number = len(notes) + 1
        notes.append(_note(number, record(row, selection)))
        marks.append(f'<sup><a id="r{number}" href="#n{number}">{number}</a></sup>')
    return "<sup>,</sup>".join(marks)


def _note(number: int, found: Record) -> str:
    where = ", ".join(in_html(found[name]) for name in ("outlet", "title", "published_on") if one_line(found[name]))
    span = found["evidence"]
    about = [
        f"Speaker: {in_html(found['speaker'])}" if found["speaker"] else "",
        f"{in_html(found['level'].replace('_', ' '))}; {in_html(found['attribution'].replace('_', ' '))}",
        f"attributed by {in_html(found['attributed_by'])}" if found["attributed_by"] else "",
        f"characters {span['start']}–{span['end']}",
        f"confidence {found['confidence']:.2f}",
        in_html(found["status"]),
        in_html(found["id"]),
    ]
    source = linked(
        in_html(found["url"] or ("" if one_line(found["title"]) else file_name(found["source"]))), found["url"]
    )
    return (
        f'<li id="n{number}"><q>{in_html(span["text"])}</q> {where + ". " if where else ""}'
        f'{"; ".join(part for part in about if part)}. {source} <a href="#r{number}">↩</a></li>'
    )
