"""Labelled news stories through the whole program, beside the five articles that it was tuned on.

`python -m tests.benchmarks.quality stories [SPLIT] [--readme]`: every story of `stories/SPLIT` (dev, unless named) in a
fresh case of its own, figure by figure, and their mean. `--readme` brings the table of the README up to date.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tests.benchmarks.quality import score_case as scorer
from tests.benchmarks.quality.case import analysed_case, rows_of
from tests.benchmarks.quality.pair_ranking import average_precision
from workbench.model import Pane

README = Path(__file__).parents[3] / "README.md"
TABLE = re.compile(r"(<!-- stories -->\n)(.*?)(<!-- /stories -->)", re.DOTALL)
TUNED_ON = "the five"
FIGURES: dict[str, tuple[str, str]] = {
    "quotes: found": ("quotes", "attr.r"),
    "quotes: found, with the right speaker": ("quotes", "e2e.r"),
    "quotes: of those found, speaker right": ("quotes", "speaker"),
    "quotes: of speakers with a country, country right": ("quotes", "country"),
    "positions: found, holder and sentence right": ("positions", "recall.holder"),
    "positions: found, stance right as well": ("positions", "recall.accept"),
    "positions: of those shown, right": ("positions", "precision"),
    "facts: found": ("facts", "found"),
    "facts: pairs of sentences, precision": ("facts", "pairs.p"),
    "facts: pairs of sentences, recall": ("facts", "pairs.r"),
    "facts: pairs of sentences, average precision": ("facts", "ranked"),
    "facts: look-alikes joined (lower is better)": ("facts", "joined"),
}
"""What the table says of each figure -> which pane's, and its path in the scorer's result."""
Scores = Mapping[str, float]


def main(corpora: Path, *words: str) -> None:
    """Print the table; with `--readme`, write the means into the README."""
    split = next((word for word in words if not word.startswith("-")), "dev")
    stories = sorted(p for p in (corpora / "stories" / split).iterdir() if p.is_dir())
    scores = {story.name: scored(story, gold(story)) for story in stories}
    five = scored(corpora / "seeds", sample(corpora / "gold"))
    print("\n".join(table(scores, five)))
    if "--readme" in words:
        text = README.read_text(encoding="utf-8")
        made = "\n".join(summary(scores, five)) + "\n"
        README.write_text(TABLE.sub(lambda m: m[1] + made + m[3], text), encoding="utf-8")


def gold(story: Path) -> dict[str, list[Any]]:
    """The labels of a story, by what they are of."""
    files = {name: story / f"gold_{name}.jsonl" for name in ("quotes", "positions", "facts", "fact_hard_negatives")}
    return {name: scorer.load(str(file)) for name, file in files.items() if file.exists()}


def sample(folder: Path) -> dict[str, list[Any]]:
    """The labels of the five articles, by what they are of."""
    names = ("quotes", "positions", "facts", "fact_hard_negatives")
    return {name: scorer.load(str(folder / f"{name}_sample.jsonl")) for name in names}


def scored(folder: Path, labels: Mapping[str, list[Any]]) -> dict[str, float]:
    """The figures that the labels allow, of a fresh case of the folder's articles."""
    texts = {p.name: scorer.Text(str(p)) for p in sorted(folder.glob("*.txt"))}
    panes: list[Pane] = [pane for pane in ("quotes", "positions", "facts") if pane in labels]
    with tempfile.TemporaryDirectory() as place:
        case = analysed_case(sorted(folder.glob("*.txt")), Path(place, "story.db"))
        listed = zip(panes, rows_of(case, panes), strict=True)
        results = {pane: _score(pane, texts, labels, rows) for pane, rows in listed}
        if "facts" in results:
            results["facts"]["ranked"] = average_precision(case, texts, labels["facts"])
    return {name: _at(results[pane], path) for name, (pane, path) in FIGURES.items() if pane in results}


def _score(pane: str, texts: Mapping[str, Any], labels: Mapping[str, list[Any]], rows: list[Any]) -> dict[str, Any]:
    of = labels[pane]
    if pane == "facts":
        result = scorer.score_facts(texts, of, rows, labels["fact_hard_negatives"])
        found, joined = result["facts_found"], result["hard_negatives_joined"]
        return {**result, "found": found[0] / max(1, found[1]), "joined": joined[0] / max(1, joined[1])}
    labelled = {row["file"] for row in of}
    score = scorer.score_quotes if pane == "quotes" else scorer.score_positions
    return score({name: text for name, text in texts.items() if name in labelled}, of, rows)


def _at(result: Mapping[str, Any], path: str) -> float:
    value: Any = result
    for key in path.split("."):
        value = value[key]
    return float(value)


def mean(scores: Mapping[str, Scores], figure: str) -> float | None:
    """A figure's mean over the stories whose labels allow it."""
    found = [of[figure] for of in scores.values() if figure in of]
    return sum(found) / len(found) if found else None


def table(scores: Mapping[str, Scores], five: Scores) -> Iterable[str]:
    """Every figure of every story."""
    width = max(map(len, FIGURES))
    yield " " * width + "".join(f"{name[:11]:>12}" for name in (*scores, "mean", TUNED_ON))
    for figure in FIGURES:
        row = [*(of.get(figure) for of in scores.values()), mean(scores, figure), five.get(figure)]
        yield f"{figure:{width}}" + "".join(f"{'' if value is None else f'{value:.2f}':>12}" for value in row)


def summary(scores: Mapping[str, Scores], five: Scores) -> Iterable[str]:
    """The table of the README: means of stories nobody tuned on, beside the five articles."""
    yield f"| | {len(scores)} stories | {TUNED_ON} |"
    yield "| --- | --- | --- |"
    for figure in FIGURES:
        value = mean(scores, figure)
        yield f"| {figure} | {'' if value is None else f'{value:.2f}'} | {five[figure]:.2f} |"
