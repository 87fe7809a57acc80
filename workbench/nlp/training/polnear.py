"""PolNeAR (Newell et al., LREC 2018) as training windows: brat stand-off attributions over raw text."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.nlp.training.augmentation import AUGMENTED_SHARE, augment
from workbench.nlp.training.examples import Attribution, Example, Labelled, label_window
from workbench.nlp.training.parse_store import Parses, parse_texts, silver_names
from workbench.nlp.windows import WINDOW, split_windows

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MIN_FIRST_WINDOW = 64
"""The first window of an article is cut at a random size from this to the whole window."""
_SPAN_LINE = re.compile(r"(T\d+)\t(\S+) ([\d; ]+)(?:\t|$)")
_EVENT_LINE = re.compile(r"E\d+\t")
Article = tuple[str, str, list[Attribution]]
"""Name, text, attributions."""


def read_attributions(path: Path) -> list[Attribution]:
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


def read_articles(folder: Path) -> Iterator[Article]:
    """(name, text, attributions) of every article of a split; of several annotators the first by name."""
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen:
            continue
        seen.add(name)
        with open(folder / "text" / f"{name}.txt", encoding="utf-8", newline="") as file:
            yield name, file.read(), read_attributions(path)


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
            shown = augment(text, name) if rng.random() < AUGMENTED_SHARE else text
            first = rng.randrange(MIN_FIRST_WINDOW, WINDOW)
            for window in split_windows(shown, self.parses[shown].syntax, tokenizer, first=first):
                out.append(label_window(text, window, marked, self.names[text]))
        return out


def read_corpus(folder: Path, kept: Path) -> Corpus:
    """The articles of a split; parses are kept in a file between runs."""
    found = list(read_articles(folder))
    texts = [text for _, text, _ in found]
    read = parse_texts([*texts, *(augment(text, name) for name, text, _ in found)], kept)
    return Corpus(found, read, silver_names(texts, read))
