"""Amounts of two passages: whether they count the same thing, and whether they agree.

One decision: a figure agrees with another that is the same in other units, or that rounds to it ("about 3,000" and
"2,973", "5 km" and "three miles"); a figure against none is no difference, since one of two reports may leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import floor, log10
from types import MappingProxyType
from typing import NamedTuple

from workbench.analysis.text.quantities import Quantity
from workbench.analysis.text.words import FUNCTION_WORDS, TOKEN, concept
from workbench.model import Span


class Amount(NamedTuple):
    """A figure with what it is a figure of."""

    rounding: str
    values: tuple[float, ...]
    """What it may be, the likelier first."""
    unit: str
    """A currency, "%", a length of time, or what `_MEASURES` measure in; "" for a count."""
    what: tuple[str, ...]
    """The concepts of the words after it."""
    of_people: bool = False
    converted: bool = False


_MEASURES = MappingProxyType(
    {
        "km": (1000.0, "m"), "kilometer": (1000.0, "m"), "kilometre": (1000.0, "m"), "mile": (1609.34, "m"),
        "meter": (1.0, "m"), "metre": (1.0, "m"), "foot": (0.3048, "m"), "feet": (0.3048, "m"), "ft": (0.3048, "m"),
        "yard": (0.9144, "m"), "inch": (0.0254, "m"), "cm": (0.01, "m"), "acre": (0.4047, "ha"),
        "hectare": (1.0, "ha"), "ton": (1.0, "t"), "tonne": (1.0, "t"), "kg": (0.001, "t"), "kilogram": (0.001, "t"),
        "kilo": (0.001, "t"), "mph": (1.60934, "kmh"), "kmh": (1.0, "kmh"), "kph": (1.0, "kmh"),
    }
)  # fmt: skip
"""Unit -> how much it is in the one that all of its sort are compared in."""
_ATTACHED = re.compile(r"(?<![\w.,$€£])(\d+(?:[.,]\d+)*)(km|kg|ft|cm|mph|kph)\b", re.IGNORECASE)
_AFTER = re.compile(rf"[\s-]?({'|'.join(sorted(_MEASURES, key=len, reverse=True))})(?:e?s)?\b", re.IGNORECASE)
_FOLLOWING = 3
_SKIPPED = frozenset("of - more other the his her its their our own these those such".split())
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year", "decade")
"""Units before which "over" as often is "during"."""
_VAGUE = "vague"
"""The rounding of "hundreds" and its like, which are anything up to ten times as many."""
_ALIKE = 0.1
"""By how much two measures of different units may differ and be one."""
_PERSONS = ("ers", "ors", "men", "ians", "ists", "ees", "people", "person", "man", "woman", "er", "or", "ian", "ist")
_PARTED = re.compile(r"(?:(?P<rounding>about|over|under|most) )?(?P<vague>~)?(?P<value>[\d.e+]+)(?: (?P<unit>.+))?")


def find_amounts(text: str, quantities: Iterable[Quantity]) -> list[tuple[Amount, Span]]:
    """The amounts of a passage with their places, in text order; `quantities`: what `find_quantities` finds in it."""
    numbers = (q for q in quantities if q.kind == "number")
    found = [(q.span, [f"{q.rounding} {v}".strip() for v in (q.value, q.other) if v]) for q in numbers]
    out = [_amount(text, span, values) for span, values in found]
    out += [_attached(m, text) for m in _ATTACHED.finditer(text)]
    return sorted(out, key=lambda found: found[1])


def _amount(text: str, span: Span, written: list[str]) -> tuple[Amount, Span]:
    parted = [m for m in map(_PARTED.fullmatch, written) if m]
    rounding, unit = parted[0]["rounding"] or "", parted[0]["unit"] or ""
    rounding = _VAGUE if parted[0]["vague"] else "" if rounding == "over" and unit.endswith(_TIMES) else rounding
    values = tuple(float(m["value"]) for m in parted)
    measure = None if unit else _AFTER.match(text, span.end)
    if measure is None:
        words = _counted(text, span.end)
        people = any(w.endswith(_PERSONS) for w in words)
        return Amount(rounding, values, unit, tuple(map(concept, words)), people), span
    times, unit = _MEASURES[measure[1].lower()]
    return _measured(rounding, values, times, unit), Span(span.start, measure.end())


def _attached(found: re.Match[str], text: str) -> tuple[Amount, Span]:
    times, unit = _MEASURES[found[2].lower()]
    return _measured("", (float(found[1].replace(",", "")),), times, unit), Span(*found.span())


def _measured(rounding: str, values: tuple[float, ...], times: float, unit: str) -> Amount:
    return Amount(rounding, tuple(v * times for v in values), unit, (), converted=True)


def _counted(text: str, start: int) -> list[str]:
    """The next words, up to a mark or a small word, small ones before them left out."""
    out: list[str] = []
    for token in TOKEN.finditer(text, start):
        word = token.group().lower()
        if word in _SKIPPED and not out:
            continue
        if len(out) == _FOLLOWING or word in FUNCTION_WORDS or not word[0].isalpha():
            break
        out.append(word)
    return out


def is_same_amount(a: Amount, b: Amount) -> bool:
    """Whether two figures agree."""
    if a.unit != b.unit:
        return False
    if a.rounding == b.rounding and set(a.values) & set(b.values):
        return True
    if _VAGUE in (a.rounding, b.rounding):
        least, many = (a, b) if a.rounding == _VAGUE else (b, a)
        return least.values[0] <= many.values[0] < 10 * least.values[0]
    if a.converted and b.converted and a.unit and _near(a, b, _ALIKE):
        return True
    return any(_rounds(one, other) for one, other in ((a, b), (b, a)))


def _near(a: Amount, b: Amount, share: float) -> bool:
    return any(abs(x - y) <= share * max(x, y) for x in a.values for y in b.values)


def _rounds(rounded: Amount, exact: Amount) -> bool:
    """Whether a rounded figure is that of an exact one, which is not itself so round."""
    if not rounded.rounding or exact.rounding:
        return False
    step = _step(rounded.values[0])
    away = exact.values[0] - rounded.values[0]
    if away == 0 or _step(exact.values[0]) >= step:
        return False
    return {"about": abs(away) <= step / 2, "over": 0 < away < step}.get(rounded.rounding, -step < away < 0)


def _step(value: float) -> float:
    """What the last digit that is not zero counts."""
    step = 10.0 ** floor(log10(value)) if value > 0 else 1.0
    while value % step > 1e-9 * value and step > 1e-3:
        step /= 10
    return step


def counts_same(a: Amount, b: Amount) -> bool:
    """Whether two figures are of one thing: of one unit, or with a word after them in common."""
    if a.unit or b.unit:
        return a.unit == b.unit
    return bool(set(a.what) & set(b.what))


def may_count_same(a: Amount, b: Amount) -> bool:
    """Whether two counts may be of one thing: both of people, whatever these are called, or one of nothing named."""
    return not (a.unit or b.unit) and ((a.of_people and b.of_people) or not (a.what and b.what))
