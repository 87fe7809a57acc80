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
from urllib.parse import urlsplit

import pytest

from tests.cli.conftest import Run
from workbench.work import Case

aiohttp = pytest.importorskip("aiohttp", reason="the extra `serve` is not installed")

from tests.cli.browser import CHROMIUM, chromium, lines_of  # noqa: E402
from workbench.cli.web_server import command_of, is_here  # noqa: E402

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
        own = urlsplit(address).netloc
        await browser.permit(f"http://{own}", tmp_path / "downloads")
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
        assert list(path.with_name(f"{path.stem}-files").glob("articles.*"))

        assert await browser.evaluate("location.href") == f"http://{own}/"
        assert {urlsplit(url).netloc for url in browser.requested if url[:4] != "data"} == {own}
        assert any(url.startswith("ws://") for url in browser.requested)
        assert browser.refused == []

        process.send_signal(signal.SIGINT)
        out, err = await asyncio.wait_for(process.communicate(), 30)
        assert (process.returncode, b"Traceback" in out + err) == (0, False)
        await until(lambda: process.returncode is not None)


HANDSHAKE = "\r\n".join(
    ["Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + "A" * 22 + "=="]
)


async def asked(address: str, place: str, *headers: str) -> tuple[int, str]:
    """What a raw socket is answered: the status, and the head with what came along."""
    parts = urlsplit(address)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    head = "\r\n".join(
        [f"GET {place} HTTP/1.1", *(headers if "Host" in "".join(headers) else (f"Host: {parts.netloc}", *headers))]
    )
    writer.write(f"{head}\r\n\r\n".encode("latin-1"))
    answer = (await asyncio.wait_for(reader.read(8000), 30)).decode("latin-1")
    writer.close()
    return int(answer.split()[1]), answer


def cookie_in(answer: str) -> str:
    """The cookie that an answer sets, as a browser gives it back."""
    [line] = [line for line in answer.split("\r\n") if line.startswith("Set-Cookie: ")]
    value, *rules = line.removeprefix("Set-Cookie: ").split("; ")
    assert {*rules} == {"HttpOnly", "Path=/", "SameSite=Strict"}
    return f"Cookie: {value}"


async def test_nothing_is_served_without_the_token(path: Path) -> None:
    async with served(path) as (address, _):
        parts = urlsplit(address)
        own = f"Origin: http://{parts.netloc}"
        token = parts.query
        assert len(token) > 40
        opened, answer = await asked(address, f"/?{token}")
        cookie = cookie_in(answer)
        assert opened == 200
        assert token.removeprefix("token=") not in answer
        assert token.removeprefix("token=") not in cookie

        wrong = ["/", "/?token=", "/?token=wrong", f"/?{token[:-1]}", f"/?{token}x", "/?token=%ff%00", "/ws",
                 f"/ws?{token}", "/static/js/textual.js", f"/static/js/textual.js?{token}", f"/download/1?{token}",
                 "/static/", "/nothing"]  # fmt: skip
        for place in wrong:
            status, answer = await asked(address, place, own)
            assert (status, "Set-Cookie" in answer) == (403, False), place
        for name in ("workbench", f"workbench-{parts.port}"):
            for value in ("", "x", token.removeprefix("token="), "\xff"):
                assert (await asked(address, "/", f"Cookie: {name}={value}"))[0] == 403
                assert (await asked(address, "/ws", own, HANDSHAKE, f"Cookie: {name}={value}"))[0] == 403

        assert (await asked(address, "/", cookie))[0] == 200
        assert (await asked(address, "/static/js/textual.js", cookie))[0] == 200
        assert (await asked(address, "/download/1", cookie))[0] == 404


async def test_only_its_own_page_opens_a_window(path: Path) -> None:
    async with served(path) as (address, _):
        parts = urlsplit(address)
        cookie = cookie_in((await asked(address, f"/?{parts.query}"))[1])
        foreign = ["", "null", "http://elsewhere.example", f"http://127.0.0.1:{(parts.port or 0) + 1}", "http://127.0.0.1",
                   f"http://{parts.netloc}.elsewhere.example", f"ftp://{parts.netloc}", parts.netloc]  # fmt: skip
        for origin in foreign:
            assert (await asked(address, "/ws", HANDSHAKE, cookie, f"Origin: {origin}"))[0] == 403, origin
            assert (await asked(address, "/", cookie, f"Origin: {origin}"))[0] == 403, origin
        assert (await asked(address, "/ws", HANDSHAKE, cookie))[0] == 403
        rebound = "elsewhere.example"
        assert (await asked(address, "/", cookie, f"Host: {rebound}"))[0] == 403
        assert (await asked(address, "/ws", HANDSHAKE, cookie, f"Host: {rebound}", f"Origin: http://{rebound}"))[
            0
        ] == 403
        assert (await asked(address, "/", cookie, f"Origin: http://{parts.netloc}"))[0] == 200
        assert (await asked(address, "/ws", HANDSHAKE, cookie, f"Origin: http://{parts.netloc}"))[0] == 101


async def test_a_desk_in_a_browser_runs_no_program_and_reads_its_folder_only(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("The minister said that the code was written down.", encoding="utf-8")
    browser = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))  # keeps the cookies of a number too
    async with served(path) as (address, _), browser as session:
        own = f"http://{urlsplit(address).netloc}"
        async with session.get(address) as response:
            assert response.status == 200
        async with session.ws_connect(f"{own}/ws?width=150&height=40", origin=own) as window:
            seen = ""

            async def typed(keys: str, awaited: str) -> None:
                nonlocal seen
                seen = ""
                if keys:
                    await window.send_json(["stdin", keys])
                async with asyncio.timeout(60):
                    while awaited not in seen:
                        seen += (await window.receive()).data.decode("utf-8", "replace")

            await typed("", TITLE)
            await typed("|", "From a")
            await typed("a", "Add articles")
            await typed(f"{secret}\r", "Here ")
            await typed("a", "Add articles")
            await typed("../secret.txt\r", "Here ")
    with Case.open(path, create=False) as case:
        assert case.counts()["articles"] == 1


