from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_quotes
from workbench.nlp.tagger import Attribution, TaggedSpan


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("“I saw it coming,” groused Ana Ruiz.", "groused", "Ana Ruiz"),
        ("“I saw it coming,” Ana Ruiz groused.", "groused", "Ana Ruiz"),
        ("“Never!” thundered the bridge master, Ana Ruiz, on Monday.", "thundered", "Ana Ruiz"),
        ("“Not here,” fired back her deputy, Ivo Babic.", "fired back", "Ivo Babic"),
        ("“Not here,” her deputy, Ivo Babic, chipped in.", "chipped in", "Ivo Babic"),
        ("“Not here,” chimed in the guard, Ivo Babic.", "chimed in", "Ivo Babic"),
        ("“I saw it coming,” groused Per Dahl.", "groused", "Per Dahl"),
        ("“The bridge will hold,” then purred Ana Ruiz.", "purred", "Ana Ruiz"),
        ("“Water at last!” Ana Ruiz wrote in a second message.", "wrote", "Ana Ruiz"),
        ("‹The bridge will hold›, Ana Ruiz said.", "said", "Ana Ruiz"),
    ],
)
def test_any_verb_behind_a_quotation_with_its_subject_is_one_of_saying(text: str, cue: str, speaker: str) -> None:
    (quote,) = read_quotes(text)
    assert (quote.kind, quote.cue_text, [s.name for s in quote.speakers]) == ("direct", cue, [speaker])


def test_what_follows_in_is_no_speaker_unless_it_is_a_person() -> None:
    assert [s.name for q in read_quotes("“Ships at dawn,” appeared in Leeds.") for s in q.speakers] == []


def test_each_quotation_has_the_speaker_behind_it() -> None:
    text = "“Get away!” bellowed the guard, Ivo Babic. “I will not,” muttered Ana Ruiz. “Nor I,” piped up her son, Tom."
    assert [(q.text, q.cue_text, q.speakers[0].name) for q in read_quotes(text)] == [
        ("Get away", "bellowed", "Ivo Babic"),
        ("I will not", "muttered", "Ana Ruiz"),
        ("Nor I", "piped up", "Tom"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In “Casablanca,” Bogart runs a bar.",
        "“The Long Road Home,” published in 2014, won a prize.",
        "“Ships at Dawn,” the painting, hangs in Leeds.",
    ],
)
def test_a_title_says_nothing(text: str) -> None:
    assert all(q.kind != "direct" for q in read_quotes(text))


@pytest.mark.parametrize(
    "text",
    [
        "“We must,” Bridge Minister Ana Ruiz said, “mend the deck, but not,” she added, “before June.”",
        "“We must,” Bridge Minister Ana Ruiz said, “mend the deck, but not,” she went on, laughing, “before June.”",
    ],
)
def test_a_quotation_broken_twice_is_one_quote(text: str) -> None:
    (quote,) = read_quotes(text)
    assert [s.of(text).rstrip(".,") for s in quote.spans] == ["We must", "mend the deck, but not", "before June"]
    assert [s.name for s in quote.speakers] == ["Ana Ruiz"]


def test_who_says_it_is_no_part_of_what_is_said() -> None:
    text = "“The deck has a hole,” she said, according to Reuters."
    content, cue, outlet = "The deck has a hole,” she said", "according to", "Reuters"
    spans = [TaggedSpan(text.index(w), text.index(w) + len(w), 0.9) for w in (content, cue, outlet)]
    found = Attribution(spans[1], (spans[0],), (spans[2],), 0.9)
    (quote,) = read_quotes(text, found)
    assert (quote.text, quote.cue_text, quote.speakers[0].mention_text) == ("The deck has a hole", "said", "she")
    assert quote.via == "Reuters"


def test_words_in_marks_are_no_part_of_the_quotation_after_them() -> None:
    text = "The deck is “highly worn” wood, but, as bridge master Ana Ruiz notes, “new wood is on its way to us.”"
    assert [q.text.rstrip(".") for q in read_quotes(text) if q.kind == "direct" and len(q.text) > 20] == [
        "new wood is on its way to us"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "News|“The deck has a hole.|“We have known for years,” bridge master Ana Ruiz said.",
        "News|“The deck has a hole.|We have known for years,” bridge master Ana Ruiz said.",
        "News|«The deck has a hole.|»We have known for years», bridge master Ana Ruiz said.",
        "News|‘‘The deck has a hole.|‘‘We have known for years,’’ bridge master Ana Ruiz said.",
    ],
)
def test_the_speaker_of_several_paragraphs_may_stand_at_their_end(text: str) -> None:
    text = text.replace("|", "\n\n")
    (quote,) = read_quotes(text)
    assert [s.of(text).rstrip(".,") for s in quote.spans] == ["The deck has a hole", "We have known for years"]
    assert [s.name for s in quote.speakers] == ["Ana Ruiz"]
