"""A command of the workbench in a home of its own, with every file that it leaves and every address that it asks for.

`strace` follows the process and all its children, so native code is seen as well as Python.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
STRACE = shutil.which("strace")
LOOPBACK = ("127.", "::1", "::ffff:127.")
_ADDRESS = re.compile(r'(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"')
_PORT = re.compile(r"sin6?_port=htons\((\d+)\)")
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?<>=]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][A-Z0-9]|.)")
_ASKING = ("connect(", "sendto(", "sendmsg(", "sendmmsg(")
DNS = 53


@dataclass(frozen=True)
class Home:
    """A fresh home folder, and the environment of somebody who has just got the program."""

    path: Path

    @property
    def environment(self) -> dict[str, str]:
        """Without what a developer's machine or CI sets, which would hide what a user's machine does."""
        hidden = ("CI", "GITHUB_ACTIONS", "ORT_DISABLE_TELEMETRY", "DO_NOT_TRACK", "WORKBENCH_CONFIG")
        own = {k: v for k, v in os.environ.items() if k not in hidden and not k.startswith("XDG_")}
        temporary = self.path / "tmp"
        temporary.mkdir(parents=True, exist_ok=True)
        return own | {
            "HOME": str(self.path),
            "TMPDIR": str(temporary),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "TERM": "xterm-256color",
        }

    @property
    def left(self) -> list[str]:
        """Every file that stands there now, relative to the home."""
        return sorted(str(f.relative_to(self.path)) for f in self.path.rglob("*") if f.is_file())


def command(home: Home, *words: str, trace: Path | None = None) -> list[str]:
    """The words that run the workbench, watched where `trace` names a file."""
    own = [sys.executable, "-m", "workbench", *words]
    if trace is None:
        return own
    assert STRACE
    return [STRACE, "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(trace), *own]


def run(home: Home, *words: str, trace: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A command, to its end."""
    return subprocess.run(
        command(home, *words, trace=trace),
        cwd=home.path,
        env=home.environment,
        capture_output=True,
        text=True,
        check=True,
    )


def on_a_terminal(home: Home, *words: str, until: str, keys: bytes, trace: Path | None = None) -> str:
    """A command on a terminal of its own: once it has shown `until`, it is given the keys; what it painted."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(home.path)
        line = command(home, *words, trace=trace)
        os.execvpe(line[0], line, home.environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    painted, sent = b"", False
    try:
        for painted in _painted(terminal):
            if not sent and until.replace(" ", "") in readable(painted).replace(" ", ""):
                os.write(terminal, keys)
                sent = True
        assert sent, readable(painted)[-2000:]
    except BaseException:
        os.killpg(process, signal.SIGKILL)
        raise
    finally:
        os.close(terminal)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    assert code == 0
    return readable(painted)


def _painted(terminal: int) -> Iterator[bytes]:
    """All that was painted so far, again and again, until the program ends or two minutes are over."""
    painted, limit = b"", time.monotonic() + 120
    seen = select.poll()  # `select.select` takes no descriptor above 1,023
    seen.register(terminal, select.POLLIN)
    while time.monotonic() < limit:
        if seen.poll(100):
            try:
                painted += os.read(terminal, 65536)
            except OSError:
                return
        yield painted


def readable(painted: bytes) -> str:
    """The words of what a terminal was given, without its escape sequences, borders and line ends."""
    return " ".join(re.findall(r"\w+", _ESCAPES.sub(" ", painted.decode(errors="replace"))))


def addresses(trace: Path) -> set[str]:
    """Every address outside this machine that was asked for, and every name server, loopback or not."""
    found = set()
    for line in trace.read_text(errors="replace").splitlines():
        if any(call in line for call in _ASKING) and (address := _ADDRESS.search(line)):
            port = _PORT.search(line)
            if not address[1].startswith(LOOPBACK) or (port and int(port[1]) == DNS):
                found.add(f"{address[1]}:{port[1] if port else '?'}")
    return found
