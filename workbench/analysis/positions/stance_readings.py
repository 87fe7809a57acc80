"""One predicate read: its stance, what it is about, how firm it is; and what makes such a reading of a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.analysis.positions.stance_lexicon import EVENTS, StanceWord, lexicon
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import is_circumstance, is_negated
from workbench.model import STANCES

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATED = {
    "committed": "ruled_out",
    "supports": "opposes",
    "proposes": "opposes",
    "open": "opposes",
    "considering": "ruled_out",
    "opposes": "open",
    "ruled_out": "open",
    "concerned": "supports",
    "expects": "concerned",
    "demands": "unclear",
}


@dataclass(frozen=True, slots=True)
class StanceReading:
    """One predicate read: the stance of its subject and the tokens that say what it is about."""

    predicate: Token
    stance: str
    about: tuple[Token, ...]
    """Heads of the complement; empty when the clause itself is what it is about."""
    hedge: str = ""
    by_speaker: bool = False
    """What must be done, or is unacceptable, is so to whoever speaks, not to the subject."""
    lexical: bool = True
    """Read from a word of the lexicon; a modal alone is weaker."""
    strength: int = 0
    event: str = ""
    """PLOVER event, or ""."""
    experiencers: tuple[Token, ...] = ()
    """Whose stance it is, when not the subject's: "raised concern among allies"."""
    inner_predicate: Token | None = None
    """The verb whose stance was taken into this one: the "rule out" of "refused to rule out"."""
    own: bool = False
    """Whether it rests on a word of the analyst's."""


def lexicon_keys(token: Token) -> Iterator[str]:
    """The keys of a verb in the lexicon: with particle, preposition, object or clause first, alone last."""
    lemma = token.lemma_.lower()
    for child in token.children:
        when = child.dep_ == "prep" and any(is_circumstance(child, noun) for noun in child.children)
        if child.dep_ in ("prt", "prep", "acomp", "advmod", "oprd", "dobj", "xcomp") and not when:
            yield f"{lemma}_{child.lemma_.lower()}"
    if is_negated(token):
        yield f"{lemma}_not"
    if any(c.dep_ in ("xcomp", "ccomp") for c in token.children):
        yield f"{lemma}_to"
    yield lemma


def look_up(word_class: str, lemma: str) -> StanceWord | None:
    """What the lexicon says of a word of a class."""
    return lexicon().get((word_class, lemma))


def make_reading(
    token: Token,
    word: StanceWord,
    about: tuple[Token, ...],
    denied: bool = False,
    *,
    hedge: str | None = None,
    by_speaker: bool = False,
    lexical: bool = True,
) -> StanceReading:
    """The reading of a word, reversed when it is denied."""
    stance, strength, event = word.stance, word.strength, word.event
    if denied:
        stance = NEGATED.get(stance, "unclear")
        strength, event = STANCES[stance][1], EVENTS.get(stance, "")
    return StanceReading(
        token,
        stance,
        about,
        hedge_of(token) if hedge is None else hedge,
        by_speaker,
        lexical,
        strength,
        event,
        own=word.own,
    )


def default_word(stance: str) -> StanceWord:
    """A stance as any word that has no strength of its own gives it."""
    return StanceWord(stance, STANCES[stance][1], EVENTS.get(stance, ""))


def hedge_of(token: Token) -> str:
    """The words of a predicate that make it less sure."""
    words = frames()["hedge"]
    found = [t.text for t in (*token.children, token) if t.lower_ in words and t.dep_ in ("aux", "advmod")]
    return " ".join(dict.fromkeys(found))
