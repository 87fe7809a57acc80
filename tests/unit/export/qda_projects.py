"""REFI-QDA projects of the sample and of hostile articles, and what is found in one."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from workbench.export.qdpx import write
from workbench.export.selection import NO_OPTIONS, Options, Selection
from workbench.model import Article, Note, Quote, Span, Speaker
from workbench.views import Head, Marks, Row

SPACE = "{urn:QDA-XML:project:1.0}"
WORDS = "We “agree” 𠮷"
HOSTILE = {
    "line ends": "Arland.\r\n\r\nMore.\r\n",
    "a byte order mark": "\ufeff\ufeffArland. ",
    "letters outside the BMP": "𠮷野家 🇫🇷 ",
    "combining marks": "Cafe\u0301 n\u0303o ",
    "CJK": "大臣は「",
    "markup": "]]><b>&amp;</b>\x00\x1b\u202e\ufffe ",
    "half a pair": "\ud83d ",
}


@dataclass
class Project:
    """What a project holds."""

    root: ElementTree.Element
    texts: dict[str, str] = field(default_factory=dict)
    """GUID of a source or note -> its text."""

    def selections(self) -> Iterator[tuple[str, ElementTree.Element]]:
        """The words that each selection selects, and its element."""
        for source in self.root.iter(f"{SPACE}TextSource"):
            for each in source.findall(f"{SPACE}PlainTextSelection"):
                start, end = int(each.get("startPosition", "")), int(each.get("endPosition", ""))
                yield self.texts[source.get("guid", "")][start:end], each

    def codes_of(self, element: ElementTree.Element) -> set[str]:
        """The names of the codes that a selection or source is coded with."""
        names = {each.get("guid"): each.get("name", "") for each in self.root.iter(f"{SPACE}Code")}
        found = (each.get("targetGUID") for each in element.findall(f"{SPACE}Coding/{SPACE}CodeRef"))
        return {names[guid] for guid in found}


def written(selection: Selection, options: Options = NO_OPTIONS) -> bytes:
    """The project as a file."""
    out = BytesIO()
    write(selection, out, options)
    return out.getvalue()


def read(data: bytes) -> Project:
    """What is in the file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("sources/")]
        texts = {name[8:-4]: archive.read(name).decode() for name in names}
        return Project(ElementTree.fromstring(archive.read("project.qde")), texts)


def hostile(text: str, title: str = "", tags: tuple[str, ...] = (), url: str = "") -> tuple[Row[Article], Row[Quote]]:
    """An article whose text goes before the words, and the quote of these."""
    article = Article(f"document of {text!r} {title}", "a.txt", text + WORDS + "\r\nEnd.", title, url=url)
    head = Head(article.id, article.source, title, "", "", url=url)
    span = Span(len(text), len(text) + len(WORDS))
    who = (Speaker("Poe", "person", "minister", "FRA"), Speaker("Poe", "organisation", "", "FRA"))
    quote = Quote(article.id, "direct", (span,), WORDS, who)
    marks = Marks(tags=tags)
    return Row(article.id, article, head, marks), Row(quote.id, quote, head, marks)


def case_of(*found: tuple[Row[Article], Row[Quote]], notes: tuple[Note, ...] = ()) -> Selection:
    """Such articles with their quotes, and notes on anything."""
    articles = {article.id: article for article, _ in found}
    heads = {id: row.head for id, row in articles.items() if row.head}
    rows: tuple[Row[Any], ...] = tuple(articles.values())
    texts = {id: row.value.text for id, row in articles.items()}
    whole = Selection("articles", rows, texts, "Case <&>", heads=heads, articles=articles)
    quotes = replace(whole, pane="quotes", rows=tuple(quote for _, quote in found))
    noted = tuple(Row(note.id, note, heads.get(note.target)) for note in notes)
    return replace(whole, others=(quotes, replace(whole, pane="notes", rows=noted)))
