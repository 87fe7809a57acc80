"""`python -m tests.benchmarks.exports.measure (read | export | bare) NAME ROWS`: one figure, as JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from tests.benchmarks.exports.bare_writers import BARE
from tests.benchmarks.exports.case import case_of
from workbench.export import jsonl
from workbench.export.files import new_target
from workbench.export.formats import FORMATS
from workbench.export.records import records
from workbench.export.selection import Options, Selection
from workbench.work import Case


def main(what: str, name: str, rows: int) -> None:
    """Measure one thing."""
    with Case.open(case_of(rows)) as case, TemporaryDirectory() as folder:
        case.export("jsonl", "quotes", StringIO(), "", ids=[case.search("quotes", limit=1).rows[0].id])
        spent = {"read": _read, "export": _export, "bare": _bare}[what](case, name, Path(folder) / "out")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"rate": rows / spent, "peak": peak}))


def _read(case: Case, name: str, path: Path) -> float:
    """Every quote of the case with all that is known of it, and nothing written."""

    def walk(selection: Selection, stream: StringIO, options: Options) -> None:
        for _ in records(selection):
            pass

    with patch.object(jsonl, "write", walk):
        return _timed(lambda: case.export(name, "quotes", StringIO()))


def _export(case: Case, name: str, path: Path) -> float:
    """An export to a file, as the command writes it."""
    chosen = FORMATS[name]

    def write() -> None:
        with new_target(path, chosen.form, encoding=chosen.encoding) as target:
            case.export(name, "quotes", target)

    return _timed(write)


def _bare(case: Case, name: str, path: Path) -> float:
    bare = BARE[name]
    data = bare.ready(case)
    return _timed(lambda: bare.write(data, path))


def _timed(work: Callable[[], object]) -> float:
    """Seconds of processor time that it takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
