#!/usr/bin/env bash
# pandoc 3.9 (of pypandoc_binary 1.17): LaTeX commands for single signs vanish from BibTeX titles, without a warning.
#
# Expected: what LaTeX prints, or a word on what is not known. Seen: \textbraceleft{}, \texteuro{} and \textemdash{} leave
# nothing behind, the exit status is 0 and standard error empty, while \textasciitilde{} and \textbackslash{} are read. A
# brace that has no partner can so be kept for LaTeX or for pandoc, not for both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q pypandoc_binary==1.17 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import json
import subprocess

import pypandoc

def title(written: str) -> str:
    entry = "@article{a,\n title={{%s}},\n journaltitle={Harbour Post},\n date={2025-08-18}}" % written
    command = [pypandoc.get_pandoc_path(), "-f", "biblatex", "-t", "csljson"]
    done = subprocess.run(command, input=entry.encode(), capture_output=True, check=True)
    assert done.stderr == b"", done.stderr
    return json.loads(done.stdout)[0]["title"]

print(subprocess.run([pypandoc.get_pandoc_path(), "--version"], capture_output=True, text=True).stdout.split("\n")[0])
for written, seen in ((r"a \textbraceleft{}b", "a b"), (r"5 \texteuro{} a day", "5  a day"),
                      (r"wall\textemdash{}harbour", "wallharbour"), (r"a \textasciitilde{} \textbackslash{} b", "a ~ \\ b")):
    found = title(written)
    print(f"{written!r} -> {found!r}")
    assert found == seen, found
PY
