"""Nothing leaves the machine, and nothing is left on it outside the folders that `workbench config` names."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from asyncio import timeout
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.reliability.watched import ROOT, STRACE, Home, addresses, command, on_a_terminal, readable, run

OURS = (".config/workbench/", ".local/share/workbench/", ".local/state/workbench/", "talks.db")
"""The documented folders, and the case that the test names itself."""
ANALYSED = "10 articles analysed"
UNWATCHED = "strace is not installed: native code cannot be watched"
watched = pytest.mark.skipif(STRACE is None, reason=UNWATCHED)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home")


@pytest.fixture
def trace(tmp_path: Path) -> Path | None:
    """Where the calls to the network are written down, if they can be watched."""
    return tmp_path / "trace" if STRACE else None


def strange(home: Home) -> list[str]:
    return [file for file in home.left if not file.startswith(OURS)]


def assert_asked_nobody(trace: Path | None) -> None:
    if trace is None:
        pytest.skip(UNWATCHED)
    assert addresses(trace) == set()


def test_adding_leaves_no_file_but_the_case_and_asks_for_no_address(home: Home, trace: Path | None) -> None:
    done = run(home, "add", str(ROOT / "seeds"), "--case", "talks.db", trace=trace)
    assert "analysed" in done.stderr
    assert strange(home) == []
    assert_asked_nobody(trace)


def test_the_demo_leaves_no_file_outside_the_documented_folders_and_asks_for_no_address(
    home: Home, trace: Path | None
) -> None:
    on_a_terminal(home, "demo", until=ANALYSED, keys=b"q", trace=trace)
    assert strange(home) == []
    assert_asked_nobody(trace)


@watched
@pytest.mark.skipif(find_spec("aiohttp") is None, reason="the extra `serve` is not installed")
async def test_serving_asks_for_no_address_but_its_own(home: Home, tmp_path: Path) -> None:
    """A desk in a window, analysing the demonstration articles."""
    import aiohttp

    run(home, "add", str(ROOT / "seeds"), "--case", "talks.db", "--no-analysis")
    words = command(home, "serve", "--case", "talks.db", "--port", "0", trace=tmp_path / "trace")
    served = subprocess.Popen(
        words, cwd=home.path, env=home.environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert served.stdout
        address = served.stdout.readline().strip()
        own = f"http://{urlsplit(address).netloc}"
        async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
            async with session.get(address) as page:
                assert page.status == 200
            async with session.ws_connect(f"{own}/ws?width=150&height=40", origin=own) as window, timeout(120):
                painted = b""
                while ANALYSED.replace(" ", "") not in readable(painted).replace(" ", ""):
                    painted += (await window.receive_bytes()).removeprefix(b"D")
    finally:
        os.killpg(served.pid, signal.SIGINT)  # strace hands none on
        served.communicate(timeout=60)
    assert addresses(tmp_path / "trace") == set()
    assert strange(home) == []


@watched
def test_the_watch_sees_what_native_code_asks_for(tmp_path: Path) -> None:
    """The proof is worth something only if a look-up would be seen."""
    script = "import socket\ntry: socket.getaddrinfo('a.invalid', 80)\nexcept OSError: pass\n"
    line = [str(STRACE), "-f", "-qq", "-e", "trace=connect,sendto", "-o", str(tmp_path / "trace"), sys.executable]
    subprocess.run([*line, "-c", script], check=True)
    assert addresses(tmp_path / "trace")
