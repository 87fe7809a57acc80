"""The words of a sentence that change what its cue means, by the parse.

The search goes from the cue up the parse: "Officials | are said to have refused to | confirm". Of each verb on the way
the words that negate or weaken it are kept, and its subject where somebody else speaks ("denied that he had | said").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.text.predicates import SUBJECTS
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NEGATIVE_WORDS = frozenset(
    """no not n't n’t never neither nor none nobody nothing few little hardly barely scarcely rarely seldom
    without""".split()
)
CONDITION_WORDS = frozenset("if unless whether once until should lest".split())
_KEPT = frozenset(("aux", "auxpass", "neg", "prt", "preconj"))
_CONTENT_RELATIONS = frozenset(("xcomp", "ccomp", "pcomp", "acl", "acomp", "attr", "dobj", "oprd", *SUBJECTS))
"""Relations by which a cue is part of what another verb says."""
_SENSE_TURNING = frozenset("without despite instead of from against short to about on".split())
"""Prepositions that belong to the verb before them rather than say when or where."""
_MAX_LEVELS = 4
_MAX_PHRASE = 10


def words_in_scope(doc: Doc, cue: Span, taken: Sequence[Span]) -> set[int]:
    """The places of the words to keep: the cue's, and of the words around it. `taken`: the content, and the speaker."""
    words = tokens_at(doc, cue)
    if not words:
        return set()
    kept = {t.i for t in words}
    for token in words:
        kept |= _dependents_in_scope(token)
    kept |= _subject_words(words.root, taken)
    return kept | set(_governing_words(words.root, taken))


def _dependents_in_scope(token: Token) -> set[int]:
    """A word with what is said of it alone: auxiliaries, particles, negation, a condition."""
    kept = {token.i}
    for child in token.children:
        conditional = child.dep_ in ("mark", "advmod") and child.lower_ in CONDITION_WORDS
        if child.dep_ in _KEPT or child.lower_ in NEGATIVE_WORDS or conditional:
            kept |= {child.i} | {c.i for c in child.children if c.lower_ in NEGATIVE_WORDS}
    return kept


def _governing_words(token: Token, taken: Sequence[Span]) -> Iterator[int]:
    """The words above a cue, as far as what they say is said of it."""
    passed = False
    for _ in range(_MAX_LEVELS):
        head = token.head
        if head is token or _is_in(head, taken):
            return
        if token.dep_ == "conj":
            if not passed and not any(c.dep_ in SUBJECTS for c in token.children):
                yield from _shared_auxiliaries(token, head)
            token, passed = head, True
            continue
        if token.dep_ == "prep":
            if token.lower_ not in _SENSE_TURNING:
                return
        elif token.dep_ == "pobj" or (token.dep_ == "pcomp" and head.dep_ == "prep"):
            if head.lower_ not in _SENSE_TURNING:
                return
            yield head.i
            token = head
            continue
        elif not _belongs_to_head(token) or (passed and _has_own_source(head, taken)):
            return
        yield from _dependents_in_scope(head)
        yield from _subject_words(head, taken)
        yield from _object_words(head, token)
        token, passed = head, False


def _shared_auxiliaries(token: Token, head: Token) -> Iterator[int]:
    """The auxiliaries and negation a verb has in common with the one before: "has neither confirmed nor | denied"."""
    joined = next((c.lower_ for c in head.children if c.dep_ == "cc"), "")
    joins = [c.i for c in head.children if c.dep_ == "cc" and c.lower_ == "nor"]
    auxiliaries = [c for c in head.children if c.dep_ in ("aux", "auxpass")]
    fits = bool(auxiliaries) and any(_fits(c, token) for c in auxiliaries)
    own = any(c.dep_ in ("aux", "auxpass") for c in token.children)
    negations = [c for c in head.children if c.dep_ in ("neg", "preconj") or c.lower_ in NEGATIVE_WORDS]
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


def _has_own_source(verb: Token, taken: Sequence[Span]) -> bool:
    """Whether a verb's subject is the speaker, or in the content: what is joined to its clause then joins the verb."""
    return any(c.dep_ in SUBJECTS and any(_is_in(t, taken) for t in c.subtree) for c in verb.children)


def _belongs_to_head(token: Token) -> bool:
    """Whether a word is part of what the word above it says; an apposition ("..., his first hint of") is not."""
    if token.dep_ == "advcl":
        return any(c.lower_ == "to" for c in token.lefts)
    if token.dep_ == "advmod":
        return token.lower_ in ("short", "far")
    first = token.left_edge
    return token.dep_ in _CONTENT_RELATIONS and not (token.pos_ == "NOUN" and first.i and first.nbor(-1).text == ",")


def _subject_words(verb: Token, taken: Sequence[Span]) -> set[int]:
    """The subject of a verb where it is not the speaker; of a speaker that is denied ("no minister"), the denial."""
    out: set[int] = set()
    for child in verb.children:
        if child.dep_ not in SUBJECTS:
            continue
        below = list(child.subtree)
        if any(_is_in(t, taken) for t in below):
            out |= {t.i for t in below if t.lower_ in NEGATIVE_WORDS and t.i <= child.i}
        elif len(below) <= _MAX_PHRASE:
            out |= {t.i for t in below}
        else:
            out |= {t.i for t in below if t.i <= child.i and t.i > child.i - _MAX_PHRASE // 2}
    return out


def _object_words(verb: Token, below: Token) -> Iterable[int]:
    """The object between a verb and what hangs on it: "asked | allies | to"."""
    found = [c for c in verb.children if c.dep_ in ("dobj", "dative") and verb.i < c.i < below.i]
    return [t.i for c in found for t in c.subtree if len(list(c.subtree)) <= _MAX_PHRASE and t.i < below.left_edge.i]


def _is_in(token: Token, taken: Sequence[Span]) -> bool:
    here = token_span(token)
    return any(here.overlaps(span) for span in taken)
