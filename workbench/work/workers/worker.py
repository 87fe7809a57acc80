"""A worker as the process that started it sees it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Any

from workbench.work.workers.process import Done, Ready, Setup
from workbench.work.workers.tasks import AnyTask

START = "import sys; sys.path[:] = sys.argv[1:]; from workbench.work.workers.process import main; main()"
"""Run as a program of its own, on the same code: nothing of the main module of this process is run again."""
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


@dataclass(frozen=True, slots=True)
class Message:
    """What a worker says; None: that it is dead."""

    worker: Worker
    said: Ready | Done | None


class Worker:
    """A process that does tasks; what it says comes to `inbox`."""

    def __init__(self, setup: Setup, inbox: SimpleQueue[Message]) -> None:
        self.is_ready = False
        self._inbox = inbox
        own_group: dict[str, Any] = {"process_group": 0} if os.name == "posix" else {}  # so that ^C does not reach it
        self._process = subprocess.Popen(
            [sys.executable, "-c", START, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **dict.fromkeys(ONE_THREAD, "1"), "TOKENIZERS_PARALLELISM": "false"},
            **own_group,
        )
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._send(setup)

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def give(self, number: int, task: AnyTask) -> None:
        """Let it do a task after those that it has."""
        self._send((number, task))

    def end(self) -> str:
        """End it at once, if it has not ended; what it died of."""
        self._process.kill()
        code = self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was not sent cannot be sent any more
                assert stream is not None
                stream.close()
        return f"killed by signal {-code}" if code < 0 else f"with exit code {code}"

    def _send(self, message: object) -> None:
        assert self._process.stdin is not None
        with suppress(OSError):  # that it is dead, the listener finds
            self._process.stdin.write(pickle.dumps(message, pickle.HIGHEST_PROTOCOL))
            self._process.stdin.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with suppress(Exception):  # a stream that ends may break off anywhere
            while True:
                self._inbox.put(Message(self, pickle.load(self._process.stdout)))
        self._inbox.put(Message(self, None))
