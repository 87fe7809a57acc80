"""Typed expressions of a passage: its numbers, dates, hedges, verbs of saying, negations, attributions and quotations.

One decision: each has a value that can be compared ("expected to" and "set to" are both `expected`), so that two
passages differ in hedge, number or attribution where their values differ, however the words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.analysis.text.lexicon import read_lines
from workbench.analysis.text.quantities import Quantity, find_quantities
from workbench.analysis.text.words import FUNCTION_WORDS, TOKEN, concept, stem
from workbench.model import Span
from workbench.nlp import quotation_marks


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch that states something of a kind, with a value that can be compared."""

    kind: str
    """number, date, hedge, strength, negation, attribution or quotation"""
    value: str
    span: Span
    others: tuple[str, ...] = ()
    """What the value may be besides."""


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
_SPEECH_VERBS = frozenset(
    "said says say told added warned claimed insisted argued noted replied explained admitted stressed".split()
)
"""Verbs whose subject says something, whatever it is called."""
_AUXILIARIES = frozenset("has have had also later earlier then reportedly repeatedly again".split())
_CLAUSAL = frozenset("did does do is was were are has had have will would could should can may might not".split())
"""Words that what is said has, and who says it has not."""
_BREAKS = frozenset("that and but as while though although after before because who which when where if".split())
_PER_CENT = re.compile(r"\s?%|\sper cent\b")
_CONTRACTIONS = tuple(
    (re.compile(pattern, re.IGNORECASE), new)
    for pattern, new in (
        (r"\bcan't\b", "cannot"), (r"\bcan not\b", "cannot"), (r"\bwon't\b", "will not"), (r"n't\b", " not"),
        (r"'re\b", " are"), (r"'ve\b", " have"), (r"'ll\b", " will"), (r"'m\b", " am"),
        (r"\b(it|that|there|he|she|what|who|here)'s\b", r"\1 is"), (r"\bU\.S\.", "US"), (r"\bU\.N\.", "UN"),
    )
)  # fmt: skip
_LONGEST_SOURCE = 10
_INVERTED = 6


@lru_cache(maxsize=1)
def _lists() -> tuple[tuple[str, dict[str, str], re.Pattern[str]], ...]:
    found: dict[str, dict[str, str]] = {}
    for line in read_lines("expressions.tsv"):
        kind, value, words = line.split("\t")
        found.setdefault(kind, {}).update({w.strip(): value for w in words.split(",")})
    return tuple((kind, words, _pattern(words)) for kind, words in found.items())


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    parts = (re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in longest)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])|(?<=\w)n['’]t\b", re.IGNORECASE)


@lru_cache(maxsize=2048)
def find_expressions(text: str) -> tuple[Expression, ...]:
    """All typed expressions of a passage, in text order."""
    found = [_amount(quantity) for quantity in find_quantities(text)]
    found += _attributions(text)
    found += _quotations(text)
    for kind, words, pattern in _lists():
        for match in pattern.finditer(text):
            shown = " ".join(match.group().lower().replace("’", "'").split())
            value = words.get(shown, "not" if kind == "negation" else "")
            if value and (match.group()[0].islower() or match.start() == 0):
                found.append(Expression(kind, value, Span(*match.span())))
    return tuple(sorted(found, key=lambda e: (e.span, e.kind)))


def _amount(found: Quantity) -> Expression:
    value, *others = (f"{found.rounding} {each}".strip() for each in (found.value, found.other) if each)
    return Expression(found.kind, value, found.span, tuple(others))


def _attributions(text: str) -> Iterator[Expression]:
    """Who is named as the source: after "according to", before a verb of saying, or after one at the end."""
    tokens = list(TOKEN.finditer(text))
    low = [t.group().lower() for t in tokens]
    taken = 0
    for n, word in enumerate(low):
        if (word == "to" and n and low[n - 1] == "according") or word in _CITING:
            run = _forward(low, n + 1, _LONGEST_SOURCE)
        elif word in _SAYING and low[n - 1 : n] != ["to"]:
            run = _backward(tokens, low, n, taken)
            if not _is_source(tokens, run, word in _SPEECH_VERBS):
                run = _forward(low, n + 1, _INVERTED) if _stands_alone(low, n) else range(0)
                run = run if _is_source(tokens, run) and not _CLAUSAL & {*low[run.start : run.stop]} else range(0)
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


def _backward(tokens: list[re.Match[str]], low: list[str], verb: int, taken: int) -> range:
    stop = verb
    while stop > taken and low[stop - 1] in _AUXILIARIES:
        stop -= 1
    start = stop
    while start > max(taken, stop - _LONGEST_SOURCE) and _belongs_to_next(tokens, low, start - 1):
        start -= 1
    return range(start, stop)


def _belongs_to_next(tokens: list[re.Match[str]], low: list[str], place: int) -> bool:
    """Whether a token belongs to the words after it: a word that breaks nothing, or a hyphen within one."""
    if low[place] in "'’" and place:
        return tokens[place - 1].end() == tokens[place].start() and tokens[place - 1].group()[-1] in "sSxXzZ"
    if low[place] in "-‐‑.":
        near = tokens[max(0, place - 1) : place + 2]
        within = len(near) == 3 and near[0].end() == near[1].start() and near[0].group()[0].isalpha()
        return within and (near[1].end() == near[2].start() if low[place] != "." else len(near[0].group()) < 4)
    return low[place][0].isalnum() and low[place] not in _BREAKS


def _stands_alone(low: list[str], verb: int) -> bool:
    return verb > 0 and not low[verb - 1][0].isalnum()


def _is_source(tokens: list[re.Match[str]], run: range, says: bool = False) -> bool:
    """Whether words name somebody: by their look, or before a verb that only somebody can be the subject of."""
    found = [tokens[n].group() for n in run]
    if any(w.lower() in _SOURCES or (w[0].isupper() and w.lower() not in FUNCTION_WORDS) for w in found):
        return True
    return says and any(w[0].isalpha() and w.lower() not in FUNCTION_WORDS for w in found)


def _source(text: str, tokens: list[re.Match[str]], run: range) -> Expression:
    span = Span(tokens[run[0]].start(), tokens[run[-1]].end())
    words = [tokens[n].group() for n in run]
    value = " ".join(stem(w) for w in words if w.lower() not in FUNCTION_WORDS and w.lower() != "one")
    return Expression("attribution", value or span.of(text).casefold(), span)


def _quotations(text: str) -> Iterator[Expression]:
    for span in quotation_marks.quoted_spans(text):
        value = normalized_words(span.of(text))
        if value:
            yield Expression("quotation", value, span)


def normalized_words(text: str) -> str:
    """The words of a text without what is only typography: numbers in digits, short forms written out, one spelling."""
    out = _PER_CENT.sub(" percent", text.replace("’", "'"))
    for pattern, new in _CONTRACTIONS:
        out = pattern.sub(new, out)
    amounts = [q for q in find_quantities(out) if q.kind == "number" and not q.value.startswith("~")]
    for amount in reversed(amounts):
        out = (
            out[: amount.span.start] + " ".join(filter(None, (amount.rounding, amount.value))) + out[amount.span.end :]
        )
    return " ".join(concept(w) for w in TOKEN.findall(out) if w[0].isalnum())
