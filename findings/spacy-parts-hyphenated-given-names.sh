#!/usr/bin/env bash
# spaCy 3.8.18 with en_core_web_sm 3.8.0: a Korean or Taiwanese given name with a hyphen is three tokens.
#
# Expected: "Ing-wen" is a word of a name, as in the treebanks that the model was trained on ("New York-based" aside).
# Seen: the tokenizer's infix rule parts every hyphen between letters, so a rule that takes "capitalised tokens" for a name
# stops at "Ing" or at the hyphen. A name of one's own has to be put together over the hyphen first.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q spacy==3.8.18 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import spacy

nlp = spacy.blank("en")
for text, seen in (
    ("President Tsai Ing-wen spoke.", ["President", "Tsai", "Ing", "-", "wen", "spoke", "."]),
    ("Lee Jae-myung won.", ["Lee", "Jae", "-", "myung", "won", "."]),
    ("Jean-Luc left.", ["Jean", "-", "Luc", "left", "."]),
):
    tokens = [token.text for token in nlp(text)]
    print(text, tokens)
    assert tokens == seen, tokens
PY
