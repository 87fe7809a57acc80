"""Projects of other programs, as they are made by those that write no two alike."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from tests.golden.sample import ROWS, whole_case
from tests.unit.export.qda_projects import written
from workbench.errors import SourceError
from workbench.export.sanitizing import plain
from workbench.ingest.annotations import read_marks
from workbench.model.imported_marks import ImportedMark, MarksFile
from workbench.views import Marks

TEXT = "𠮷 Paris, 18 August.\r\nMacron said no.\r\nThe café agreed.\r\n"
CODE, NOTE = "11111111-0000-4000-8000-000000000001", "11111111-0000-4000-8000-000000000002"


def qdpx(
    folder: Path, data: bytes, selections: str, *, origin: str = "QualCoder 3.6", source: str = "", more: str = ""
) -> Path:
    """A project of one text."""
    path = folder / "made.qdpx"
    xml = (
        '<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="p"'
        f" origin={quoteattr(origin)}>"
        f'<CodeBook><Codes><Code guid="{CODE}" name="Refusals" isCodable="true"/></Codes></CodeBook><Sources>'
        f'<TextSource guid="22222222-0000-4000-8000-000000000001" name="paris.txt"'
        f' plainTextPath="internal://22222222-0000-4000-8000-000000000001.txt">{selections}{source}</TextSource></Sources>'
        + (more or f'<Notes><Note guid="{NOTE}"><PlainTextContent>A memo</PlainTextContent></Note></Notes>')
        + "</Project>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", xml)
        archive.writestr("sources/22222222-0000-4000-8000-000000000001.txt", data)
    return path


def selection(start: int, end: int, name: str = "", note: str = "") -> str:
    """A selection with a code, and perhaps a note."""
    ref = f'<NoteRef targetGUID="{note}"/>' if note else ""
    return (
        f'<PlainTextSelection guid="33333333-0000-4000-8000-{start:012}" name={quoteattr(name)} startPosition="{start}"'
        f' endPosition="{end}"><Coding guid="44444444-0000-4000-8000-{start:012}"><CodeRef targetGUID="{CODE}"/>'
        f"</Coding>{ref}</PlainTextSelection>"
    )


def words(file: MarksFile) -> list[str]:
    return [passage.words for mark in file.marks for passage in mark.passages]


LF = TEXT.replace("\r\n", "\n")
BOM = b"\xef\xbb\xbf"


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("data", "text", "count"),
    [
        (LF.encode(), LF, len),  # as it should be
        (TEXT.encode(), TEXT, len),  # CR LF is two
        (TEXT.encode(), LF, len),  # or one
        (BOM + LF.encode(), LF, len),  # a mark that is not counted
        (BOM + LF.encode(), "\ufeff" + LF, len),  # or is
        (TEXT.encode("utf-16"), TEXT, utf16),
        (LF.encode(), LF, lambda text: len(text.encode())),  # bytes
        (BOM + TEXT.encode(), "\ufeff" + LF, utf16),
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_selections_are_read_as_their_program_counts(
    tmp_path: Path, data: bytes, text: str, count: Callable[[str], int], named: bool
) -> None:
    """`text` is what its program counts in, by `count`."""
    wanted = ["Macron said no", "café", "August"]
    ends = [(text.index(each), text.index(each) + len(each)) for each in wanted]
    made = [selection(count(text[:a]), count(text[:b]), text[a:b] if named else "") for a, b in ends]
    assert words(read_marks(qdpx(tmp_path, data, "".join(made)))) == wanted


def test_codes_are_tags_and_memos_are_notes(tmp_path: Path) -> None:
    data = TEXT.replace("\r\n", "\n").encode()
    path = qdpx(
        tmp_path, data, selection(20, 34, note=NOTE), source=f'<Coding guid="5"><CodeRef targetGUID="{CODE}"/></Coding>'
    )
    whole, mark = read_marks(path).marks
    assert isinstance(mark, ImportedMark)
    assert (whole.pane, whole.tags, mark.tags, mark.notes) == ("articles", ("Refusals",), ("Refusals",), ("A memo",))
    assert mark.passages[0].before.endswith("August.\n")
    assert (mark.passages[0].start, mark.article.title) == (20, "paris.txt")


def test_notes_on_passages_are_read_as_each_program_writes_them(tmp_path: Path) -> None:
    """QualCoder puts the passage into the note, NVivo links the two."""
    linked = '<PlainTextSelection guid="AB" startPosition="0" endPosition="5"/>'
    path = qdpx(
        tmp_path, b"Paris said no. Oslo too.", linked + '<NoteRef targetGUID="C"/>',
        more='<Notes><Note guid="C"><PlainTextContent>In the note</PlainTextContent><PlainTextSelection guid="D"'
        ' startPosition="15" endPosition="19"/></Note><Note guid="E"><PlainTextContent>By a link</PlainTextContent>'
        '</Note></Notes><Links><Link guid="F" originGUID="E" targetGUID="ab"/></Links>',
    )  # fmt: skip
    assert [(mark.passages[0].words, mark.notes) for mark in read_marks(path).marks] == [
        ("Paris", ("By a link",)), ("Oslo", ("In the note",)),
    ]  # fmt: skip


def test_a_project_of_ours_says_what_others_have_put_on_it(tmp_path: Path) -> None:
    """What our codebook and memos say of what was found is nobody's mark; tags, stars and notes are."""
    path = tmp_path / "ours.qdpx"
    path.write_bytes(written(whole_case()))
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    xml = re.sub(rb"<\?analyst-workbench .*?\?>\n", b"", files["project.qde"])
    files["project.qde"] = xml.replace(b"</Codes>\n</CodeBook>", CODED + b"</Codes>\n</CodeBook>").replace(
        b"<Coding guid=", b'<Coding guid="z"><CodeRef targetGUID="new"/></Coding><Coding guid=', 1
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    file = read_marks(path)
    told = {mark.id: mark for mark in file.marks if mark.id}
    expected = {row.id: row.marks for pane in ("quotes", "positions") for row in ROWS[pane] if row.marks != Marks()}
    assert expected.keys() <= told.keys()
    for id, marks in expected.items():
        assert {*marks.tags} <= {*told[id].tags}
        assert told[id].starred == marks.starred
        assert [plain(note) for note in told[id].notes] == ([plain(marks.note)] if marks.note else [])
    written_by_hand = {plain(row.marks.note) for pane in ROWS for row in ROWS[pane]}
    notes = {plain(row.value.body) for row in ROWS["notes"]} | written_by_hand
    assert {plain(note) for mark in file.marks for note in mark.notes} <= notes
    ours = {tag for pane in ROWS for row in ROWS[pane] for tag in row.marks.tags}
    assert {tag for mark in file.marks for tag in mark.tags} - ours == {"Theirs"}
    assert file.unplaced == ()


CODED = b'<Code guid="new" name="Theirs" isCodable="true"/>'


def test_what_is_no_passage_of_a_text_is_said(tmp_path: Path) -> None:
    bare = '<PlainTextSelection guid="1" startPosition="0" endPosition="3"/>'
    file = read_marks(qdpx(tmp_path, b"Paris said no.", selection(500, 600) + bare + selection(0, 5)))
    assert words(file) == ["Paris"]
    assert [each.reason[:24] for each in file.unplaced] == ["its place is not in the ", "it has neither a code no"]


def test_a_codebook_marks_nothing_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "codes.qdc"
    path.write_text(
        '<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="1" name="a" isCodable="true">'
        '<Code guid="2" name="b" isCodable="true"/></Code></Codes></CodeBook>'
    )
    file = read_marks(path)
    assert file.marks == ()
    assert "2 codes" in file.unplaced[0].reason


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa">]><Project xmlns="urn:QDA-XML:project:1.0">&a;</Project>'


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"../project.qde": b"<Project/>"}, "outside"),
        ({"C:/project.qde": b"<Project/>"}, "outside"),
        ({"project.qde": b"<Project/>", "sources/a.txt": b"\0" * 20_000_000}, "grows"),
        ({"project.qde": BOMB.encode()}, "entities"),
        ({"project.qde": BOMB.encode("utf-16")}, "entities"),
        ({"project.qde": b"<Project><Sources>"}, "cut off"),
        ({"project.qde": b"<Other/>"}, "no project"),
        ({"other.txt": b"x"}, "neither"),
    ],
)
def test_a_hostile_archive_is_refused_in_a_line(tmp_path: Path, files: dict[str, bytes], says: str) -> None:
    path = tmp_path / "bad.qdpx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    with pytest.raises(SourceError, match=says) as raised:
        read_marks(path)
    assert "\n" not in raised.value.message


def test_half_an_archive_is_refused(tmp_path: Path) -> None:
    path = qdpx(tmp_path, b"Paris said no.", selection(0, 5))
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(SourceError, match="cut off"):
        read_marks(path)


def test_an_archive_that_says_less_than_it_holds_is_refused(tmp_path: Path) -> None:
    path = qdpx(tmp_path, b"Paris said no. " * 400, selection(0, 5))
    data = path.read_bytes()
    path.write_bytes(data.replace((6_000).to_bytes(4, "little"), (60).to_bytes(4, "little")))
    with pytest.raises(SourceError, match="damaged"):
        read_marks(path)
