"""Where a quote's contents begin and end: whole words, whole lines, and either both marks of a pair or none.

The tagger marks pieces of words. A content that ends inside a quotation is extended to its end, and one that runs past
the end is cut there, unless the quoted words need the rest to make sense: "the plan" would work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.text.token_spans import tokens_at
from workbench.model import Span
from workbench.nlp import quotation_marks
from workbench.nlp.tagger import TaggedSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LINE = re.compile(r"[^\s][^\n]*")
_DANGLING = " \t\xa0“‘«([—–-"
_REST_OF_WORD = re.compile(r"(?<=\w)(?:\w|[-’'](?=\w))+")
_WORDS = re.compile(r"\w")
_SENTENCE_END = re.compile(r"[.!?…]\s*\Z")


def split_at_lines(text: str, content: TaggedSpan) -> list[TaggedSpan]:
    """A content cut at line ends, since a headline is not the paragraph after it; no part ends in an opening mark."""
    lines = [
        (content.start + m.start(), content.start + m.end()) for m in _LINE.finditer(text[content.start : content.end])
    ]
    ends = [(start, start + len(text[start:end].rstrip(_DANGLING))) for start, end in lines]
    return [TaggedSpan(start, end, content.confidence) for start, end in ends if start < end]


def adjust_bounds(doc: Doc, text: str, content: TaggedSpan, marked: Sequence[Span]) -> TaggedSpan:
    """A content with its last word whole, without words behind the quotation that it is, and with no mark alone."""
    rest = _REST_OF_WORD.match(text, content.end)
    span = Span(content.start, rest.end() if rest else content.end)
    for inner in (m for m in marked if m.overlaps(span)):
        outer = quotation_marks.with_marks(text, inner)
        if span.start in (inner.start, outer.start) and _runs_past(doc, text, span, inner, outer, marked):
            span = Span(inner.start, inner.end)
        elif span.start < inner.start and span.end < outer.end and not _WORDS.search(text, span.end, inner.end):
            span = Span(span.start, outer.end)
        elif span.start == inner.start and outer.end <= span.end and inner.end < outer.end:
            span = Span(outer.start, span.end) if _WORDS.search(text, outer.end, span.end) else inner
        elif inner.start < span.start < inner.end < outer.end <= span.end and not _WORDS.search(
            text, outer.end, span.end
        ):
            span = Span(span.start, inner.end)
    return replace(content, start=span.start, end=span.end)


def _runs_past(doc: Doc, text: str, span: Span, inner: Span, outer: Span, marked: Sequence[Span]) -> bool:
    """Whether a content that begins as a quotation goes on behind its end with what nobody says."""
    past = Span(outer.end, span.end)
    if not _WORDS.search(text, past.start, past.end) or any(m.overlaps(past) for m in marked):
        return False
    if _SENTENCE_END.search(inner.of(text)):
        return True
    tokens = [t for t in tokens_at(doc, past) or () if not t.is_punct]
    joined = bool(tokens) and tokens[0].dep_ == "cc"
    tokens = [t for t in tokens[joined:] if t.dep_ != "advmod"]
    return bool(tokens) and (
        (joined and tokens[0].tag_ in ("VBD", "VBN") and not _has_own_subject(tokens[0]))
        or (tokens[0].lower_ in _ADVERBIAL_STARTS and len(tokens) > 1)
    )


_ADVERBIAL_STARTS = frozenset("before after while when as because although though".split())
"""What begins a clause about the saying of something, rather than about what is said."""


def _has_own_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in verb.children)
