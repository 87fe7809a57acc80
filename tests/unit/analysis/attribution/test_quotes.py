from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.analysis.reading import read_quotes
from workbench.analysis.attribution.quotes import SPAN_JOINER
from workbench.model import Quote, Span
from workbench.nlp import quotation_marks
from workbench.nlp.tagger import Attribution, TaggedSpan


def marked(text: str, content: list[str], cue: str, source: list[str]) -> Attribution:
    """An attribution whose spans are the first occurrences of the given words, each after the one before."""

    def spans(words: list[str]) -> tuple[TaggedSpan, ...]:
        out, at = [], 0
        for word in words:
            start = text.index(word, at)
            at = start + len(word)
            out.append(TaggedSpan(start, at, 0.9))
        return tuple(out)

    return Attribution(spans([cue])[0], spans(content), spans(source), 0.9)


def read(text: str, *attributions: Attribution) -> tuple[Quote, ...]:
    found = read_quotes(text, attributions)
    for quote in found:
        assert quote.text == SPAN_JOINER.join(s.of(text) for s in quote.spans)
        assert quote.cue is None or quote.cue.of(text) == quote.cue_text
        assert all(s.mention is None or s.mention.of(text) for s in quote.speakers)
    return found


def test_a_split_quotation_is_one_quote() -> None:
    text = "“We will stay,” said Mayor Ana Ruiz, “until the water falls.”"
    tags = marked(text, content=["We will stay", "until the water falls"], cue="said", source=["Mayor Ana Ruiz"])
    (quote,) = read(text, tags)
    assert quote.kind == "direct"
    assert quote.text == "We will stay … until the water falls"
    assert [s.name for s in quote.speakers] == ["Ana Ruiz"]


REOPENED = "“The dam held,” she wrote. “But the road is gone.\n\n“We need boats, and we need them now.”"


def test_a_quotation_reopened_in_the_next_paragraph_is_one_quote() -> None:
    (quote,) = read(
        REOPENED, marked(REOPENED, content=["The dam held", "But the road is gone"], cue="wrote", source=["she"])
    )
    assert quote.spans[2].of(REOPENED) == "We need boats, and we need them now."


def test_a_quotation_that_was_closed_does_not_go_on() -> None:
    text = REOPENED.replace("gone.", "gone.”")
    (quote,) = read(text, marked(text, content=["The dam held", "But the road is gone"], cue="wrote", source=["she"]))
    assert len(quote.spans) == 2


def test_a_reopened_quotation_with_a_speaker_of_its_own_stays_apart() -> None:
    text = REOPENED + " said Ruiz."
    first = marked(text, content=["The dam held", "But the road is gone"], cue="wrote", source=["she"])
    second = marked(text, content=["We need boats, and we need them now"], cue="said", source=["Ruiz"])
    assert [len(q.spans) for q in read(text, first, second)] == [2, 1]


def test_via_is_who_was_told() -> None:
    text = "A source told Reuters that the bank would close."
    tags = marked(text, content=["that the bank would close"], cue="told", source=["A source"])
    (quote,) = read(text, tags)
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
    (quote,) = read(text, marked(text, content=[content], cue=cue, source=[source]))
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
    own, retold = read(text, found)
    assert (own.text, [s.name for s in own.speakers], own.via) == ("The bank is empty", ["Reuters"], "")
    assert (retold.text, retold.speakers[0].kind, retold.via) == ("that the bank would close", "anonymous", "Reuters")


def test_what_an_outlet_published_is_the_outlet() -> None:
    text = "According to a report from Reuters, the bank would close."
    (quote,) = read(text, marked(text, content=["the bank would close"], cue="According to", source=["a report from Reuters"]))  # fmt: skip  # noqa: E501
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
    (quote,) = read(text, marked(text, content=["that the bank would close"], cue="reported", source=[source]))
    known = {s.name.removeprefix("The ") for s in quote.speakers}
    assert (known, quote.via.removeprefix("The ")) == ({name}, via)


def test_who_said_it_in_a_paper_keeps_the_outlet_that_has_it_as_via() -> None:
    text = "Ana Ruiz said in a note seen by Reuters that the bank would close."
    (quote,) = read(text, marked(text, content=["that the bank would close"], cue="said", source=["Ana Ruiz"]))
    assert ([s.name for s in quote.speakers], quote.via) == (["Ana Ruiz"], "Reuters")


def test_who_was_told_stands_in_the_same_line() -> None:
    text = "“The bank would close,” a source told the Harbour Post. Ruiz denied it."
    (quote, *_) = read(text, marked(text, content=["The bank would close"], cue="told", source=["a source"]))
    assert quote.via == "Harbour Post"


