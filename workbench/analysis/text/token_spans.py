"""Where tokens of a parse stand in its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def token_span(first: Token, last: Token | None = None) -> Span:
    """The stretch of text of a token, or from it to the end of another."""
    last = first if last is None else last
    return Span(first.idx, last.idx + len(last))


def subtree_span(token: Token) -> Span:
    """The stretch of text of a token with all that hangs on it."""
    return token_span(token.left_edge, token.right_edge)
