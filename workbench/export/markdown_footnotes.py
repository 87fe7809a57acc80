"""The sentences of a footnote: which article, where in it, how it is known, how sure it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from workbench.export import csl
from workbench.export.evidence import of_analyst
from workbench.export.markdown_page import escape
from workbench.export.record_fields import Record
from workbench.export.references import reference
from workbench.export.sanitizing import one_line
from workbench.export.selection import Selection
from workbench.views import file_name, web_address

WEB_ADDRESS = re.compile(r"https?://[\w\-./?&=%+,;:@!$*'()#~]+")


_BARE = ("id", "type", "URL", "language")


def source_link(label: str, text: str) -> str:
    """A path or a web address; only the plainest of the latter becomes a link."""
    text = one_line(text)
    return f"{label}: <{text}>." if WEB_ADDRESS.fullmatch(text) else labelled(label, text)


def cited_address(found: Record) -> str:
    """The address on the web, where there is one; the name of the file only where neither that nor a title says which
    article it is."""
    if address := found["url"] or web_address(found["source"]):
        return source_link("Source", address)
    return "" if one_line(found["title"]) else labelled("File", file_name(found["source"]))


def article_reference(found: Record) -> str:
    """Outlet, title and date of the article, as a citation begins."""
    outlet = f"*{escape(found['outlet'])}*" if one_line(found["outlet"]) else ""
    title = f"“{escape(found['title'])}”" if one_line(found["title"]) else ""
    parts = [part for part in (outlet, title, escape(found["published_on"])) if part]
    return ", ".join(parts) + "." if parts else ""


def character_ranges(*spans: Record) -> str:
    """Where in the article's text the spans are."""
    return "Characters " + ", ".join(f"{span['start']}–{span['end']}" for span in spans) + "." if spans else ""


def labelled(label: str, value: str) -> str:
    """A value with its label; nothing where there is no value."""
    return f"{label}: {escape(value)}." if one_line(value) else ""


def confidence(found: Record) -> str:
    """How sure the program is, or that the analyst has decided."""
    if found.get("own"):
        return f"Marked by hand. {found['id']}."
    said = "".join(f" {escape(part[0].upper() + part[1:])}." for part in of_analyst(found) if part)
    return f"Confidence {found['confidence']:.2f}. {found['id']}.{said}"


class PandocCitations:
    """Keys in place of references, and the references that they stand for.

    Pandoc reads the words of references in a Markdown file as Markdown, so they are escaped like all others.
    """

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._found: dict[str, Record] = {}

    def cite(self, found: Record) -> str:
        """`[@{key}].` for the article of a record; all of the reference where the article is not at hand."""
        article = self._selection.articles.get(found.get("article_id") or found["id"])
        if article is None:
            return article_reference(found)
        cited = reference(article, self._selection.added_on.get(article.id, ""))
        self._found.setdefault(cited.key, csl.item(cited))
        return f"[@{{{cited.key}}}]."

    @property
    def references(self) -> list[Record]:
        """The references in CSL's form, by key."""
        return [_escaped(self._found[key]) for key in sorted(self._found)]


def _escaped(value: Any) -> Any:
    """The words of a reference as Markdown; its address and its keys as they are."""
    if isinstance(value, list):
        return [_escaped(each) for each in value]
    if isinstance(value, dict):
        return {name: each if name in _BARE else _escaped(each) for name, each in value.items()}
    return escape(value) if isinstance(value, str) else value


def position_footnote(found: Record, cite: Callable[[Record], str] = article_reference) -> tuple[str, ...]:
    """The footnote of a position: who, where (as `cite` says it), how it is known."""
    return (
        labelled("Speaker", found["speaker"]),
        cite(found),
        character_ranges(found["evidence"]),
        f"{found['level'].replace('_', ' ').capitalize()}; {found['attribution'].replace('_', ' ')}.",
        labelled("Attributed by", found["attributed_by"]),
        labelled("Condition", found["condition"]),
        labelled("Hedge", found["hedge"]),
        confidence(found),
        cited_address(found),
    )
