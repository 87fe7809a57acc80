"""Text by templates: the ones that come with the program, and those that analysts make of them.

A template sees the records of the rows and nothing else: it runs in Jinja's sandbox, loads no file, and whatever it
prints is without what steers a terminal. In one for HTML or Markdown, by the ending of its name, words are escaped too.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import IO, Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from workbench.errors import UsageError
from workbench.export.evidence import corrected, with_origin
from workbench.export.markdown_page import escape
from workbench.export.record_fields import Record
from workbench.export.records import records
from workbench.export.sanitizing import count, one_line, plain
from workbench.export.selection import NO_OPTIONS, Options, Selection

WIDTH = 72
"""The characters that a line of a mail has at most."""
OWN = "mail.txt.jinja"
MOST = 1_000_000
"""The characters that a template has at most."""
ASKED = 1_000
"""After so many pieces of text it is asked whether to go on: a template may never end."""


def write(selection: Selection, stream: IO[str], options: Options = NO_OPTIONS) -> None:
    """Write the rows by the template named in `template`, else by our own. Raises UsageError for one with a mistake."""
    named = options.get("template", "")
    template = _compiled(*((named, _read(named)) if named else (OWN, own_template())))
    values = {
        "case": selection.case_name,
        "query": selection.query,
        "pane": selection.pane,
        "count": len(selection.rows),
        "rows": records(selection, whole=True),
    }
    with _mistakes(named or OWN):
        for number, piece in enumerate(template.generate(values), 1):
            stream.write(piece)
            if not number % ASKED:
                selection.on_row()


def own_template() -> str:
    """The template that comes with the program."""
    return (files("workbench.export") / "data" / OWN).read_text(encoding="utf-8")


def _read(name: str) -> str:
    try:
        with Path(name).expanduser().open(encoding="utf-8") as file:
            text = file.read(MOST + 1)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The template {name} cannot be read: {getattr(error, 'strerror', '') or error}.") from error
    if len(text) > MOST:
        raise UsageError(f"The template {name} is too long.", f"{MOST:,} characters are the most.")
    return text


def _compiled(name: str, text: str) -> Template:
    endings = set(Path(name.lower()).suffixes)
    html, markdown = bool(endings & {".html", ".htm"}), bool(endings & {".md", ".markdown"})
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=html, finalize=_finalize(escape if markdown else plain),
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {
        "wrapped": wrapped,
        "offsets": offsets,
        "line": one_line,
        "who": who,
        "quoted": quoted,
        "counted": count,
        "corrected": corrected,
    }
    with _mistakes(name):
        return environment.from_string(text)


def _finalize(safe: Callable[[str], str]) -> Callable[[Any], Any]:
    """What is printed for a value: text as it is safe to show, numbers as they are, nothing for None."""

    def finalize(value: Any) -> Any:
        if isinstance(value, Markup):
            return Markup(safe(str(value)))
        return "" if value is None else safe(value) if isinstance(value, str) else value

    return finalize


class _mistakes:
    """Turns what Jinja says of a template into one line."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, trace: Any) -> None:
        if isinstance(error, TemplateSyntaxError):
            raise UsageError(f"{self._name}, line {error.lineno}: {one_line(error.message or '')}.") from error
        if isinstance(error, (MemoryError, RecursionError)):
            why = "takes more memory than there is" if isinstance(error, MemoryError) else "calls itself without end"
            raise UsageError(f"{self._name} {why}.") from error
        if isinstance(error, (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)):
            line = _line_in_template(trace)
            raise UsageError(f"{self._name}{line}: {one_line(str(error)).rstrip('.')}.") from error


def _line_in_template(trace: Any) -> str:
    line = ""
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = f", line {trace.tb_lineno}"
        trace = trace.tb_next
    return line


def wrapped(text: str, indent: int = 0, first: int = 0) -> str:
    """The text in lines of a mail, indented, the first by `first`; its own line ends are kept."""
    lines: list[str] = []
    for number, line in enumerate(plain(str(text)).split("\n")):
        before = " " * (first if not number else indent)
        lines += textwrap.wrap(
            line, WIDTH, initial_indent=before, subsequent_indent=" " * indent, break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip
    return "\n".join(lines)


def offsets(spans: Iterable[Record]) -> str:
    """`12–30, 41–45`."""
    return ", ".join(f"{span['start']}–{span['end']}" for span in spans)


def who(found: Record) -> str:
    """`Ann Poe (President, ARL)`, with a word where no article says it; of the unnamed what the text calls them."""
    mention, origin = found.get("mention"), found["known_from"]
    name = one_line(found["name"]) or (one_line(mention["text"]) if mention else found["kind"])
    said = (with_origin(one_line(found[what]), origin[what]) for what in ("role", "country") if found[what])
    inside = ", ".join(said)
    return f"{name} ({inside})" if inside else name


def quoted(text: str) -> str:
    """In quotation marks; a dash for nothing."""
    return f"“{one_line(text)}”" if one_line(text) else "—"
