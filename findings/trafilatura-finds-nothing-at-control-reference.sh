#!/usr/bin/env bash
# trafilatura 2.3.1: one reference to a control character, as in "wall&#27;", and the whole article is not found.
#
# Expected: a stray character that a typesetting system left behind is dropped or replaced; the other paragraphs are
# text as before. Seen: bare_extraction returns None, without an exception, for the references &#1;, &#7;,
# &#12; and &#27;; the same character written raw does no harm.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q trafilatura==2.3.1 lxml-html-clean==0.4.3 2>/dev/null
"$work/venv/bin/python" - <<'PY'
from trafilatura import bare_extraction

BEFORE = "".join(
    f"<p>The council of Farhaven met for the {which} time and agreed to raise the harbour wall by a metre before winter.</p>"
    for which in ("first", "second", "third", "fourth")
)
for name, written, kept in (
    ("nothing", "", True), ("raw ESC", "\x1b", True), ("&#8232;", "&#8232;", True),
    ("&#1;", "&#1;", False), ("&#7;", "&#7;", False), ("&#12;", "&#12;", False), ("&#27;", "&#27;", False),
):
    last = f"<p>A gull sat on the wall{written} and the meeting closed before noon as the tide came in.</p>"
    found = bare_extraction(f"<html><body><article>{BEFORE}{last}</article></body></html>", with_metadata=False)
    print(f"{name}: {'no article' if found is None else f'{len(found.text)} letters'}")
    assert (found is not None) is kept, found
PY
