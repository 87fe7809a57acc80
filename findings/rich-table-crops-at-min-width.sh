#!/usr/bin/env bash
# rich 15.0.0: where the least widths of a table's columns do not fit the console, its right side is cropped without a sign.
#
# Expected: a cell with overflow="fold" loses no letter; it only gets more lines, or the console's width wins over min_width.
# Seen: every column gets its min_width, the gaps between columns are not counted, and what lies beyond the console's edge
# is cut off: letters of folded cells, and at narrow widths the whole column.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q rich==15.0.0 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import io

from rich.console import Console
from rich.table import Table

WORDS = "that the two grounds would stay closed until the code had been counted"
lost = []
for width in range(30, 60):
    table = Table(box=None, pad_edge=False)
    for name in ("id", "day", "who"):
        table.add_column(name, no_wrap=True, min_width=12)
    table.add_column("words", overflow="fold", min_width=12)
    table.add_row("Q000000000a", "2025-08-21", "Jon Tetlow", WORDS)
    console = Console(file=io.StringIO(), width=width, color_system=None)
    console.print(table)
    shown = "".join(console.file.getvalue().split())
    if not all(word in shown for word in WORDS.split()):
        lost.append(width)
print("console widths at which a word of the folded cell cannot be read whole:", lost)
assert lost
PY
