"""What an article says about itself above and below its body: header lines and footer lines, read as metadata and taken
out.

A header ends where the body begins, so "Source: ..." in the middle of a text is left alone; a line is only taken out if
its value was understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.ingest.agencies import contributors, credit_at_end, credit_line, known_agencies
from workbench.ingest.captions import is_source_line, reads_like_caption
from workbench.ingest.characters import one_line
from workbench.ingest.dates import date_line, find_date
from workbench.ingest.lines import Line, cut_lines, ends_sentence, lines_of
from workbench.ingest.outlets import find_outlet
from workbench.ingest.stated_fields import Fields
from workbench.ingest.titles import looks_like_title
from workbench.ingest.tracked_text import TrackedText
from workbench.model import Span

_LEADING_DATE = re.compile(r"^\W{0,3}date\s*[:=]?\s*(?P<date>\d{4}-\d{2}-\d{2})(?!\S)[\s:|–—-]*", re.I)
_LABELS = {
    "title": "title", "headline": "title",
    "by": "byline", "author": "byline", "authors": "byline", "byline": "byline",
    "date": "published_on", "published": "published_on", "published on": "published_on",
    "publication date": "published_on",
    "posted": "published_on", "updated": "", "last updated": "", "modified": "",
    "source": "origin", "outlet": "outlet", "publisher": "outlet", "publication": "outlet", "newspaper": "outlet",
    "url": "url", "link": "url", "language": "language", "agency": "agency",
}  # fmt: skip
_LABELLED_LINE = re.compile(
    rf"^[*_\s]*(?P<key>{'|'.join(sorted(_LABELS, key=len, reverse=True))})\s*:[*_]*\s*(?P<value>\S.*?)[*_\s]*$", re.I
)
_NAME = r"(?:[^\W\d_a-z][\w.'’-]*|d['’][^\W\d_a-z][\w'’-]*)"
_JOINT = r"(?:,|and|&|de|da|di|del|della|la|le|van|von|der|den|bin|ibn|al|el|in|for|at|of)"
_BYLINE = re.compile(rf"^[*_\s]*[Bb][Yy]:?\s+(?P<by>{_NAME}(?:,?\s+(?:{_JOINT}\s+){{0,3}}{_NAME}){{0,9}})[*_\s]*$")
_PERSON = r"[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,3}"
_SIGNED = re.compile(rf"{_PERSON}(?:(?:, | and |, and ){_PERSON}){{0,4}}")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SOURCE = re.compile(
    r"^[\[(*_\s]*(?:sources?|quelle|fuente|fonte|источник|джерело)[*_]*\s*[:：][*_]*\s*"
    r"(?P<by>[^\n]{2,60}?)[\s*_)\].]*$",
    re.I,
)
_ADDRESS = re.compile(r"^https?://\S{4,1000}$")
_UPDATED = re.compile(r"\b(?:updated|modified)\b", re.I)
_MAX_HEADER_LINES = 12


def read_header(tracked: TrackedText) -> tuple[TrackedText, Fields]:
    """Take the header lines out and read them."""
    fields: Fields = {}
    tracked = _read_leading_date(tracked, fields)
    dropped = [span for line in _header_lines(tracked.text) if (span := _read_header_line(line, fields))]
    return tracked.cut([*dropped, *_read_signature(lines_of(tracked.text[:5000]), fields)]), fields


def _read_signature(lines: Sequence[Line], fields: Fields) -> Iterator[Span]:
    """Names below the title and above a line of their outlet or agency ("Jane Doe", "USA TODAY")."""
    for names, house in zip(lines[1:4], lines[2:5], strict=False):
        outlet, agency = find_outlet(house.text), known_agencies(house.text)
        if _SIGNED.fullmatch(names.text) and (outlet or agency) and len(house.text) <= 40:
            fields.setdefault("byline", one_line(names.text))
            fields.setdefault("agency" if agency else "outlet", agency or outlet)
            yield Span(names.start, names.end + 1)
            yield Span(house.start, house.end + 1)
            return


def read_footer(tracked: TrackedText) -> tuple[TrackedText, Fields]:
    """Take the credits at the end out and read them."""
    fields: Fields = {}
    lines = list(lines_of(tracked.text))
    dropped: list[Line] = []
    while len(lines) > 1 and (_is_of_picture(lines) or _read_footer_line(lines[-1].text, fields)):
        dropped.append(lines.pop())
    if not lines:
        return tracked, fields
    agency, start = credit_at_end(lines[-1].text)
    if agency:
        fields.setdefault("agency", agency)
        tracked = tracked.cut([Span(lines[-1].start + start, lines[-1].end)])
    return cut_lines(tracked, dropped), fields


def _is_of_picture(lines: Sequence[Line]) -> bool:
    """Whether the last line says where a picture is from, not the article: the line above is a caption's."""
    above = lines[-2].text
    return len(lines) > 2 and is_source_line(lines[-1].text) and reads_like_caption(above) and not credit_line(above)


