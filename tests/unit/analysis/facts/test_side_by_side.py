"""What is marked in the phrasings of a fact side by side."""

from __future__ import annotations

from workbench.analysis.facts.side_by_side import compare_phrasings
from workbench.model import Difference, Fact, Phrasing, Reading, Span
from workbench.views import Head, Marks, Row

BASE = "The minister promised no bridges."
FAR = "She says three bridges will be too many for this valley."


def test_the_named_differences_are_marked_in_a_sentence_unlike_the_base() -> None:
    texts = {"A1": BASE, "A2": FAR}
    phrasings = tuple(Phrasing(id, Span(0, len(text)), text, "same", 0.9) for id, text in texts.items())
    at = FAR.index("three")
    readings = (Reading("A1", "", None), Reading("A2", "three", Span(at, at + 5)))
    fact = Fact("no bridges", "statement", phrasings, (Difference("number", readings),))
    heads = {id: Head(id, f"{id}.txt", "", id, "2025-03-04") for id in texts}

    shown = compare_phrasings(Row("F1", fact, None, Marks()), heads, texts.__getitem__, (), ())

    marked = {
        c.phrasing.article_id: [(span.of(c.phrasing.text), kind) for span, kind in c.marks] for c in shown.columns
    }
    assert ("three", "number") in marked["A2"]
    spans = [span for span, _ in shown.columns[1].marks]
    assert not any(a.overlaps(b) for n, a in enumerate(spans) for b in spans[n + 1 :])
