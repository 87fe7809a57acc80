"""Sources to documents: kinds, limits, and files that are no articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.ingest.texts import BODY, FIRST, SECOND
from workbench.ingest import build_article, estimate_count, read_documents
from workbench.ingest.source_documents import MAX_BYTES
from workbench.model import Document, Failure

MEGABYTE = 1000 * 1000


def put(folder: Path, name: str, data: bytes | str) -> str:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def get(source: str, stdin: bytes = b"") -> list[Document | Failure]:
    return list(read_documents([source], lambda: stdin))


def one(source: str, stdin: bytes = b"") -> Document:
    (found,) = get(source, stdin)
    assert isinstance(found, Document), found
    return found


def reason(source: str, stdin: bytes = b"") -> str:
    (found,) = get(source, stdin)
    assert isinstance(found, Failure), found
    return found.reason


def test_the_bytes_are_kept(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + BODY.encode() + b"\r\n\x00"
    found = one(put(tmp_path, "a.txt", data))
    assert (found.data, found.media_type, found.encoding) == (data, "text/plain", "utf-8-sig")


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.md", BODY, "text/markdown"),
        ("a.HTM", "<p>x", "text/html"),
        ("a.jsonl", '{"text": "x"}', "application/json"),
        ("a", "<!DOCTYPE html><p>x", "text/html"),
        ("a.txt", "<html><p>x", "text/html"),
        ("a", "---\ntitle: x\n", "text/markdown"),
        ("a", '{"text": "x"}\n', "application/json"),
        ("a.json", '{"text": "x"}\n{"text": "y"}\n', "application/json"),
        ("a", BODY, "text/plain"),
    ],
)
def test_the_kind_is_told_by_suffix_or_first_bytes(tmp_path: Path, name: str, data: str, media_type: str) -> None:
    found = get(put(tmp_path, name, data))
    assert isinstance(found[0], Document)
    assert found[0].media_type == media_type


def test_standard_input() -> None:
    assert one("-", BODY.encode()).source == "-"
    assert [d.source for d in get("-", b'{"text": "x"}\n\n{"text": "y"}\n')] == ["-#1", "-#3"]
    assert reason("-").startswith("Empty.")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"\x7fELF\x02", "program"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"SQLite format 3\x00", "SQLite"),
        (bytes(1000), "binary"),
        (bytes(range(256)) * 20, "binary"),
    ],
)
def test_what_is_not_text_is_named(tmp_path: Path, data: bytes, what: str) -> None:
    assert what in reason(put(tmp_path, "a.txt", data))


def test_a_few_control_characters_do_not_make_text_binary(tmp_path: Path) -> None:
    found = one(put(tmp_path, "a.txt", FIRST.replace(" ", "\x00 ", 5).replace("the", "\x1b[1mthe")))
    assert build_article(found, {}).text == FIRST.replace("the", "[1mthe")


@pytest.mark.parametrize("data", [b"", b" \r\n\t "])
def test_empty(tmp_path: Path, data: bytes) -> None:
    assert reason(put(tmp_path, "a.txt", data)).startswith("Empty.")


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(BODY.encode() * 200)
        file.truncate(100 * MEGABYTE)
    assert "100 MB; the limit is 20 MB" in reason(str(path))


def test_huge_standard_input_is_refused() -> None:
    assert "the limit is 20 MB" in reason("-", b"word " * (MAX_BYTES // 5 + 1))


@pytest.mark.parametrize("data", ['{"text": "x",\n "title": "y"}', '[{"text": "x"}]'])
def test_json_that_is_not_lines_is_refused(tmp_path: Path, data: str) -> None:
    assert "JSONL" in reason(put(tmp_path, "a.json", data))
    assert "JSONL" in reason("-", data.encode())


def test_a_file_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = put(tmp_path, "a.txt", BODY)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    assert reason(source).startswith("Cannot be read: Permission denied.")


def test_each_record_is_a_document_of_its_line(tmp_path: Path) -> None:
    lines = [json.dumps({"text": FIRST, "title": "One", "extra": 1}), "", json.dumps({"body": SECOND})]
    found = get(put(tmp_path, "a.jsonl", "\r\n".join(lines)))
    assert [(d.source, d.data) for d in found if isinstance(d, Document)] == [
        (str(tmp_path / "a.jsonl#1"), lines[0].encode()),
        (str(tmp_path / "a.jsonl#3"), lines[2].encode()),
    ]


@pytest.mark.parametrize("bad", [b"{", b"[1]", b"null", b"[" * 100_000, b"1" * 5000, b"\xff\xfe", b'{"text": '])
def test_a_bad_line_fails_alone(tmp_path: Path, bad: bytes) -> None:
    good = json.dumps({"text": FIRST}).encode()
    found = get(put(tmp_path, "a.jsonl", good + b"\n" + bad + b"\n" + good))
    assert [type(item) for item in found] == [Document, Failure, Document]
    assert isinstance(found[1], Failure)
    assert found[1].source.endswith("a.jsonl#2")


def test_a_line_that_is_too_long_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.ingest.source_documents.MAX_BYTES", 100_000)
    good = json.dumps({"text": FIRST}).encode()
    found = get(put(tmp_path, "a.jsonl", b"\n".join([good, b'{"text": "' + b"x" * 300_000 + b'"}', good, good])))
    assert [type(item) for item in found] == [Document, Failure, Document, Document]


def test_records_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as file:
        file.write((json.dumps({"text": FIRST}).encode() + b"\n") * 500)
        file.truncate(100 * MEGABYTE)
    found = read_documents([str(path)], lambda: b"")
    first = next(found)
    assert isinstance(first, Document)
    assert len(first.data) < 1000


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=50).filter(str.strip), min_size=1, max_size=8)
)
def test_every_record_comes_back(texts: list[str]) -> None:
    lines = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts)
    found = get("-", ("﻿" + lines).encode())
    assert [json.loads(d.data.decode("utf-8-sig"))["text"] for d in found if isinstance(d, Document)] == texts


def test_estimate(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", BODY)
    put(tmp_path, "b.jsonl", '{"text": "x"}\n{"text": "y"}\n')
    assert estimate_count([str(tmp_path)]) == 3
    assert estimate_count([str(tmp_path), "missing"]) == 4
    assert estimate_count([str(tmp_path), "-"]) is None
