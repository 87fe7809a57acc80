"""PolNeAR (Newell et al., LREC 2018) as training windows: brat stand-off attributions over raw text.

Every attribution of the corpus has exactly one cue, so a cue stands for its attribution: an example says which pieces
are contents, cues and sources, and which contents and sources belong to each cue.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.nlp.pieces import WINDOW, Window, windows
from workbench.nlp.training.disguise import disguised

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LAYERS = ("content", "cue", "source")
ROLES = ("content", "source")
EDGE = " \t\r\n\u00a0\"'“”‘’`,.;:!?-–—…"
SHORTEST_FIRST = 64
"""The first window of an article is cut at a random size from this to the whole window."""
_SPAN_LINE = re.compile(r"(T\d+)\t(\S+) ([\d; ]+)(?:\t|$)")
_EVENT_LINE = re.compile(r"E\d+\t")
Spans = list[tuple[int, int]]
Attribution = dict[str, Spans]
"""Layer -> character spans."""
Article = tuple[str, str, list[Attribution]]


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution within a window: the pieces of its cue, and of what belongs to it, by role."""

    cue: tuple[int, int]
    roles: dict[str, Spans]


@dataclass(frozen=True, slots=True)
class Example:
    """One window with the pieces (first, past the last) of each layer and the attributions whose cue it holds."""

    window: Window
    layers: dict[str, Spans]
    links: list[Link]


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


def examples(found: Sequence[Article], tokenizer: Tokenizer, rng: random.Random | None = None) -> list[Example]:
    """Every window of the articles with its labels; with `rng`, cut and written a little differently each time."""
    out = []
    for _, text, marked in found:
        shown = disguised(text, rng) if rng else text
        first = rng.randrange(SHORTEST_FIRST, WINDOW) if rng else 0
        for window in windows(shown, tokenizer, first=first):
            out.append(_example(text, window, marked))
    return out


def _example(text: str, window: Window, marked: Sequence[Attribution]) -> Example:
    starts = [start for start, _ in window.offsets]
    layers: dict[str, Spans] = {layer: [] for layer in LAYERS}
    links = []
    for attribution in marked:
        pieces = {
            layer: [p for span in attribution.get(layer, []) if (p := _pieces(starts, _trimmed(text, layer, span)))]
            for layer in LAYERS
        }
        for layer, spans in pieces.items():
            layers[layer] += spans
        if pieces["cue"]:
            links.append(Link(pieces["cue"][0], {role: pieces[role] for role in ROLES}))
    return Example(window, layers, links)


def _pieces(starts: list[int], span: tuple[int, int]) -> tuple[int, int] | None:
    """The pieces that begin within a character span, as far as the window has them."""
    first, past = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    return (first, past) if first < past else None


def _trimmed(text: str, layer: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while layer == "content" and start < end and text[start] in EDGE:
        start += 1
    while layer == "content" and end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end
