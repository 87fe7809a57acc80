"""Dates of two passages: whether they may be the same.

One decision: a date is the days that it covers, so that "January" agrees with "Jan. 17" and "this week" with "Monday";
two differ where they share no day. Without the article's date only dates written in one way compare.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from workbench.analysis.text.dates import DAYS, resolve_date

_NOMINAL = "2001-06-13"
"""The day that articles without a date are taken to be of: "last week" is before "next month" on any."""
_SHAPES = (
    ("day", re.compile(r"(\d{4})-(\d\d)-(\d\d)")),
    ("week", re.compile(r"(\d{4})-W(\d\d)(-end)?")),
    ("month", re.compile(r"(\d{4})-(\d\d)")),
    ("year", re.compile(r"(\d{4})(s)?")),
)
_CLOCK = re.compile(r"\d\d:\d\d")
_ABSOLUTE = re.compile(r"(?:.* )?(?:1[89]|20)\d\ds?")
_AGO = re.compile(r"\S+ (?P<unit>[a-z]+?)s? (?:ago|earlier|later|before)")
_MONTH_DAY = re.compile(r"(?P<day>\d\d(?:-\d\d)?)(?P<year> \d{4})?")
Days = tuple[int, int]


class DateRange(NamedTuple):
    """What a date may cover, and what it can be compared with."""

    scale: str
    """How it was resolved; dates of one scale compare."""
    days: tuple[Days, ...]
    """First and last day, of each that it may be; none for what is only a word."""
    word: str


@lru_cache(maxsize=4096)
def date_range(value: str, published_on: str, tense: str) -> DateRange:
    """The range of a date as `find_quantities` has it, in an article of a day ("" if unknown)."""
    if _CLOCK.fullmatch(value):
        return DateRange("clock", (), value)
    absolute = _ABSOLUTE.fullmatch(value)
    nominal = not published_on and not absolute
    if nominal and value.removeprefix("this ") in DAYS:
        return DateRange("weekday", (), value.removeprefix("this "))
    found = resolve_date(value, published_on or _NOMINAL, tense)
    if "weekend" in value and value.startswith("this"):
        found += resolve_date(value.replace("this", "last", 1), published_on or _NOMINAL, tense)
    days = tuple(d for d in map(_days, found) if d)
    if days:
        return DateRange("nominal" if nominal else "days", days, value)
    ago = _AGO.fullmatch(value)
    return DateRange(ago["unit"] if ago else "words", (), value)


def is_same_date(a: DateRange, b: DateRange) -> bool:
    """Whether two dates may be one."""
    months = _MONTH_DAY.fullmatch(a.word), _MONTH_DAY.fullmatch(b.word)
    if months[0] and months[1] and not (months[0]["year"] and months[1]["year"]):
        one, other = sorted((months[0]["day"], months[1]["day"]), key=len)
        return other.startswith(one)
    if a.days and b.days:
        return any(x[0] <= y[1] and y[0] <= x[1] for x in a.days for y in b.days)
    return a.word == b.word


def is_comparable_date(a: DateRange, b: DateRange) -> bool:
    """Whether it can be told that two dates are not the same."""
    return a.scale == b.scale and a.scale != "words"


def _days(value: str) -> Days | None:
    for shape, pattern in _SHAPES:
        found = pattern.fullmatch(value)
        if found:
            try:
                return _first_and_last(shape, *found.groups())
            except ValueError:
                return None
    return None


def _first_and_last(shape: str, year: str, *rest: str | None) -> Days:
    number = int(rest[0]) if rest and rest[0] and rest[0].isdecimal() else 1
    if shape == "day":
        day = date(int(year), number, int(rest[1] or 1)).toordinal()
        return day, day
    if shape == "week":
        monday = date.fromisocalendar(int(year), number, 1)
        first, last = (monday + timedelta(5), monday + timedelta(6)) if rest[1] else (monday, monday + timedelta(6))
    elif shape == "month":
        first, last = date(int(year), number, 1), date(int(year), number, monthrange(int(year), number)[1])
    else:
        first, last = date(int(year), 1, 1), date(int(year) + (9 if rest[0] else 0), 12, 31)
    return first.toordinal(), last.toordinal()
