"""The real articles through the whole program, scored against the hand-labelled sample."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.quality import score_case as scorer
from workbench.export.records import records
from workbench.model import Pane
from workbench.work import Case
from workbench.work.browsing import EVERYTHING


def score_sample(corpora: Path, what: Pane) -> None:
    """Print one line: what the program says of the sample's articles against `gold/`."""
    texts = {p.name: scorer.Text(str(p)) for p in sorted((corpora / "seeds").glob("*.txt"))}
    gold = scorer.load(str(corpora / "gold" / f"{what}_sample.jsonl"))
    system = listing(corpora / "seeds", what)
    if what == "quotes":
        named = {g["file"] for g in gold}
        result = scorer.score_quotes({n: t for n, t in texts.items() if n in named}, gold, system)
    elif what == "positions":
        named = {g["file"] for g in gold}
        result = scorer.score_positions({n: t for n, t in texts.items() if n in named}, gold, system)
    else:
        negatives = scorer.load(str(corpora / "gold" / "fact_hard_negatives_sample.jsonl"))
        result = scorer.score_facts(texts, gold, system, negatives)
    print(f"sample, {what}: {json.dumps(result)}")


def listing(folder: Path, what: Pane) -> list[dict[str, Any]]:
    """The rows of `workbench WHAT --json` for a fresh case of the folder."""
    return listings([folder], [what])[0]


def listings(sources: Sequence[Path], panes: Sequence[Pane]) -> list[list[dict[str, Any]]]:
    """The rows of `workbench PANE --json` for each pane of a fresh case."""
    with tempfile.TemporaryDirectory() as place:
        return rows_of(analysed_case(sources, Path(place, "sample.db")), panes)


def analysed_case(sources: Sequence[Path], path: Path) -> Path:
    """A fresh case of these articles, analysed."""
    with Case.open(path) as case:
        case.add([str(source) for source in sources])
        case.analyse()
    return path


def rows_of(path: Path, panes: Sequence[Pane]) -> list[list[dict[str, Any]]]:
    """The rows of `workbench PANE --json` for each pane of a case."""
    with Case.open(path) as case:
        found = ((pane, case.search(pane, limit=EVERYTHING, order="date").rows) for pane in panes)
        return [list(records(case.selection(pane, rows))) for pane, rows in found]
