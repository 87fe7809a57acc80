#!/usr/bin/env bash
# spaCy 3.8.18, English tokenizer with the sentencizer: half of the ranks and titles that news put before names end a sentence.
#
# Expected: abbreviated titles are treated alike; "Gen.", "Adm.", "Gov.", "Rep." and "Sen." are one token each.
# Seen: "Lt.", "Col.", "Maj.", "Sgt.", "Capt.", "Cpl.", "Cmdr." and "Amb." are no exceptions of the tokenizer. The point is a token of
# its own and ends a sentence, so "spokesman Lt. Col. Peter Lind" is three of them and the name is parted from its role.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q spacy==3.8.18 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import spacy

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
for title, sentences in (
    ("Gen.", 1), ("Adm.", 1), ("Gov.", 1), ("Rep.", 1), ("Sen.", 1),
    ("Lt.", 2), ("Col.", 2), ("Maj.", 2), ("Sgt.", 2), ("Capt.", 2), ("Cpl.", 2), ("Cmdr.", 2), ("Amb.", 2), ("Lt. Col.", 3),
):
    doc = nlp(f"Spokesman {title} Ana Ruiz spoke.")
    found = [sentence.text for sentence in doc.sents]
    print(title, found)
    assert len(found) == sentences, found
PY
