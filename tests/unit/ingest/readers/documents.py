"""Documents of each kind in small, and what is read of them."""

from __future__ import annotations

from tests.unit.ingest.texts import BODY, TITLE
from workbench.ingest import build_article
from workbench.model import Article, Document

FRONT = "---\ntitle: {0}\noutlet: The Elm Courier\ndate: 2025-03-04\nauthor: [Mara Voss, Tom Reed]\nurl: https://elm.example/a\n---\n"
STORY = "".join(f"<p>{text}</p>" for text in BODY.split("\n\n"))


def read_document(document: Document) -> Article:
    """The article in a document."""
    return build_article(document, {})


def markdown_document(text: str) -> Document:
    """A document of Markdown."""
    return Document("a.md", text.encode(), "text/markdown", "utf-8")


def html_document(body: str, head: str = "") -> Document:
    """A page whose article has this body."""
    text = f"<!doctype html><html lang='en'><head>{head}</head><body><article>{body}</article></body></html>"
    return Document("a.html", text.encode(), "text/html", "utf-8")


def paragraphs(*texts: str) -> str:
    """Texts as paragraphs of a page."""
    return "".join(f"<p>{text}</p>" for text in texts)


def read_page(body: str, head: str = "", around: str = "article") -> Article:
    """The article in a page with TITLE, whose body stands in an element called `around`."""
    text = f"<html lang='en'><head><title>{TITLE}</title>{head}</head><body><{around}>{body}</{around}></body></html>"
    return read_document(Document("a.html", text.encode(), "text/html", "utf-8"))


def json_ld(**fields: str) -> str:
    """A news article declared as JSON-LD."""
    inner = ",".join(f'"{name}":{value}' for name, value in {"@type": '"NewsArticle"', **fields}.items())
    return f'<script type="application/ld+json">{{"@graph":[{{{inner}}}]}}</script>'
