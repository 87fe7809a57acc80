"""Dates as queries have them: a day, a month or a year, so many days back, and ranges of these with open ends."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_PART = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_BACK = re.compile(r"(\d{1,4})([dwmy])")
_DAYS = {"d": 1, "w": 7}
_MONTHS = {"m": 1, "y": 12}
FIRST, LAST = "0001-01-01", "9999-12-31"


def date_range(value: str, today: date | None = None) -> tuple[str, str] | None:
    """The first and the last day, ISO; None if it is not a date or range.

    Relative to `today` (the machine's, unless given): `today`, `yesterday`, and `7d`, `2w`, `3m`, `1y` up to today.
    """
    now = today or date.today()
    low, dots, high = value.strip().lower().partition("..")
    if not dots:
        return _days(low, now)
    first = _days(low.strip(), now) if low.strip() else (FIRST, FIRST)
    last = _days(high.strip(), now) if high.strip() else (LAST, LAST)
    if first is None or last is None or not (low.strip() or high.strip()):
        return None
    return (first[0], last[1]) if first[0] <= last[1] else (last[0], first[1])


def _days(text: str, today: date) -> tuple[str, str] | None:
    """The first and last day of a day, month, year or stretch before today."""
    if text in ("today", "yesterday"):
        day = (today - timedelta(days=text == "yesterday")).isoformat()
        return day, day
    if back := _BACK.fullmatch(text):
        first = _before(today, int(back[1]), back[2])
        return (first, today.isoformat()) if first else None
    match = _PART.fullmatch(text)
    return _calendar(int(match[1]), match[2], match[3]) if match else None


def _calendar(year: int, month: str | None, day: str | None) -> tuple[str, str] | None:
    if year < 1 or not 1 <= int(month or 1) <= 12:
        return None
    if month is None:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    days = monthrange(year, int(month))[1]
    if day is None:
        return f"{year:04}-{int(month):02}-01", f"{year:04}-{int(month):02}-{days:02}"
    if not 1 <= int(day) <= days:
        return None
    found = f"{year:04}-{int(month):02}-{int(day):02}"
    return found, found


def _before(today: date, number: int, unit: str) -> str:
    """The first of the last so many days, weeks, months or years, today among them; empty before the year 1."""
    try:
        if unit in _DAYS:
            return (today - timedelta(days=max(0, number * _DAYS[unit] - 1))).isoformat()
        months = today.year * 12 + today.month - 1 - number * _MONTHS[unit]
        year, month = divmod(months, 12)
        day = min(today.day, monthrange(year, month + 1)[1])
        return (date(year, month + 1, day) + timedelta(days=number > 0)).isoformat()
    except (ValueError, OverflowError):
        return ""
