"""A page's elements made ready for extraction, which takes elements at their word: words of `q` get their marks, tables
that only lay out become blocks, lists between paragraphs become paragraphs, and consent and registration boxes go.

Everything looks at shape and at the common names of such boxes; what holds the headline or most of the paragraphs is
never dropped. Nothing recurses: pages can be nested deeper than Python's stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_BOX = re.compile(
    r"\b(?:cookie|consent|gdpr|ccpa|onetrust|paywall|pay-wall|regwall|reg-wall|registration|meter(?:ed)?|newsletter"
    r"|sign-?up|subscri(?:be|ption)s?|promo(?:box|tion)?)(?:\b|[-_]|s\b)",
    re.I,
)
_NOTICE = re.compile(r"\b(?:we|our|you)\b.{0,300}\bcookies\b|\bcookies\b.{0,300}\b(?:we|our|you)\b", re.I)
_HEADS = frozenset(("p", "h1", "h2", "h3", "h4"))
_BLOCKS = frozenset(("p", "h1", "h2", "h3", "ul", "ol", "div", "blockquote", "article", "section"))
_INLINE = frozenset(("span", "a", "time", "b", "strong", "em", "i", "small", "address"))
_HOLDERS = frozenset(("div", "header", "section", "li", "td", "figcaption", "footer", "article"))
_LARGEST_BOX = 1500
_WORDY = 4
_GOES_ON = re.compile(r"^\s*[a-zà-ÿ0-9(,;–—]")
_ENDS = re.compile(r"[.!?:;]['\"”’)]*\s*$")


def prepare_tree(root: Any) -> None:
    """Change the elements of a page in place."""
    _drop_boxes(root)
    _asides_to_articles(root)
    _layout_tables_to_blocks(root)
    _lists_to_paragraphs(root)
    _mark_quotations(root)
    _join_broken_lines(root)
    _separate_glued_words(root)


def words_in(element: Any) -> str:
    """The text of an element on one line."""
    return " ".join("".join(element.itertext()).split())


def _drop_boxes(root: Any) -> None:
    """Leave out boxes that ask for consent, an account or an address, unless the story itself is in one."""
    whole = len(words_in(root))
    for element in list(root.iter("div", "section", "aside", "form", "dialog")):
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if not _BOX.search(names) or element.getparent() is None or next(element.iter("h1"), None) is not None:
            continue
        size = len(words_in(element))
        if size <= _LARGEST_BOX and (3 * size < 2 * whole or _NOTICE.search(words_in(element))):
            element.drop_tree()


def _asides_to_articles(root: Any) -> None:
    """An aside that has the headline is the article."""
    for element in root.iter("aside"):
        if next(element.iter("h1"), None) is not None:
            element.tag = "article"


def _layout_tables_to_blocks(root: Any) -> None:
    """A table whose cells hold paragraphs is no table."""
    for table in list(root.iter("table")):
        cells = list(table.iter("td", "th"))
        if any(child.tag in ("p", "h1", "h2", "article") for cell in cells for child in cell):
            for element in [table, *table.iter("tbody", "thead", "tr"), *cells]:
                element.tag = "div"


def _lists_to_paragraphs(root: Any) -> None:
    """A list between paragraphs is part of the story, unless it is of links."""
    for found in list(root.iter("ul", "ol", "dl")):
        parent = found.getparent()
        if parent is None or parent.tag not in ("body", "div", "article", "section", "main") or not _is_between(found):
            continue
        items = [item for item in found if item.tag in ("li", "dt", "dd")]
        linked = sum(len(words_in(link)) for link in found.iter("a"))
        text = sum(len(words_in(item)) for item in items)
        if (
            items
            and 2 * linked <= text
            and all(len(words_in(item).split()) >= _WORDY for item in items if item.tag != "dt")
        ):
            found.tag = "div"
            for item in items:
                item.tag = "p"


def _is_between(element: Any) -> bool:
    """Whether a paragraph or a heading stands right before it, and a paragraph anywhere after it."""
    before = element.getprevious()
    return before is not None and before.tag in _HEADS and any(True for _ in element.itersiblings("p"))


def _mark_quotations(root: Any) -> None:
    for element in root.iter("q"):
        element.tag = "span"
        if words_in(element)[:1] in tuple("“\"‘«„'"):
            continue
        element.text = "“" + (element.text or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + "”"
        else:
            element.text += "”"


def _join_broken_lines(root: Any) -> None:
    """A line break within a sentence is a space."""
    for element in list(root.iter("br")):
        before = element.getprevious()
        parent = element.getparent()
        if parent is None:
            continue
        said = before.tail if before is not None else parent.text
        if said and said.strip() and not _ENDS.search(said) and _GOES_ON.match(element.tail or ""):
            element.tail = " " + (element.tail or "").lstrip()
            element.drop_tag()


def _separate_glued_words(root: Any) -> None:
    """Words of two elements side by side are two words, outside of paragraphs."""
    for element in root.iter(*_INLINE):
        parent, after = element.getparent(), element.getnext()
        if after is None or parent is None or parent.tag not in _HOLDERS or after.tag not in _INLINE:
            continue
        if not element.tail and words_in(element)[-1:].isalnum() and words_in(after)[:1].isalnum():
            element.tail = " "


def ancestor_tags(element: Any) -> Iterator[str]:
    """The names of the elements that an element stands in, the nearest first."""
    return (str(parent.tag) for parent in element.iterancestors())