async def test_the_page_names_the_case_and_loads_nothing_from_elsewhere(path: Path) -> None:
    async with served(path) as (address, _), aiohttp.ClientSession() as session, session.get(address) as response:
        page, headers = await response.text(), response.headers

    assert "<title>it&#x27;s $HOME &amp; &lt;b&gt;.db" in page
    assert "http" not in page
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", "no-referrer")


async def test_a_host_that_others_reach_is_served_with_a_warning(path: Path) -> None:
    async with served(path, "--host", "0.0.0.0") as (address, process):
        assert address.startswith("http://")
        assert len(urlsplit(address).query) > 40
        process.send_signal(signal.SIGINT)
        _, err = await process.communicate()

    assert b"Warning: others can reach 0.0.0.0. Whoever has the address below can read and change all of" in err
    assert b"not encrypted" in err


async def test_a_token_of_ones_own(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with served(path, "--token", "a word & of my own") as (address, _):
        assert urlsplit(address).query == "token=a%20word%20%26%20of%20my%20own"
        assert (await asked(address, f"/?{urlsplit(address).query}"))[0] == 200
        assert (await asked(address, "/?token=a"))[0] == 403
    monkeypatch.setenv("WORKBENCH_TOKEN", "another-of-my-own")
    async with served(path) as (address, _):
        assert urlsplit(address).query == "token=another-of-my-own"


def test_a_token_that_can_be_guessed_is_refused(path: Path, run: Run) -> None:
    done = run("serve", "--case", str(path), "--port", "0", "--token", "short")

    assert done.code == 2
    assert "16 characters" in done.err


def test_a_folder_that_cannot_be_is_an_error(path: Path, run: Run) -> None:
    done = run("serve", "--case", str(path), "--port", "0", "--folder", str(path))

    assert (done.code, done.out) == (1, "")
    assert "cannot be the folder" in done.err


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
        if name == "workbench.cli.web_server":
            raise ModuleNotFoundError("No module named 'textual_serve'", name="textual_serve")
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    done = run("serve", "--case", str(path))

    assert done.code == 1
    assert "pip install 'analyst-workbench[serve]'" in done.err


@pytest.mark.skipif(os.name == "nt", reason="the shell of POSIX")
def test_the_command_of_a_window_keeps_the_path_whole(path: Path) -> None:
    folder = path.with_name("a folder; of $(it)")
    words = shlex.split(command_of(path, folder))

    assert words == ["exec", sys.executable, "-P", "-m", "workbench", str(path), "--served", str(folder)]


def test_this_machine_seen_from_itself() -> None:
    assert [is_here(name) for name in ("localhost", "127.0.0.1", "::1")] == [True] * 3
    assert [is_here(name) for name in ("10.0.0.1", "localhost.example", "", None)] == [False] * 4
