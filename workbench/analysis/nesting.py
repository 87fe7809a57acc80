"""An attribution inside a content: "said Europe would pay, echoing Vance's comments that it must".

The tagger takes the whole for one content; the parse shows a noun of saying with an owner and a that-clause of its own,
which is an attribution by that owner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.analysis.stances import frames
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Nested:
    """The parts of an inner attribution, and where the outer content ends before it."""

    content: Span
    cue: Span
    source: Span
    outer_end: int


def nested(doc: Doc, content: Span) -> Nested | None:
    """The first attribution within a content that has a source of its own, or None."""
    tokens = doc.char_span(content.start, content.end, alignment_mode="expand")
    for verb in tokens or ():
        noun = verb.head
        mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "that"), None)
        if mark is None or verb.dep_ not in ("acl", "relcl", "ccomp") or noun.lemma_.lower() not in frames()["saying"]:
            continue
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is None or owner.left_edge.idx < content.start:
            continue
        end = min(content.end, verb.right_edge.idx + len(verb.right_edge))
        inner = Span(mark.idx, end)
        source = Span(owner.left_edge.idx, owner.idx + len(owner))
        return Nested(inner, Span(noun.idx, noun.idx + len(noun)), source, _outer_end(doc, noun, source.start))
    return None


def _outer_end(doc: Doc, noun: Token, start: int) -> int:
    """Before the owner, and before the participle and comma that lead there."""
    verb = noun.head
    if verb.tag_ == "VBG" and verb.i > 0 and verb.idx < start and doc[verb.i - 1].text == ",":
        return doc[verb.i - 1].idx
    return start
