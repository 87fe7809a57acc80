from __future__ import annotations

import spacy
from spacy.tokens import Token

from workbench.config.data_folders import data_folder
from workbench.nlp import attribute_cache, parser

CONTRACTED = "It's gonna rain. Let's go: there's no one who ain't.\n\n \t y'all 've got ta see 'em"


def said(token: Token) -> tuple[str, ...]:
    return token.text, token.pos_, token.tag_, token.dep_, token.lemma_, str(token.morph)


def test_every_word_is_what_spacys_own_components_say() -> None:
    parser.load_pipeline()  # makes the component that ends sentences at line ends known to spaCy
    own = spacy.load(parser.model_package(), exclude=["ner"])
    own.add_pipe("line_ends", before="parser")
    texts = [p.read_text(encoding="utf-8") for p in sorted(data_folder("seeds").glob("*.md"))]
    for text in [*texts, *texts, CONTRACTED, "", " "]:
        assert [said(t) for t in parser.parse(text)] == [said(t) for t in own(text)]


def test_the_memory_starts_anew_when_it_is_full() -> None:
    component = parser.load_pipeline().get_pipe(attribute_cache.NAME)
    before = [said(t) for t in parser.parse("Ships came in from the north.")]
    component.known |= {(n, 0, 0): (0, 0, 0, 0, 0) for n in range(attribute_cache.MAX_ENTRIES + 1)}
    assert [said(t) for t in parser.parse("Ships came in from the north.")] == before
    assert len(component.known) < attribute_cache.MAX_ENTRIES
