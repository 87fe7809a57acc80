from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.nlp import tagger

SAID = "“We will not close the harbour,” said Lena Orsted, the port director. She added that ferries run as planned."


def test_finds_content_cue_and_source() -> None:
    tags = tagger.load().tag(SAID)
    words = {layer: [SAID[s.start : s.end] for s in spans] for layer, spans in tags.items()}
    assert any("We will not close the harbour" in w for w in words["content"])
    assert "said" in words["cue"]
    assert any("Lena Orsted" in w for w in words["source"])
    assert all(0 < s.confidence <= 1 for spans in tags.values() for s in spans)


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_spans_within_it(text: str) -> None:
    for spans in tagger.load().tag(text).values():
        assert all(0 <= s.start < s.end <= len(text) for s in spans)
        assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
