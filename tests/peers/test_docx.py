"""The Word document as python-docx, LibreOffice and pandoc read it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pypandoc
import pypdfium2
import pytest
from lxml import etree

from tests.golden.sample import POSITIONS, selection, whole_case
from tests.unit.export.hostile import hostile_case
from tests.unit.export.test_entries import CARRIED
from workbench.export.formats import FORMATS
from workbench.export.selection import Selection

pytestmark = pytest.mark.peers
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
UNSEEN = ("starred=True", "target='E123'", "# Look here", "https:")
"""What is a sign there, two lines, or the address of a link (tested below)."""


def written(what: Selection) -> bytes:
    """The document of a selection."""
    stream = BytesIO()
    FORMATS["docx"].write(what, stream)
    return stream.getvalue()


def text_of(data: bytes) -> str:
    """All words of the document and its footnotes, runs joined."""
    with ZipFile(BytesIO(data)) as parts:
        found = [etree.fromstring(parts.read(f"word/{name}.xml")) for name in ("document", "footnotes")]
    return "\n".join("".join(line.itertext()) for part in found for line in part.iter("{*}p"))


def notes_in(tree: Any) -> list[str]:
    """The footnotes in pandoc's tree, as JSON."""
    if isinstance(tree, dict):
        found = [json.dumps(tree["c"])] if tree.get("t") == "Note" else []
        return found + [note for value in tree.values() for note in notes_in(value)]
    return [note for value in tree for note in notes_in(value)] if isinstance(tree, list) else []


def test_it_has_real_headings_styles_and_properties() -> None:
    document = docx.Document(BytesIO(written(whole_case())))
    styles = {(line.style.name, line.text) for line in document.paragraphs if line.style}
    assert ("Title", 'Talks: "August"') in styles
    assert {"Where countries stand", "Positions", "Quotes", "Notes"} <= {t for s, t in styles if s == "Heading 1"}
    assert any(s == "Quote" and "We will not send troops," in t for s, t in styles)
    assert document.core_properties.title == 'Talks: "August"'
    assert (document.core_properties.language, document.core_properties.author) == ("en-GB", "")
    assert document.tables[0].cell(0, 1).text == "Arland"
    assert document.tables[0].cell(1, 1).text == "supports\n2 outlets, 1 source"


@pytest.mark.parametrize(("pane", "words"), [each for each in CARRIED if not each[1].startswith(UNSEEN)])
def test_what_a_row_says_is_carried(pane: Any, words: str) -> None:
    said = text_of(written(selection(pane)))
    plain = words.replace("2025-08-21", "21\xa0August\xa02025") if pane == "quotes" else words
    assert plain.casefold() in said.casefold()


def test_footnotes_are_read_by_pandoc_with_their_links() -> None:
    tree = json.loads(pypandoc.convert_text(written(whole_case()), "json", format="docx"))
    notes = notes_in(tree)
    rows = sum(len(part.rows) for part in whole_case().parts if part.pane != "facts")
    assert len(notes) == rows + 2, "one for each row, and one for each phrasing of the fact"
    assert any("https://post.example/a" in note and "113" in note for note in notes)


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice is installed")
def test_libreoffice_shows_all_of_it(tmp_path: Path) -> None:
    assert OFFICE
    (tmp_path / "case.docx").write_bytes(written(whole_case()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    done = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "case.docx"]
    subprocess.run(done, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    pages = pypdfium2.PdfDocument(tmp_path / "case.pdf")
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    assert "We will not send troops," in text
    assert "condition “the fighting stops”" in text
    assert f"1 / {len(pages)}" in text


def test_the_same_rows_give_the_same_bytes() -> None:
    first = written(whole_case())
    assert written(whole_case()) == first
    with ZipFile(BytesIO(first)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not re.search(rb"20(13|2[5-9])-\d\d-\d\dT", parts.read("docProps/core.xml"))
        assert "docProps/thumbnail.jpeg" not in parts.namelist()


def test_every_mark_has_its_note_and_every_link_its_address() -> None:
    with ZipFile(BytesIO(written(whole_case()))) as parts:
        body, notes = (parts.read(f"word/{name}.xml").decode() for name in ("document", "footnotes"))
        links = parts.read("word/_rels/footnotes.xml.rels").decode()
        assert "footnotes+xml" in parts.read("[Content_Types].xml").decode()
        assert parts.read("word/settings.xml").decode().count("<w:footnote w:id") == 2
    marks = re.findall(r'footnoteReference w:id="(\d+)"', body)
    assert marks == [str(n) for n in range(1, len(marks) + 1)]
    assert sorted(re.findall(r'<w:footnote w:id="(\d+)"', notes), key=int) == marks
    assert set(re.findall(r'r:id="(\w+)"', notes)) == set(re.findall(r'Id="(\w+)"', links))
    anchors, names = re.findall(r'w:anchor="(\w+)"', body), re.findall(r'w:name="(\w+)"', body)
    assert set(anchors) <= set(names)
    assert len(names) == len(set(names))


def test_a_wide_matrix_lies_on_wide_pages() -> None:
    base = POSITIONS[1]
    rows = [replace(base, id=f"P{n}", value=replace(base.value, holder=f"C{n}")) for n in range(12)]
    wide = docx.Document(BytesIO(written(replace(selection("positions"), rows=rows))))
    shapes = [section.page_width > section.page_height for section in wide.sections]  # type: ignore[operator]
    assert shapes == [True, False]
    assert [len(each.columns) for each in wide.tables] == [9, 5]
    assert "PAGE" in etree.tostring(wide.sections[1].footer._element).decode()
    assert len(docx.Document(BytesIO(written(selection("positions")))).sections) == 1


def test_hostile_words_are_words() -> None:
    data = written(hostile_case())
    said = text_of(data)
    assert "<script>window.hacked=1</script>" in said
    assert said.count("very ") >= 8_000
    with ZipFile(BytesIO(data)) as parts:
        assert b"w:instrText" not in parts.read("word/document.xml")
        assert "word/_rels/footnotes.xml.rels" not in parts.namelist()
    docx.Document(BytesIO(data))
    pypandoc.convert_text(data, "plain", format="docx")


def test_nothing_matches() -> None:
    data = written(replace(selection("quotes"), rows=[]))
    assert "Nothing matches." in [line.text for line in docx.Document(BytesIO(data)).paragraphs]
