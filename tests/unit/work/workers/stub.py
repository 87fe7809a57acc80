"""A worker, or a whole command, whose reader does what the title of an article says and finds nothing."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from workbench.model import Analysis, Article, Entity
from workbench.work.workers import process, worker, workforce
from workbench.work.workers.tasks import AnyTask, Broken, EncodeTask, Reader, Result

START = worker.START.replace("workbench.work.workers.process", "tests.unit.work.workers.stub")
"""What starts such a worker."""


class StubReader(Reader):
    """ "die": the process is killed; "die once FILE": unless the file is there, which is made; "wait": for ever.
    "much": many names are found."""

    def do(self, task: AnyTask) -> Result:
        if isinstance(task, EncodeTask):
            return super().do(task)
        word, _, rest = task.article.title.partition(" ")
        if word == "break":
            return Broken("it breaks")
        if word == "die" and not (rest and Path(rest.split(" ")[-1]).exists()):
            if rest:
                Path(rest.split(" ")[-1]).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "wait" and task.step == "finish":
            threading.Event().wait()
        if word == "much":
            return Analysis(
                task.article.id, tuple(Entity(f"{task.article.id} {n}", "organisation") for n in range(999))
            )
        return Analysis(task.article.id, unanalysed=str(os.getpid()) if word == "pid" else "")


def article(number: int, title: str = "") -> Article:
    """An article with a title."""
    return Article(f"A{number}", f"{number}.txt", "Nothing is said here.", title=title)


def main() -> None:
    """What the worker runs."""
    process.Reader = StubReader  # type: ignore[misc]
    process.main()


def command() -> None:
    """The command line, with such workers however little there is to read."""
    from workbench.cli import main

    worker.START = START
    workforce.PAYS_FROM = 1
    sys.exit(main(sys.argv[1:]))


if __name__ == "__main__":
    command()