def test_an_opened_mark_within_a_content_is_closed() -> None:
    text = "He called it “a good day.” Then he left."
    tags = marked(text, content=["it “a good day"], cue="called", source=["He"])
    assert read(text, tags)[0].spans[0].of(text) == "it “a good day.”"


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ('The guard said "wait" and closed the door.', 'wait" and closed the door', "wait"),
        ("The guard said “wait” while locking the door.", "wait” while locking the door", "wait"),
        ("The guard said “Wait here.” He closed the door.", "Wait here.” He closed", "Wait here."),
        ("The guard said “the lower door” was shut.", "the lower door” was shut", "“the lower door” was shut"),
        ("The guard called it ‘a bad lock’ and left.", "it ‘a bad lock", "it ‘a bad lock’"),
        ("The guard called it 'a bad lock', then left.", "it 'a bad lock", "it 'a bad lock'"),
        ("The guard said »wait« and left.", "wait« and left", "wait"),
        ("The guard said “wait” and “go away”.", "wait” and “go away", "“wait” and “go away”"),
    ],
)
def test_both_marks_or_none_and_no_word_past_the_quotation(text: str, content: str, expected: str) -> None:
    cue = "called" if "called" in text else "said"
    start, at = text.index(content), text.index(cue)
    given = Attribution(
        TaggedSpan(at, at + len(cue), 0.9),
        (TaggedSpan(start, start + len(content), 0.9),),
        (TaggedSpan(0, 9, 0.9),),
        0.9,
    )
    assert [q.text for q in read(text, given)] == [expected]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("``", "''"), ("''", "''"), ("»", "«"), ("„", "“"), ("『", "』"), ("‘‘", "’’"), ("<q>", "</q>")],
)
def test_marks_of_wires_and_other_languages_make_a_direct_quote(opening: str, closing: str) -> None:
    (quote,) = read(f"{opening}We will mend the bridge in June,{closing} Transport Minister Ana Ruiz said.")
    assert (quote.kind, quote.text) == ("direct", "We will mend the bridge in June")
    assert [(s.name, s.role) for s in quote.speakers] == [("Ana Ruiz", "Transport Minister")]


def test_the_whole_way_on_plain_news() -> None:
    text = "Chilean President Rosa Vidal said on Monday that the mine would stay shut. “It is not safe,” she said."
    found = read(text)
    assert len(found) == 2
    assert {s.name for q in found for s in q.speakers} == {"Rosa Vidal"}
    assert {q.kind for q in found} == {"indirect", "direct"}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["“", "”", '"', "'", "said ", "Ana Ruiz ", "[/b]", "\n", "it rains. ", "‘", "’", "\x1b"])).map("".join))  # fmt: skip  # noqa: E501
def test_no_text_breaks_it_and_every_span_is_its_words(text: str) -> None:
    read(text)


def test_marks_of_any_style_are_paired() -> None:
    text = '“One” and «two» and "three"\n‘four words in here’ said he, who didn’t'
    assert [s.of(text) for s in quotation_marks.quoted_spans(text)] == ["One", "two", "three", "four words in here"]


def test_kinds_by_the_share_within_marks() -> None:
    text = "He said “yes” to it all, and “no” to none."
    marked = quotation_marks.quoted_spans(text)
    assert quotation_marks.quote_kind(text, (Span(9, 12),), marked) == "direct"
    assert quotation_marks.quote_kind(text, (Span(0, len(text)),), marked) == "mixed"
    assert quotation_marks.quote_kind(text, (Span(14, 23),), marked) == "indirect"


def test_words_of_somebody_else_within_a_content_are_his() -> None:
    said = "Norway would pay most of the cost, echoing Minister Anna Dahl’s comments that companies must pay first"
    text = f"A source said {said}."
    tags = marked(text, content=[said], cue="said", source=["A source"])
    outer, inner = read(text, tags)
    assert (outer.text, outer.speakers[0].kind) == ("Norway would pay most of the cost", "anonymous")
    assert (inner.text, inner.cue_text, inner.speakers[0].name) == (
        "that companies must pay first",
        "comments",
        "Anna Dahl",
    )


def test_a_content_does_not_end_in_an_opening_mark() -> None:
    text = "He wants an end to what he calls “the long war”."
    (quote,) = read(text, marked(text, content=["an end to what he calls “"], cue="wants", source=["He"]))
    assert quote.text == "an end to what he calls"


def test_a_noun_of_saying_is_its_owners() -> None:
    text = "The plan echoes Minister Anna Dahl’s comments that companies must pay first."
    (quote,) = read(text, marked(text, content=["that companies must pay first"], cue="comments", source=[]))
    assert [s.name for s in quote.speakers] == ["Anna Dahl"]


def test_a_headlines_verb_is_no_part_of_the_name() -> None:
    text = "Ruiz Signals Possible Tax Cut as Harbour Town Prepares Budget\nMayor Ana Ruiz spoke on Monday."
    (quote, *_) = read(text)
    assert [s.name for s in quote.speakers] == ["Ana Ruiz"]
