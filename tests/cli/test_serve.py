"""The desk in a browser: what is refused and said beforehand, and a real window in which keys change the case."""

from __future__ import annotations

import asyncio
import builtins
import json
import os
import shlex
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from workbench.work import Case

aiohttp = pytest.importorskip("aiohttp", reason="the extra `serve` is not installed")

from tests.cli.browser import CHROMIUM, chromium, lines_of  # noqa: E402
from workbench.cli.windows import command_of, is_here  # noqa: E402

ROOT = Path(__file__).parents[2]
TITLE = "Wider mission"
ARTICLE = {"title": TITLE, "outlet": "North Radio", "text": "The minister said the mission would grow. It was late."}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case with one article, under a name that a shell would take apart."""
    path = tmp_path / "it's $HOME & <b>.db"
    source = tmp_path / "article.jsonl"
    source.write_text(json.dumps(ARTICLE), encoding="utf-8")
    with Case.open(path) as case:
        case.add([str(source)], {})
    return path


@asynccontextmanager
async def served(path: Path, *words: str) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    """`workbench serve` on a free port: its address, and its process."""
    command = [sys.executable, "-m", "workbench", "serve", "--case", str(path), "--port", "0", *words]
    folders = {"XDG_STATE_HOME": str(path.parent), "XDG_CONFIG_HOME": str(path.parent), "PYTHONPATH": str(ROOT)}
    process = await asyncio.create_subprocess_exec(
        *command,
        cwd=path.parent,
        env={**os.environ, **folders},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout
    try:
        yield (await process.stdout.readline()).decode().strip(), process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGINT)
        await process.communicate()


async def until(true: Callable[[], bool], limit: float = 60) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(limit):
        while not true():
            await asyncio.sleep(0.05)


def analysed(path: Path) -> bool:
    """Whether no article of the case waits."""
    with Case.open(path, create=False) as case:
        return not case.pending()


def starred(path: Path) -> bool:
    """Whether the article of the case has a star."""
    with Case.open(path, create=False) as case:
        return bool(case.search("articles", "is:starred").rows)


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
async def test_a_key_pressed_in_the_browser_changes_the_case(path: Path, tmp_path: Path) -> None:
    async with served(path) as (address, process), chromium(tmp_path / "profile") as browser:
        await browser.permit(address, tmp_path / "downloads")
        await browser.open(address)
        await until(lambda: TITLE in browser.received)
        assert await browser.evaluate("document.title") == f"{path.name} · Workbench"
        await until(lambda: analysed(path))
        articles = await browser.picture()
        assert lines_of(articles) > 100
        if kept := os.environ.get("WORKBENCH_PICTURES"):
            Path(kept, "browser.png").write_bytes(articles)

        assert not starred(path)
        await browser.press("*")
        await until(lambda: starred(path))

        await browser.press("y")
        await until(lambda: "Copied" in browser.received)
        assert TITLE in await browser.evaluate("navigator.clipboard.readText()")

        await browser.press("x")
        await until(lambda: "Export articles" in browser.received)
        await browser.press("\r")
        await until(lambda: any(file.stat().st_size for file in tmp_path.glob("downloads/articles.*")))

        own = address.removeprefix("http://")
        assert {url.partition("://")[2].partition("/")[0] + "/" for url in browser.requested if url[:4] != "data"} == {
            own
        }
        assert any(url.startswith("ws://") for url in browser.requested)
        assert browser.refused == []

        process.send_signal(signal.SIGINT)
        out, err = await asyncio.wait_for(process.communicate(), 30)
        assert (process.returncode, b"Traceback" in out + err) == (0, False)
        await until(lambda: process.returncode is not None)


async def test_only_its_own_page_opens_a_window(path: Path) -> None:
    async with served(path) as (address, _), aiohttp.ClientSession() as session:

        async def answer(place: str, **headers: str) -> int:
            async with session.get(address + place, headers=headers) as response:
                return int(response.status)

        own = address.removesuffix("/")
        assert await answer("") == 200
        assert await answer("", Origin=own) == 200
        assert await answer("", Origin="http://elsewhere.example") == 403
        assert await answer("ws", Origin="http://elsewhere.example") == 403
        assert await answer("ws", Origin="null") == 403
        assert await answer("", Host="elsewhere.example") == 403


async def test_the_page_names_the_case_and_loads_nothing_from_elsewhere(path: Path) -> None:
    async with served(path) as (address, _), aiohttp.ClientSession() as session, session.get(address) as response:
        page, policy = await response.text(), response.headers["Content-Security-Policy"]

    assert "<title>it&#x27;s $HOME &amp; &lt;b&gt;.db" in page
    assert "http" not in page
    assert "default-src 'self'" in policy


async def test_a_host_that_others_reach_is_served_with_a_warning(path: Path) -> None:
    async with served(path, "--host", "0.0.0.0") as (address, process):
        assert address.startswith("http://")
        process.send_signal(signal.SIGINT)
        _, err = await process.communicate()

    assert b"anyone who can reach 0.0.0.0 can read and change" in err


def test_a_port_in_use_is_an_error(path: Path, run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("serve", "--case", str(path), "--port", str(port))

    assert (done.code, done.out) == (1, "")
    assert f"Port {port} of 127.0.0.1 is in use." in done.err


def test_what_is_no_case_is_not_served(tmp_path: Path, run: Run) -> None:
    (tmp_path / "letter.db").write_text("Dear reader")
    done = run("serve", "--case", str(tmp_path / "letter.db"), "--port", "0")

    assert (done.code, done.out) == (1, "")


def test_without_the_extra_it_says_how_to_install_it(path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "workbench.cli.windows":
            raise ModuleNotFoundError("No module named 'textual_serve'", name="textual_serve")
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    done = run("serve", "--case", str(path))

    assert done.code == 1
    assert "pip install 'analyst-workbench[serve]'" in done.err


@pytest.mark.skipif(os.name == "nt", reason="the shell of POSIX")
def test_the_command_of_a_window_keeps_the_path_whole(path: Path) -> None:
    words = shlex.split(command_of(path))

    assert words == ["exec", sys.executable, "-P", "-m", "workbench", str(path)]


def test_this_machine_seen_from_itself() -> None:
    assert [is_here(name) for name in ("localhost", "127.0.0.1", "::1")] == [True] * 3
    assert [is_here(name) for name in ("10.0.0.1", "localhost.example", "", None)] == [False] * 4
