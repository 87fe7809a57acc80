"""Dates as articles give them, resolved against the day the article is of.

One decision: what the article's date makes certain becomes a day, a week, a month or a year ("2025-08-19", "2025-W34",
"2025-08", "2025"), so that "Tuesday", "Aug. 19" and "yesterday" can be one; everything else stays as the text has it. A
weekday is the last one or the next as its tense has it (`date_tense`); where that is open, it may be either.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from workbench.analysis.text.date_tense import FUTURE, OPEN, PAST

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_RELATIVE_DAYS = {"today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"this": 0, "earlier this": 0, "later this": 0, "last": -1, "past": -1, "next": 1, "coming": 1}
_RELATIVE = re.compile(rf"(?P<step>{'|'.join(sorted(_STEPS, key=len, reverse=True))}) (?P<what>\w+)")
_MONTH_DAY = re.compile(r"(?P<month>\d\d)(?:-(?P<day>\d\d))?(?: (?P<year>\d{4}))?")


def resolve_date(value: str, published_on: str, tense: str = OPEN) -> tuple[str, ...]:
    """What a date of an article may be, the likelier first, in a form that dates of other articles compare with.

    `value` is what `find_quantities` gives, `published_on` the article's ISO date or "", `tense` one sign of
    `date_tenses`.
    """
    written = _MONTH_DAY.fullmatch(value)
    try:
        of = date.fromisoformat(published_on)
    except ValueError:
        return (value,)
    ways = {FUTURE: (True,), PAST: (False,)}.get(tense, (False, True))
    if written:
        return tuple(dict.fromkeys(_dated(written, of, ahead) for ahead in ways))
    if value in _RELATIVE_DAYS:
        return ((of + timedelta(_RELATIVE_DAYS[value])).isoformat(),)
    if value.removeprefix("this ") in DAYS:
        number = DAYS.index(value.removeprefix("this "))
        return tuple(dict.fromkeys(_weekday(number, of, ahead).isoformat() for ahead in ways))
    relative = _RELATIVE.fullmatch(value)
    return ((_stepped(relative["step"], relative["what"], of) or value) if relative else value,)


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
    """The weekday nearest to a day, from it on or up to it: the day itself is both."""
    return of + timedelta((number - of.weekday()) % 7) if ahead else of - timedelta((of.weekday() - number) % 7)


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
        return _weekday(DAYS.index(what), of + timedelta(by), by > 0).isoformat()
    return ""
