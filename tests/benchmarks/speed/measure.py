"""Measures the whole analysis of articles and textacy's `direct_quotations`, on one thread.

Times are taken in one process on the same spaCy Docs, article by article in turn, so that whatever else the machine
does slows both alike. Load time and memory would mix there: each program gets a process of its own for them.

As a script it reads with the analysis of the checkout that PYTHONPATH names: `side_by_side` compares two in this way.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

Result = TypeVar("Result")
OURS, PEER = "workbench", "textacy"
WARM_UP = "“We will stay,” the minister of France told reporters in Paris on Monday. He said that talks would go on."
"""Read before anything is timed: what is loaded on first use is load time."""
THREAD_SETTINGS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "BLIS_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


@dataclass(slots=True)
class Tally:
    """What a program did: CPU seconds are of the articles that it read."""

    words: int = 0
    parsing: float = 0.0
    working: float = 0.0
    """CPU seconds without the parser pass."""
    quotes: int = 0
    marked: int = 0
    """Quotes that are within quotation marks, as a whole or in part."""
    unread: int = 0
    """Articles that it raised on."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Both programs on the same articles; `stages` are the parts of ours in CPU seconds."""

    ours: Tally
    peer: Tally | None
    stages: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a program takes in a process of its own."""

    load: float
    """CPU seconds until the first, very short article is read: imports, models and word lists."""
    memory: float
    """Peak resident memory in MB once all articles are read."""


def has_peer() -> bool:
    """Whether textacy is installed."""
    return find_spec("textacy") is not None


def alone(function: Callable[..., Result], *args: object) -> Result:
    """Run a function in a fresh process that may use one thread."""
    os.environ.update(dict.fromkeys(THREAD_SETTINGS, "1"))
    with ProcessPoolExecutor(1, get_context("spawn"), initializer=_one_thread) as pool:
        return pool.submit(function, *args).result()


def _one_thread() -> None:
    from workbench.nlp import onnx_session

    onnx_session.use_threads(1)


def timing(texts: Sequence[str], peer: bool) -> Timing:
    """Time both programs on every text."""
    from tests.benchmarks.speed.stopwatch import NAMES, PARSE, Stopwatch, watched

    for program in (OURS, PEER) if peer else (OURS,):
        _reader(program)(WARM_UP)
    watch, ours, theirs = Stopwatch(), Tally(), Tally()
    whole = watch.timed("rest", _reader(OURS))
    with watched(watch):
        for text in texts:
            parsed, before = watch.spent[PARSE], sum(watch.spent.values())
            kinds = whole(text)
            parsing = watch.spent[PARSE] - parsed
            _count(ours, text, parsing, sum(watch.spent.values()) - before - parsing, kinds)
            if peer:
                _try_peer(theirs, text, parsing, watch.last[PARSE])
    return Timing(ours, theirs if peer else None, {name: watch.spent[name] for name in (*NAMES, "rest")})


def footprint(program: str, texts: Sequence[str]) -> Footprint:
    """Load a program and let it read every text; to be run in a fresh process (`alone`)."""
    start = time.process_time()
    read = _reader(program)
    read(WARM_UP)
    load = time.process_time() - start
    for text in texts:
        try:
            read(text)
        except ValueError:  # textacy, on an odd number of quotation marks
            continue
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Footprint(load, peak / (1e6 if sys.platform == "darwin" else 1e3))


def case_of(texts: Sequence[str]) -> float:
    """CPU seconds to analyse a case of these articles, whose persons, issues and facts are brought together."""
    from workbench.work import Case

    with TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number:04}.txt").write_text(text, encoding="utf-8")
        with Case.open(Path(folder, "case.db")) as case:
            case.add([folder])
            start = time.process_time()
            case.analyse()
            return time.process_time() - start


def _reader(program: str) -> Callable[[str], list[str]]:
    """A function that reads one text and gives the kinds of the quotes found."""
    if program == PEER:
        from workbench.nlp import parser

        return lambda text: _direct_quotations(parser.parse(text))
    from workbench.analysis import article
    from workbench.model import Article

    return lambda text: [q.kind for q in article.analyse(Article("", "", text)).quotes]


def _direct_quotations(doc: object) -> list[str]:
    from textacy.extract.triples import direct_quotations

    return ["direct" for _ in direct_quotations(doc)]


def _try_peer(tally: Tally, text: str, parsing: float, doc: object) -> None:
    start = time.process_time()
    try:
        kinds = _direct_quotations(doc)
    except ValueError:
        tally.unread += 1
    else:
        _count(tally, text, parsing, time.process_time() - start, kinds)


def _count(tally: Tally, text: str, parsing: float, working: float, kinds: Sequence[str]) -> None:
    tally.words += len(text.split())
    tally.parsing += parsing
    tally.working += working
    tally.quotes += len(kinds)
    tally.marked += sum(kind != "indirect" for kind in kinds)


def main() -> None:
    """Read the texts on stdin in this very process; print its CPU seconds until it could, of the reading, of a case."""
    texts = json.load(sys.stdin)
    footprint(OURS, ())
    load = time.process_time()
    footprint(OURS, texts)
    print(json.dumps({"load": load, "reading": time.process_time() - load, "case": case_of(texts)}))


if __name__ == "__main__":
    main()
