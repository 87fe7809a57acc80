"""An attribution inside a content: "said Europe would pay, echoing Vance's comments that it must".

The tagger takes the whole for one content. The parse shows the inner attribution: a noun of saying with an owner and a
that-clause of its own or, in what an outlet reports, a verb of saying with a subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.token_spans import subtree_span, token_span, tokens_at
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_AS_SAYING = re.compile(
    r"(?P<source>[^,.;:\n“”\"]{2,80}?(?:, [^,.;:\n“”\"]{2,60},)?)\sas\s(?P<cue>saying|telling \w+),?\s(?P<said>.+)",
    re.S,
)
"""What an outlet quotes "Ana Ruiz as saying that"."""


@dataclass(frozen=True, slots=True)
class NestedAttribution:
    """The parts of an inner attribution, and where the outer content ends before it."""

    content: Span
    cue: Span
    source: Span
    outer_end: int


def find_nested(doc: Doc, content: Span) -> NestedAttribution | None:
    """The first attribution within a content that has a source of its own, or None."""
    tokens = tokens_at(doc, content)
    for verb in tokens or ():
        noun = verb.head
        mark = next((c for c in verb.children if c.dep_ == "mark" and c.lower_ == "that"), None)
        if mark is None or verb.dep_ not in ("acl", "relcl", "ccomp") or noun.lemma_.lower() not in frames()["saying"]:
            continue
        owner = next((c for c in noun.children if c.dep_ == "poss"), None)
        if owner is None or owner.left_edge.idx < content.start:
            continue
        end = min(content.end, subtree_span(verb).end)
        inner = Span(mark.idx, end)
        source = token_span(owner.left_edge, owner)
        return NestedAttribution(inner, token_span(noun), source, _outer_end(doc, noun, source.start))
    return None


def find_reported(doc: Doc, content: Span) -> NestedAttribution | None:
    """The attribution that a content is as a whole: "sources said the talks go on" in what an outlet reports."""
    tokens = tokens_at(doc, content)
    if not tokens:
        return None
    if quoted := _AS_SAYING.match(content.of(doc.text)):
        at = content.start
        inner, cue, whose = (Span(at + quoted.start(p), at + quoted.end(p)) for p in ("said", "cue", "source"))
        return NestedAttribution(inner, cue, whose, whose.start)
    verb = tokens.root
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if subject is None or said is None or verb.lemma_.lower() not in frames()["speech"]:
        return None
    if subject.left_edge.idx < content.start or said.left_edge.i <= verb.i:
        return None
    source = subtree_span(subject)
    return NestedAttribution(Span(said.left_edge.idx, content.end), token_span(verb), source, source.start)


def _outer_end(doc: Doc, noun: Token, start: int) -> int:
    """Before the owner, and before the participle and comma that lead there."""
    verb = noun.head
    if verb.tag_ == "VBG" and verb.i > 0 and verb.idx < start and doc[verb.i - 1].text == ",":
        return doc[verb.i - 1].idx
    return start
