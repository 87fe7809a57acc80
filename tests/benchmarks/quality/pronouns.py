"""Whom "he" and "she" stand for, on GUM: the persons that the program finds against the chains of the corpus.

Right: the person has a mention within the named ones of the chain. Pronouns whose person the text never names are
counted apart: nobody is right for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from tests.benchmarks.quality import gum
from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.analysis.entities.article_entities import ArticleEntities, find_entities
from workbench.model import Span
from workbench.nlp import pipeline

RESULTS = ("right", "somebody else", "nobody")
GENRES = frozenset(("news", "interview", "bio", "speech", "essay"))


def main(corpora: Path) -> None:
    """Print the table."""
    out = Table(title="Pronouns resolved, GUM", title_justify="left", box=SIMPLE)
    for name in ("split", "pronoun", "right", "somebody else", "nobody", "accuracy", "unnamed, yet somebody"):
        out.add_column(name, justify="left" if name in ("split", "pronoun") else "right")
    for split in ("train", "dev"):
        counts = counted(gum.documents(corpora / "ud-gum" / f"en_gum-ud-{split}.conllu", GENRES))
        for word in ("he", "she", "all"):
            got = Counter({k: v for (w, k), v in counts.items() if w == word})
            share = got["right"] / max(1, sum(got[k] for k in RESULTS))
            taken = f"{got['taken']} of {got['taken'] + got['left']}"
            out.add_row(split, word, *(str(got[k]) for k in RESULTS), f"{share:.3f}", taken)
    Console().print(out)


def counted(documents: Iterator[gum.Document]) -> Counter[tuple[str, str]]:
    """(he, she or all; what came of it) -> how often."""
    out: Counter[tuple[str, str]] = Counter()
    for document in documents:
        entities = find_entities(pipeline.run_models(document.text).doc)
        for span, number in document.pronouns:
            result = judged(entities, span, document.named[number])
            word = "she" if span.of(document.text).lower() in ("she", "her", "hers") else "he"
            out[word, result] += 1
            out["all", result] += 1
    return out


def judged(entities: ArticleEntities, pronoun: Span, named: list[Span]) -> str:
    """What the program makes of one pronoun; "taken" or "left" where its person is not `named` at all."""
    found = [s.name for s in resolve_speakers(entities, pronoun) if s.kind == "person"]
    if not named:
        return "taken" if found else "left"
    if not found:
        return "nobody"
    person = next(p for p in entities.people if p.name == found[0])
    return "right" if any(n.covers(m) or m.covers(n) for m in person.mentions for n in named) else "somebody else"
