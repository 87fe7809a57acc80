"""From tokens of a parse to the stretch of its text where they stand, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan

    from workbench.nlp.tagger import TaggedSpan


def token_span(first: Token, last: Token | None = None) -> Span:
    """The stretch of text of a token, or from it to the end of another."""
    last = first if last is None else last
    return Span(first.idx, last.idx + len(last))


def subtree_span(token: Token) -> Span:
    """The stretch of text of a token with all that hangs on it."""
    return token_span(token.left_edge, token.right_edge)


def tokens_at(doc: Doc, span: Span | TaggedSpan) -> TokenSpan | None:
    """The tokens that a stretch of the text has a part in; None where the text has no such stretch."""
    return doc.char_span(span.start, span.end, alignment_mode="expand")
