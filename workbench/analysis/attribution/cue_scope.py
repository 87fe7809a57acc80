"""The words of a sentence that a cue does not mean the same without, by the parse.

From the cue upwards: "Officials | are said to have refused to | confirm". What is kept of each verb on the way is what
turns or weakens it; where a way leads through another's words ("denied that he had | said"), that other is kept too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.text.predicates import SUBJECTS
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NEGATIVE = frozenset(
    """no not n't n’t never neither nor none nobody nothing few little hardly barely scarcely rarely seldom
    without""".split()
)
CONDITIONS = frozenset("if unless whether once until should lest".split())
_KEPT = frozenset(("aux", "auxpass", "neg", "prt", "preconj"))
_UP = frozenset(("xcomp", "ccomp", "pcomp", "acl", "acomp", "attr", "dobj", "oprd", *SUBJECTS))
"""Relations by which a cue is part of what another verb says."""
_TURNING = frozenset("without despite instead of from against short to about on".split())
"""Prepositions that belong to the verb before them rather than say when or where."""
_LEVELS = 4
_LONG = 10


def framed(doc: Doc, cue: Span, taken: Sequence[Span]) -> set[int]:
    """The places of the words to keep: the cue's, and of the words around it. `taken`: the content, and the speaker."""
    words = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    if not words:
        return set()
    kept = {t.i for t in words}
    for token in words:
        kept |= _own(token)
    kept |= _subject(words.root, taken)
    return kept | set(_above(words.root, taken))


def _own(token: Token) -> set[int]:
    """A word with what is said of it alone: auxiliaries, particles, negation, a condition."""
    kept = {token.i}
    for child in token.children:
        conditional = child.dep_ in ("mark", "advmod") and child.lower_ in CONDITIONS
        if child.dep_ in _KEPT or child.lower_ in NEGATIVE or conditional:
            kept |= {child.i} | {c.i for c in child.children if c.lower_ in NEGATIVE}
    return kept


def _above(token: Token, taken: Sequence[Span]) -> Iterator[int]:
    """The words above a cue, as far as what they say is said of it."""
    passed = False
    for _ in range(_LEVELS):
        head = token.head
        if head is token or _in(head, taken):
            return
        if token.dep_ == "conj":
            if not passed and not any(c.dep_ in SUBJECTS for c in token.children):
                yield from _shared(token, head)
            token, passed = head, True
            continue
        if token.dep_ == "prep":
            if token.lower_ not in _TURNING:
                return
        elif token.dep_ == "pobj" or (token.dep_ == "pcomp" and head.dep_ == "prep"):
            if head.lower_ not in _TURNING:
                return
            yield head.i
            token = head
            continue
        elif not _upwards(token) or (passed and _owned(head, taken)):
            return
        yield from _own(head)
        yield from _subject(head, taken)
        yield from _object(head, token)
        token, passed = head, False


def _shared(token: Token, head: Token) -> Iterator[int]:
    """The auxiliaries and negation a verb has in common with the one before: "has neither confirmed nor | denied"."""
    joined = next((c.lower_ for c in head.children if c.dep_ == "cc"), "")
    joins = [c.i for c in head.children if c.dep_ == "cc" and c.lower_ == "nor"]
    auxiliaries = [c for c in head.children if c.dep_ in ("aux", "auxpass")]
    fits = bool(auxiliaries) and any(_fits(c, token) for c in auxiliaries)
    own = any(c.dep_ in ("aux", "auxpass") for c in token.children)
    negations = [c for c in head.children if c.dep_ in ("neg", "preconj") or c.lower_ in NEGATIVE]
    if fits and not own:
        yield from (c.i for c in auxiliaries)
    if joined in ("or", "nor") and (fits or not auxiliaries):
        yield from (c.i for c in negations)
        yield from joins


def _fits(auxiliary: Token, verb: Token) -> bool:
    """Whether a verb has the form that an auxiliary asks for."""
    lemma = auxiliary.lemma_.lower()
    wanted = {"have": ("VBN", "VBD"), "be": ("VBG", "VBN"), "'s": ("VBN", "VBG")}.get(lemma, ("VB", "VBP"))
    return verb.tag_ in wanted


def _owned(verb: Token, taken: Sequence[Span]) -> bool:
    """Whether a verb's subject is the speaker, or in the content: what is joined to its clause then joins the verb."""
    return any(c.dep_ in SUBJECTS and any(_in(t, taken) for t in c.subtree) for c in verb.children)


def _upwards(token: Token) -> bool:
    """Whether a word is part of what the word above it says; an apposition ("..., his first hint of") is not."""
    if token.dep_ == "advcl":
        return any(c.lower_ == "to" for c in token.lefts)
    if token.dep_ == "advmod":
        return token.lower_ in ("short", "far")
    first = token.left_edge
    return token.dep_ in _UP and not (token.pos_ == "NOUN" and first.i and first.nbor(-1).text == ",")


def _subject(verb: Token, taken: Sequence[Span]) -> set[int]:
    """The subject of a verb where it is not the speaker; of a speaker that is denied ("no minister"), the denial."""
    out: set[int] = set()
    for child in verb.children:
        if child.dep_ not in SUBJECTS:
            continue
        below = list(child.subtree)
        if any(_in(t, taken) for t in below):
            out |= {t.i for t in below if t.lower_ in NEGATIVE and t.i <= child.i}
        elif len(below) <= _LONG:
            out |= {t.i for t in below}
        else:
            out |= {t.i for t in below if t.i <= child.i and t.i > child.i - _LONG // 2}
    return out


def _object(verb: Token, below: Token) -> Iterable[int]:
    """The object between a verb and what hangs on it: "asked | allies | to"."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "dative") and verb.i < c.i < below.i]
    return [t.i for c in found for t in c.subtree if len(list(c.subtree)) <= _LONG and t.i < below.left_edge.i]


def _in(token: Token, taken: Sequence[Span]) -> bool:
    here = Span(token.idx, token.idx + len(token))
    return any(here.overlaps(span) for span in taken)
