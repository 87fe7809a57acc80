"""Dates as articles print them, to ISO 8601.

Only a date with a day, a month in words or ISO order, and a year is a date: "Aug 21" has no year and 8/9/2025 no
certain month, and neither is guessed. 20/8/2025 can be read one way only.
"""

from __future__ import annotations

import datetime
import re

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = (
    r"(?P<m{0}>"
    + "|".join(f"{m[:3]}(?:{m[3:]})?" if m != "september" else "sept?(?:ember)?" for m in _MONTHS)
    + r")\b\.?"
)
_DATE = re.compile(
    r"(?<![\d/.-])(?:"
    r"(?P<y1>\d{4})(?P<sep>[-/.])(?P<n1>\d{1,2})(?P=sep)(?P<d1>\d{1,2})(?=\D|$)"
    rf"|{_MONTH.format(2)}\s{{0,3}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s{{0,3}}(?P<y2>\d{{4}})\b"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{{1,3}}(?:of\s)?{_MONTH.format(3)}[\s,-]{{0,3}}(?P<y3>\d{{4}})\b"
    r"|(?P<y4>(?:19|20)\d\d)(?P<n4>[01]\d)(?P<d4>[0-3]\d)(?!\d)"
    r"|(?P<one>\d{1,2})(?P<sep5>[/.-])(?P<other>\d{1,2})(?P=sep5)(?P<y5>(?:19|20)\d\d)(?!\d|[/.-]\d))",
    re.I,
)
_DAYS = r"mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_LABEL = r"first|last|published|posted|updated|modified|on|at|date|by"
_TIME = (
    r"t?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?z?|[+-]\d{2}:?\d{2}|\d{1,2}\s?[ap]m|[ap]\.?m\.?|hrs?|h"
    r"|gmt|utc|cet|cest|bst|ist|[ecmp][sd]?t"
)
_AROUND = re.compile(rf"(?:[\s,;:|·•()\[\]–—*_-]|\b(?:{_DAYS}|{_LABEL}|{_TIME})(?!\w))*", re.I)
_PATH = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?=[/-]|$)")


def find_date(text: str) -> str:
    """The first full date in a short value, or nothing."""
    found = _DATE.search(text[:200])
    return _iso(found) if found else ""


def find_dates(text: str) -> list[str]:
    """Every full date in a text, in order."""
    return [day for found in _DATE.finditer(text) if (day := _iso(found))]


def without_dates(text: str) -> str:
    """A text less its full dates."""
    return _DATE.sub(lambda found: " " if _iso(found) else found.group(), text)


def date_line(line: str) -> str:
    """The date of a line that holds nothing else but a label, a weekday and a time; or nothing."""
    found = _DATE.search(line) if len(line) <= 100 else None
    if found is None:
        return ""
    rest = (line[: found.start()], line[found.end() :])
    return _iso(found) if all(_AROUND.fullmatch(part) for part in rest) else ""


def date_in_url(url: str) -> str:
    """The date in the path of a URL (/2025/08/21/), or nothing."""
    found = _PATH.search(url)
    return _checked(found["y"], found["m"], found["d"]) if found else ""


def _iso(found: re.Match[str]) -> str:
    for n in "14":
        if found["y" + n]:
            return _checked(found["y" + n], found["n" + n], found["d" + n])
    if found["y5"]:
        return _all_numbers(found["y5"], found["one"], found["other"])
    n = "2" if found["y2"] else "3"
    month = next(i for i, name in enumerate(_MONTHS, 1) if name.startswith(found["m" + n][:3].casefold()))
    return _checked(found["y" + n], str(month), found["d" + n])


def _all_numbers(year: str, one: str, other: str) -> str:
    """Day and month of two numbers, if only one order is possible."""
    found = {day for day in (_checked(year, other, one), _checked(year, one, other)) if day}
    return found.pop() if len(found) == 1 else ""


def _checked(year: str, month: str, day: str) -> str:
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return date.isoformat() if 1800 <= date.year <= 2100 else ""
