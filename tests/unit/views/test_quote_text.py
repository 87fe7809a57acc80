"""What a list, a copy and an export make of a quote: never content without its cue, unless it is direct."""

from __future__ import annotations

from dataclasses import replace

from workbench.model import Part, Quote, Role, Span, Speaker
from workbench.views import quote_text

RUIZ = Speaker("Ana Ruiz", "person", "minister", "ESP", Span(0, 4), "Ruiz")


def quote(kind: str, *parts: tuple[Role, str], speaker: Speaker = RUIZ) -> Quote:
    """A quote told by parts that stand one after the other."""
    at, found = 0, []
    for role, text in parts:
        found.append(Part(role, Span(at, at + len(text)), text))
        at += len(text) + 1
    content = next(part for part in found if part.role == "content")
    cue = next((part for part in found if part.role == "cue"), None)
    return Quote(
        "A1", kind, (content.span,), content.text, (speaker,), cue.span if cue else None, cue.text if cue else "",
        told=tuple(found),
    )  # type: ignore[arg-type]  # fmt: skip


RULED_OUT = quote("indirect", ("speaker", "Ruiz"), ("cue", "has ruled out"), ("content", "closing the port"))
DIRECT = quote("direct", ("speaker", "Ruiz"), ("cue", "said"), ("content", "We will pay"))


def test_a_list_with_a_column_for_the_speaker_leaves_the_name_out_but_never_the_cue() -> None:
    assert quote_text.bracketed(quote_text.in_column(RULED_OUT)) == "[has ruled out] closing the port"
    assert quote_text.words(RULED_OUT) == "Ruiz [has ruled out] closing the port"


def test_a_direct_quote_stands_alone() -> None:
    assert quote_text.in_column(DIRECT) == [("We will pay", "content")]
    assert quote_text.words(DIRECT) == "“We will pay”"
    assert quote_text.as_told(DIRECT) == "Ruiz [said] “We will pay”"


def test_a_direct_quote_that_is_denied_does_not() -> None:
    denied = quote("direct", ("speaker", "Ruiz"), ("cue", "never said"), ("content", "We will pay"))
    assert quote_text.words(denied) == "Ruiz [never said] “We will pay”"
    assert quote_text.bracketed(quote_text.in_column(denied)) == "[never said] “We will pay”"


def test_a_quote_of_an_analysis_that_kept_no_parts_still_has_its_cue() -> None:
    old = replace(RULED_OUT, told=())
    assert quote_text.words(old) == "Ana Ruiz [has ruled out] closing the port"


def test_a_corrected_speaker_is_who_says_it() -> None:
    corrected = replace(RULED_OUT, speakers=(replace(RUIZ, name="Bo Li"),))
    assert quote_text.as_told(corrected) == "Bo Li [has ruled out] closing the port"


def test_a_speaker_who_is_nobody_stays_nobody() -> None:
    nobody = Speaker("Ana Ruiz", "person", "", "", Span(0, 11), "No minister")
    said = quote("indirect", ("speaker", "No minister"), ("cue", "has said"), ("content", "it closes"), speaker=nobody)
    assert quote_text.as_told(said) == "No minister [has said] it closes"


def test_a_country_in_capitals_is_no_pronoun() -> None:
    states = Speaker("United States", "country", "", "USA", Span(0, 6), "the US")
    said = quote("indirect", ("speaker", "the US"), ("cue", "opposed"), ("content", "the plan"), speaker=states)
    assert quote_text.as_told(said) == "the US [opposed] the plan"
    they = replace(states, mention_text="it")
    said = quote("indirect", ("speaker", "It"), ("cue", "opposed"), ("content", "the plan"), speaker=they)
    assert quote_text.as_told(said) == "United States [opposed] the plan"


def test_a_speaker_who_is_named_in_the_content_is_not_named_twice() -> None:
    europe = Speaker("Europe", "group", "", "", Span(0, 6), "Europe")
    said = quote("indirect", ("content", "Europe"), ("cue", "should expect"), ("content", "to pay"), speaker=europe)
    assert quote_text.as_told(said) == "Europe [should expect] to pay"


def test_a_passage_that_a_search_found_has_the_cue_before_it() -> None:
    assert quote_text.with_cue(RULED_OUT, "… the port") == "[has ruled out] … the port"
    assert quote_text.with_cue(DIRECT, "will pay") == "will pay"