def _read_leading_date(tracked: TrackedText, fields: Fields) -> TrackedText:
    end = 0
    while (found := _LEADING_DATE.match(tracked.text[end : end + 200])) and find_date(found["date"]):
        fields.setdefault("published_on", found["date"])
        end += found.end()
    return tracked.cut([Span(0, end)]) if end else tracked


def _header_lines(text: str) -> Iterator[Line]:
    """The lines above the body; a title may stand among them."""
    titled = False
    for line in lines_of(text[:5000])[:_MAX_HEADER_LINES]:
        if line.end == 5000:
            return
        if not (_is_bare(line.text) or _LABELLED_LINE.match(line.text)):
            if titled or not looks_like_title(line.text):
                return
            titled = True
        yield line


def _read_header_line(line: Line, fields: Fields) -> Span | None:
    """What to take out for one line of the header: all of it, or of a title its label."""
    keyed = _LABELLED_LINE.match(line.text)
    if keyed:
        field, value = _LABELS[keyed["key"].casefold()], _field_value(_LABELS[keyed["key"].casefold()], keyed["value"])
        if not value:
            return None
        fields.setdefault(field, value)
        end = line.start + keyed.start("value") if field == "title" else line.end + 1
        return Span(line.start, end)
    return _read_bare_line(line, fields)


def _read_bare_line(line: Line, fields: Fields) -> Span | None:
    byline, date = _BYLINE.match(line.text), date_line(line.text)
    if byline and len(line.text) <= 120 and _is_name(byline["by"]):
        fields.setdefault("byline", one_line(byline["by"]))
    elif _ADDRESS.match(line.text):
        fields.setdefault("url", line.text)
    elif date:
        fields.setdefault("" if _UPDATED.search(line.text) else "published_on", date)
    else:
        return None
    return Span(line.start, line.end + 1)


def _is_bare(line: str) -> bool:
    """Whether a line is a byline, an address or a date without a label."""
    return bool(_BYLINE.match(line) or _ADDRESS.match(line) or date_line(line))


def _is_name(words: str) -> bool:
    """Two words at least, or an agency; "By Tuesday ..." and "By law" name nobody."""
    return bool(known_agencies(words)) or (" " in words and not _DAY.match(words))


def _field_value(field: str, value: str) -> str:
    """The value of a header line as its field wants it; empty if it is not one."""
    if field in ("published_on", ""):
        return find_date(value) if len(value) <= 80 else ""
    if field == "title":
        return one_line(value)
    if field == "url":
        return value if value.startswith(("http://", "https://")) else ""
    return one_line(value) if len(value) <= 80 and not ends_sentence(value) else ""


def _read_footer_line(line: str, fields: Fields) -> bool:
    source = _SOURCE.match(line)
    if source and source["by"][0].isupper() and len(source["by"].split()) <= 6:
        fields.setdefault("origin", one_line(source["by"]))
        return True
    helped, agencies = contributors(line)
    if agencies:
        fields.setdefault("contributors", agencies)
    agency = "" if helped else credit_line(line)
    if agency:
        fields.setdefault("agency", agency)
    return helped or bool(agency)
