"""A stance over another: "refused to rule out" leaves open, "vowed to oppose" opposes, "ruled out backing" does too.

The design decision: the outer word decides which way the inner one counts, and the inner one says what it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.positions.stance_lexicon import EVENTS, StanceWord
from workbench.analysis.positions.stance_readings import StanceReading, lexicon_keys, look_up, make_reading
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS, complements, is_negated
from workbench.model import STANCES

if TYPE_CHECKING:
    from spacy.tokens import Token

Read = Callable[["Token"], StanceReading | None]

_CLAUSES = ("xcomp", "pcomp", "acl", "ccomp", "advcl")
_LINKS = ("prep", "advmod", "acomp", "prt")
_DEPTH = 3
_WHEN_REFUSED = {
    "supports": "opposes", "proposes": "opposes", "committed": "ruled_out", "open": "ruled_out",
    "considering": "ruled_out", "ruled_out": "open", "opposes": "open", "concerned": "unclear",
}  # fmt: skip
"""What is left of a stance that somebody will not take."""


def compose(outer: StanceReading, read: Read) -> StanceReading:
    """The reading, with the stance that it governs taken into it."""
    inner = next((found for at in _clauses(outer) if (found := read(at) or _read_attitude_verb(at))), None)
    if inner is None or not inner.lexical:
        return outer
    stance = _composed_stance(outer, inner)
    if not stance:
        return outer
    event = outer.event if outer.event == "THREATEN" else EVENTS.get(stance, "")
    strength = inner.strength if stance == inner.stance else STANCES[stance][1]
    return replace(
        outer,
        stance=stance,
        about=inner.about,
        strength=strength,
        event=event,
        inner_predicate=inner.predicate,
        lexical=True,
    )


def read_avoidance(token: Token, read: Read) -> StanceReading | None:
    """ "stopped short of ruling out": what one avoids rejecting stays open; what one avoids backing says nothing."""
    if token.lemma_.lower() not in frames()["avoiding"] or is_negated(token):
        return None
    for at in _below(token):
        inner = read(at) if at.pos_ == "VERB" else None
        if inner is not None and inner.lexical and _rejects(inner):
            return replace(
                inner, predicate=token, stance="open", strength=1, event="AGREE", inner_predicate=inner.predicate
            )
    return None


def _composed_stance(outer: StanceReading, inner: StanceReading) -> str:
    if outer.stance == "ruled_out" and is_negated(inner.predicate) and not is_negated(outer.predicate):
        return inner.stance  # "promised not to oppose"
    if outer.stance in ("ruled_out", "opposes"):
        return "unclear" if _accuses(inner) else _WHEN_REFUSED.get(inner.stance, "")
    if outer.stance in ("concerned", "unclear"):
        if _rejects(inner):
            return "open"
        return outer.stance if STANCES[inner.stance][0] > 0 or _accuses(inner) else ""
    against = STANCES[inner.stance][0] < 0 and _attitude(inner.predicate) is not None
    return inner.stance if outer.stance == "committed" and against else ""


def _attitude(token: Token) -> StanceWord | None:
    known = (look_up("verb", key) for key in lexicon_keys(token) if key in frames()["attitude"])
    return next((word for word in known if word), None)


def _read_attitude_verb(token: Token) -> StanceReading | None:
    """ "block the pact", not done yet, which alone says nothing."""
    word, about = _attitude(token), complements(token)
    return make_reading(token, word, about, is_negated(token)) if word and about else None


def _rejects(inner: StanceReading) -> bool:
    return inner.stance == "ruled_out" or (inner.stance == "opposes" and not _accuses(inner))


def _accuses(inner: StanceReading) -> bool:
    """Whether it is a word of blame, which one may keep back without being for it."""
    return inner.event == "ACCUSE" and inner.predicate.lemma_.lower() not in ("oppose", "object")


def _clauses(outer: StanceReading) -> Iterator[Token]:
    """The verbs that the outer one governs, by the same subject."""
    for at in outer.about:
        own = any(c.dep_ in SUBJECTS for c in at.children)
        if (
            at != outer.predicate
            and at.pos_ == "VERB"
            and at.dep_ in ("xcomp", "pcomp", "acl", "ccomp", "advcl")
            and not own
        ):
            yield at


def _below(token: Token, depth: int = 0) -> Iterator[Token]:
    for child in token.children:
        if child.i > token.i and child.dep_ in ("pcomp", "xcomp", "ccomp", "advcl"):
            yield child
        elif child.i > token.i and child.dep_ in _LINKS and depth < _DEPTH:
            yield from _below(child, depth + 1)
