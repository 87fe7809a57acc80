"""Windows with their labels: what every corpus is turned into.

Every attribution has exactly one cue, so a cue stands for its attribution: an example says which pieces are contents,
cues and sources, which contents and sources belong to each cue, and which pieces are named entities.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.nlp.windows import Window

LAYERS = ("content", "cue", "source")
ROLES = ("content", "source")
ENTITIES = ("PERSON", "ORG", "LOC", "NORP", "FAC", "DATE", "MISC")
EDGE = " \t\r\n\u00a0\"'“”‘’`,.;:!?-–—…"
Spans = list[tuple[int, int]]
Labelled = tuple[int, int, str]
Attribution = dict[str, Spans]
"""Layer -> character spans."""


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution within a window: the pieces of its cue, and of what belongs to it, by role."""

    cue: tuple[int, int]
    roles: dict[str, Spans]


@dataclass(frozen=True, slots=True)
class Example:
    """One window; spans are pieces, first and past the last."""

    window: Window
    layers: dict[str, Spans]
    links: list[Link]
    """The attributions whose cue it holds."""
    attributed: bool
    """Whether the attributions are known at all."""
    entities: list[Labelled]
    plain: list[int]
    """Pieces that are certainly part of no entity; the rest is not learned from."""


def label_window(text: str, window: Window, marked: Sequence[Attribution] | None, named: Sequence[Labelled]) -> Example:
    """The labels of one window of `text`; an entity of kind "" may be one or not.

    `marked`: the attributions of the text, or None where they are not known.
    """
    starts = [start for start, _ in window.offsets]
    layers: dict[str, Spans] = {layer: [] for layer in LAYERS}
    links = []
    for attribution in marked or ():
        pieces = {
            layer: [p for span in attribution.get(layer, []) if (p := _pieces(starts, _trimmed(text, layer, span)))]
            for layer in LAYERS
        }
        for layer, spans in pieces.items():
            layers[layer] += spans
        if pieces["cue"]:
            links.append(Link(pieces["cue"][0], {role: pieces[role] for role in ROLES}))
    inside = [(p, kind) for start, end, kind in named if (p := _pieces(starts, (start, end)))]
    taken = {at for p, _ in inside for at in range(*p)}
    plain = [at for at in range(len(starts)) if at not in taken]
    return Example(window, layers, links, marked is not None, [(*p, kind) for p, kind in inside if kind], plain)


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
