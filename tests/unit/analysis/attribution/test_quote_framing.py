"""How quotes are told. In the sentences `<>` is the speaker, `[]` the cue and `{}` the content, as in the model."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.attribution.quote_framing import frame_passage, frame_quote
from workbench.model import Quote, Span, Speaker
from workbench.nlp import parser, quotation_marks
from workbench.views import quote_text

_MARK = re.compile(r"[<>\[\]{}]")


def quote_in(marked: str, *names: str) -> Quote:
    """The quote that a marked text has; `names` are the persons that its speakers turned out to be."""
    text, spans = "", {"<": [], "[": [], "{": []}
    open_at: dict[str, int] = {}
    for piece in re.split(r"([<>\[\]{}])", marked):
        if piece in spans:
            open_at[piece] = len(text)
        elif piece and piece in ">]}":
            opened = {">": "<", "]": "[", "}": "{"}[piece]
            spans[opened].append(Span(open_at[opened], len(text)))
        else:
            text += piece
    people = [(names[i] if i < len(names) else "") for i in range(len(spans["<"]))]
    speakers = tuple(
        Speaker(name, "person" if name else "anonymous", "", "", at, at.of(text))
        for name, at in zip(people, spans["<"], strict=True)
    )
    contents, cue = tuple(spans["{"]), next(iter(spans["["]), None)
    parts, sentence = frame_quote(parser.parse(text), text, contents, cue, speakers)
    assert all(part.span.of(text) == part.text for part in parts)
    assert all(sentence.covers(c) for c in contents)
    kind = quotation_marks.quote_kind(text, contents, quotation_marks.quoted_spans(text))
    words = " … ".join(c.of(text) for c in contents)
    return Quote("A1", kind, contents, words, speakers, cue, cue.of(text) if cue else "", told=parts, sentence=sentence)


@pytest.mark.parametrize(
    ("marked", "names", "wanted"),
    [
        # the cue with its auxiliaries and negation, whatever of it the model found
        ("<Ana Ruiz> has [ruled] out {closing the port}.", ["Ana Ruiz"], "Ana Ruiz [has ruled out] closing the port"),
        ("<Ruiz> has not [ruled out] {closing the port}.", ["Ana Ruiz"], "Ruiz [has not ruled out] closing the port"),
        ("<He> never [said] {that the state would pay}.", ["Bo Li"], "Bo Li [never said] that the state would pay"),
        ("<Ruiz> didn’t [say] {that ships would sail}.", ["Ana Ruiz"], "Ruiz [didn’t say] that ships would sail"),
        ("<Bo Li> will hardly [promise] {to pay}.", ["Bo Li"], "Bo Li [will hardly promise] to pay"),
        # the verbs it hangs on
        (
            "<Bo Li> refused to [say] {whether the state would pay}.", ["Bo Li"],
            "Bo Li [refused to say] whether the state would pay",
        ),
        (
            "<Bo Li> is said to have [denied] {that the ships were ordered}.", ["Bo Li"],
            "Bo Li [is said to have denied] that the ships were ordered",
        ),
        (
            "<Bo Li> stopped short of [calling] {the strike a crime}.", ["Bo Li"],
            "Bo Li [stopped short of calling] the strike a crime",
        ),
        (
            "<Bo Li> left without [saying] {whether the treaty would hold}.", ["Bo Li"],
            "Bo Li [left without saying] whether the treaty would hold",
        ),
        (
            "<Ruiz> withdrew her [threat] to {close the port}.", ["Ana Ruiz"],
            "Ruiz [withdrew her threat to] close the port",
        ),
        # what two verbs have in common
        (
            "The <ministry> would neither confirm nor [deny] {that talks had begun}.", [],
            "The ministry [would neither confirm nor deny] that talks had begun",
        ),
        ("<Bo Li> has toured the yard and [praised] {the men}.", ["Bo Li"], "Bo Li [has … praised] the men"),
        ("<Bo Li> did not come but [praised] {the men}.", ["Bo Li"], "Bo Li [praised] the men"),
        # who denies it is part of it
        ("No <minister> has [said] {that it will close}.", [], "[No] minister [has said] that it will close"),
        (
            "Neither <Norway> nor <Chad> has [ruled out] {a ban}.", [],
            "[Neither] Norway nor Chad [has ruled out] a ban",
        ),
        (
            "Officials denied that <she> had [promised] {to resign}.", ["Ana Ruiz"],
            "[Officials denied that] Ana Ruiz [had promised] to resign",
        ),
        ("If <Ruiz> [says] {that it closes}, men will strike.", ["Ana Ruiz"], "[If] Ruiz [says] that it closes"),
        # before, after and between the content
        ("{The ships will sail}, <Ruiz> has [denied].", ["Ana Ruiz"], "Ruiz [has denied]: The ships will sail"),
        ("{The ships will sail}, [said] <Ruiz>.", ["Ana Ruiz"], "Ruiz [said]: The ships will sail"),
        (
            "{The plan}, <he> has often [said], {would cost too much}.", ["Bo Li"],
            "Bo Li [has often said]: The plan … would cost too much",
        ),
        ("[According to] <officials>, {the ships will sail}.", [], "[According to] officials, the ships will sail"),
        ("{The ships will sail}, [according to] <two officials>.", [],
         "[according to] two officials: The ships will sail"),
        # what stands between, and the passive
        (
            "<Bo Li> [told] reporters in Oslo on Monday {that it would close}.", ["Bo Li"],
            "Bo Li [told reporters in Oslo on Monday] that it would close",
        ),
        ("Reporters were [told] {that it would be sold}.", [], "[Reporters were told] that it would be sold"),
        # quotation marks in a mixed quote are whole
        ("<Bo Li> [called] the deal “{a mistake” that would cost lives}.", ["Bo Li"],
         "Bo Li [called the deal] “a mistake” that would cost lives"),
        # no word for a cue
        ("{Province will pay}[:] <Ruiz>", ["Ana Ruiz"], "Ruiz: Province will pay"),
    ],
)  # fmt: skip
def test_a_quote_is_told_with_its_cue(marked: str, names: list[str], wanted: str) -> None:
    assert quote_text.as_told(quote_in(marked, *names)) == wanted


def test_the_sentence_is_whole_and_no_more() -> None:
    quote = quote_in("It rained. <Ruiz> has not [ruled out] {closing the port} before May. Nobody asked.", "Ana Ruiz")
    assert quote.sentence
    text = _MARK.sub("", "It rained. <Ruiz> has not [ruled out] {closing the port} before May. Nobody asked.")
    assert quote.sentence.of(text) == "Ruiz has not ruled out closing the port before May."


def test_without_cue_and_speaker_the_sentence_tells_it() -> None:
    quote = quote_in("Nobody believes that {the state will pay} for this.")
    assert quote_text.as_told(quote) == "[Nobody believes that] the state will pay [for this]"


def test_a_passage_of_the_analysts_own_is_told_by_its_sentence() -> None:
    text = "It rained. Nobody believes that the state will pay for this. So it goes."
    span = Span(text.index("the state"), text.index(" for this"))
    parts, sentence = frame_passage(text, span, direct=False)
    quote = Quote("A1", "indirect", (span,), span.of(text), told=parts, sentence=sentence, own=True)
    assert quote_text.words(quote) == "[Nobody believes that] the state will pay [for this]"
    assert sentence.of(text) == "Nobody believes that the state will pay for this."


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet=" .,'\"“”\nabAB-—", min_size=8, max_size=60), st.data())
def test_any_text_and_any_spans_are_told_by_spans_of_the_text(text: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, len(text)), min_size=6, max_size=6, unique=True))
    a, b, c, d, e, f = sorted(places)
    who = Speaker("", "anonymous", "", "", Span(a, b), text[a:b])
    parts, sentence = frame_quote(parser.parse(text), text, [Span(e, f)], Span(c, d), [who])
    assert all(part.span.of(text) == part.text for part in parts)
    assert Span(e, f).of(text).strip() in "".join(p.text for p in parts if p.role == "content")
    assert 0 <= sentence.start <= sentence.end <= len(text)


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        ('Rain fell.\n"{We stay}," <Ana Ruiz> [said].', '"We stay," Ana Ruiz said.'),
        ('"{We stay}," <Ana Ruiz> [said]. "{The roof holds}."', '"We stay," Ana Ruiz said. "The roof holds."'),
        ("“{We stay},” <Ana Ruiz> [said]. “{The roof holds}.”", "“We stay,” Ana Ruiz said. “The roof holds.”"),
    ],
)
def test_the_sentence_of_a_quote_has_both_marks(marked: str, sentence: str) -> None:
    found = quote_in(marked, "Ana Ruiz").sentence
    text = re.sub(r"[<>\[\]{}]", "", marked)
    assert found
    assert found.of(text) == sentence
