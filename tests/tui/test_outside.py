"""What leaves the desk for other programs: the clipboard, the browser, the pager, the editor, a pipe."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.tui.conftest import Open
from workbench.tui.clipboard import Program, programs, put


def script(folder: Path, name: str, body: str) -> Path:
    """A program of ours called `name`."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with every program for a clipboard; none does anything."""
    for name in ("pbcopy", "wl-copy", "xclip", "xsel", "clip.exe", "tmux"):
        script(tmp_path / "bin", name, "exit 0")
    return tmp_path / "bin"


@pytest.mark.parametrize(
    ("environ", "platform", "names"),
    [
        ({}, "linux", []),
        ({}, "darwin", ["pbcopy"]),
        ({"DISPLAY": ":0"}, "linux", ["xclip", "xsel"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "linux", ["wl-copy", "xclip", "xsel"]),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", ["clip.exe"]),
        ({"DISPLAY": ":0", "TMUX": "x"}, "linux", ["xclip", "xsel", "tmux"]),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "a b"}, "linux", []),
        ({"SSH_TTY": "a", "TMUX": "x"}, "darwin", ["tmux"]),
    ],
)
def test_the_programs_that_fit_the_session(
    here: Path, environ: dict[str, str], platform: str, names: list[str]
) -> None:
    assert [each.name for each in programs({**environ, "PATH": str(here)}, platform)] == names
    assert programs({**environ, "PATH": str(here.parent)}, platform) == []


def test_a_program_that_fails_or_hangs_leaves_it_to_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.tui.clipboard._SECONDS", 0.2)
    failing = script(tmp_path, "failing", "exit 1")
    hanging = script(tmp_path, "hanging", "exec sleep 60")
    taking = script(tmp_path, "taking", f"cat > {tmp_path}/taken")
    each = [Program((str(path),)) for path in (tmp_path / "missing", failing, hanging, taking)]
    assert put("“接受”", each, os.environ) == str(taking)
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "“接受”"
    assert put("words", each[:3], os.environ) == ""


async def test_what_is_copied_arrives_and_the_toast_says_how(
    open_desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk() as hands:
        await hands.press("2", "y")
        assert hands.said.endswith("· through your terminal")
        name = "pbcopy" if sys.platform == "darwin" else "xclip"
        script(tmp_path / "bin", name, f"cat > {tmp_path}/taken")
        monkeypatch.setenv("PATH", f"{tmp_path}/bin{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setenv("DISPLAY", ":0")
        monkeypatch.delenv("SSH_TTY")
        monkeypatch.delenv("SSH_CONNECTION", raising=False)
        monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
        await hands.press("j", "y")
        assert hands.said.endswith(f"· {name}")
        assert (tmp_path / "taken").read_text(encoding="utf-8") == hands.app.clipboard
