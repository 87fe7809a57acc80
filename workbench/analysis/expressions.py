"""Typed expressions of a passage: its numbers, dates, hedges, verbs of saying, negations, attributions and quotations.

One decision: each has a value that can be compared ("expected to" and "set to" are both `expected`), so that two
passages differ in hedge, number or attribution where their values differ, however the words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.analysis.lexicon import lines
from workbench.analysis.quantities import quantities
from workbench.analysis.words import FUNCTION_WORDS, TOKEN, concept, stem
from workbench.model import Span
from workbench.nlp import quotemarks


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch that states something of a kind, with a value that can be compared."""

    kind: str
    """number, date, hedge, strength, negation, attribution or quotation"""
    value: str
    span: Span


_CITING = {"citing", "quoting"}
_SOURCES = frozenset(
    """official officials source sources spokesman spokeswoman spokesperson spokespeople authorities police analyst
    analysts expert experts witness witnesses diplomat diplomats report reports ministry government statement
    people he she they aide aides adviser advisers leaders media""".split()
)
_SAYING = frozenset(
    """said says say told stated added reported reports confirmed suggested indicated warned stressed claimed
    announced noted insisted argued revealed disclosed maintained affirmed reiterated declared clarified
    explained replied""".split()
)
_AUXILIARIES = frozenset("has have had also later earlier then reportedly repeatedly again".split())
_BREAKS = frozenset("that and but as while though although after before because who which when where if".split())
_LONGEST_SOURCE = 10
_INVERTED = 6


@lru_cache(maxsize=1)
def _lists() -> tuple[tuple[str, dict[str, str], re.Pattern[str]], ...]:
    found: dict[str, dict[str, str]] = {}
    for line in lines("expressions.tsv"):
        kind, value, words = line.split("\t")
        found.setdefault(kind, {}).update({w.strip(): value for w in words.split(",")})
    return tuple((kind, words, _pattern(words)) for kind, words in found.items())


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    parts = (re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in longest)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])|(?<=\w)n['’]t\b", re.IGNORECASE)


@lru_cache(maxsize=256)
def expressions(text: str) -> tuple[Expression, ...]:
    """All typed expressions of a passage, in text order."""
    found = [Expression(q.kind, f"{q.rounding} {q.value}".strip(), q.span) for q in quantities(text)]
    found += _attributions(text)
    found += _quotations(text)
    for kind, words, pattern in _lists():
        for match in pattern.finditer(text):
            shown = " ".join(match.group().lower().replace("’", "'").split())
            value = words.get(shown, "not" if kind == "negation" else "")
            if value and (match.group()[0].islower() or match.start() == 0):
                found.append(Expression(kind, value, Span(*match.span())))
    return tuple(sorted(found, key=lambda e: (e.span, e.kind)))


def _attributions(text: str) -> Iterator[Expression]:
    """Who is named as the source: after "according to", before a verb of saying, or after one at the end."""
    tokens = list(TOKEN.finditer(text))
    low = [t.group().lower() for t in tokens]
    taken = 0
    for n, word in enumerate(low):
        if (word == "to" and n and low[n - 1] == "according") or word in _CITING:
            run = _forward(low, n + 1, _LONGEST_SOURCE)
        elif word in _SAYING:
            run = _backward(low, n, taken)
            if not _is_source(tokens, run):
                run = _forward(low, n + 1, _INVERTED) if _stands_alone(low, n) else range(0)
                run = run if _is_source(tokens, run) else range(0)
        else:
            continue
        if run:
            taken = run.stop
            yield _source(text, tokens, run)


def _forward(low: list[str], start: int, longest: int) -> range:
    stop = start
    while stop < min(len(low), start + longest) and (low[stop][0].isalnum()) and low[stop] not in _BREAKS:
        stop += 1
    return range(start, stop)


def _backward(low: list[str], verb: int, taken: int) -> range:
    stop = verb
    while stop > taken and low[stop - 1] in _AUXILIARIES:
        stop -= 1
    start = stop
    while start > max(taken, stop - _LONGEST_SOURCE) and low[start - 1][0].isalnum() and low[start - 1] not in _BREAKS:
        start -= 1
    return range(start, stop)


def _stands_alone(low: list[str], verb: int) -> bool:
    return verb > 0 and not low[verb - 1][0].isalnum()


def _is_source(tokens: list[re.Match[str]], run: range) -> bool:
    found = [tokens[n].group() for n in run]
    return any(w.lower() in _SOURCES or (w[0].isupper() and w.lower() not in FUNCTION_WORDS) for w in found)


def _source(text: str, tokens: list[re.Match[str]], run: range) -> Expression:
    span = Span(tokens[run[0]].start(), tokens[run[-1]].end())
    words = [tokens[n].group() for n in run]
    value = " ".join(stem(w) for w in words if w.lower() not in FUNCTION_WORDS and w.lower() != "one")
    return Expression("attribution", value or span.of(text).casefold(), span)


def _quotations(text: str) -> Iterator[Expression]:
    for span in quotemarks.quoted(text):
        words = [concept(w) for w in TOKEN.findall(span.of(text)) if w[0].isalnum()]
        if words:
            yield Expression("quotation", " ".join(words), span)
