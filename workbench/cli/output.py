"""How data reaches stdout: a table on a terminal, tab-separated lines in a pipe, JSON where it is asked for.

Text of articles passes here as `Text` or as plain strings, never as markup, and without what would steer a terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

from workbench.export.sanitizing import dumps, one_line, plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

TERMINAL_ROWS = 100
WIDE = 110
"""From so many characters on, rows with long words stand in columns."""
WRAPPING = frozenset(
    {
        "title",
        "quote",
        "evidence",
        "gist",
        "differences",
        "note",
        "passage",
        "why",
        "description",
        "reading",
        "phrasing",
    }
)
WRAPPED, KEPT, MOST = 30, 14, 22
"""The least width of a column whose words wrap; what a column of short cells is never cut below, and its most."""
BETWEEN = 3
"""The cells between two columns."""
MATCH = str.maketrans({"\ue000": "⟦", "\ue001": "⟧"})


def console() -> Console:
    """Rich's console on stdout, with everything off that reads meaning into text."""
    from rich.console import Console

    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False)


def on_terminal() -> bool:
    """Whether somebody looks at stdout."""
    return console().is_terminal


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows for people, or for a pipe."""
    screen = console()
    if not screen.is_terminal:
        for cells in (columns, *rows):
            print("\t".join(one_line(cell) for cell in cells))
    elif screen.width < WIDE and WRAPPING & set(columns):
        for row in rows:
            _print_stacked(screen, columns, row)
    else:
        _print_table(screen, columns, [[one_line(cell) for cell in row] for row in rows])


def _print_table(screen: Console, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table without the columns that are empty; long words wrap, the rest is cut. Stacked where it has no room."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    kept = [place for place in range(len(columns)) if not rows or any(row[place] for row in rows)]
    wrapping = WRAPPING & set(columns) or {columns[0]}
    wraps = [columns[place] in wrapping for place in kept]
    longest = [_longest([columns[place], *(row[place] for row in rows)]) for place in kept]
    widths = _widths(longest, wraps, screen.width - BETWEEN * len(kept))
    if widths is None:
        for row in rows:
            _print_stacked(screen, columns, row)
        return
    shown = Table(box=SIMPLE_HEAD, pad_edge=False)
    for place, width, wrap in zip(kept, widths, wraps, strict=True):
        shown.add_column(Text(columns[place]), no_wrap=not wrap, overflow="fold" if wrap else "ellipsis", width=width)
    for row in rows:
        shown.add_row(*(Text(row[place]) for place in kept))
    screen.print(shown)


def _longest(cells: Iterable[str]) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, cells), default=0)


def _widths(longest: Sequence[int], wraps: Sequence[bool], room: int) -> list[int] | None:
    """How wide each column is, of `room` cells for all; None where they cannot all have what they need at least.

    Short cells have what they need up to MOST, or are cut down to KEPT; those whose words wrap share what is left.
    """
    widths = [min(size, WRAPPED if wrap else KEPT) for size, wrap in zip(longest, wraps, strict=True)]
    most = [size if wrap else min(size, MOST) for size, wrap in zip(longest, wraps, strict=True)]
    if sum(widths) > room:
        return None
    for turn in (False, True):
        growing = [at for at, wrap in enumerate(wraps) if wrap is turn and widths[at] < most[at]]
        while growing and (spare := room - sum(widths)) > 0:
            share = max(1, spare // len(growing))
            for at in growing[:spare]:
                widths[at] = min(most[at], widths[at] + share)
            growing = [at for at in growing if widths[at] < most[at]]
    return widths


def _print_stacked(screen: Console, columns: Sequence[str], row: Sequence[str]) -> None:
    """A row where there is no room for columns: the short cells on a line, the long ones under it."""
    from rich.padding import Padding
    from rich.text import Text

    cells = [(name in WRAPPING, one_line(cell)) for name, cell in zip(columns, row, strict=True) if one_line(cell)]
    screen.print(Text(" · ".join(cell for wraps, cell in cells if not wraps), style="dim"))
    for _, cell in (each for each in cells if each[0]):
        screen.print(Padding(Text(cell), (0, 0, 0, 2)))


def paragraphs(text: str | Text) -> None:
    """Print text whose lines stand for themselves; a terminal gets it broken between words."""
    screen = console()
    if screen.is_terminal:
        from rich.text import Text

        screen.print(text if isinstance(text, Text) else Text(plain(text)))
    else:
        print(plain(str(text)))


def fields(pairs: Iterable[tuple[str, str]]) -> None:
    """Print what is known of something, a line each; what is empty is left out."""
    for name, value in pairs:
        if one_line(value):
            print(f"{name:<14}{one_line(value)}")


def one_record(record: dict[str, Any]) -> None:
    """Print one record as JSON."""
    print(dumps(record, ascii_only=_ascii_only()))


def json_array(records: Iterable[Any]) -> None:
    """Print records as a JSON array, one after the other as they come."""
    first = True
    for record in records:
        sys.stdout.write(("[\n" if first else ",\n") + dumps(record, ascii_only=_ascii_only()))
        first = False
    sys.stdout.write("[]\n" if first else "\n]\n")


def json_lines(records: Iterable[Any]) -> None:
    """Print a record per line."""
    for record in records:
        sys.stdout.write(dumps(record, ascii_only=_ascii_only()) + "\n")


def in_form(form: str | None, records: Iterable[Any], columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a listing in the form asked for; only the iterable that is needed is consumed."""
    if form == "json":
        json_array(records)
    elif form == "jsonl":
        json_lines(records)
    else:
        table(columns, rows)


def at_most(limit: int | None, form: str | None) -> int | None:
    """How many rows to print: what was asked for, else what a terminal takes, else all."""
    return limit or (TERMINAL_ROWS if form is None and on_terminal() else None)


def first(items: Iterable[Any], limit: int | None) -> Iterator[Any]:
    """The first so many."""
    return islice(items, limit)


def matched(snippet: str) -> str:
    """A snippet whose matches stand in brackets."""
    return one_line(snippet.translate(MATCH))


def utf8_stdout() -> IO[str]:
    """Stdout for the content of files: in UTF-8, with line ends as they are written."""
    reconfigure: Any = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    return sys.stdout


def _ascii_only() -> bool:
    return not (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "").startswith("utf")
