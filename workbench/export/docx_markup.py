"""Pieces of WordprocessingML as text: words are escaped one by one before they meet any markup of ours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from workbench.export.qda_xml import NOT_IN_XML
from workbench.export.sanitizing import stretch

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def words_in_xml(text: str) -> str:
    """The words on one line; blanks at the ends stay."""
    return escape(stretch(NOT_IN_XML.sub("", text)))


def run(text: str, style: str = "", *, colour: str = "") -> str:
    """Words in a style for characters; nothing where there are none."""
    words = words_in_xml(text)
    if not words:
        return ""
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    look += f'<w:color w:val="{colour}"/>' if colour else ""
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(style: str, *runs: str, stays: bool = False) -> str:
    """A paragraph in a style; one that `stays` is on the page of what follows it."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" * stays}</w:pPr>{"".join(runs)}</w:p>'


def bookmarked(number: int, name: str, runs: str) -> str:
    """Some runs that links within the document lead to."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'


def link_within(name: str, runs: str) -> str:
    """Some runs as a link to a bookmark."""
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{runs}</w:hyperlink>'


def table(widths: Sequence[int], rows: Iterable[Sequence[str]], *, headed: bool) -> str:
    """A table of cells that are paragraphs already; with `headed` the first row is repeated on every page."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = f'<w:tblLook w:val="04{"20" if headed else "00"}" w:firstRow="{headed:d}" w:noHBand="0" w:noVBand="1"/>'
    body = "".join(_row(widths, cells, head=headed and number == 0) for number, cells in enumerate(rows))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="EvidenceTable"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def _row(widths: Sequence[int], cells: Sequence[str], *, head: bool) -> str:
    found = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{found}</w:tr>"
