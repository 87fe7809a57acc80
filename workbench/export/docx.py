"""A Word document for a report: headings, the matrix, every line with its evidence as a real footnote.

Its text is made row by row as markup; python-docx makes the document around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from tempfile import SpooledTemporaryFile
from typing import IO

from workbench.export.diffs import pieces, readings
from workbench.export.docx_footnotes import Footnotes
from workbench.export.docx_look import SIDES, TEXT_WIDTH, WIDE_TEXT_WIDTH, begin, new_document, save
from workbench.export.docx_markup import bookmarked, link_within, paragraph, run, table
from workbench.export.entries import Entry, Group, Source, groups
from workbench.export.matrix_tables import (
    LEGEND,
    blocks,
    folded_words,
    holder_name,
    matrix_of,
    side_of,
    side_of_cell,
    stance_words,
    support_words,
)
from workbench.export.outline import HEADINGS, LEGENDS, MATRIX, NOTHING, in_order, query_words, summary, title_of
from workbench.export.record_fields import article_label, day_words
from workbench.export.sanitizing import one_line, plain
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import STANCES
from workbench.views import Cell, Column, Comparison, Matrix

UPRIGHT, WIDE = 4, 8
"""So many holders stand beside each other in the matrix, on an upright page and on a wide one."""
AT_HAND = 1 << 22
"""So many bytes of text stay in memory before they go to a file."""
_ROLES = {"": "", "content": "Content", "cue": "Cue", "speaker": "Mention"}


def write(selection: Selection, out: IO[bytes], options: Options = NO_OPTIONS) -> None:
    """Write the document."""
    document = new_document(title_of(selection))
    with SpooledTemporaryFile(AT_HAND) as text, SpooledTemporaryFile(AT_HAND) as notes:
        story = _Story(Footnotes(document, notes))
        first = [paragraph("Title", run(title_of(selection)))]
        first += [paragraph("Subtitle", run(words)) for words in (query_words(selection), summary(selection)) if words]
        wide = False
        for part in in_order(selection):
            issues: tuple[str, ...] = ()
            if part.pane == "positions":
                matrix = matrix_of(part)
                issues = (*matrix.kept, *matrix.folded)
                wide = len(matrix.holders_on(matrix.kept)) > UPRIGHT
                first += story.matrix(matrix, wide=wide)
            text.writelines(markup.encode() for markup in story.section(part, issues))
        if not text.tell():
            text.write(paragraph("Normal", run(f"{NOTHING}.")).encode())
        begin(document, "".join(first), wide=wide)
        story.footnotes.finish()
        save(document, out, {"word/document.xml": text, "word/footnotes.xml": notes})


class _Story:
    """Makes the paragraphs and tables, and the footnotes that they lead to."""

    def __init__(self, footnotes: Footnotes) -> None:
        self.footnotes = footnotes
        self._numbers = count(1)

    def matrix(self, matrix: Matrix, *, wide: bool) -> Iterator[str]:
        """The matrix under its heading; nothing where nothing is said."""
        if not matrix.cells:
            return
        yield paragraph("Heading1", run(MATRIX))
        room = WIDE_TEXT_WIDTH if wide else TEXT_WIDTH
        for block in blocks(matrix, WIDE if wide else UPRIGHT):
            widths = [room // 4, *[(room - room // 4) // len(block.holders)] * len(block.holders)]
            names = ("Issue", *(holder_name(matrix, holder) for holder in block.holders))
            rows = [[paragraph("TableText", run(name)) for name in names]]
            for issue in block.issues:
                cells = (matrix.cells.get((issue, holder)) for holder in block.holders)
                rows.append([paragraph("TableText", run(issue, "Mention")), *map(_cell, cells)])
            yield table(widths, rows, headed=True)
            yield paragraph("About")
        yield paragraph("About", run(f"{LEGEND} {folded_words(matrix)}"))

    def section(self, part: Selection, issues: Sequence[str]) -> Iterator[str]:
        """A pane under its heading."""
        yield paragraph("Heading1", run(HEADINGS[part.pane]))
        yield from (paragraph("About", run(words)) for pane, words in LEGENDS.items() if pane == part.pane)
        for group in groups(part, issues):
            yield from self.group(group)

    def group(self, group: Group) -> Iterator[str]:
        """Entries under their heading."""
        heading = _source_words(group.source) if group.source else group.heading
        if heading:
            yield paragraph("Heading2", run(heading))
        for entry in group.entries:
            yield from self.fact(entry, entry.comparison) if entry.comparison else self.entry(entry)

    def entry(self, entry: Entry) -> Iterator[str]:
        """A row of any pane but facts: who, the words with their footnote, the note."""
        mark = self.footnotes.add(*self._citation(entry.source), run(_sentence(entry.evidence)))
        who = entry.who or (_source_words(entry.source) if entry.source else f"On {entry.target}")
        words = [run(words, _ROLES[role]) for words, role in entry.words]
        style = "Speaker" if entry.who and words else "Line"
        yield paragraph(style, self._head(entry, who), "" if words else mark, stays=bool(words))
        if words:
            yield paragraph("Quote", *words, mark)
        yield from _note(entry)

    def fact(self, entry: Entry, comparison: Comparison) -> Iterator[str]:
        """The phrasings of a fact in a table, how they differ, and who does not have it."""
        yield paragraph("Heading2", self._head(entry, entry.who))
        yield paragraph("About", run(" · ".join(entry.evidence)), stays=True)
        widths = [TEXT_WIDTH // 4, TEXT_WIDTH - TEXT_WIDTH // 4]
        yield table(widths, [self._phrasing(column) for column in comparison.columns], headed=False)
        differences = comparison.fact.value.differences
        if differences:
            yield paragraph("About", run("Differs in"), stays=True)
            rows = [
                [difference.kind if number == 0 else "", words, ", ".join(names)]
                for difference in differences
                for number, (words, names) in enumerate(readings(difference, comparison))
            ]
            thirds = [TEXT_WIDTH // 6, TEXT_WIDTH // 2, TEXT_WIDTH // 3]
            yield table(thirds, [[paragraph("TableText", run(cell)) for cell in row] for row in rows], headed=False)
            yield paragraph("About")
        if comparison.missing_outlets:
            yield paragraph("About", run(f"Not in: {', '.join(comparison.missing_outlets)}."))
        for head, passage in comparison.perhaps:
            yield paragraph("About", run(f"Perhaps in {article_label(head)}: “{one_line(passage.text)}”"))
        yield from _note(entry)

    def _phrasing(self, column: Column) -> tuple[str, str]:
        head, phrasing = column.head, column.phrasing
        said = [f"characters {phrasing.span.start}–{phrasing.span.end}", f"confidence {phrasing.confidence:.2f}"]
        said += ["in part"] * (phrasing.relation == "partial")
        said += [f"from {', '.join(column.credits)}"] if column.credits else []
        source = Source(head.outlet, head.title, head.published_on, head.address, "" if head.title else head.file)
        mark = self.footnotes.add(*self._citation(source), run(_sentence(said)))
        words = []
        for text, kind in pieces(column):
            words.append(run(text, "Different" if kind is not None else ""))
            words.append(run(f" ({kind})", "Kind") if kind else "")
        outlet = run(article_label(head)), run(f" {day_words(head.published_on) or 'undated'}", "Kind")
        return paragraph("TableText", *outlet), paragraph("TableText", *words, mark)

    def _head(self, entry: Entry, who: str) -> str:
        """Who, of which kind, and what the analyst put on it; links lead here."""
        kind = entry.kind.replace(" ", "_")
        colour = SIDES[side_of(kind)] if kind in STANCES else ""
        shown = run(f"  {entry.kind}", "Kind", colour=colour) if entry.who and not entry.comparison else ""
        tags = "".join(run("  ") + run(f" {tag} ", "Tag") for tag in entry.marks.tags)
        star = run("★ ") if entry.marks.starred else ""
        return bookmarked(next(self._numbers), entry.id, star + run(who)) + shown + tags

    def _citation(self, source: Source | None) -> Iterator[str]:
        """The article as a footnote cites it, its title as the link."""
        if source is None:
            return
        title = f"“{source.title}”" if source.title else source.url or source.file
        named = [run(source.outlet), self.footnotes.link(title, source.url), run(source.day)]
        yield run(", ").join(filter(None, named)) + run(". ")


def _sentence(clauses: Sequence[str]) -> str:
    words = "; ".join(clauses)
    return f"{words[:1].upper()}{words[1:]}."


def _source_words(source: Source) -> str:
    title = f"“{source.title}”" if source.title else source.file or source.url
    return ", ".join(filter(None, (source.outlet, title, source.day)))


def _note(entry: Entry) -> Iterator[str]:
    for line in plain(entry.marks.note).split("\n"):
        if line.strip():
            yield paragraph("AnalystNote", run(line))


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return paragraph("TableText")
    stance = link_within(cell.ids[0], run(stance_words(cell), "Mention", colour=SIDES[side_of_cell(cell)]))
    return paragraph("TableText", stance) + paragraph("TableText", run(support_words(cell), "Kind"))
