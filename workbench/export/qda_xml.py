"""Elements of REFI-QDA's XML as text, a line each: what no XML may hold is left out."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from workbench.export.sanitizing import one_line, plain

NOT_IN_XML = re.compile("[\ufffe\uffff]+")
HEADER = '<?xml version="1.0" encoding="utf-8"?>\n'


def element(name: str, attributes: dict[str, str], *children: str) -> str:
    """An element with its children; attributes without a value are left out."""
    if not any(children):
        return opening(name, attributes, "/")
    return "".join((opening(name, attributes), *children, f"</{name}>\n"))


def opening(name: str, attributes: dict[str, str], slash: str = "") -> str:
    """The tag that begins an element."""
    values = ((key, attribute_text(value)) for key, value in attributes.items())
    return f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in values if value)}{slash}>\n"


def attribute_text(text: str) -> str:
    """The text as the value of an attribute, not escaped yet."""
    return one_line(NOT_IN_XML.sub("", text))


def text_element(name: str, text: str) -> str:
    """An element of words; nothing where there are none."""
    words = NOT_IN_XML.sub("", plain(text))
    return f"<{name}>{escape(words)}</{name}>\n" if words else ""


def reference(name: str, guid: str) -> str:
    """An element that stands for another: CodeRef, NoteRef, VariableRef."""
    return f'<{name} targetGUID="{guid}"/>\n'


def coding(guid: str, user: str, code: str) -> str:
    """A passage's or a source's being coded; all three are GUIDs."""
    return f'<Coding guid="{guid}" creatingUser="{user}">\n{reference("CodeRef", code)}</Coding>\n'
