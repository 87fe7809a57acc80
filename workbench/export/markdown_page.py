"""A page of Markdown: escaped words, blocks and their footnotes.

Words of articles, analysts and file names are escaped one by one before they meet any markup of ours, so that what
they contain (links, HTML, footnote marks) shows as it was written and does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from workbench.export.record_fields import Record
from workbench.export.sanitizing import dumps, one_line, plain
from workbench.export.selection import Selection

MARKUP = re.compile(r"[\\`*_\[\]<>&|~$^#{}@]|(?<==)=|=(?==)|(?<=%)%|%(?=%)")
AT_LINE_START = re.compile(r"^(\s*)([-+=:]|(?<!\d)\d+(?=[.)]))")


class Page:
    """The blocks written so far, and their footnotes."""

    def __init__(self, cite: Callable[[Record], str]) -> None:
        """`cite` says of a record in which article it stands."""
        self.cite = cite
        self.blocks: list[str] = []
        self.footnotes: list[str] = []

    def heading(self, text: str) -> None:
        """A heading that is Markdown already."""
        self.blocks.append(f"## {text}\n")

    def quoted(self, lines: Iterable[str], mark: str) -> None:
        """A blockquote of paragraphs that are Markdown already."""
        self.blocks.append("\n>\n".join(f"> {line}" for line in list(lines) or [""]) + f" {mark}\n")

    def item(self, text: str, mark: str = "") -> None:
        """A line of a list."""
        self.blocks.append(f"- {at_line_start(text)} {mark}".rstrip() + "\n")

    def footnote(self, parts: Iterable[str], found: Record) -> str:
        """Add a footnote of sentences, with tags and note under it; its mark."""
        number = len(self.footnotes) + 1
        below = []
        if found["tags"]:
            below.append("Tags: " + ", ".join(escape(tag) for tag in found["tags"]) + "\n")
        if found["note"]:
            below += ["Note: " + paragraph for paragraph in paragraphs(found["note"])[:1]]
            below += paragraphs(found["note"])[1:]
        body = [at_line_start(" ".join(part for part in parts if part)) + "\n", *below]
        self.footnotes.append(f"[^{number}]: " + "\n    ".join(body))
        return f"[^{number}]"


def escape(text: str) -> str:
    """The words on one line, with nothing in them that Markdown, HTML or a note-taking program would act on."""
    return MARKUP.sub(r"\\\g<0>", one_line(text))


def at_line_start(line: str) -> str:
    """An escaped line that does not begin a list, a rule or a heading."""
    return AT_LINE_START.sub(lambda m: m[1] + (m[2] + "\\" if m[2].isdigit() else "\\" + m[2]), line)


def paragraphs(text: str) -> list[str]:
    """The lines of a text as Markdown, each a paragraph."""
    return [line + "\n" for line in escaped_lines(text)]


def escaped_lines(text: str) -> list[str]:
    """The lines of a text as Markdown that shows them."""
    return [at_line_start(escape(line)) for line in plain(text).split("\n") if line.strip()]


def front_matter(selection: Selection, kind: str = "", more: Mapping[str, Any] | None = None) -> str:
    """Values in JSON's form, which YAML reads as its own; `more` of them at the end."""
    fields = {
        "case": selection.case_name,
        "query": selection.query,
        "kind": kind or selection.pane,
        "count": len(selection.rows),
        **(more or {}),
    }
    return "---\n" + "".join(f"{name}: {dumps(value)}\n" for name, value in fields.items()) + "---\n\n"
