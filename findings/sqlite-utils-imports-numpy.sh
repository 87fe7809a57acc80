#!/usr/bin/env bash
# sqlite-utils 4.2.1: `import sqlite_utils` imports NumPy whenever NumPy is installed, though nothing of it is used.
#
# Expected: a library without a dependency on NumPy does not load it. Seen: the module that defines Database tries the
# import at its top, to know NumPy's types as column types, so every command line program over SQLite in an environment
# that has NumPy for another purpose pays NumPy's start.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q sqlite-utils==4.2.1 numpy==2.4.6 2>/dev/null
loaded=$("$work/venv/bin/python" -c 'import sqlite_utils, sys; print("numpy" in sys.modules)')
without=$("$work/venv/bin/python" -c 'import sys; sys.modules["numpy"] = None; import sqlite_utils; print(sqlite_utils.Database(memory=True)["t"].insert({"a": 1}).count)')
echo "after import sqlite_utils, numpy is loaded: $loaded; with NumPy kept away a row is inserted all the same: $without"
[ "$loaded" = True ] && [ "$without" = 1 ]
