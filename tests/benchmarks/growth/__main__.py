"""`python -m tests.benchmarks.growth [--before WORKTREE]`: what one more article costs as a case grows.

Cases of one story and of many (`cases.py`, from the train stories of WORKBENCH_CORPORA) are compared as a whole, then
articles come to each one at a time: rewritings that the case does not have, read before the clock runs. A figure is
processor seconds of a fresh process on one thread, the median of the articles that came; with --before, of that build
beside this one, each on a case of its own reading.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[3]
STORY = "hongkong"
ONE, MANY = (100, 200, 400), (300, 600, 1200)
MORE = 5
"""How many articles come, one at a time."""
TASK = "import runpy, sys; sys.path[:0] = sys.argv[1:3]; runpy.run_path(sys.argv[3], run_name='task')"


def main() -> None:
    """Make the cases, measure each, print the table."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--before", type=Path, help="the worktree of another build")
    asked.add_argument("--one", type=int, nargs="*", default=ONE, help="how many articles of one story")
    asked.add_argument("--many", type=int, nargs="*", default=MANY, help="how many articles of many stories")
    options = asked.parse_args()
    builds = {"this build": ROOT} | ({"before": options.before.resolve()} if options.before else {})
    columns = [f"{what}, {build}" for what in ("whole s", "one more s", "peak MB") for build in builds]
    table = Table("case", "articles", *columns, title="the comparison as a case grows")
    with TemporaryDirectory() as folder:
        for kind, sizes in (("one story", options.one), ("many stories", options.many)):
            read = {build: _read(build, kind, Path(folder)) for build in builds.values() if sizes}
            for size in sizes:
                rows = [_measured(build, kind, size, Path(folder), read[build]) for build in builds.values()]
                table.add_row(kind, f"{size:,}", *(f"{row[n]:,.2f}" for n in range(3) for row in rows))
                Console().print(table)


def _read(build: Path, kind: str, folder: Path) -> Path:
    """A file with the articles as a build reads them: what one has found another may not be able to open."""
    path = folder / f"{kind} {build.name}.read"
    stories = Path(os.environ["WORKBENCH_CORPORA"], "stories", "train")
    chosen = [stories / STORY] if kind == "one story" else sorted(stories.iterdir())
    _task(build, "read", str(path), [str(story) for story in chosen])
    return path


def _measured(build: Path, kind: str, size: int, folder: Path, read: Path) -> tuple[float, float, float]:
    """Seconds of the whole, median seconds of one more, and the most memory of both in MB."""
    case = folder / "case.db"
    done = [_task(build, task, str(case), kind, size, str(read)) for task in ("fill", "whole", "more")]
    for left in folder.glob(f"{case.name}*"):
        left.unlink()
    return done[1]["seconds"], done[2]["seconds"], max(one["memory"] for one in done[1:])


def _task(build: Path, *what: object) -> Any:
    """What a task of this module gives in a fresh process with the code of a build."""
    own = Path(__file__).parent
    command = [sys.executable, "-c", TASK, str(build), str(own), str(own / "__main__.py"), json.dumps(what)]
    done = subprocess.run(
        command, cwd=build, env=os.environ | {"OMP_NUM_THREADS": "1"}, stdout=subprocess.PIPE, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def _run(task: str, path: str, *rest: Any) -> float:
    """Do a task; its processor seconds."""
    import cases  # this module's neighbour, whatever build is measured

    from workbench.work import Case, article_comparison

    if task == "read":
        Path(path).write_bytes(pickle.dumps(cases.read([Path(story) for story in rest[0]])))
        return 0.0
    kind, size, read = rest
    writer = cases.Writer(pickle.loads(Path(read).read_bytes()), kind == "many stories")
    with Case.open(Path(path)) as case:
        if task == "fill":
            cases.fill(case, writer, range(size))
            return 0.0
        if task == "whole":
            return _spent(lambda: article_comparison.compare(case.db, everything=True))
        found = []
        for number in range(size, size + 1 + MORE):
            cases.fill(case, writer, [number], vectors=False)
            found.append(_spent(lambda: article_comparison.compare(case.db)))
        return statistics.median(found[1:])  # the first loads the models


def _spent(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def task(arguments: Sequence[Any]) -> None:
    """Print what a task took as JSON."""
    seconds = _run(*arguments)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    print(json.dumps({"seconds": seconds, "memory": peak}))


if __name__ == "task":
    task(json.loads(sys.argv[-1]))
elif __name__ == "__main__":
    main()
