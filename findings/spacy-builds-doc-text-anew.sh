#!/usr/bin/env bash
# spaCy 3.8.18: Doc.text is not kept; every access puts the whole text together again from the tokens.
#
# Expected: a Doc holds the text that it was made of, so reading doc.text costs nothing. Seen: each access gives another
# string object, joined from all tokens. A loop over tokens that reads doc.text builds four times as many letters where the
# article is twice as long; take it into a variable once.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q spacy==3.8.18 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import spacy

nlp = spacy.blank("en")
text = "The council of Farhaven agreed to raise the harbour wall. "
doc = nlp(text)
print("doc.text is the text it was made of:", doc.text is text)
print("doc.text is doc.text:", doc.text is doc.text)
assert doc.text == text and doc.text is not text and doc.text is not doc.text
built = {}
for times in (10, 20):
    doc = nlp(text * times)
    read = {id(copy): copy for copy in [doc.text for _ in doc]}
    built[times] = sum(len(copy) for copy in read.values())
    print(f"{len(doc)} tokens, {len(doc.text)} letters: the loop builds {len(read)} strings of {built[times]} letters in all")
    assert len(read) == len(doc)
assert built[20] == 4 * built[10], built
PY
