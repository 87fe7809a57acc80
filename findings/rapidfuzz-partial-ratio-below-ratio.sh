#!/usr/bin/env bash
# rapidfuzz 3.14.6: fuzz.partial_ratio, the likeness of the best part, can be lower than fuzz.ratio of the whole texts.
#
# Expected: partial_ratio is never below ratio, since the whole text is a part too; a sentence that stands word for word
# in another, with words put in between, scores high. Seen: the part has exactly as many letters as the shorter text, so
# where words are put in near the start its end is cut off. A coarse filter by partial_ratio drops pairs that ratio keeps.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q rapidfuzz==3.14.6 2>/dev/null
"$work/venv/bin/python" - <<'PY'
from rapidfuzz import fuzz

for short, long, below in (
    ("The council agreed on Monday to raise the harbour wall",
     "The council agreed late on a windy Monday, after two long votes, to raise the harbour wall", True),
    ("The minister said the harbour wall would rise", "The minister warned the harbour wall would rise", True),
    ("the harbour wall would rise", "The minister warned on Monday that the harbour wall would rise", False),
):
    whole, part = fuzz.ratio(short, long), fuzz.partial_ratio(short, long)
    print(f"ratio {whole:.1f}, partial_ratio {part:.1f}: {short!r} / {long!r}")
    assert (part < whole) is below, (whole, part)
PY
