"""Text to a tree of nodes, by the grammar in `query.lark`.

What does not parse becomes its words and fields side by side, with a hint: a list that follows the typing must show
something sensible at every stroke. Nothing here knows which fields there are.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, cast

from lark import Lark, Token, Transformer, UnexpectedInput

from workbench.store.query.nodes import NEAR_DISTANCE, And, Field, Near, Node, Not, Or, Words

MAX_LENGTH = 10_000
"""So many characters of a query are read."""
MAX_TERMS = 150
"""So many words, phrases and fields are searched for; those within a NEAR( ) count each."""
MAX_DEPTH = 40


@cache
def _parser() -> Lark:
    grammar = Path(__file__).with_name("query.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", transformer=_Builder())


def parse_tree(text: str) -> tuple[Node | None, list[str]]:
    """The tree of a query, and hints at what could not be understood. Never raises."""
    if not text.strip():
        return None, []
    hints = []
    if len(text) > MAX_LENGTH:
        text = text[:MAX_LENGTH]
        hints.append(f"Only the first {MAX_LENGTH:,} characters of the query are used.")
    tokens = list(_parser().lex(text))
    if sum(map(_terms_of, tokens)) > MAX_TERMS:
        hints.append(f"Only the first {MAX_TERMS} words of the query are used.")
    elif sum(t.type in ("_OPEN", "_NOT", "_MINUS") for t in tokens) <= MAX_DEPTH:
        try:
            return cast(Node, _parser().parse(text)), hints
        except UnexpectedInput as error:
            hints.append(_why(error, tokens))
    else:
        hints.append("The query is nested too deeply; its words are searched.")
    return _flat(tokens[:MAX_TERMS]), hints


def _terms_of(token: Token) -> int:
    return len(_NEAR_PART.findall(token[5:-1])) if token.type == "NEAR_GROUP" else 1


def _why(error: UnexpectedInput, tokens: list[Token]) -> str:
    kinds = [t.type for t in tokens]
    if kinds.count("_OPEN") != kinds.count("_CLOSE"):
        return "A bracket has no partner; the words are searched."
    token = getattr(error, "token", None)
    what = str(token) if isinstance(token, Token) and token.type != "$END" else str(tokens[-1])
    return f"{what} is out of place; the words are searched."


def _flat(tokens: list[Token]) -> Node | None:
    """Words and fields side by side; a minus or NOT keeps its meaning."""
    parts: list[Node] = []
    negated = False
    for token in tokens:
        if token.type in ("_MINUS", "_NOT"):
            negated = True
            continue
        node = _atom(token)
        if node is not None:
            parts.append(Not(node) if negated else node)
        negated = False
    return And(tuple(parts)) if parts else None


def _atom(token: Token) -> Node | None:
    builders = {"FIELD": _field, "NEAR_GROUP": _near_group, "WORD": _word, "PHRASE": _phrase}
    return builders[token.type](token) if token.type in builders else None


def _place(token: Token) -> tuple[int, int]:
    return cast(int, token.start_pos), cast(int, token.end_pos)


def _word(token: Token) -> Words:
    bare = str(token).rstrip("*")
    return Words(bare, len(bare) < len(token), *_place(token))


def _phrase(token: Token) -> Words:
    return Words(_unquoted(token.rstrip("*")), token.endswith("*"), *_place(token), exact=True)


def _unquoted(value: str) -> str:
    return " ".join(re.sub('["“”]', " ", value).split())


def _field(token: Token) -> Field:
    name, _, value = token.partition(":")
    return Field(name.lower(), _unquoted(value), value[:1] in ('"', "“"), *_place(token))


_NEAR_PART = re.compile(r'"([^"]*)"(\*?)|“([^”]*)”(\*?)|([^\s"“”]+)')


def _near_group(token: Token) -> Node:
    inner = str(token)[5:-1]
    limit = re.search(r",\s*(\d{1,3})\s*$", inner)
    body = inner[: limit.start()] if limit else inner
    parts = []
    for match in islice(_NEAR_PART.finditer(body), MAX_TERMS):
        start, end = match.start() + 5 + _place(token)[0], match.end() + 5 + _place(token)[0]
        bare = match[5] or ""
        text = _unquoted(match[1] or match[3] or bare.rstrip("*"))
        parts.append(Words(text, bool(match[2] or match[4]) or bare.endswith("*"), start, end, exact=not bare))
    return Near(tuple(parts), int(limit[1]) if limit else NEAR_DISTANCE)


class _Builder(Transformer[Token, Node]):
    """Called by the parser as it goes, so that deep nesting costs no stack."""

    def any(self, parts: list[Any]) -> Node:
        return Or(tuple(parts)) if len(parts) > 1 else cast(Node, parts[0])

    def every(self, parts: list[Any]) -> Node:
        return And(tuple(parts)) if len(parts) > 1 else cast(Node, parts[0])

    def negated(self, parts: list[Any]) -> Node:
        return Not(cast(Node, parts[0]))

    def field(self, parts: list[Any]) -> Node:
        return _field(parts[0])

    def near_group(self, parts: list[Any]) -> Node:
        return _near_group(parts[0])

    def word(self, parts: list[Any]) -> Node:
        return _word(parts[0])

    def phrase(self, parts: list[Any]) -> Node:
        return _phrase(parts[0])

    def near(self, parts: list[Any]) -> Node:
        if len(parts) == 1:
            return cast(Node, parts[0])
        distances = [int(p[5:] or NEAR_DISTANCE) for p in parts[1::2]]
        return Near(tuple(parts[::2]), max(distances))
