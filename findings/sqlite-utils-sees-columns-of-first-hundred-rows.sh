#!/usr/bin/env bash
# sqlite-utils 4.2.1: insert_all into a new table knows the columns of the first hundred rows only.
#
# Expected: a key that some rows lack becomes a column wherever it first occurs, or else no row at all is written. Seen: in the
# hundredth row it becomes one; from the hundred-and-first on the call fails with "no column named", whether it works depends on the
# order of the rows, and the table is there with its first hundred. alter=True takes the later keys too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q sqlite-utils==4.2.1 2>/dev/null
cd "$work"
"$work/venv/bin/python" - <<'PY'
import sqlite3

import sqlite_utils


def insert(position: int, **options) -> tuple[str, int]:
    """What becomes of 200 articles of which only the one at a position (from 1) has a byline, and the rows in the file."""
    name = f"{position}{options}.db"
    rows = [{"id": number, "title": "Wall to rise"} for number in range(1, 201)]
    rows[position - 1]["byline"] = "Ana Ruiz"
    database = sqlite_utils.Database(name)
    try:
        database["articles"].insert_all(rows, pk="id", **options)
        outcome = "accepted"
    except sqlite3.OperationalError as error:
        outcome = str(error)
    database.close()
    there = sqlite3.connect(name)
    has_table = there.execute("SELECT count(*) FROM sqlite_master WHERE name = 'articles'").fetchone()[0]
    return outcome, there.execute("SELECT count(*) FROM articles").fetchone()[0] if has_table else 0


for position, options, seen in (
    (100, {}, ("accepted", 200)),
    (101, {}, ("table articles has no column named byline", 100)),
    (101, {"alter": True}, ("accepted", 200)),
):
    found = insert(position, **options)
    print(f"byline first in row {position} {options or ''}: {found[0]}; rows in the file: {found[1]}")
    assert found == seen, found
PY
