"""What a worker runs: it reads tasks from its standard input and writes results to its standard output, pickled.

It ends at once when its input does, so it outlives nobody: whoever started it has died, or wants it no more.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from workbench.config.analysis_settings import AnalysisSettings
from workbench.work.workers.tasks import Broken, Reader, Result


@dataclass(frozen=True, slots=True)
class Setup:
    """The first that a worker is told."""

    settings: AnalysisSettings
    niceness: int = 0
    """How much the worker gives way to other programs, 0 to 19."""


@dataclass(frozen=True, slots=True)
class Ready:
    """The first that a worker tells."""

    version: str
    """What it analyses by."""


@dataclass(frozen=True, slots=True)
class Done:
    """The result of a task."""

    number: int
    result: Result
    keeps: bool
    """Whether what was begun waits in the worker to be finished."""


def main() -> None:
    """Serve until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a ^C is for the process that has the case
    with suppress(OSError):
        results = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what a library prints is no result
        received: SimpleQueue[Any] = SimpleQueue()
        Thread(target=_receive, args=(sys.stdin.buffer, received), daemon=True).start()
        _serve(received, results)


def _receive(source: IO[bytes], received: SimpleQueue[Any]) -> None:
    with suppress(Exception):  # a stream that ends may break off anywhere
        while True:
            received.put(pickle.load(source))
    os._exit(0)


def _serve(received: SimpleQueue[Any], results: IO[bytes]) -> None:
    _send(results, Ready(_set_up(received.get())))
    reader = Reader()
    while True:
        number, task = received.get()
        result = reader.do(task)
        _send(results, Done(number, result, reader.keeps(task.article_id)))


def _set_up(setup: Setup) -> str:
    from workbench.nlp import onnx_session
    from workbench.work.analysis_version import use_settings

    if setup.niceness and hasattr(os, "nice"):
        os.nice(setup.niceness)
    onnx_session.use_threads(1)
    return use_settings(setup.settings)


def _send(results: IO[bytes], message: Ready | Done) -> None:
    try:
        pickled = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        assert isinstance(message, Done)
        broken = Broken(f"its result cannot be handed on, {type(error).__name__}: {error}")
        pickled = pickle.dumps(Done(message.number, broken, keeps=False))
    results.write(pickled)
    results.flush()
