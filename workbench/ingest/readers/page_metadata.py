"""What a page declares of itself: the day it was published, and who wrote it.

The order: what is declared for machines as the day of publication (JSON-LD, then meta), a `time` or a line with a date
in the article, then htmldate's guess, if the page writes that day so that it can be read one way only. Where the
declared day and the printed one differ by one, a time zone lies between them, and the printed one counts.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from workbench.ingest.dates import date_line, find_date, find_dates
from workbench.ingest.readers.page_elements import ancestor_tags, words_in

_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "datepublished",
    "pubdate", "publishdate", "publish-date", "publish_date", "published_time", "dc.date.issued", "dc.date.created",
    "dcterms.created", "dcterms.issued", "parsely-pub-date", "sailthru.date", "article.published",
    "cxenseparse:recs:publishtime", "date", "dc.date", "citation_publication_date", "citation_date",
    "article_date_original", "published-date", "publication_date",
)  # fmt: skip
_KINDS = ("Article", "Posting", "Report", "Review", "WebPage")
_ASIDE = frozenset(("aside", "nav", "footer", "ul", "ol"))
_STORY = frozenset(("article", "main"))
_CHANGE = re.compile(r"(?:last |date)?(?:updated|modified)", re.I)
_MOST = 2000
_LARGEST = 500_000
_LEADING = 40
"""Elements before the first long paragraph that may hold the line with the date."""
_LONG = 120


def publication_date(root: Any, guess: str) -> str:
    """The day of publication, ISO; `guess` is htmldate's."""
    stated = next(filter(None, map(find_date, _declared_dates(root))), "")
    printed = next(filter(None, _printed_dates(root)), "")
    if stated and printed and _days_between(stated, printed) == 1:
        return printed
    return stated or printed or (guess if guess and guess in _all_dates(root) else "")


def declared_authors(root: Any) -> str:
    """The authors that JSON-LD names."""
    for record in _json_ld_articles(root):
        found = record.get("author")
        names = [_name(each) for each in (found if isinstance(found, list) else [found])]
        if names := [name for name in names if name]:
            return "; ".join(names[:20])
    return ""


def _name(author: object) -> str:
    name = author.get("name") if isinstance(author, dict) else author
    return name if isinstance(name, str) and not name.startswith("http") else ""


def _declared_dates(root: Any) -> Iterator[str]:
    for record in _json_ld_articles(root):
        for key in ("datePublished", "dateCreated"):
            if isinstance(value := record.get(key), str):
                yield value
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        for key in (meta.get("property"), meta.get("name"), meta.get("itemprop")):
            if key and meta.get("content"):
                metas.setdefault(key.casefold(), meta.get("content"))
    yield from (metas[name] for name in _METAS if name in metas)


def _printed_dates(root: Any) -> Iterator[str]:
    """Days that the article itself shows, above its body."""
    for element in root.iter("time"):
        around = set(ancestor_tags(element))
        if around & _STORY and not around & _ASIDE and not _is_update(element):
            yield find_date(words_in(element)[:100]) or find_date(element.get("datetime") or "")
            break
    for number, element in enumerate(_leading(root)):
        if number >= _LEADING:
            return
        line = words_in(element)
        if len(line) <= _LONG:
            yield "" if _CHANGE.match(line) else date_line(line) or _at_end(line)


def _all_dates(root: Any) -> set[str]:
    """Every day that the page writes so that it can be read one way only, outside of lists and beside the article."""
    parts = [meta.get("content") or "" for meta in root.iter("meta") if not _CHANGE.search(str(meta.get("property")))]
    parts += [link.get("href") or "" for link in root.iter("link")]
    for element in islice(root.iter("h1", "p", "div", "span", "time", "address", "em", "small"), _MOST):
        if not _ASIDE & set(ancestor_tags(element)) and not (element.tag == "time" and _is_update(element)):
            parts += [element.text or "", element.get("datetime") or "", *(child.tail or "" for child in element)]
    return set(find_dates("\n".join(parts)[:_LARGEST]))


def _is_update(element: Any) -> bool:
    """Whether a time is that of a change."""
    parent = element.getparent()
    if parent is None:
        return False
    names = f"{element.get('class') or ''} {element.get('itemprop') or ''} {parent.get('class') or ''}"
    return bool(_CHANGE.search(names) or _CHANGE.match((parent.text or "").strip()))


def _at_end(line: str) -> str:
    """The date that a short line of place or names and date ends with ("Bergen 21 August 2025")."""
    dates = find_dates(line)
    return dates[0] if len(dates) == 1 and len(line.split()) <= 10 and re.search(r"\d{4}\W*$", line) else ""


def _leading(root: Any) -> Iterator[Any]:
    """Elements of a line each before the first long paragraph."""
    start = next(root.iter("h1"), None)
    seen = start is None
    for element in root.iter("h1", "p", "div", "span", "address"):
        seen = seen or element is start
        if not seen or element is start or _ASIDE & set(ancestor_tags(element)):
            continue
        if element.tag == "p" and len(words_in(element)) > _LONG // 2 and not find_date(words_in(element)):
            return
        if not any(child.tag in ("p", "div") for child in element):
            yield element


def _json_ld_articles(root: Any) -> list[dict[str, Any]]:
    """The articles that JSON-LD describes, the pages that they stand on behind them."""
    return sorted(_json_ld_records(root), key=lambda record: "WebPage" in str(record.get("@type", "")))


def _json_ld_records(root: Any) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if (script.get("type") or "").casefold() != "application/ld+json" or len(script.text or "") > _LARGEST:
            continue
        try:
            waiting = [json.loads(script.text or "null")]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST):
            if not waiting:
                break
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                if any(kind in str(value.get("@type", "")) for kind in _KINDS):
                    yield value
                waiting += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]


def _days_between(one: str, other: str) -> int:
    return abs((datetime.date.fromisoformat(one) - datetime.date.fromisoformat(other)).days)
