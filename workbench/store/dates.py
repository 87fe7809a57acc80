"""Dates as queries have them: a day, a month or a year, and ranges of these with open ends."""

from __future__ import annotations

import re
from calendar import monthrange

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
FIRST, LAST = "0001-01-01", "9999-12-31"


def date_range(value: str) -> tuple[str, str] | None:
    """The first and the last day, ISO; None if it is not a date or range."""
    low, dots, high = value.strip().partition("..")
    if not dots:
        return _days(low)
    first = _days(low.strip()) if low.strip() else (FIRST, FIRST)
    last = _days(high.strip()) if high.strip() else (LAST, LAST)
    if first is None or last is None or not (low.strip() or high.strip()):
        return None
    return (first[0], last[1]) if first[0] <= last[1] else (last[0], first[1])


def _days(text: str) -> tuple[str, str] | None:
    """The first and last day of a day, month or year."""
    match = _PART.fullmatch(text)
    if match is None:
        return None
    year, month, day = match[1], match[2] or "01", match[3]
    if not (int(year) >= 1 and 1 <= int(month) <= 12):
        return None
    days = monthrange(int(year), int(month))[1]
    if day:
        return (text, text) if 1 <= int(day) <= days else None
    if match[2]:
        return f"{year}-{month}-01", f"{year}-{month}-{days:02}"
    return f"{year}-01-01", f"{year}-12-31"
