"""How many processes this machine has cores and memory for."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

WORKER_MEMORY = 500_000_000
"""What a worker takes at most, in bytes, but for articles of extreme length."""


def usual_jobs() -> int:
    """As many as there are cores for this process, if there is memory for so many."""
    free = free_memory()
    return max(1, usable_cores() if free is None else min(usable_cores(), free // WORKER_MEMORY))


def usable_cores() -> int:
    """The cores that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not told by this system
        return os.cpu_count() or 1


def free_memory() -> int | None:
    """The bytes that can be had without swapping; None where the system does not tell."""
    with suppress(OSError, ValueError, IndexError):
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    return None
