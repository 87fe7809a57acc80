"""Worldwide newswire (Shan et al., EMNLP 2023) as training windows: named entities in articles of many countries."""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.nlp.pieces import WINDOW, Window, windows
from workbench.nlp.training.polnear import SHORTEST_FIRST

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
ENTITIES = tuple(dict.fromkeys(TYPES.values()))
HELD_OUT = 10
"""One outlet in so many is kept for testing: no article of it is trained on."""
_COUNTER = re.compile(r"_?\d*\.txt\.tsv$|_\d+.*$")
Labelled = tuple[int, int, str]
Article = tuple[str, str, list[Labelled]]


@dataclass(frozen=True, slots=True)
class Example:
    """One window with the entities it holds: first piece, past the last, type."""

    window: Window
    entities: list[Labelled]


def articles(folder: Path, *, held_out: bool) -> list[Article]:
    """(outlet, text, entities as character spans) of every article of the outlets that are held out, or are not."""
    paths = sorted((folder / "processed_annotated").glob("*.tsv"))
    outlets = sorted({outlet(p.name) for p in paths})
    kept = set(outlets[HELD_OUT // 2 :: HELD_OUT])
    return [(outlet(p.name), *_read(p)) for p in paths if (outlet(p.name) in kept) == held_out]


def outlet(name: str) -> str:
    """The outlet's part of a file name."""
    return _COUNTER.sub("", name)


def _read(path: Path) -> tuple[str, list[Labelled]]:
    """The tokens set with the usual spaces, a line for each block, and in that text the outermost entities."""
    text, found, opened = "", list[Labelled](), ""
    for line in path.read_text(encoding="utf-8-sig", errors="replace").splitlines():
        token, tag, *_ = [*line.split(), "", ""]
        if not token:
            text, opened = (text.rstrip() + "\n" if text else ""), ""
            continue
        start = len(text)
        text += token
        kind = TYPES.get(tag[2:], "")
        if kind and tag.startswith("I-") and opened == kind:
            found[-1] = (found[-1][0], len(text), kind)
        elif kind:
            found.append((start, len(text), kind))
        opened = kind
        text += " "
    return _spaced(text, found)


def _spaced(text: str, found: list[Labelled]) -> tuple[str, list[Labelled]]:
    """Take out the blanks that a tokenizer put before punctuation, and move the spans along."""
    gone = [m.start() for m in re.finditer(r" (?=[.,;:!?)”’%]|'s\b|’s\b)|(?<=[(“‘$]) ", text)]
    drop = set(gone)
    out = "".join(c for i, c in enumerate(text) if i not in drop)
    return out, [(a - bisect_left(gone, a), b - bisect_left(gone, b), kind) for a, b, kind in found]


def examples(found: Sequence[Article], tokenizer: Tokenizer, rng: random.Random | None = None) -> list[Example]:
    """Every window of the articles with its entities; with `rng`, cut at other places each time."""
    out = []
    for _, text, marked in found:
        first = rng.randrange(SHORTEST_FIRST, WINDOW) if rng else 0
        for window in windows(text, tokenizer, first=first):
            starts = [start for start, _ in window.offsets]
            inside = [(bisect_left(starts, a), bisect_left(starts, b), kind) for a, b, kind in marked]
            out.append(Example(window, [e for e in inside if e[0] < e[1]]))
    return out
