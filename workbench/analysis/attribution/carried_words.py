"""Words that an outlet only carries: "We will go on," Ana Ruiz told reporters, according to Reuters.

The tagger may take the outlet for the one who says them, with the teller and the verb of telling in the content. The
parse shows a verb of saying with a subject of its own between the words and the outlet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.attribution.source_chains import CreditedOutlets, carrier
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS
from workbench.analysis.text.token_spans import subtree_span, token_span, tokens_at
from workbench.model import Span
from workbench.nlp.tagger import Attribution, TaggedSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TELLS, _SPEAKS = frozenset(("tell",)), frozenset(("tell", "speak"))
_CARRYING = frozenset("quote cite".split())
_EDGE = ' \t\n\xa0,"”“'
_MAX_CLIMB = 6
"""So many verbs above a cue are looked at."""


def give_to_tellers(
    doc: Doc, text: str, outlets: CreditedOutlets, found: Sequence[Attribution], marked: Sequence[Span]
) -> list[Attribution]:
    """The attributions, those to an outlet that only carries the words given to whoever says them in the sentence."""
    cues = [Span(a.cue.start, a.cue.end) for a in found]
    out = []
    for one in found:
        cue = Span(one.cue.start, one.cue.end)
        according = cue.of(text).lower().startswith("according")
        carried = any(carrier(text, outlets, cue, Span(s.start, s.end)) for s in one.sources)
        teller = _teller(doc, one, marked, _TELLS if according else _SPEAKS) if carried else None
        if teller is None:
            out.append(one)
            continue
        verb, subject = token_span(teller[0]), subtree_span(teller[1])
        if any(verb.overlaps(cue) for cue in cues if cue != Span(one.cue.start, one.cue.end)):
            continue
        contents = tuple(c for whole in one.contents if (c := _without(text, whole, Span.around((verb, subject)))))
        if contents:
            telling, source = (TaggedSpan(s.start, s.end, one.confidence) for s in (verb, subject))
            out.append(replace(one, cue=telling, sources=(source,), contents=contents))
    return out


def _teller(doc: Doc, one: Attribution, marked: Sequence[Span], verbs: frozenset[str]) -> tuple[Token, Token] | None:
    """The verb of saying above a cue ("according to", "quoted by"), outside quotation marks, and its subject."""
    cue = tokens_at(doc, one.cue)
    taken = [Span(s.start, s.end) for s in one.sources]
    if not cue:
        return None
    between = doc.char_span(one.contents[-1].end, one.cue.start, alignment_mode="contract") or ()
    for verb in (*_verbs_above(cue.root), *(t for t in between if t.pos_ == "VERB")):
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is None or any(s.overlaps(subtree_span(subject)) for s in taken):
            continue
        says = verb.lemma_.lower() in (frames()["speech"] | verbs if subject.dep_ == "nsubj" else _CARRYING)
        if says and not any(m.overlaps(token_span(verb)) for m in marked):
            return verb, subject
    return None


def _verbs_above(token: Token) -> Iterator[Token]:
    if token.lower_ in ("by", "quoted", "cited") or token.tag_ == "VBN":
        yield token
    for _ in range(_MAX_CLIMB):
        if token.head is token:
            return
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            yield token


def _without(text: str, content: TaggedSpan, teller: Span) -> TaggedSpan | None:
    """The part of a content before or behind the words that say who tells it, whichever is longer."""
    whole = Span(content.start, content.end)
    if not whole.overlaps(teller):
        return content
    parts = [Span(whole.start, max(whole.start, teller.start)), Span(min(whole.end, teller.end), whole.end)]
    longer = max(parts, key=lambda p: p.end - p.start)
    said = longer.of(text)
    start = longer.start + len(said) - len(said.lstrip(_EDGE))
    end = longer.start + len(said.rstrip(_EDGE))
    return replace(content, start=start, end=end) if start < end else None
