#!/usr/bin/env bash
# trafilatura 2.3.1: a list that stands straight in the body, between the paragraphs of an article, is left out.
#
# Expected: paragraphs and lists of a page without an article element are one text. Seen: bare_extraction returns the
# paragraphs; the list items between them, which hold what was agreed, are gone without a sign. Within <article> they stay.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q trafilatura==2.3.1 lxml-html-clean==0.4.3 2>/dev/null
"$work/venv/bin/python" - <<'PY'
from trafilatura import bare_extraction

BEFORE = "<p>The ministers met in Farhaven on Wednesday and signed a paper of three points about the harbour and its ferries.</p>"
LIST = "<ul><li>The ferries run all winter long.</li><li>The harbour wall is raised by one metre.</li></ul>"
AFTER = "<p>The paper is to be laid before both parliaments in the autumn, where a majority is expected to accept it.</p>"
for place, page, kept in (
    ("body", f"<html><body>{BEFORE}{LIST}{AFTER}</body></html>", False),
    ("article", f"<html><body><article>{BEFORE}{LIST}{AFTER}</article></body></html>", True),
):
    text = bare_extraction(page, with_metadata=False).text
    print(f"list in {place}: {'kept' if 'ferries run all winter' in text else 'left out'}")
    assert ("ferries run all winter" in text) is kept, text
PY
