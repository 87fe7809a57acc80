"""Words in HTML: escaped one by one before they meet any markup of ours."""

from __future__ import annotations

from html import escape

from workbench.export.markdown_footnotes import WEB_ADDRESS
from workbench.export.sanitizing import one_line, plain, stretch


def in_html(text: str) -> str:
    """The words on one line."""
    return escape(one_line(text))


def in_html_with_blanks(text: str) -> str:
    """The same with a blank at an end where there is one, which parts the words from their neighbours."""
    return escape(stretch(text))


def paragraphs(text: str) -> str:
    """The lines of a text, each a paragraph."""
    return "".join(f"<p>{in_html(line)}</p>" for line in plain(text).split("\n") if line.strip())


def linked(html: str, address: str) -> str:
    """Some HTML as a link, where the address is a plain one on the web."""
    address = one_line(address)
    if not WEB_ADDRESS.fullmatch(address):
        return html
    return f'<a href="{escape(address)}" rel="noreferrer">{html}</a>'
