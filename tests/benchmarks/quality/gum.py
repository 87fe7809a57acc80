"""GUM (Zeldes, 2017) as texts with the chains of mentions that its coreference layer has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workbench.model import Span

_ENTITY = re.compile(r"\(([^()]+)\)|\(([^()]+)|(\d+)\)")


@dataclass(slots=True)
class Document:
    """One text, and who is meant where."""

    name: str
    text: str = ""
    chains: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    """Entity number -> its mentions."""
    named: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    """Person number -> those of its mentions that hold a proper noun."""
    pronouns: list[tuple[Span, str]] = field(default_factory=list)
    """Every "he" and "she", in any form, with the entity meant."""


def documents(path: Path, genres: frozenset[str]) -> Iterator[Document]:
    """The documents of one CoNLL-U file that are of these genres (GUM_genre_name), in its order."""
    for block in path.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
        name = block.split("\n", 1)[0]
        if name.split("_")[1] in genres:
            yield _document(name, block)


def _document(name: str, block: str) -> Document:
    document, text = Document(name), ""
    opened: dict[str, list[tuple[int, str, bool]]] = defaultdict(list)
    start, ends_at = 0, 0
    for line in block.splitlines():
        cells = line.split("\t")
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        if not line:
            ends_at = 0
        if len(cells) != 10 or "." in cells[0]:
            continue
        number, form, _, tag, *_, misc = cells
        after = "" if "SpaceAfter=No" in misc else " "
        if "-" in number:
            start, ends_at = len(text), int(number.split("-")[1])
            text += form + after
            continue
        if int(number) > ends_at:
            start, ends_at = len(text), 0
            text += form + after
        _mark(document, opened, Span(start, start + len(form)), form, tag, misc)
        start += len(form)
    document.text = text
    return document


def _mark(
    document: Document, opened: dict[str, list[tuple[int, str, bool]]], here: Span, form: str, tag: str, misc: str
) -> None:
    found = next((m.removeprefix("Entity=") for m in misc.split("|") if m.startswith("Entity=")), "")
    parts = _ENTITY.findall(found)
    alone = [whole.split("-")[:2] for whole, _, _ in parts if whole]
    for _, opening, _ in parts:
        if opening:
            number, kind, *_ = opening.split("-")
            opened[number].append((here.start, kind, False))
    if tag == "PROPN":
        for number, stack in opened.items():
            opened[number] = [(start, kind, True) for start, kind, _ in stack]
    for number, kind in alone:
        _close(document, number, kind, here, named=tag == "PROPN")
        if form.lower() in ("he", "she", "him", "her", "his", "hers"):
            document.pronouns.append((here, number))
    for _, _, closing in parts:
        if closing and opened[closing]:
            start, kind, named = opened[closing].pop()
            _close(document, closing, kind, Span(start, here.end), named=named)


def _close(document: Document, number: str, kind: str, span: Span, *, named: bool) -> None:
    document.chains[number].append(span)
    if kind == "person" and named:
        document.named[number].append(span)
