"""Named entities on held-out outlets of the worldwide newswire corpus: the program's own and spaCy's.

spaCy's are `doc.ents` of the package whose parse the program uses, with the sentence ends that the program sets.
`score_names.py` says what is compared. spaCy was trained on another guideline (OntoNotes), so part of what it loses
here is a difference of opinion.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.benchmarks.quality.score_names import ALL, KINDS, Labelled, Score, score
from workbench.nlp import parser, tagger
from workbench.nlp.training import newswire

System = Callable[[str], list[Labelled]]


def main(corpora: Path) -> None:
    """Print the table."""
    articles = newswire.read_articles(corpora / "worldwide-newswire", held_out=True)
    scores = {name: measured(articles, system) for name, system in SYSTEMS.items()}
    outlets = len({outlet for outlet, _, _ in articles})
    console = Console()
    console.print(f"worldwide newswire, held out: {len(articles)} articles of {outlets} outlets, exact spans")
    console.print(table(scores))


def measured(articles: Sequence[newswire.Article], system: System) -> dict[str, Score]:
    """The scores of one system."""
    return score([(text, gold, system(text)) for _, text, gold in articles])


def own(text: str) -> list[Labelled]:
    """What the program's own model names."""
    return [(e.start, e.end, e.kind) for e in tagger.load().tag(parser.parse(text)).entities]


def spacys(text: str) -> list[Labelled]:
    """What spaCy names."""
    return [(e.start_char, e.end_char, e.label_) for e in parser.load_pipeline(names=True)(text).ents]


SYSTEMS: dict[str, System] = {"this program": own, "spaCy": spacys}


def table(scores: Mapping[str, Mapping[str, Score]]) -> Table:
    """Precision, recall and F1 of each kind, a row for each system."""
    out = Table(title="Named entities", title_justify="left", box=SIMPLE)
    for name in ("kind", "system"):
        out.add_column(name)
    for name in ("P", "R", "F1", "found", "gold"):
        out.add_column(name, justify="right")
    for kind, label in {**KINDS, ALL: ALL}.items():
        for system, by_kind in scores.items():
            s = by_kind[kind]
            figures = (f"{f:.3f}" for f in (s.precision, s.recall, s.f1))
            out.add_row(label, system, *figures, str(s.system), str(s.gold))
        out.add_section()
    return out
