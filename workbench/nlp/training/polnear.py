"""PolNeAR (Newell et al., LREC 2018) as training windows: brat stand-off attributions over raw text."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.nlp.training.augmentation import CHANGED, disguised
from workbench.nlp.training.examples import Attribution, Example, Labelled, example
from workbench.nlp.training.parse_store import Parses, parses, silver
from workbench.nlp.windows import WINDOW, windows

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SHORTEST_FIRST = 64
"""The first window of an article is cut at a random size from this to the whole window."""
_SPAN_LINE = re.compile(r"(T\d+)\t(\S+) ([\d; ]+)(?:\t|$)")
_EVENT_LINE = re.compile(r"E\d+\t")
Article = tuple[str, str, list[Attribution]]
"""Name, text, attributions."""


def attributions(path: Path) -> list[Attribution]:
    """The attributions of one `.ann` file."""
    parts: Attribution = {}
    out = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if match := _SPAN_LINE.match(line):
            parts[match[1]] = [(int(a), int(b)) for a, b in (p.split() for p in match[3].strip().split(";"))]
        elif _EVENT_LINE.match(line):
            roles: Attribution = defaultdict(list)
            for part in line.split("\t")[1].split():
                role, _, name = part.partition(":")
                roles[re.sub(r"\d+$", "", role).lower()] += parts.get(name, [])
            if roles["content"]:
                out.append(dict(roles))
    return out


def articles(folder: Path) -> Iterator[Article]:
    """(name, text, attributions) of every article of a split; of several annotators the first by name."""
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen:
            continue
        seen.add(name)
        with open(folder / "text" / f"{name}.txt", encoding="utf-8", newline="") as file:
            yield name, file.read(), attributions(path)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles to train on, each with its parse and that of the text in disguise, and names to learn beside."""

    articles: list[Article]
    parses: Parses
    names: Mapping[str, list[Labelled]]

    def examples(self, tokenizer: Tokenizer, rng: random.Random) -> list[Example]:
        """Every window of the articles with its labels, cut and written a little differently each time."""
        out = []
        for name, text, marked in self.articles:
            shown = disguised(text, name) if rng.random() < CHANGED else text
            first = rng.randrange(SHORTEST_FIRST, WINDOW)
            for window in windows(shown, self.parses[shown].syntax, tokenizer, first=first):
                out.append(example(text, window, marked, self.names[text]))
        return out


def corpus(folder: Path, kept: Path) -> Corpus:
    """The articles of a split; parses are kept in a file between runs."""
    found = list(articles(folder))
    texts = [text for _, text, _ in found]
    read = parses([*texts, *(disguised(text, name) for name, text, _ in found)], kept)
    return Corpus(found, read, silver(texts, read))
