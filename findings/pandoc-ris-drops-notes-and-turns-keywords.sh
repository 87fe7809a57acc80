#!/usr/bin/env bash
# pandoc 3.9 (of pypandoc_binary 1.17): its RIS reader drops notes and days of access, and turns keywords around.
#
# Expected: of a record with N1, Y2 and two KW, a note, an accessed date, and the keywords in their order. Seen: neither
# note nor accessed, the last keyword first; nothing is
# said on standard error. Where these count, CSL-JSON carries them.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pypandoc_binary==1.17 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import json
import subprocess

import pypandoc

RECORD = """TY  - NEWS
TI  - Harbour wall to rise
AU  - Poe, Ann
T2  - Harbour Post
PY  - 2025-08-18
UR  - https://post.example/wall
Y2  - 2025/09/01/
KW  - harbour
KW  - wall
N1  - See the map.
ER  - 
"""
command = [pypandoc.get_pandoc_path(), "-f", "ris", "-t", "csljson"]
done = subprocess.run(command, input=RECORD.encode(), capture_output=True, check=True)
found = json.loads(done.stdout)[0]
print(json.dumps(found))
assert done.stderr == b"", done.stderr
assert found["keyword"] == "wall, harbour", found
assert "note" not in found and "accessed" not in found, found
assert found["issued"] == {"date-parts": [[2025, 8, 18]]}, found
PY
