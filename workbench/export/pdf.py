"""A PDF to send or to print: the page for browsers, set by WeasyPrint with page numbers, contents and bookmarks.

The evidence of a row stands beneath it. Nothing is fetched while it is set: whatever address might be asked for is
refused.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from typing import IO, NoReturn

from workbench.errors import MissingPackage, UsageError
from workbench.export.html import body, header, navigation, page_style
from workbench.export.html_markup import in_html
from workbench.export.outline import title_of
from workbench.export.selection import NO_OPTIONS, Options, Selection

try:
    with redirect_stdout(StringIO()), warnings.catch_warnings():  # it says at length what is missing, where data go
        warnings.simplefilter("ignore")
        import weasyprint
except OSError as error:
    raise MissingPackage(
        f"pdf needs Pango and HarfBuzz, libraries of the system: {str(error).splitlines()[0]}",
        "Install them (on Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0), or export html and print it.",
    ) from error

WIDTH = 9
"""So many holders stand beside each other in the matrix, on a wide page."""
MOST = 5_000
"""So many rows are set at most: each takes a third of a megabyte of memory, and twelve make a page to read."""
_TAG_OR_LONG = re.compile(r"(<[^>]*>)|((?:&[#\w]+;|[^<>&\s]){100})(?=[^<\s])")
"""A tag, or so many characters without a blank."""
SIGNED = b"workbench"
"""What a PDF identifies its file by: the same for the same rows."""


def write(selection: Selection, out: IO[bytes], options: Options = NO_OPTIONS) -> None:
    """Write the document. Raises UsageError for more rows than anybody would read on paper."""
    rows = sum(len(part.rows) for part in selection.parts)
    if rows > MOST:
        raise UsageError(
            f"{rows:,} rows are too many for a PDF; it takes {MOST:,}.", "Narrow the query, or export html or docx."
        )
    title = f"<title>{in_html(title_of(selection))}</title>"
    lines = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{title}\n</head>\n<body>',
        f'<div class="front">{header(selection)}{navigation(selection)}</div>',
        *map(breakable, body(selection, WIDTH)),
        "</body>\n</html>",
    )
    page = weasyprint.HTML(string="\n".join(lines), url_fetcher=_refuse)
    style = weasyprint.CSS(string=page_style("paged.css"), url_fetcher=_refuse)
    with _each_step(selection.on_row):
        out.write(page.write_pdf(stylesheets=[style], pdf_identifier=SIGNED, pdf_tags=True))


def breakable(html: str) -> str:
    """The same, with a place to break in words that fill lines: the time to set one grows with its square."""
    return _TAG_OR_LONG.sub(lambda m: m[1] or f"{m[2]}<wbr>", html)


def _refuse(address: str, *_: object, **__: object) -> NoReturn:
    raise ValueError(f"{address} is not fetched.")


@contextmanager
def _each_step(stopped: Callable[[], None]) -> Iterator[None]:
    """Ask at every page that is set whether to go on; what `stopped` raises ends it. Warnings go nowhere."""
    progress, said = logging.getLogger("weasyprint.progress"), logging.getLogger("weasyprint")
    asking = _Asking(stopped)
    before = progress.level, progress.propagate, said.propagate
    progress.addHandler(asking)
    progress.setLevel(logging.INFO)
    progress.propagate = said.propagate = False
    try:
        yield
    finally:
        progress.removeHandler(asking)
        progress.setLevel(before[0])
        progress.propagate, said.propagate = before[1:]


class _Asking(logging.Handler):
    def __init__(self, stopped: Callable[[], None]) -> None:
        super().__init__()
        self._stopped = stopped

    def emit(self, record: logging.LogRecord) -> None:
        self._stopped()
