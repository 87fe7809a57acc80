"""Numbers and dates in running text, in a form that can be compared.

One decision: an amount is its value, its unit (where the unit is part of the amount: a currency, per cent, a length of
time) and the word that rounds it; "tens of thousands" is the value ~10000. A date is kept as the text gives it, since
only the article's own date could resolve "Tuesday".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.model import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or a date at its place."""

    span: Span
    kind: Literal["number", "date"]
    value: str
    """Comparable: "90000000000 usd", "~10000", "08-21", "tuesday"."""
    rounding: str = ""
    """about, over, under or most (at most); empty for an exact amount."""
    other: str = ""
    """What the value may be besides, where countries write amounts differently ("1.250"); mostly empty."""


_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6,
           "mn": 1e6, "bn": 1e9, "tn": 1e12, "dozen": 12.0, "lakh": 1e5, "crore": 1e7}  # fmt: skip
_WORDS = {
    w: float(i)
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {w: 10.0 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_VAGUE = {"tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6,
          "billions": 1e9, "trillions": 1e12}  # fmt: skip
_CURRENCIES = {
    "$": "usd", "€": "eur", "£": "gbp", "¥": "jpy", "₹": "inr", "₽": "rub", "dollar": "usd", "euro": "eur",
    "pound": "gbp",
    "yen": "jpy", "rupee": "inr", "rouble": "rub", "ruble": "rub", "yuan": "cny",
}  # fmt: skip
_ROUNDING = {
    "about": "about around roughly approximately nearly almost some circa estimated close",
    "over": "over exceeding above",
    "under": "under below",
}
_ROUNDS = {word: name for name, words in _ROUNDING.items() for word in words.split()} | {
    "more than": "over", "at least": "over", "no fewer than": "over", "upwards of": "over", "less than": "under",
    "fewer than": "under", "up to": "most", "as many as": "most", "as much as": "most", "at most": "most",
    "no more than": "most", "close to": "about", "an estimated": "about", "just over": "over", "well over": "over",
    "just under": "under",
}  # fmt: skip
_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?" \
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"  # fmt: skip
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_UNIT = r"(?:second|minute|hour|day|night|week|weekend|month|quarter|year|decade|century)s?"
_ONES = "|".join(w for w in _WORDS if w not in ("zero", "one"))
_COUNT = rf"(?:\d{{1,3}}|one|a|an|few|several|{_ONES})"

_BEFORE_MONTH = "in|of|from|since|until|till|by|to|through|before|after|during|early|late|mid"
_BEFORE_PERSON = frozenset("of from to by before after".split())
"""What as often stands before Mrs May as before the month."""

_DATE = re.compile(
    rf"""(?<![\w-])(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)(?!\d)
    | (?P<point>(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d)
    | (?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(?P<year>(?:19|20)\d\d))?
    | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})(?:,?\s+(?P<year2>(?:19|20)\d\d))?
    | (?P<month3>{_MONTH})\s+(?P<year3>(?:19|20)\d\d)
    | (?P<near>(?i:(?:within|in|over|for)\s+(?:the\s+)?(?:next|coming|last|past)\s+(?:{_COUNT}\s+)?{_UNIT}
        (?:\s+to\s+{_COUNT}\s+{_UNIT})?))
    | (?P<relative>(?i:(?:the\s+)?(?:this|last|next|past|coming|earlier\s+this|later\s+this)\s+)
        (?:(?i:{_UNIT}|morning|evening|spring|summer|autumn|winter)|{_DAY}|{_MONTH})\b)
    | (?P<ago>(?i:{_COUNT}\s+{_UNIT}\s+(?:ago|earlier|later|before)))
    | (?P<weekday>{_DAY})
    | (?P<word>(?i:today|yesterday|tomorrow|tonight|overnight))
    | (?P<clock>\d{{1,2}}(?:[:.]\d\d)?\s?(?i:a\.m\.|p\.m\.|am|pm)|\d{{1,2}}:\d\d)
    | (?:(?i:{_BEFORE_MONTH})[\s-]+)(?P<inmonth>{_MONTH})(?!\.?\s+\d)
    | (?P<plain>January|February|July|September|October|November|December)
    | (?P<bare>(?:1[89]|20)\d\d(?:s|(?![\w.,]*\d)))
    )(?![\w])""",
    re.VERBOSE,
)
_ROUND = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(_ROUNDS, key=len, reverse=True))
_SCALE = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
_BLANKS = " \u00a0\u2007\u2009\u202f"
"""Blanks that part thousands."""
_DIGITS = rf"""(?:\d{{1,3}}(?P<by>[,.'’{_BLANKS}])\d{{3}}(?:(?P=by)\d{{3}})*(?!\d)(?:(?!(?P=by))[.,]\d+)?
      |\d{{1,2}}(?:,\d\d)+,\d{{3}}(?:\.\d+)?|\d+(?:[.,]\d+)?)(?![.,]?\d)"""
_NUMBER = re.compile(
    rf"""(?<![\w.])
    (?:(?P<round>(?i:{_ROUND}))\s+)?
    (?:(?:US|A|C)?(?P<sign>[$€£¥₹₽])\s?)?
    (?:
      (?P<digits>{_DIGITS})(?:[\s-]?(?P<scale>(?i:{_SCALE}|bn|tn|mn|k|m))(?!\w))?(?P<half>\s+and\s+a\s+half)?
    | (?P<vague>(?i:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)
        (?:\s+of\s+(?i:thousands|millions|billions)\b|(?=\s+of\b|\s+more\b)))
    | (?P<words>(?i:(?:(?:{_ONES}|one(?=[\s-](?:{_SCALE})))(?:[\s-](?:and\s+)?(?:{_ONES}|one))*(?:[\s-](?:{_SCALE}))*)
        |(?:(?:a|half\s+a)\s+(?:{_SCALE}))))(?P<half2>\s+and\s+a\s+half)?
    )
    (?P<unit>\s?%|[\s-](?i:per\s?cent|percent|dollars?|euros?|pounds|yen|rupees?|roubles?|rubles?|yuan)(?!\w))?
    (?:[\s-](?P<time>(?i:second|minute|hour|day|week|month|year|decade)s?)(?!\w))?
    (?!\w)""",
    re.VERBOSE,
)


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Every number and date of the text, in text order, none overlapping."""
    dates = list(_dates(text))
    for date in dates:
        text = f"{text[: date.span.start]}{'|' * len(date.span.of(text))}{text[date.span.end :]}"
    return tuple(sorted([*dates, *_numbers(text)], key=lambda q: q.span))


def _dates(text: str) -> Iterator[Quantity]:
    for found in _DATE.finditer(text):
        kind = found.lastgroup or ""
        parts = found.groupdict()
        month = parts["month"] or parts["month2"] or parts["month3"]
        if month:
            year = parts["year"] or parts["year2"] or parts["year3"] or ""
            day = parts["day"] or parts["day2"]
            value = f"{_month(month):02d}" + (f"-{int(day):02d}" if day else "") + (f" {year}" if year else "")
        elif kind == "iso":
            value = f"{found.group()[5:]} {found.group()[:4]}"
        elif kind == "point":
            date, number, year = map(int, found.group().split("."))
            value = f"{number:02d}-{date:02d} {year}"
        elif kind == "clock":
            value = _clock(found.group())
        else:
            name = parts["inmonth"] or parts["plain"]
            if name == "May" and found.group().split()[0].casefold() in _BEFORE_PERSON:
                continue
            value = f"{_month(name):02d}" if name else _counted(" ".join(found.group().casefold().split()))
        yield Quantity(Span(*found.span("inmonth" if parts["inmonth"] else 0)), "date", value.removeprefix("the "))


def _counted(text: str) -> str:
    """A stretch of time with its number in digits."""
    return " ".join(f"{_WORDS[w]:.0f}" if w in _WORDS else w for w in text.split())


def _clock(text: str) -> str:
    """A time of day as hours and minutes of 24 hours."""
    low = text.casefold().replace(".", ":").replace("a:m:", "am").replace("p:m:", "pm")
    digits = [int(part) for part in re.findall(r"\d+", low)]
    hour = digits[0] % 12 + 12 * ("pm" in low) if "m" in low else digits[0]
    return f"{hour:02d}:{digits[1] if len(digits) > 1 else 0:02d}"


def _month(name: str) -> int:
    return next(i for i, full in enumerate(_MONTHS, 1) if full.startswith(name.casefold()[:3]))


def _numbers(text: str) -> Iterator[Quantity]:
    for found in _NUMBER.finditer(text):
        parts = found.groupdict()
        amounts = _values(parts)
        if not amounts:
            continue
        unit = parts["sign"] or (parts["unit"] or "").strip(" -").casefold().rstrip("s")
        unit = "%" if unit in ("%", "percent", "per cent") else _CURRENCIES.get(unit, unit)
        time = (parts["time"] or "").casefold().rstrip("s")
        rounding = " ".join((parts["round"] or "").casefold().split())
        vague = "~" if parts["vague"] else ""
        value, *other = (" ".join(filter(None, (f"{vague}{each:.12g}", unit, time))) for each in amounts)
        yield Quantity(Span(*found.span()), "number", value, _ROUNDS.get(rounding, ""), *other)


def _values(parts: dict[str, str | None]) -> list[float]:
    """What an amount may be, the likelier first; nothing for what is too long to be one."""
    if digits := parts["digits"]:
        scale = _SCALES.get((parts["scale"] or "").casefold(), 1.0)
        half = 0.5 if parts["half"] else 0.0
        measured = scale > 1.0 or "%" in (parts["unit"] or "") or "cent" in (parts["unit"] or "").casefold()
        return [value * scale + half for value in _written(digits, measured)] if len(digits) <= 20 else []
    if vague := parts["vague"]:
        out = 1.0
        for word in vague.casefold().split():
            out *= _VAGUE.get(word, 1.0)
        return [out]
    return [_spoken((parts["words"] or "").casefold()) + (0.5 if parts["half2"] else 0.0)]


def _written(digits: str, measured: bool) -> list[float]:
    """The values of an amount in digits: a mark that stands once, before three digits, may part thousands or decimals.

    `measured`: a scale or a percentage follows, which few have thousands of.
    """
    marks = [c for c in digits if not c.isdecimal()]
    whole = float(re.sub(r"\D", "", digits))
    if not marks:
        return [whole]
    last = digits.rpartition(marks[-1])[2]
    decimal = whole / 10.0 ** len(last)
    if marks[-1] not in ".,":
        return [whole]
    if len(set(marks)) == 2 or len(last) != 3 or digits[0] == "0":
        return [decimal]
    if len(marks) > 1 or (marks[0] == "," and not measured):
        return [whole]
    likely = decimal if measured or (marks[0] == "." and last[-1] != "0") else whole
    return [likely, decimal if likely == whole else whole]


def _spoken(words: str) -> float:
    total = current = 0.0
    for word in re.split(r"[\s-]+", words):
        if word in _WORDS:
            current += _WORDS[word]
        elif word == "half":
            current = 0.5
        elif word in _SCALES:
            current = (current or 1.0) * _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, current = total + current, 0.0
    return total + current
