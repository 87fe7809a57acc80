"""What the user names becomes files, in a stable order; what leads nowhere is one failure."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from workbench.ingest.sources import Source, expand_sources, printable
from workbench.model import Failure


def names(*sources: str | Path) -> list[str]:
    return [
        item.name if isinstance(item, Source) else f"! {item.source}"
        for item in expand_sources([str(s) for s in sources])
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "sub/c.html",
        "sub/d.jsonl",
        ".hidden.txt",
        ".git/e.txt",
        "picture.png",
        "notes.docx",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    return tmp_path


def test_a_folder_gives_its_known_files_in_order(folder: Path) -> None:
    expected = ["a.md", "b.txt", os.path.join("sub", "c.html"), os.path.join("sub", "d.jsonl")]
    assert names(folder) == [os.path.join(folder, name) for name in expected]


def test_the_name_is_as_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert names("sub") == [os.path.join("sub", "c.html"), os.path.join("sub", "d.jsonl")]


def test_a_file_named_outright_is_taken_whatever_its_suffix(folder: Path) -> None:
    assert names(folder / "notes.docx") == [str(folder / "notes.docx")]


def test_a_pattern(folder: Path) -> None:
    assert names(folder / "*.txt") == [str(folder / "b.txt")]
    assert names(folder / "**" / "*.html") == [str(folder / "sub" / "c.html")]


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    path = tmp_path / "what[1].txt"
    path.write_text("words")
    assert names(path) == [str(path)]


def test_each_file_comes_once(folder: Path) -> None:
    assert names(folder / "b.txt", folder / "*.txt", folder / "b.txt") == [str(folder / "b.txt")]


@pytest.mark.parametrize("source", ["missing.txt", "missing*.txt", "", "a\x00b", "https://elm.example/a"])
def test_what_leads_nowhere_is_one_failure_and_the_rest_goes_on(folder: Path, source: str) -> None:
    found = list(expand_sources([source, str(folder / "b.txt")]))
    assert isinstance(found[0], Failure)
    assert [type(item) for item in found] == [Failure, Source]
    assert "\n" not in found[0].reason


def test_an_empty_folder_says_what_counts(tmp_path: Path) -> None:
    found = list(expand_sources([str(tmp_path)]))
    assert isinstance(found[0], Failure)
    assert ".jsonl" in found[0].reason


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    found = names(folder)
    assert len([name for name in found if not name.startswith("!")]) == 4
    assert f"! {folder / 'self.txt'}" in found


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe in a folder")
def test_a_pipe_in_a_folder_is_left_alone(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert str(folder / "pipe.txt") not in names(folder)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="needs a device")
def test_a_device_is_refused() -> None:
    assert names("/dev/zero") == ["! /dev/zero"]


def test_a_name_is_fit_to_print() -> None:
    assert printable("a\x1b[31m\n\u202e.txt") == "a\ufffd[31m\ufffd\ufffd.txt"
    if sys.platform != "win32":
        printable(os.fsdecode(b"\xff.txt")).encode("utf-8")
