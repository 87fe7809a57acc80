from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.nlp import parser, tagger

SAID = "“We will not close the harbour,” said Lena Orsted, the port director. She added that ferries run as planned."


def words(text: str, spans: tuple[tagger.TaggedSpan, ...]) -> list[str]:
    return [text[s.start : s.end] for s in spans]


def test_a_cue_has_its_contents_and_sources() -> None:
    first, second = tagger.load().tag(parser.parse(SAID)).attributions
    assert words(SAID, (first.cue,)) == ["said"]
    assert words(SAID, first.contents) == ["We will not close the harbour"]
    assert words(SAID, first.sources)[0].startswith("Lena Orsted")
    assert words(SAID, second.sources) == ["She"]
    assert words(SAID, second.contents)[0].endswith("ferries run as planned")


def test_the_parts_of_a_split_quotation_belong_to_one_cue() -> None:
    text = "“We will wait,” the mayor, Ana Ruiz, told reporters on Monday, “until the water falls.”"
    (found,) = tagger.load().tag(parser.parse(text)).attributions
    assert words(text, found.contents) == ["We will wait", "until the water falls"]


def test_entities_have_their_kinds() -> None:
    text = "Kenyan President William Oduya met the World Bank in Nairobi on Tuesday."
    found = {text[e.start : e.end]: e.kind for e in tagger.load().tag(parser.parse(text)).entities}
    assert found["William Oduya"] == "PERSON"
    assert (found["Kenyan"], found["World Bank"], found["Nairobi"]) == ("NORP", "ORG", "LOC")


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
@example("“" * 300)
@example("")
@example("said\n" * 200)
@example("\u202e\x00\x1b[31m" * 30)
def test_any_text_gives_spans_within_it(text: str) -> None:
    found = tagger.load().tag(parser.parse(text))
    for span in found.entities:
        assert 0 <= span.start < span.end <= len(text)
    for each in found.attributions:
        assert each.contents
        for part in (each.cue, *each.contents, *each.sources):
            assert 0 <= part.start < part.end <= len(text)
            assert 0 < part.confidence <= 1
        assert all(a.end <= b.start for a, b in zip(each.contents, each.contents[1:], strict=False))
