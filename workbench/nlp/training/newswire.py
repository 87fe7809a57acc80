"""Worldwide newswire (Shan et al., EMNLP 2023) as training windows: named entities in articles of many countries."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.nlp.training.examples import Attribution, Example, Labelled, label_window
from workbench.nlp.training.parse_store import Parses
from workbench.nlp.training.polnear import MIN_FIRST_WINDOW
from workbench.nlp.windows import WINDOW, split_windows

if TYPE_CHECKING:
    from tokenizers import Tokenizer

TYPES = {
    "Person": "PERSON",
    "Organization": "ORG",
    "Location": "LOC",
    "NORP": "NORP",
    "Facility": "FAC",
    "Date": "DATE",
    "Misc": "MISC",
    "Product": "MISC",
}
MAX_GAP = 40
"""How far from the token before a token is looked for."""
HELD_OUT = 10
"""One outlet in so many is kept for testing: no article of it is trained on."""
_COUNTER = re.compile(r"_?\d*\.txt\.tsv$|_\d+.*$")
Article = tuple[str, str, list[Labelled]]
"""Outlet, text, entities as character spans."""


def read_articles(folder: Path, *, held_out: bool) -> list[Article]:
    """Every article of the outlets that are held out, or are not."""
    paths = sorted((folder / "processed_annotated").glob("*.tsv"))
    outlets = sorted({outlet(p.name) for p in paths})
    kept = set(outlets[HELD_OUT // 2 :: HELD_OUT])
    return [(outlet(p.name), *_read(p)) for p in paths if (outlet(p.name) in kept) == held_out]


def outlet(name: str) -> str:
    """The outlet's part of a file name."""
    return _COUNTER.sub("", name)


def _read(path: Path) -> tuple[str, list[Labelled]]:
    """The raw article, and in it the outermost entities; tokens that the raw text writes otherwise are passed over."""
    raw = path.parents[1] / "original_articles" / path.name.removesuffix(".tsv")
    text = raw.read_text(encoding="utf-8-sig", errors="replace")
    found, opened, at = list[Labelled](), "", 0
    for line in path.read_text(encoding="utf-8-sig", errors="replace").splitlines():
        token, tag, *_ = [*line.split(), "", ""]
        start = text.find(token, at, at + len(token) + MAX_GAP) if token else -1
        if not token:
            opened = ""
        if start < 0:
            continue
        at, kind = start + len(token), TYPES.get(tag[2:], "")
        if kind and tag.startswith("I-") and opened == kind:
            found[-1] = (found[-1][0], at, kind)
        elif kind:
            found.append((start, at, kind))
        opened = kind
    return text, found


def make_examples(
    found: Sequence[Article],
    read: Parses,
    pseudo_labels: Mapping[str, list[Attribution]],
    tokenizer: Tokenizer,
    rng: random.Random,
) -> list[Example]:
    """Every window of the articles with its entities, cut at other places each time.

    `pseudo_labels`: the attributions that a trained model finds in each text.
    """
    out = []
    for _, text, marked in found:
        first = rng.randrange(MIN_FIRST_WINDOW, WINDOW)
        for window in split_windows(text, read[text].syntax, tokenizer, first=first):
            out.append(label_window(text, window, pseudo_labels.get(text), marked))
    return out
