"""Typed expressions of a passage: its numbers, dates, hedges, verbs of saying, negations, attributions, quotations and
loaded words.

One decision: each has a value that can be compared ("expected to" and "set to" are both `expected`), so that two
passages differ in hedge, number or attribution where their values differ (`disagreement.py`), however the words stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from workbench.analysis.facts.amounts import Amount, find_amounts
from workbench.analysis.facts.date_ranges import DateRange
from workbench.analysis.facts.details import find_details, toll_of
from workbench.analysis.facts.loaded_words import LoadedWord, find_loaded_words
from workbench.analysis.facts.sources import find_sources
from workbench.analysis.facts.word_alignment import words
from workbench.analysis.text.lexicon import read_lines
from workbench.analysis.text.quantities import find_quantities
from workbench.analysis.text.words import TOKEN, concept
from workbench.model import Span
from workbench.nlp import quotation_marks


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch that states something of a kind, with a value that can be compared."""

    kind: str
    """number, date, label, modifier, attribution, hedge, strength, negation, quotation or detail"""
    value: str
    span: Span
    about: str = ""
    """What it compares with: of a loaded word its family, of others the concepts of the words that it is said of."""
    amount: Amount | None = None
    """Of a number."""
    days: DateRange | None = None
    """Of a date, once the day of its article is known."""


_PER_CENT = re.compile(r"\s?%|\sper cent\b")
_CONTRACTIONS = tuple(
    (re.compile(pattern, re.IGNORECASE), new)
    for pattern, new in (
        (r"\bcan't\b", "cannot"), (r"\bcan not\b", "cannot"), (r"\bwon't\b", "will not"), (r"n't\b", " not"),
        (r"'re\b", " are"), (r"'ve\b", " have"), (r"'ll\b", " will"), (r"'m\b", " am"),
        (r"\b(it|that|there|he|she|what|who|here)'s\b", r"\1 is"), (r"\bU\.S\.", "US"), (r"\bU\.N\.", "UN"),
    )
)  # fmt: skip
_NAMES = frozenset({"may", "will"})
"""Hedges that are names where a capital begins them."""
_BEFORE_NOUN = re.compile(
    r"\b(?:a|an|the|this|that|these|those|his|her|its|their|our|of|no|any|all|other|some|many|such|new)\s+$",
    re.IGNORECASE,
)
"""What stands before a noun that looks like a verb of saying."""
_LEADING_ARTICLE = re.compile(r"^(?:an?|the) ")
_NO_NEGATION = re.compile(r"\s+(?:only|just|even|merely|least|long|later)\b", re.IGNORECASE)
"""What makes "not" no denial."""
_ENDS = frozenset(".,;:!?—–()")
_AHEAD, _FOLLOWING = 8, 3
"""How many tokens, and how many words of meaning among them, a hedge or a negation is said of."""
_HELPING = frozenset("will would can could may might shall should must not never any more get got going".split())


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
    quantities = find_quantities(text)
    amounts = find_amounts(text, quantities)
    found = [Expression("number", "", span, toll_of(text, span) or "", amount) for amount, span in amounts]
    found += [_detail(text, value, span) for value, span in find_details(text, amounts)]
    found += [Expression("date", q.value, q.span, _neighbours(text, q.span)) for q in quantities if q.kind == "date"]
    found += [Expression("attribution", value, span) for value, span in find_sources(text)]
    found += _quotations(text)
    found += _listed(text)
    found += [_loaded(text, word) for word in find_loaded_words(words(text))]
    return tuple(sorted(found, key=lambda e: (e.span, e.kind)))


def _detail(text: str, value: str, span: Span) -> Expression:
    inside = (w for w in words(text) if w.is_content and span.covers(w.span))
    return Expression("detail", value, span, " ".join(concept(w.lower) for w in inside))


def _loaded(text: str, word: LoadedWord) -> Expression:
    """A loaded word; of a modifier, with what it modifies."""
    if word.kind != "modifier":
        return Expression(word.kind, word.value, word.span, word.family)
    return Expression(word.kind, word.value, word.span, next(next_concepts(text, word.span.end), ""))


def _listed(text: str) -> Iterator[Expression]:
    """The hedges, verbs of saying and negations of `expressions.tsv`."""
    for kind, values, pattern in _lists():
        for match in pattern.finditer(text):
            shown = " ".join(match.group().lower().replace("’", "'").split())
            value = values.get(shown, "not" if kind == "negation" else "")
            if kind == "strength" and _BEFORE_NOUN.search(text, 0, match.start()):
                continue
            if kind == "negation" and _NO_NEGATION.match(text, match.end()):
                continue
            if value and (match.group()[0].islower() or (match.start() == 0 and shown not in _NAMES)):
                about = "saying" if kind == "strength" else " ".join(next_concepts(text, match.end()))
                yield Expression(kind, value, Span(*match.span()), about)


def next_concepts(text: str, start: int) -> Iterator[str]:
    """The concepts of the next few words that mean something by themselves, up to a mark."""
    own = words(text)
    first = bisect_left(own, start, key=lambda w: w.span.start)
    found = 0
    for word in own[first : first + _AHEAD]:
        if word.lower in _ENDS or found == _FOLLOWING:
            return
        if word.is_content and word.lower not in _HELPING:
            found += 1
            yield concept(word.lower)


def _neighbours(text: str, span: Span) -> str:
    """The concepts of the nearest words of meaning before and after a stretch."""
    own = words(text)
    first = bisect_left(own, span.start, key=lambda w: w.span.start)
    before = next((concept(w.lower) for w in reversed(own[max(0, first - _AHEAD) : first]) if w.is_content), "")
    return " ".join([before, *islice(next_concepts(text, span.end), 1)])


def _quotations(text: str) -> Iterator[Expression]:
    for span in quotation_marks.quoted_spans(text):
        value = _LEADING_ARTICLE.sub("", normalized_words(span.of(text)))
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
