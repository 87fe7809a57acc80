from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.quality import gum
from tests.benchmarks.quality.pronouns import judged
from workbench.analysis.entities.article_entities import find_entities
from workbench.nlp import pipeline

ROWS = (
    ("1-2", "Ruiz's", "_", "_"),
    ("1", "Ruiz", "PROPN", "Entity=(7-place-new(3-person-new-1)"),
    ("2", "'s", "PART", "_"),
    ("3", "house", "NOUN", "Entity=7)"),
    ("4", "burned", "VERB", "SpaceAfter=No"),
    ("5", ".", "PUNCT", "_"),
    None,
    ("1", "She", "PRON", "Entity=(3-person-giv-1)"),
    ("2", "left", "VERB", "SpaceAfter=No"),
    ("3", ".", "PUNCT", "_"),
)


@pytest.fixture
def document(tmp_path: Path) -> gum.Document:
    lines = ["# newdoc id = GUM_news_fire"]
    for row in ROWS:
        cells = row and [row[0], row[1], "_", row[2], "_", "_", "_", "_", "_", row[3]]
        lines.append("\t".join(cells) if cells else "\n# newpar")
    path = tmp_path / "gum.conllu"
    path.write_text("\n".join(lines) + "\n# newdoc id = GUM_fiction_other\n", encoding="utf-8")
    (found,) = gum.documents(path, frozenset(("news",)))
    return found


def test_text_and_mentions_are_read(document: gum.Document) -> None:
    assert document.text.strip() == "Ruiz's house burned.\n\nShe left."
    assert [s.of(document.text) for s in document.chains["7"]] == ["Ruiz's house"]
    assert [s.of(document.text) for s in document.named["3"]] == ["Ruiz"]
    assert [(s.of(document.text), number) for s, number in document.pronouns] == [("She", "3")]


def test_a_pronoun_is_judged_by_the_named_mentions_of_its_person(document: gum.Document) -> None:
    text = "Mayor Ana Ruiz spoke. She left."
    entities = find_entities(pipeline.run_models(text).doc)
    she = gum.Span(text.index("She"), text.index("She") + 3)
    named = [gum.Span(text.index("Ana"), text.index(" spoke"))]
    elsewhere = [gum.Span(0, 5)]
    assert [judged(entities, she, n) for n in (named, elsewhere, [])] == ["right", "somebody else", "taken"]
