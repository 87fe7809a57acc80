#!/usr/bin/env bash
# spaCy 3.8.18, English tokenizer: "U.S.-born" is one token, "US-born" three.
#
# Expected: the two spellings of one country are parted alike, so that the country is a token of its own. Seen: a hyphen is
# parted only between letters, and before it stands the point of the abbreviation. A rule that looks for a country's
# token, or at its neighbours, works in one house style and misses the other; so does every list of one-token names.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q spacy==3.8.18 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import spacy

nlp = spacy.blank("en")
for text, seen in (
    ("US-born", ["US", "-", "born"]),
    ("U.S.-born", ["U.S.-born"]),
    ("UK-based", ["UK", "-", "based"]),
    ("U.K.-based", ["U.K.-based"]),
    ("UN-backed", ["UN", "-", "backed"]),
    ("U.N.-backed", ["U.N.-backed"]),
    ("US-China", ["US", "-", "China"]),
    ("U.S.-China", ["U.S.-China"]),
    ("South Korea-born", ["South", "Korea", "-", "born"]),
):
    tokens = [token.text for token in nlp(f"The {text} envoys met.")][1:-3]
    print(text, tokens)
    assert tokens == seen, tokens
PY
