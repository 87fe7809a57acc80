"""Footnotes of a Word document: a part of its own with notes, separators and links, which python-docx does not make."""

from __future__ import annotations

from typing import IO, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from workbench.export.docx_look import REST
from workbench.export.docx_markup import NAMESPACES, run
from workbench.export.markdown_footnotes import WEB_ADDRESS
from workbench.export.sanitizing import one_line

_SPACING = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{id}"><w:p>{_SPACING}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for id, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'


class Footnotes:
    """Writes notes into a file that is put into the document when it is saved."""

    def __init__(self, document: Any, file: IO[bytes]) -> None:
        self._document = document
        self._file = file
        self._written = 0
        self._part = Part(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, b"", document.part.package
        )  # fmt: skip
        self._links: dict[str, str] = {}

    def add(self, *runs: str) -> str:
        """A note; the mark that leads to it."""
        self._written += 1
        head = _MARK.format("<w:footnoteRef/>") + run(" ")
        body = f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{head}{"".join(runs)}</w:p>'
        self._file.write(f'<w:footnote w:id="{self._written}">{body}</w:footnote>'.encode())
        return _MARK.format(f'<w:footnoteReference w:id="{self._written}"/>')

    def link(self, words: str, address: str) -> str:
        """Words of a note, as a link where the address is a plain one on the web."""
        address = one_line(address)
        if not WEB_ADDRESS.fullmatch(address):
            return run(words)
        if address not in self._links:
            self._links[address] = self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{self._links[address]}" w:history="1">{run(words, "Hyperlink")}</w:hyperlink>'

    def finish(self) -> None:
        """Give the document the part that the notes are to stand in."""
        if not self._written:
            return
        notes = f"<w:footnotes {NAMESPACES}>{_SEPARATORS}<!--{REST}--></w:footnotes>"
        self._part._blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{notes}'.encode()
        self._document.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        marks = "".join(f'<w:footnote w:id="{id}"/>' for id in (-1, 0))
        settings = self._document.settings.element
        settings.find(".//{*}compat").addprevious(parse_xml(f"<w:footnotePr {NAMESPACES}>{marks}</w:footnotePr>"))
