"""Fields of an article by name, and how a mapping of unknown make (front matter, a record) states them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from workbench.ingest.characters import one_line

Fields = dict[str, str]
"""Fields of an article by name, and `origin`: a credited source that an outlet may be taken from."""
FIELD_KEYS: dict[str, tuple[str, ...]] = {
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
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")


def read_stated_fields(values: Mapping[str, object]) -> Fields:
    """The fields that a mapping of unknown make states; a `source` is an address or an outlet, as it looks."""
    known = {re.sub(r"[\s-]+", "_", key.strip().casefold()): value for key, value in values.items()}
    found = {field: first_value(_stated(field, known.get(key)) for key in keys) for field, keys in FIELD_KEYS.items()}
    return {field: value for field, value in found.items() if value}


def _stated(field: str, value: object) -> str:
    text = _text(value, ("url", "href", "canonical") if field == "url" else ("name", "title", "label"))
    is_address = bool(web_address(text))
    return text if is_address == (field == "url") or field == "title" else ""


def web_address(value: str) -> str:
    """A value if it is an address on the web, else nothing."""
    line = one_line(value, 2000)
    return line if line.startswith(("http://", "https://")) and " " not in line else ""


def _text(value: object, names: tuple[str, ...] = ("name",)) -> str:
    """A value as text: strings, dates, a name in a mapping, lists of these; of anything else nothing."""
    if isinstance(value, str):
        return _WIKI_LINK.sub(lambda found: found[1], value)
    if isinstance(value, Mapping):
        return next((text for name in names if isinstance(text := value.get(name), str) and text), "")
    if isinstance(value, list | tuple):
        parts = (_text(item, names) for item in value[:20] if isinstance(item, str | Mapping))
        return ", ".join(part for part in parts if part)
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat()) if callable(isoformat) else ""


def first_value(values: Iterable[str]) -> str:
    """The first value that is not blank, else nothing."""
    return next((value for value in values if value.strip()), "")
