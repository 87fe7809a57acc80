"""One text to its parse, its named entities and its attributions."""

from __future__ import annotations

from workbench.nlp import pipeline
from workbench.nlp.parser import parse
from workbench.nlp.tagger import NamedSpan

TEXT = "Kenyan President William Oduya said on Tuesday that the port was open."


def test_a_text_has_its_parse_its_entities_and_its_attributions() -> None:
    found = pipeline.run_models(TEXT)
    assert found.doc.text == TEXT
    assert ("William Oduya", "PERSON") in {(e.text, e.label_) for e in found.doc.ents}
    [attribution] = found.attributions
    assert TEXT[attribution.cue.start : attribution.cue.end] == "said"


def test_entities_are_widened_to_whole_tokens_and_named_as_spacy_does() -> None:
    doc = parse("Nairobi is a city.")
    pipeline.set_entities(doc, [NamedSpan(0, 4, "LOC"), NamedSpan(13, 17, "MISC")])
    assert [(e.text, e.label_) for e in doc.ents] == [("Nairobi", "GPE")]


def test_an_empty_text_has_nothing() -> None:
    found = pipeline.run_models("")
    assert (len(found.doc), found.attributions) == (0, ())
