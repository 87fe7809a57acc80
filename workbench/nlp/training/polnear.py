"""PolNeAR (Newell et al., LREC 2018) as training windows: brat stand-off attributions over raw text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.nlp.pieces import Window, windows

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LAYERS = ("content", "cue", "source")
EDGE = " \t\r\n\u00a0\"'“”‘’`,.;:!?-–—…"
IGNORED = -100
_SPAN_LINE = re.compile(r"(T\d+)\t(\S+) ([\d; ]+)(?:\t|$)")
_EVENT_LINE = re.compile(r"E\d+\t")
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Example:
    """One window with a row of labels for each layer."""

    window: Window
    labels: list[list[int]]


def attributions(path: Path) -> list[dict[str, Spans]]:
    """The attributions of one `.ann` file, each a dict of layer -> spans."""
    parts: dict[str, Spans] = {}
    out = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if match := _SPAN_LINE.match(line):
            parts[match[1]] = [(int(a), int(b)) for a, b in (p.split() for p in match[3].strip().split(";"))]
        elif _EVENT_LINE.match(line):
            roles: dict[str, Spans] = defaultdict(list)
            for part in line.split("\t")[1].split():
                role, _, name = part.partition(":")
                roles[re.sub(r"\d+$", "", role).lower()] += parts.get(name, [])
            if roles["content"]:
                out.append(dict(roles))
    return out


def articles(folder: Path) -> Iterator[tuple[str, str, list[dict[str, Spans]]]]:
    """(name, text, attributions) of every article of a split; of several annotators the first by name."""
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        if name in seen:
            continue
        seen.add(name)
        with open(folder / "text" / f"{name}.txt", encoding="utf-8", newline="") as file:
            yield name, file.read(), attributions(path)


def examples(folder: Path, tokenizer: Tokenizer) -> list[Example]:
    """Every window of a split with its labels."""
    out = []
    for _, text, found in articles(folder):
        owners = [_owners(text, found, layer) for layer in LAYERS]
        for window in windows(text, tokenizer):
            out.append(Example(window, [_labels(window, owner) for owner in owners]))
    return out


def _owners(text: str, found: list[dict[str, Spans]], layer: str) -> dict[int, tuple[int, int]]:
    """Character -> the span of `layer` that covers it, the first to come where two do."""
    out: dict[int, tuple[int, int]] = {}
    for attribution in found:
        for start, end in attribution.get(layer, []):
            if layer == "content":
                start, end = _trim(text, start, end)
            for at in range(start, end):
                out.setdefault(at, (start, end))
    return out


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def _labels(window: Window, owners: dict[int, tuple[int, int]]) -> list[int]:
    row, before = [], None
    for start, _ in window.offsets:
        span = owners.get(start)
        row.append(0 if span is None else 2 if span == before else 1)
        before = span
    return row
