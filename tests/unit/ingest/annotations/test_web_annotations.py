"""W3C annotations in the forms that programs give them, and records of ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.golden.test_exports import written
from workbench.errors import SourceError
from workbench.ingest.annotations import format_of, read_marks
from workbench.ingest.annotations.bounded_files import MOST_JSON
from workbench.model import PANES
from workbench.model.imported_marks import ImportedMark, StatedPassage

QUOTE = {"type": "TextQuoteSelector", "exact": "said no", "prefix": "Bo Li ", "suffix": ", too"}
PLACE = {"type": "TextPositionSelector", "start": 7, "end": 14}
PAGE = "https://post.example/a"


def annotation(**more: Any) -> dict[str, Any]:
    target = {"type": "SpecificResource", "source": PAGE, "selector": [QUOTE, PLACE]}
    return {"type": "Annotation", "target": target, "bodyValue": "Look", **more}


def read(folder: Path, value: Any) -> list[ImportedMark]:
    path = folder / "a.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return list(read_marks(path).marks)


@pytest.mark.parametrize(
    "value",
    [
        annotation(),
        [annotation()],
        {"type": "AnnotationPage", "items": [annotation()]},
        {"type": ["AnnotationCollection"], "first": {"type": "AnnotationPage", "items": [annotation()]}},
        {"@graph": [annotation()]},
        annotation(body={"type": "TextualBody", "value": "Look"}, bodyValue=None),
        annotation(body="Look", bodyValue=None),
        annotation(target={"source": {"id": PAGE}, "selector": {"type": "XPathSelector", "refinedBy": [QUOTE, PLACE]}}),
        {"total": 1, "rows": [{"uri": PAGE, "text": "Look", "tags": [], "target": [{"source": PAGE, "selector": [
            {"type": "RangeSelector", "startContainer": "/p"}, PLACE, QUOTE]}]}]},
    ],
)  # fmt: skip
def test_an_annotation_is_read_in_whatever_it_comes(tmp_path: Path, value: Any) -> None:
    (mark,) = read(tmp_path, value)
    assert mark.passages == (StatedPassage("said no", "Bo Li ", ", too", 7, 14),)
    assert (mark.notes, mark.tags, mark.article.url, mark.pane) == (("Look",), (), PAGE, "")


def test_tags_are_told_from_comments(tmp_path: Path) -> None:
    bodies = [
        {"type": "TextualBody", "purpose": "tagging", "value": "air"},
        {"type": "TextualBody", "purpose": "commenting", "value": "A comment"},
        {"purpose": "classifying", "source": "http://example.org/land"},
    ]
    first, second = read(tmp_path, [annotation(body=bodies), annotation(body={"value": "sea"}, motivation="tagging")])
    assert (first.tags, first.notes) == (("air", "http://example.org/land"), ("Look", "A comment"))
    assert (second.tags, second.notes) == (("sea",), ("Look",))


def test_a_page_as_a_whole_is_an_article(tmp_path: Path) -> None:
    (mark,) = read(tmp_path, annotation(target=PAGE))
    assert (mark.pane, mark.passages, mark.article.url) == ("articles", (), PAGE)


def test_what_selects_nothing_and_says_nothing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    svg = {"source": PAGE, "selector": {"type": "SvgSelector", "value": "<svg/>"}}
    path.write_text(json.dumps([annotation(), annotation(target=svg), {"type": "Annotation", "target": PAGE}, 7]))
    assert [each.where for each in read_marks(path).unplaced] == ["annotation 2", "annotation 3", "annotation 4"]


def test_annotations_of_ours_say_all_that_our_records_say(tmp_path: Path) -> None:
    (tmp_path / "a.jsonld").write_text(written("w3c", "case"), encoding="utf-8")
    lines = "".join(written("jsonl", pane) for pane in PANES)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    ours = {mark.id: mark for mark in read_marks(tmp_path / "a.jsonld").marks}
    records = {mark.id: mark for mark in read_marks(tmp_path / "a.jsonl").marks}
    noted = {mark.values["target"] for mark in ours.values() if mark.pane == "notes"}
    assert ours.keys() == records.keys()
    for id, mark in ours.items():
        other = records[id]
        assert (mark.tags, mark.starred, mark.edits, mark.own) == (other.tags, other.starred, other.edits, other.own)
        assert mark.notes == other.notes or id in noted
        assert {p.words for p in mark.passages} == {p.words for p in other.passages}
        for field in mark.edits:
            assert mark.values[field] == other.values[field] or field == "speakers"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[{"type": "Annotation", "target": "x"', "cut off"),
        ("[" * 100_000, "nested more deeply|cut off"),
        ('{"a": 1}', "no annotations"),
        ("[]", "no annotations"),
        ("", "empty"),
        ("[" + " " * MOST_JSON + "]", "larger than 64 MB"),
    ],
)
def test_a_hostile_or_broken_document_is_refused_in_a_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text)
    with pytest.raises(SourceError, match=says) as raised:
        read_marks(path)
    assert "\n" not in raised.value.message


def test_lines_are_told_from_documents(tmp_path: Path) -> None:
    for name, text, form in (
        ("a.jsonl", '{"id": "Q0123456789"}', "jsonl"),
        ("a.json", '{"id": "Q0123456789"}\n{"id": "Q0123456780"}\n', "jsonl"),
        ("a.json", '{"id": "http://x",\n"type": "Annotation"}', "web annotations"),
        ("a.txt", "id,tags\n1,2", "csv"),
    ):
        (tmp_path / name).write_text(text)
        assert format_of(tmp_path / name) == form


def test_half_a_file_of_lines_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "Q0123456789", "tags": ["key"]}\n{"id": "Q0123456780", "ta')
    with pytest.raises(SourceError, match=r"a\.jsonl, line 2: It is not whole JSON"):
        read_marks(path)


def test_lines_that_are_no_records_of_ours_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": "Q0123456789", "tags": ["key"]}\n[1]\n{"x": 1}\n{"id": 5, "tags": 7, "speakers": "no"}\n'
        '{"gist": 1, "phrasings": [1, null], "starred": true, "edits": {"a": []}}\n'
    )
    file = read_marks(path)
    assert [mark.tags for mark in file.marks] == [("key",), ()]
    assert [each.where for each in file.unplaced] == ["line 2", "line 3"]


def test_halves_of_characters_are_no_characters(tmp_path: Path) -> None:
    (mark,) = read(tmp_path, annotation(bodyValue="\ud83d \ud83d\ude00"))
    assert mark.notes == ("? 😀",)
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "E0123456789", "name": "\\ud800", "kind": 5, "aliases": 1, "edits": ["name"]}')
    (person,) = read_marks(path).marks
    assert person.values == {"name": "?"}


def test_what_is_no_file_of_marks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.db").write_bytes(b"SQLite format 3\x00" + b"\0" * 100)
    for path, says in (
        (tmp_path / "case.db", "database"),
        (tmp_path / "no.csv", "no such file"),
        (tmp_path, "no file"),
    ):
        with pytest.raises(SourceError, match=says):
            read_marks(path)
