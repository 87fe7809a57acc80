"""Which files a desk may touch: in a browser those of one folder, however a name is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.errors import UsageError
from workbench.tui.file_access import Anywhere, Within
from workbench.work import Case

OUTSIDE = [
    "/etc/passwd", "../secret.txt", "sub/../../secret.txt", "..", "-", "~/secret.txt/../../..", "link/secret.txt",
    "link", "linked.txt", "a\0b", "../*.txt", "sub/../../*", "/", "ring",
]  # fmt: skip
NOT_WRITTEN = [
    "/etc/x.md", "../x.md", "sub/../../x.md", "link/x.md", "a\0b.md", "ring/x.md", "", ".", "..", "sub/..", "out.md",
    "in.md", ".bashrc", ".profile.md", "case.db", "run.sh", "own", "brief.md.py", "x" * 300 + ".md",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file, a sub-folder, and links out of it; beside it a secret."""
    folder = tmp_path / "desk"
    (folder / "sub").mkdir(parents=True)
    for place in (tmp_path / "secret.txt", folder / "own.txt", folder / "sub" / "own too.txt"):
        place.write_text(f"The mayor said that the dam of {place.stem} would hold.\n", encoding="utf-8")
    (folder / "link").symlink_to(tmp_path)
    (folder / "linked.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "ring").symlink_to(folder / "ring")
    return folder


@pytest.mark.parametrize("typed", OUTSIDE)
def test_nothing_is_added_from_elsewhere(folder: Path, typed: str) -> None:
    with pytest.raises(UsageError, match="added from"):
        Within(folder).source(typed)


@pytest.mark.parametrize("typed", ["own.txt", "sub", "sub/own too.txt", "*.txt", ".", "~own.txt"])
def test_what_is_in_the_folder_is_added(folder: Path, typed: str) -> None:
    assert Within(folder).source(typed).startswith(str(folder))
    assert Within(folder).source(str(folder / typed)).startswith(str(folder))


@pytest.mark.parametrize("typed", NOT_WRITTEN)
def test_nothing_is_written_elsewhere_nor_over_what_is_no_export(folder: Path, tmp_path: Path, typed: str) -> None:
    (folder / "out.md").symlink_to(tmp_path / "secret.md")
    (folder / "in.md").symlink_to(folder / "own.txt")
    with pytest.raises(UsageError):
        Within(folder).target(typed, ".md")


def test_what_is_written_stands_in_the_folder(folder: Path) -> None:
    assert Within(folder).target("new.md", ".md") == folder / "new.md"
    assert Within(folder).target("~new.md", ".md") == folder / "~new.md"
    assert Within(folder).target(str(folder / "sub" / "new.MD"), ".md") == folder / "sub" / "new.MD"


def test_the_folder_itself_may_be_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "to").symlink_to(folder)
    assert Within(tmp_path / "to").folder == folder
    assert Within(tmp_path / "to").source(str(folder / "own.txt"))


def test_links_that_a_folder_or_a_pattern_holds_are_not_followed_out_of_it(folder: Path, tmp_path: Path) -> None:
    with Case.open(tmp_path / "x.db", within=folder) as case:
        for source in (str(folder), str(folder / "*"), str(folder / "link" / "*.txt"), str(tmp_path), "/etc/passwd"):
            done = case.add([source])
            assert all("leads out of" in failure.reason for failure in done.failures if "ring" not in failure.source)
            assert done.failures
        assert {Path(row.value.source).name for row in case.search("articles").rows} == {"own.txt", "own too.txt"}
        assert "leads out of" in case.add(["-"], stdin=lambda: b"The mayor said so.").failures[0].reason


def test_in_a_terminal_all_is_the_analysts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    files = Anywhere()
    assert files.source("~/x") == str(tmp_path / "x")
    assert [files.source(each) for each in ("-", "../x", "/etc")] == ["-", "../x", "/etc"]
    assert files.target("~/x.anything", ".md") == tmp_path / "x.anything"
    assert files.folder == Path(os.getcwd())
