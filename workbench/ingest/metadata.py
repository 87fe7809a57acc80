"""From what a reader, the header, the footer and the text say, the fields of an article.

One order for every field: what the user set, then what the format states (front matter, page, record), then header and
footer lines, then what the text shows, last what the name of the file says. What nothing states stays empty; file times
state nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workbench.errors import SourceError
from workbench.ingest.agencies import byline_credit, dateline_credit
from workbench.ingest.bylines import tidy_byline
from workbench.ingest.characters import one_line
from workbench.ingest.dates import date_in_url, find_date
from workbench.ingest.lines import lines_of
from workbench.ingest.stated_fields import Fields, first_value, web_address
from workbench.ingest.titles import title_line
from workbench.model import ARTICLE_FIELDS
from workbench.nlp.language_identification import detect_language, foreign_language, language_code


def build_fields(
    text: str, stated: Fields, said: Fields, named: Fields, overrides: Mapping[str, str]
) -> dict[str, str]:
    """All fields of an article with this clean text, of what its format stated, its header and footer said, and the
    name of its file says.
    """
    title, agency, dated = _fields_in_text(text)
    shown = {"title": title, "agency": agency, "published_on": dated}
    fields = {
        field: first_value(_tidy(field, known.get(field, "")) for known in (stated, said, shown))
        for field in ARTICLE_FIELDS
    }
    fields["outlet"] = fields["outlet"] or named.get("outlet", "")
    origin = one_line(said.get("origin", ""))
    fields["agency"] = fields["agency"] or origin or byline_credit(fields["byline"])
    if fields["agency"].casefold() == (overrides.get("outlet") or fields["outlet"]).casefold():
        fields["agency"] = ""  # an outlet that names itself credits nobody
    fields["outlet"] = fields["outlet"] or origin
    fields["published_on"] = fields["published_on"] or date_in_url(fields["url"])
    fields |= {field: _tidy(field, value) for field, value in named.items() if not fields[field]}
    fields |= {
        field: _checked_override(field, value)
        for field, value in overrides.items()
        if field in ARTICLE_FIELDS and value
    }
    fields["contributors"] = said.get("contributors", "")
    return fields if overrides.get("language") else fields | {"language": _language(fields["language"], text)}


def _language(stated: str, text: str) -> str:
    """The language that is stated, else that of the text. Many a page states English and is in another language."""
    return foreign_language(text) or stated if stated == "en" else stated or detect_language(text)


def find_title(text: str) -> str:
    """The title that stands above a text, or nothing."""
    return _fields_in_text(text)[0]


def _fields_in_text(text: str) -> tuple[str, str, str]:
    """Title, agency and date that the text itself shows: its first line, its dateline."""
    lines = lines_of(text[:20_000])
    title = title_line(lines)
    for line in lines[:4]:
        agency, dated = dateline_credit(line.text)
        if agency:
            return title.text if title else "", agency, dated
    return title.text if title else "", "", ""


def _checked_override(field: str, value: str) -> str:
    tidy = one_line(value) if field == "byline" else _tidy(field, value)  # the user may say "Staff"
    if tidy:
        return tidy
    wanted = {
        "published_on": "a date (2025-08-21)",
        "language": "a language code (en)",
        "url": "an address (https://...)",
    }
    raise SourceError(f"{one_line(value, 80)!r} is not {wanted.get(field, 'a value')}.", f"Set another {field}.")


def _tidy(field: str, value: str) -> str:
    return _TIDY.get(field, one_line)(value) if value else ""


_TIDY: dict[str, Callable[[str], str]] = {
    "published_on": find_date, "language": language_code, "url": web_address, "byline": tidy_byline,
}  # fmt: skip
