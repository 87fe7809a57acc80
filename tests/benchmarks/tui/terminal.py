"""A program in a terminal of its own (120 by 40), as an analyst has it, watched from outside."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.tui.frames import Frame, Stream

COLUMNS, LINES = 120, 40
QUIET = 0.25
"""So long nothing is painted and nothing worked at: the program waits for the next key."""
PATIENCE = 60.0
_TICK = 1 / os.sysconf("SC_CLK_TCK")


class Terminal:
    """A running program; to be closed."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
            os.execvpe(command[0], list(command), {**os.environ, **environment, "TERM": "xterm-256color"})
        self.stream = Stream()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *error: object) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    @property
    def frames(self) -> list[Frame]:
        """What was painted so far."""
        return self.stream.frames

    def press(self, keys: str) -> float:
        """Send keys as a terminal does; when."""
        at = time.perf_counter()
        os.write(self._fd, keys.encode())
        return at

    def read(self, seconds: float) -> bool:
        """Take in what comes next; whether anything came within so many seconds."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError as error:
            raise RuntimeError(f"The program ended: {self._last()}") from error
        if answer := self.stream.feed(time.perf_counter(), data):
            os.write(self._fd, answer)
        return True

    def wait(self, text: str, since: int = 0) -> float:
        """When a text is painted, in a frame from that number on."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            for number in range(since, len(self.frames)):
                if text in self.frames[number].text:
                    return self.frames[number].at
                since = number + 1
            self.read(0.1)
        raise TimeoutError(f"{text!r} did not come: {self._last()}")

    def settle(self) -> None:
        """Wait until the program waits."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            spent = self.cpu()
            if not self.read(QUIET) and self.cpu() - spent <= _TICK:
                return
        raise TimeoutError(f"It never came to rest: {self._last()}")

    def pause(self, seconds: float) -> None:
        """Go on reading for so long."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)

    def cpu(self) -> float:
        """Seconds of processor time that the program took, all threads."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * _TICK

    def memory(self) -> float:
        """Resident MB."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0.0

    def _last(self) -> str:
        return self.frames[-1].text[-300:] if self.frames else "nothing was painted"
