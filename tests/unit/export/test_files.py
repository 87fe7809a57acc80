"""A file is there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.export.files import MARKER, new_file, new_folder


def test_a_new_file_has_what_was_written(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.csv", encoding="utf-8-sig") as stream:
        stream.write("é\r\n")

    assert (tmp_path / "a.csv").read_bytes() == b"\xef\xbb\xbf\xc3\xa9\r\n"


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")

    with pytest.raises(WorkbenchError, match="is there already"), new_file(path) as stream:
        stream.write("theirs")
    assert path.read_text() == "mine"


def test_force_replaces_it(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")

    with new_file(path, force=True) as stream:
        stream.write("new")
    assert path.read_text() == "new"


def test_a_failure_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")

    def half() -> None:
        with new_file(path, force=True) as stream:
            stream.write("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="cannot be written"), new_file(tmp_path / "no" / "a.md"):
        pass


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="is a folder"), new_file(tmp_path, force=True):
        pass


def test_a_file_of_bytes_is_not_translated(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.bin", encoding=None) as stream:
        stream.write(b"\r\n\xff")

    assert (tmp_path / "a.bin").read_bytes() == b"\r\n\xff"


def test_a_folder_is_there_when_it_is_whole(tmp_path: Path) -> None:
    with new_folder(tmp_path / "notes") as folder:
        (folder / "a.md").write_text("one")
        assert not (tmp_path / "notes").exists()

    assert (tmp_path / "notes" / "a.md").read_text() == "one"
    assert [each.name for each in tmp_path.iterdir()] == ["notes"]


def test_a_folder_that_failed_leaves_nothing(tmp_path: Path) -> None:
    def half() -> None:
        with new_folder(tmp_path / "notes") as folder:
            (folder / "a.md").write_text("one")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half()
    assert not list(tmp_path.iterdir())


def written(folder: Path, **texts: str) -> Path:
    with new_folder(folder, force=True) as new:
        for name, text in texts.items():
            (new / f"{name}.md").write_text(text)
    return folder


def test_only_an_older_export_is_replaced(tmp_path: Path) -> None:
    ours, theirs = written(tmp_path / "ours", a="one"), tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "thesis.md").touch()

    written(ours, b="two")
    assert sorted(each.name for each in ours.iterdir()) == [MARKER, "b.md"]
    with pytest.raises(WorkbenchError, match="is there already"):
        written(theirs, b="two")
    assert (theirs / "thesis.md").exists()


def test_what_was_put_into_an_export_stays_when_it_is_replaced(tmp_path: Path) -> None:
    folder = written(tmp_path / "vault", a="one")
    (folder / ".obsidian").mkdir()
    (folder / ".obsidian" / "app.json").write_text("{}")
    (folder / "Thoughts.md").write_text("mine")

    written(folder, a="two")
    assert (folder / "a.md").read_text() == "two"
    assert (folder / ".obsidian" / "app.json").read_text() == "{}"
    assert (folder / "Thoughts.md").read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["vault"]


def test_an_export_that_was_changed_or_would_hide_a_file_is_not_replaced(tmp_path: Path) -> None:
    folder = written(tmp_path / "vault", a="one")
    (folder / "Thoughts.md").write_text("mine")
    with pytest.raises(WorkbenchError, match=r"Thoughts.md was not written"):
        written(folder, Thoughts="ours")
    (folder / "a.md").write_text("one, with thoughts")
    with pytest.raises(WorkbenchError, match=r"a.md was changed"):
        written(folder, a="two")

    assert (folder / "a.md").read_text() == "one, with thoughts"
    assert (folder / "Thoughts.md").read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["vault"]


def test_a_target_beneath_a_file_is_named_as_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    for target in (new_file, new_folder):
        with pytest.raises(WorkbenchError, match=r"file/a cannot be written"), target(tmp_path / "file" / "a"):
            pass


def test_a_file_that_appeared_meanwhile_is_kept(tmp_path: Path) -> None:
    def late() -> None:
        with new_file(tmp_path / "a.md") as stream:
            stream.write("second")
            (tmp_path / "a.md").write_text("first")

    with pytest.raises(WorkbenchError, match="since a moment ago"):
        late()
    assert (tmp_path / "a.md").read_text() == "first"
