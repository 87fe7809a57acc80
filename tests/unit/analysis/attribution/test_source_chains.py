from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_quotes, tagged
from workbench.nlp.tagger import Attribution, TaggedSpan


def test_via_is_who_was_told() -> None:
    text = "A source told Reuters that the bank would close."
    tags = tagged(text, content=["that the bank would close"], cue="told", source=["A source"])
    (quote,) = read_quotes(text, tags)
    assert (quote.via, quote.speakers[0].kind) == ("Reuters", "anonymous")


@pytest.mark.parametrize(
    ("text", "content", "cue", "source"),
    [
        (
            "According to Reuters, two sources said that the bank would close.",
            "two sources said that the bank would close",
            "According to",
            "Reuters",
        ),
        (
            "Two sources said that the bank would close, according to Reuters.",
            "that the bank would close",
            "said",
            "Two sources",
        ),
    ],
)
def test_who_said_it_is_the_speaker_and_the_outlet_that_reports_it_stands_beside(
    text: str, content: str, cue: str, source: str
) -> None:
    (quote,) = read_quotes(text, tagged(text, content=[content], cue=cue, source=[source]))
    assert (quote.text, quote.cue_text, quote.via) == ("that the bank would close", "said", "Reuters")
    assert quote.speakers[0].kind == "anonymous"


def test_what_an_outlet_says_itself_stays_its_own() -> None:
    text = "The bank is empty, according to Reuters. Two sources said that the bank would close."
    contents = ["The bank is empty", "Two sources said that the bank would close"]
    spans = [(text.index(c), text.index(c) + len(c)) for c in contents]
    cue, source = text.index("according to"), text.index("Reuters")
    found = Attribution(
        TaggedSpan(cue, cue + len("according to"), 0.9),
        tuple(TaggedSpan(start, end, 0.9) for start, end in spans),
        (TaggedSpan(source, source + len("Reuters"), 0.9),),
        0.9,
    )
    own, retold = read_quotes(text, found)
    assert (own.text, [s.name for s in own.speakers], own.via) == ("The bank is empty", ["Reuters"], "")
    assert (retold.text, retold.speakers[0].kind, retold.via) == ("that the bank would close", "anonymous", "Reuters")


def test_what_an_outlet_published_is_the_outlet() -> None:
    text = "According to a report from Reuters, the bank would close."
    (quote,) = read_quotes(text, tagged(text, content=["the bank would close"], cue="According to", source=["a report from Reuters"]))  # fmt: skip  # noqa: E501
    assert [(s.name, s.kind) for s in quote.speakers] == [("Reuters", "organisation")]
    assert quote.via == ""


@pytest.mark.parametrize(
    ("source", "name", "via"),
    [
        ("The note, seen by Reuters,", "note", "Reuters"),
        ("A plan obtained by Reuters", "plan", "Reuters"),
        ("An internal plan leaked to the Harbour Post", "internal plan", "Harbour Post"),
        ("A list first published by the BBC", "list", "BBC"),
        ("A plan reviewed by The Harbour Times", "plan", "Harbour Times"),
        ("The memo that Reuters has seen", "memo", "Reuters"),
        ("The BBC", "BBC", ""),
        ("A poll conducted by Reuters", "Reuters", ""),
        ("A report written by the BBC", "BBC", ""),
    ],
)
def test_a_paper_is_not_the_outlet_that_has_it(source: str, name: str, via: str) -> None:
    text = f"{source} reported that the bank would close."
    (quote,) = read_quotes(text, tagged(text, content=["that the bank would close"], cue="reported", source=[source]))
    known = {s.name.removeprefix("The ") for s in quote.speakers}
    assert (known, quote.via.removeprefix("The ")) == ({name}, via)


def test_who_said_it_in_a_paper_keeps_the_outlet_that_has_it_as_via() -> None:
    text = "Ana Ruiz said in a note seen by Reuters that the bank would close."
    (quote,) = read_quotes(text, tagged(text, content=["that the bank would close"], cue="said", source=["Ana Ruiz"]))
    assert ([s.name for s in quote.speakers], quote.via) == (["Ana Ruiz"], "Reuters")


def test_who_was_told_stands_in_the_same_line() -> None:
    text = "“The bank would close,” a source told the Harbour Post. Ruiz denied it."
    (quote, *_) = read_quotes(text, tagged(text, content=["The bank would close"], cue="told", source=["a source"]))
    assert quote.via == "Harbour Post"
