"""Prints the schema that the migrations make: `python -m tests.store.schema > db/schema.sql`."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from workbench.store import Store

HEADING = """\
-- The schema of a case, as the migrations make it: for reading. A test holds it equal to them.
-- Made by `python -m tests.store.schema > db/schema.sql`.
"""


def schema() -> str:
    """Every statement that makes a case, in the order of the migrations."""
    with tempfile.TemporaryDirectory() as home, Store.open(Path(home) / "case.db") as store:
        rows = store.db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
        statements = [sql for _, name, sql in rows if not re.fullmatch(r"\w+_fts_(data|idx|docsize|config)", name)]
    return "\n".join([HEADING, *(f"{s};\n" for s in statements)])


if __name__ == "__main__":
    sys.stdout.write(schema())
