"""An empty Word document as we want it: styles, pages, page numbers, language; and how it is saved.

It is python-docx's own template with the styles of `data/docx_styles.xml`, so that whoever gets it can restyle it at
once. The same rows give the same bytes: no date stands in it, neither of now nor of the template.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from importlib.resources import files
from io import BytesIO
from shutil import copyfileobj
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml.etree import Comment

from workbench.export.docx_markup import NAMESPACES

LANGUAGE = "en-GB"
SIDES = {"for": "1D7A3F", "against": "B3261E", "neither": "7A5600", "unsure": "555B65"}
"""The colour of a stance, by its side."""
SHORT, LONG, MARGIN = Mm(210), Mm(297), Mm(22)
TEXT_WIDTH, WIDE_TEXT_WIDTH = (round((side.mm - 2 * MARGIN.mm) / 25.4 * 1440) for side in (SHORT, LONG))
"""Of an upright page and of a wide one, in twentieths of a point."""
REST = "the rest"
"""The comment that keeps the place of what is too long for memory."""
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_APPLICATION = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Workbench</Application></Properties>"
)
_FIELD = '<w:fldSimple {} w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def new_document(title: str) -> Any:
    """An empty document with our styles."""
    document = docx.Document()
    _properties(document, title)
    _styles(document.styles.element)
    [section] = document.sections
    section.page_width, section.page_height = SHORT, LONG
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    [line] = section.footer.paragraphs
    for part in ("PAGE", "", "NUMPAGES"):
        between = f'<w:r {NAMESPACES}><w:t xml:space="preserve"> / </w:t></w:r>'
        line._p.append(parse_xml(_FIELD.format(NAMESPACES, part) if part else between))
    return document


def _properties(document: Any, title: str) -> None:
    """Title and language; nothing of the template's own."""
    found, package = document.core_properties, document.part.package
    found.title, found.language = title[:255], LANGUAGE
    found.author = found.comments = found.keywords = found.last_modified_by = ""
    for element in (*found._element.findall("{*}created"), *found._element.findall("{*}modified")):
        found._element.remove(element)
    for part in package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = _APPLICATION
    for id in [id for id, link in package.rels.items() if link.reltype.endswith("/thumbnail")]:
        del package.rels[id]
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _styles(styles: Any) -> None:
    ours = parse_xml((files("workbench.export") / "data" / "docx_styles.xml").read_bytes())
    named = {style.get(qn("w:styleId")) for style in ours}
    for style in styles.findall(qn("w:style")):
        link = style.find(qn("w:link"))
        if style.get(qn("w:styleId")) in named or (link is not None and link.get(qn("w:val")) in named):
            styles.remove(style)
    for style in list(ours):
        styles.append(style)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def begin(document: Any, first: str, *, wide: bool) -> None:
    """Put the first markup into the document, on wide pages where it needs them, and the mark for the rest."""
    last = document.element.body.sectPr
    for each in list(parse_xml(f"<w:body {NAMESPACES}>{first}</w:body>")):
        last.addprevious(each)
    if wide:
        end = parse_xml(f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>')
        end.pPr.append(deepcopy(last))
        last.addprevious(end)
        section = document.sections[0]
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, LONG, SHORT
        for footer in last.findall("{*}footerReference"):
            last.remove(footer)  # it is that of the section before
    last.addprevious(Comment(REST))


def save(document: Any, out: IO[bytes], rest: Mapping[str, IO[bytes]]) -> None:
    """Write the document, with the markup that is in `rest` for some of its files in place of the mark there; every
    file in it has the same date.
    """
    written = BytesIO()
    document.save(written)
    mark = f"<!--{REST}-->".encode()
    with ZipFile(written) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for each in source.infolist():
            entry = ZipInfo(each.filename, _FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            before, marked, after = source.read(each.filename).partition(mark)
            with target.open(entry, "w") as stream:
                stream.write(before)
                if marked:
                    rest[each.filename].seek(0)
                    copyfileobj(rest[each.filename], stream)
                stream.write(after)
