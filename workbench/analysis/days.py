"""Dates as articles give them, resolved against the day the article is of.

One decision: what the article's date makes certain becomes a day, a week, a month or a year ("2025-08-19", "2025-W34",
"2025-08", "2025"), so that "Tuesday", "Aug. 19" and "yesterday" can be one; everything else stays as the text has it. A
weekday is the last one, unless the words before it speak of what is to come.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
TO_COME = re.compile(
    r"\b(?:will|shall|would|could|may|might|must|should|plans?|planned|set|due|expected|next|coming|to)\b", re.I
)
_NEAR = {"today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"this": 0, "earlier this": 0, "later this": 0, "last": -1, "past": -1, "next": 1, "coming": 1}
_RELATIVE = re.compile(rf"(?P<step>{'|'.join(sorted(_STEPS, key=len, reverse=True))}) (?P<what>\w+)")
_MONTH_DAY = re.compile(r"(?P<month>\d\d)(?:-(?P<day>\d\d))?(?: (?P<year>\d{4}))?")


def resolved(value: str, published_on: str, before: str = "") -> str:
    """A date of an article in a form that dates of other articles can be compared with.

    `value` is what `quantities` gives, `published_on` the article's ISO date or "", `before` the words before it.
    """
    written = _MONTH_DAY.fullmatch(value)
    try:
        of = date.fromisoformat(published_on)
    except ValueError:
        return value
    if written:
        return _dated(written, of, bool(TO_COME.search(before)))
    if value in _NEAR:
        return (of + timedelta(_NEAR[value])).isoformat()
    if value in DAYS:
        return _weekday(DAYS.index(value), of, bool(TO_COME.search(before))).isoformat()
    relative = _RELATIVE.fullmatch(value)
    return _stepped(relative["step"], relative["what"], of) or value if relative else value


def _dated(written: re.Match[str], of: date, ahead: bool) -> str:
    """A month, perhaps with its day; without a year the last one, or the next, give or take a month."""
    month, day, year = int(written["month"]), written["day"], written["year"]
    years = (int(year),) if year else (of.year - 1, of.year, of.year + 1)
    middle = of + timedelta(150 if ahead else -150)
    try:
        found = min((date(y, month, int(day or 15)) for y in years), key=lambda d: abs((d - middle).days))
    except ValueError:
        return written[0]
    return found.isoformat() if day else f"{found.year}-{month:02d}"


def _weekday(number: int, of: date, ahead: bool) -> date:
    back = (of.weekday() - number) % 7
    return of + timedelta((7 - back) % 7 or 7) if ahead and back else of - timedelta(back)


def _stepped(step: str, what: str, of: date) -> str:
    """This, last or next week, month, year or weekday; "" for what else there is."""
    by = _STEPS[step]
    if what in ("week", "weekend"):
        year, week, _ = (of + timedelta(7 * by)).isocalendar()
        return f"{year}-W{week:02d}" + ("-end" if what == "weekend" else "")
    if what == "month":
        months = of.year * 12 + of.month - 1 + by
        return f"{months // 12}-{months % 12 + 1:02d}"
    if what == "year":
        return str(of.year + by)
    if what in DAYS:
        return _weekday(DAYS.index(what), of, by > 0).isoformat()
    return ""
