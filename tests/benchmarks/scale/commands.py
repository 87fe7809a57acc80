"""What a command of a checkout costs, with all the processes that it starts."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.side_by_side import WORKBENCH, Checkout
from tests.benchmarks.tui import measure
from tests.benchmarks.tui.measure import ENTER
from tests.benchmarks.tui.terminal import Terminal

LOOK_SECONDS = 0.5
PATIENCE = 1_800.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of clock and processor, and MB."""

    wall: float
    cpu: float
    memory: float
    """The most that all processes took at once."""
    parent: float
    """The most that the first process took, and the largest of those that it started."""
    worker: float


def cost_of(checkout: Checkout, *words: object) -> Cost:
    """The cost of a command; raises SystemExit where it fails."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    environment, command = {**os.environ, **checkout.environment}, [*WORKBENCH, *map(str, words)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = parent = worker = 0.0
    while True:
        try:
            process.wait(LOOK_SECONDS)
            break
        except subprocess.TimeoutExpired:
            most, parent = max(most, memory_of(process.pid)), max(parent, peak_of(process.pid))
            worker = max([worker, *map(peak_of, children_of(process.pid))])
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise SystemExit(f"{command[:4]} failed with {process.returncode} in {checkout.folder}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, most, parent, worker)


def memory_of(pid: int) -> float:
    """The MB of a process and of those that it started; a page that several share is counted once."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        own = next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
        return own + sum(map(memory_of, children_of(pid)))
    return 0.0


def children_of(pid: int) -> list[int]:
    """The processes that a process started, by any of its threads."""
    with suppress(OSError):
        return [int(child) for of in Path(f"/proc/{pid}/task").glob("*/children") for child in of.read_text().split()]
    return []


def peak_of(pid: int) -> float:
    """The most MB that a process took since it began, shared pages and all."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)
    return 0.0


def add_on_the_desk(checkout: Checkout, case: Path, article: Path) -> float:
    """Seconds from the key that adds an article on an open desk until it says that the article is analysed."""
    listed = checkout.python("-m", "workbench", "articles", "--case", str(case), "--limit", "1", "--json")
    title = json.loads(listed)[0]["title"]
    with measure.at_home() as home, Terminal((*WORKBENCH, str(case)), {**checkout.environment, **home}) as terminal:
        terminal.wait(title[:16])
        terminal.settle()
        terminal.press("a")
        terminal.settle()
        terminal.press(str(article))
        terminal.settle()
        seen, at = len(terminal.frames), terminal.press(ENTER)
        while time.perf_counter() - at < PATIENCE:
            with suppress(TimeoutError):
                return terminal.wait("1 article analysed", seen) - at
    raise SystemExit(f"The article was not analysed on the desk of {checkout.folder}.")
