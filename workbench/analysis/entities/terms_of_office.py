"""When an office was held, seen from the day of a story; and that day, as far as the offices in the story tell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from workbench.analysis.entities import countries
from workbench.analysis.entities.office_titles import fits_office
from workbench.analysis.entities.people import Person
from workbench.analysis.knowledge.office_holders import Term, find_bearers

Timing = Literal["then", "near", "past", "ahead", "unknown"]
FIRST_YEAR, LAST_YEAR = 1990, 2030
"""What the table reaches over; stories before have no period."""
SLACK = 1
"""Years that a term may be off and still be near, where only the year of an end is known."""
YEAR_VOTE = 0.5
"""What the latest year that a text names counts beside a person in office."""
_YEAR = re.compile(r"(?<![\d.,$€£-])(?:19|20)\d\d(?![\d,.]*\d|\s?(?:people|tons|troops|jobs))")


class Period(NamedTuple):
    """From the first to the last year that a story may be of."""

    first: float
    last: float


def story_period(text: str, people: Sequence[Person], day: str = "") -> Period | None:
    """When a story is of: its day if it has one, else the years in which most of those named held their titles."""
    if day:
        at = _moment(day, end=False)
        return Period(at, at) if at >= FIRST_YEAR else None
    votes: Counter[int] = Counter()
    for person in people:
        votes.update(set(_years_in_office(person)))
    if not votes:
        return None
    latest = max((y for y in map(int, _YEAR.findall(text)) if FIRST_YEAR <= y < LAST_YEAR), default=0)
    weighed = {year: count + YEAR_VOTE * (year - latest in (0, 1)) for year, count in votes.items()}
    last = max(year for year, weight in weighed.items() if weight == max(weighed.values()))
    first = last
    while weighed.get(first - 1) == weighed[last]:
        first -= 1
    return Period(first, last + 0.99)


def timing(term: Term, period: Period | None) -> Timing:
    """How a term lies to a story's period."""
    if period is None or not term.start:
        return "unknown"
    start, end = _bounds(term)
    if start <= period.last and end >= period.first:
        return "then"
    if start <= period.last + SLACK * (len(term.start) == 4) and end >= period.first - SLACK * (len(term.end) == 4):
        return "near"
    return "ahead" if start > period.last else "past"


def years_between(term: Term, period: Period | None) -> float:
    """How far a term lies from a story's period; 0 where that is not known."""
    if period is None or not term.start:
        return 0.0
    start, end = _bounds(term)
    return max(0.0, start - period.last, period.first - end)


def is_same_office(one: Term, other: Term) -> bool:
    """Whether two terms are of one office."""
    return (one.country, one.office) == (other.country, other.office)


def description(terms: Sequence[Term]) -> str:
    """The terms in one office as a proof shows them: "prime minister of Japan 2006-2007, 2012-2020"; "" of none."""
    if not terms:
        return ""
    office, country = terms[0].office, countries.name(terms[0].country)
    office += f", {country}" if " of " in office or country.startswith("United ") else f" of {country}"
    return " ".join(filter(None, (office, ", ".join(filter(None, map(_years, terms))))))


def _years(term: Term) -> str:
    if not term.start:
        return f"until {term.end[:4]}" if term.end else ""
    first, last = term.start[:4], term.end[:4]
    return f"since {first}" if not last else first if first == last else f"{first}-{last}"


def _years_in_office(person: Person) -> Iterator[int]:
    """The years in which a person held the title that the text gives."""
    if not person.role:
        return
    for bearer, match in find_bearers(person.name):
        for term in bearer.terms:
            head = term.kind in ("head_of_state", "head_of_government")
            if term.start and (match == "full" or head) and fits_office(person.role, term):
                start, end = _bounds(term)
                yield from range(max(FIRST_YEAR, int(start)), min(LAST_YEAR, int(end)) + 1)


def _bounds(term: Term) -> tuple[float, float]:
    return _moment(term.start, end=False), _moment(term.end, end=True) if term.end else float(LAST_YEAR)


def _moment(day: str, *, end: bool) -> float:
    """A day or a year as a point in years."""
    year = int(day[:4])
    if len(day) < 10:
        return year + (0.999 if end else 0.0)
    return year + (int(day[5:7]) - 1) / 12 + (int(day[8:10]) - 1) / 372
