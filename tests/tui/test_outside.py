"""What leaves the desk for other programs: the clipboard, the browser, the pager, the editor, a pipe."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.tui.conftest import Open
from tests.tui.stories import ARTICLES, QUOTES
from workbench.config import Settings
from workbench.errors import WorkbenchError
from workbench.model import never
from workbench.tui.clipboard import Program, programs, put
from workbench.tui.external_programs import (
    Command,
    at_line,
    at_link,
    beside,
    command_for,
    document,
    file_name,
    in_front,
    link_of,
)
from workbench.tui.pipes import Piped, pipe
from workbench.tui.screens.choice_dialog import Choose
from workbench.tui.screens.text_sheet import TextSheet
from workbench.views import Row


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


# Opening outside


@pytest.mark.parametrize(
    ("kind", "settings", "environ", "command"),
    [
        ("pager", {"pager": "most -s"}, {"PAGER": "less"}, ("most", "-s")),
        ("pager", {}, {"PAGER": "less -R"}, ("less", "-R")),
        ("pager", {}, {}, ("less",)),
        ("editor", {"editor": "'/a b/emacs' -nw"}, {"EDITOR": "vi"}, ("/a b/emacs", "-nw")),
        ("editor", {}, {"VISUAL": "nvim", "EDITOR": "ed"}, ("nvim",)),
        ("editor", {}, {"EDITOR": "it's"}, ("it's",)),
        ("editor", {}, {}, ("nano",)),
        ("browser", {}, {"DISPLAY": ":0"}, ("xdg-open",)),
        ("browser", {}, {}, ()),
    ],
)
def test_which_program(
    tmp_path: Path, kind: Any, settings: dict[str, str], environ: dict[str, str], command: Command
) -> None:
    for name in ("less", "nano", "xdg-open"):
        script(tmp_path / "bin", name, "exit 0")
    environ = {**environ, "PATH": str(tmp_path / "bin")}
    assert command_for(kind, Settings(**settings), environ, "linux") == command


def test_the_place_goes_to_programs_that_take_one() -> None:
    assert at_line(("/usr/bin/less", "-S"), Path("a.txt"), 7) == ("/usr/bin/less", "-S", "+7", "a.txt")
    assert at_line(("code", "--wait"), Path("a.txt"), 7) == ("code", "--wait", "a.txt")
    assert at_link(("firefox",), "https://a") == ("firefox", "https://a")
    assert at_link(("x", "--url=%s", "-p"), "https://a") == ("x", "--url=https://a", "-p")


@pytest.mark.parametrize(
    ("url", "source", "link"),
    [
        ("https://a.example/b?c=d#e", "c.txt", "https://a.example/b?c=d#e"),
        ("", "http://a.example/b", "http://a.example/b"),
        ("javascript:alert(1)", "c.txt", ""),
        ("file:///etc/passwd", "", ""),
        ("--help", "-x", ""),
        ("https://", "https://[", ""),
        ("https://a.example/\x1b[31m", "", ""),
        ("https://a.example/ -x", "", ""),
        ("https://a.example/\u202egpj", "", ""),
    ],
)
def test_only_links_to_the_web_are_opened(url: str, source: str, link: str) -> None:
    assert link_of(replace(ARTICLES[0], url=url, source=source)) == link


@pytest.mark.parametrize("width", [0, 30, 100])
@pytest.mark.parametrize("quote", QUOTES, ids=lambda quote: quote.text[:12])
def test_a_text_that_is_handed_out_says_the_line_of_the_passage(quote: Any, width: int) -> None:
    article = next(each for each in ARTICLES if each.id == quote.article_id)
    text, line = document(Row(article.id, article, None), "here", quote.spans[0], width)
    first = quote.text.split()[0][:25]
    assert first in text.split("\n")[line - 1]
    assert article.title in text
    assert width == 0 or max(map(len, text.split("\n"))) <= max(width, 72)


def test_a_hostile_text_is_handed_out_clean() -> None:
    text, _ = document(Row(ARTICLES[6].id, ARTICLES[6], None))
    assert not set(text) & {"\x1b", "\u202e", "\x07"}
    row = Row("A", replace(ARTICLES[0], title="../-x/\x1b" + "接" * 300), None)
    assert file_name(row) == "x-" + "接" * 57 + ".txt"


def test_a_program_in_front_and_one_beside(tmp_path: Path) -> None:
    assert in_front(("true",)) == ""
    assert in_front(("sh", "-c", "exit 3")) == "sh ended with code 3."
    assert "missing cannot be started" in in_front((str(tmp_path / "missing"),))
    wrong: list[str] = []
    beside((str(tmp_path / "missing"),), wrong.append)
    assert "cannot be started" in wrong[0]


async def until(so: Callable[[], bool]) -> None:
    """Wait for something that another program does."""
    async with asyncio.timeout(20):
        while not so():
            await asyncio.sleep(0.01)


async def test_a_quote_in_the_pager_and_the_editor(
    open_desk: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    less = script(
        tmp_path / "bin",
        "less",
        f'echo "$1" > {tmp_path}/line; cat "$2" > {tmp_path}/text; echo $LESS > {tmp_path}/less',
    )
    nano = script(tmp_path / "bin", "nano", f'ls -l "$2" > {tmp_path}/rights; exit 1')
    settings = Settings(pager=str(less), editor=str(nano))
    monkeypatch.setenv("LESS", "-FRX")
    async with open_desk(settings=settings) as hands:
        monkeypatch.setattr(hands.app, "suspend", nullcontext)
        await hands.press("2", "j", "E")
        assert isinstance(hands.app.screen, Choose)
        assert "a copy; changes do not come back" in hands.screen_text()
        await hands.press("b")
        assert "it has no link to the web" in hands.screen_text()
        await hands.press("p")
        assert hands.app.screen is hands.desk
        lines = (tmp_path / "text").read_text(encoding="utf-8").split("\n")
        line = int((tmp_path / "line").read_text())
        assert "European nations were expected" in " ".join(lines[line - 1 : line + 1])
        assert (tmp_path / "less").read_text() == "-FRX -+F\n"
        assert lines[0] == "Chiefs draw up options for Ukraine"
        await hands.press("E", "e")
        assert (tmp_path / "rights").read_text().startswith("-r--------")
        assert "nano ended with code 1." in hands.said


async def test_without_a_terminal_to_lend_that_is_said(open_desk: Open) -> None:
    async with open_desk(settings=Settings(pager="true")) as hands:
        await hands.press("E", "p")
        assert "no terminal to lend" in hands.said


async def test_a_link_in_the_browser(open_desk: Open, tmp_path: Path) -> None:
    opens = script(
        tmp_path, "opens", f'echo "$1" > {tmp_path}/link.part; mv {tmp_path}/link.part {tmp_path}/link; exit 4'
    )
    async with open_desk(settings=Settings(browser=str(opens))) as hands:
        while hands.desk.view.rows.current.value.title != ARTICLES[5].title:
            await hands.press("j")
        await hands.press("E", "b")
        await until((tmp_path / "link").exists)
        assert (tmp_path / "link").read_text() == "https://review.example/gap\n"
        await until(lambda: "opens ended with code 4." in hands.said)


async def test_where_there_is_nothing_to_open_that_is_said(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("5", "E")
        assert "no article here" in hands.said


# Piping


def piped(command: str, rows: str = "a\nb\n", stop: Callable[[], bool] = never, shell: str = "/bin/sh") -> Piped:
    with tempfile.TemporaryFile("w+", encoding="utf-8") as stream:
        stream.write(rows)
        return pipe(command, stream, stop, {**os.environ, "SHELL": shell})


def test_what_a_command_prints_and_complains_of() -> None:
    found = piped("sort -r; echo oh >&2; exit 3")
    assert (found.text, found.code, found.cut, found.stopped) == ("b\na\noh", 3, False, False)


def test_output_is_clean_and_tabs_keep_their_columns() -> None:
    assert piped("printf 'a\\tb\\r\\n\\033[31mred\\377\\n\\n'").text == "a       b\n␛[31mred\ufffd"


def test_a_command_that_does_not_read_all_is_no_error() -> None:
    assert piped("head -1", "line\n" * 200_000).text == "line"
    assert piped("exit 0", "line\n" * 200_000).code == 0


def test_a_flood_is_cut_and_the_command_still_ends() -> None:
    found = piped("yes | head -c 3000000; exit 5")
    assert (len(found.text), found.cut, found.code) == (999_999, True, 5)


def test_stopping_ends_all_that_was_started(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    found = piped(f"(trap '' TERM; echo $$ > {mark}; sleep 300) | cat", stop=lambda: mark.exists())
    assert found.stopped
    assert found.code != 0


def test_a_command_cannot_reach_the_terminal() -> None:
    assert piped("(: < /dev/tty) 2> /dev/null && echo reached || echo alone").text == "alone"


def test_a_shell_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="cannot run this"):
        piped("true", shell=str(tmp_path / "missing"))


async def test_rows_into_a_command_and_its_output_on_a_sheet(open_desk: Open) -> None:
    async with open_desk(size=(120, 30)) as hands:
        await hands.press("2", "vertical_line")
        assert f"all {len(QUOTES)} quotes that match" in hands.screen_text()
        assert "⏎ run" in hands.screen_text()
        await hands.press("enter")
        assert "there is nothing typed yet" in hands.screen_text()
        await hands.write("head -1; wc -l")
        await hands.press("enter")
        assert isinstance(hands.app.screen, TextSheet)
        assert QUOTES[0].id in hands.screen_text()
        assert "exit code 0 · 2 lines" in hands.screen_text()
        assert hands.case.exports[-1] == ("jsonl", "quotes", "", None)
        await hands.press("y")
        assert hands.app.clipboard.startswith(QUOTES[0].id)
        await hands.press("q", "space", "vertical_line")
        assert "the 1 selected row" in hands.screen_text()
        assert "head -1; wc -l" in hands.screen_text()
        await hands.press("tab", "ctrl+u")
        await hands.write("csv")
        await hands.press("enter")
        assert hands.case.exports[-1] == ("csv", "quotes", "", [QUOTES[0].id])


async def test_a_command_that_prints_nothing_is_a_toast(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("vertical_line")
        await hands.write("exit 2")
        await hands.press("enter")
        assert hands.app.screen is hands.desk
        assert "exit 2: exit code 2 · 0 lines" in hands.said


async def test_a_command_is_stopped_like_any_job(open_desk: Open) -> None:
    async with open_desk() as hands:
        await hands.press("vertical_line")
        await hands.write("echo begun; sleep 300")
        await hands.pilot.press("enter")
        await until(lambda: bool(hands.desk.features.jobs.running))
        await hands.pilot.press("ctrl+x")
        await hands.settle()
        assert "stopped" in hands.screen_text()
        assert not hands.desk.features.jobs.running
