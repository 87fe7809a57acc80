"""From what a reader, the header, the footer and the text say, the fields of an article.

One order for every field: what the user set, then what the format states (front matter, page, record), then header and
footer lines, then what the text shows, last what the name of the file says. What nothing states stays empty; file times
state nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from workbench.errors import SourceError
from workbench.ingest.agencies import byline_credit, dateline_credit
from workbench.ingest.bylines import tidy_byline
from workbench.ingest.characters import one_line
from workbench.ingest.dates import date_of_address, find_date
from workbench.ingest.headers_and_footers import Known
from workbench.ingest.lines import lines_of
from workbench.ingest.titles import title_line
from workbench.model import ARTICLE_FIELDS
from workbench.nlp.language_identification import detect_language, foreign_language, language_code

KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "webtitle"),
    "outlet": (
        "outlet", "source_name", "publisher", "sitename", "site_name", "site", "publication", "newspaper", "source",
        "source_domain", "domain",
    ),
    "url": ("url", "weburl", "link", "permalink", "canonical", "source_url", "source"),
    "published_on": (
        "published_on", "date", "published", "publishedat", "published_at", "publisheddate", "datepublished",
        "date_published", "datetime", "pubdate", "pub_date", "publication_date", "published_date",
        "date_publish", "webpublicationdate",
    ),
    "byline": ("byline", "author", "authors", "creator", "creators"),
    "language": ("language", "lang"),
    "agency": ("agency",),
}  # fmt: skip
"""What front matter and records may call each field, in lower case, with low lines for blanks; the first with
a value counts."""


def stated(values: Mapping[str, object]) -> Known:
    """The fields that a mapping of unknown make states; a `source` is an address or an outlet, as it looks."""
    known = {re.sub(r"[\s-]+", "_", key.strip().casefold()): value for key, value in values.items()}
    found = {field: _first(_stated(field, known.get(key)) for key in keys) for field, keys in KEYS.items()}
    return {field: value for field, value in found.items() if value}


def _stated(field: str, value: object) -> str:
    text = _text(value, ("url", "href", "canonical") if field == "url" else ("name", "title", "label"))
    is_address = bool(_address(text))
    return text if is_address == (field == "url") or field == "title" else ""


def describe(text: str, stated: Known, said: Known, named: Known, overrides: Mapping[str, str]) -> dict[str, str]:
    """All fields of an article with this clean text, of what its format stated, its header and footer said, and the
    name of its file says.
    """
    title, agency, dated = _shown(text)
    shown = {"title": title, "agency": agency, "published_on": dated}
    fields = {
        field: _first(_tidy(field, known.get(field, "")) for known in (stated, said, shown)) for field in ARTICLE_FIELDS
    }
    fields["outlet"] = fields["outlet"] or named.get("outlet", "")
    origin = one_line(said.get("origin", ""))
    fields["agency"] = fields["agency"] or origin or byline_credit(fields["byline"])
    if fields["agency"].casefold() == (overrides.get("outlet") or fields["outlet"]).casefold():
        fields["agency"] = ""  # an outlet that names itself credits nobody
    fields["outlet"] = fields["outlet"] or origin
    fields["published_on"] = fields["published_on"] or date_of_address(fields["url"])
    fields |= {field: _tidy(field, value) for field, value in named.items() if not fields[field]}
    fields |= {field: _set(field, value) for field, value in overrides.items() if field in ARTICLE_FIELDS and value}
    return fields if overrides.get("language") else fields | {"language": _language(fields["language"], text)}


def _language(stated: str, text: str) -> str:
    """The language that is stated, else that of the text. Many a page states English and is in another language."""
    return foreign_language(text) or stated if stated == "en" else stated or detect_language(text)


def shown_title(text: str) -> str:
    """The title that stands above a text, or nothing."""
    return _shown(text)[0]


def _shown(text: str) -> tuple[str, str, str]:
    """Title, agency and date that the text itself shows: its first line, its dateline."""
    lines = lines_of(text[:20_000])
    title = title_line(lines)
    for line in lines[:4]:
        agency, dated = dateline_credit(line.text)
        if agency:
            return title.text if title else "", agency, dated
    return title.text if title else "", "", ""


def _set(field: str, value: str) -> str:
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


def _address(value: str) -> str:
    line = one_line(value, 2000)
    return line if line.startswith(("http://", "https://")) and " " not in line else ""


_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_TIDY: dict[str, Callable[[str], str]] = {
    "published_on": find_date, "language": language_code, "url": _address, "byline": tidy_byline,
}  # fmt: skip


def _text(value: object, names: tuple[str, ...] = ("name",)) -> str:
    """A value as text: strings, dates, a name in a mapping, lists of these; of anything else nothing."""
    if isinstance(value, str):
        return _WIKI.sub(lambda found: found[1], value)
    if isinstance(value, Mapping):
        return next((text for name in names if isinstance(text := value.get(name), str) and text), "")
    if isinstance(value, list | tuple):
        parts = (_text(item, names) for item in value[:20] if isinstance(item, str | Mapping))
        return ", ".join(part for part in parts if part)
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat()) if callable(isoformat) else ""


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value.strip()), "")
