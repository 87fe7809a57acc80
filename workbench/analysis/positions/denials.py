"""What is reported only to be denied: "reports that Oslo backs it are false", "it is not true that", "never said that".

The design decision: a denial takes the statement away and gives none of its own, whoever denies it: that it is false
that somebody backs a plan does not say that they are against it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from workbench.analysis.positions.stance_readings import StanceReading
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = ("ccomp", "acl", "relcl", "csubj", "csubjpass", "xcomp", "pcomp", "advcl", "appos", "dep")
_NOBODY = frozenset("nobody none neither nothing".split())
_CONTRARY = frozenset("contrary despite against".split())


def is_denied(token: Token) -> bool:
    """Whether somebody says that the clause of a predicate is not so."""
    if _is_falsely(token) or _reads_as_denied(token):
        return True
    return any(_denies(one, one.head) for one in (token, *token.ancestors) if one.dep_ in _CLAUSES)


def is_denial(reading: StanceReading, read: Callable[[Token], StanceReading | None]) -> bool:
    """Whether a predicate only denies what others tell of somebody's stance: "dismissed reports that it backs it",
    "said it was wrong to think that it does".
    """
    for about in reading.about:
        opposed = reading.stance == "opposes" and about.dep_ == "xcomp"
        if opposed and about.lemma_.lower() in _claim_verbs() and any(c.dep_ == "ccomp" for c in about.children):
            return True
        if about.lemma_.lower() in _reporting_nouns():
            inner = (read(c) for c in about.children if c.dep_ in _CLAUSES and c.i > about.i)
            if any(r and (r.lexical or r.stance in ("committed", "ruled_out")) for r in inner):
                return True
    return False


def _denies(clause: Token, head: Token) -> bool:
    lemma = head.lemma_.lower()
    if head.pos_ in ("NOUN", "PROPN") and (lemma in _reporting_nouns() or lemma in frames()["untrue"]):
        return lemma in frames()["untrue"] or _is_called_false(head)
    if clause.dep_ in ("csubj", "csubjpass"):
        return _says_false(head, clause)
    if head.pos_ == "ADJ" or (head.dep_ == "attr" and lemma in frames()["true"]):
        return _says_false(head.head, clause)
    if lemma in frames()["copula"]:
        return _says_false(head, clause)
    if lemma not in frames()["speech"] | frames()["crediting"] or clause.dep_ != "ccomp":
        return False
    subjects = [c for c in head.children if c.dep_ in SUBJECTS]
    nobody = any(s.lower_ in _NOBODY or (s.lower_ == "one" and is_negated(head)) for s in subjects)
    return nobody or is_negated(head) or _is_falsely(head)


def _is_called_false(noun: Token) -> bool:
    """Whether what a noun reports is called false: by a copula, a verb that denies it, or the word that governs it."""
    if any(c.lower_ == "no" or c.lemma_.lower() in frames()["untrue"] for c in noun.lefts):
        return True
    head = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass"):
        return head.lemma_.lower() in frames()["denying"] or _says_false(head, noun)
    if noun.dep_ == "dobj":
        return head.lemma_.lower() in frames()["denying"] or any(
            t.lemma_.lower() in frames()["untrue"]
            for c in head.children
            if c != noun
            for t in _complement_words(c, noun)
        )
    if noun.dep_ == "pobj":
        above = head.head
        if head.lower_ in _CONTRARY or above.lower_ in _CONTRARY or above.lemma_.lower() in frames()["denying"]:
            return True
        return any(c.lower_ in ("no", "little") for c in above.lefts) or above.lemma_.lower() == "denial"
    return False


def _says_false(verb: Token, clause: Token) -> bool:
    """Whether what a copula says of the clause is that it is false, or not true."""
    words = [
        t.lemma_.lower()
        for c in verb.children
        if c != clause and c.dep_ not in SUBJECTS
        for t in _complement_words(c, clause)
    ]
    untrue = frames()["untrue"] | (frames()["misjudged"] if clause.pos_ == "NOUN" or clause.dep_ == "xcomp" else set())
    if any(word in untrue for word in words):
        return not is_negated(verb)
    return is_negated(verb) and any(word in frames()["true"] for word in words)


def _reads_as_denied(token: Token) -> bool:
    """The same by the order of the words, where the parser reads "That Oslo backs it is untrue" otherwise."""
    doc, sentence = token.doc, token.sent
    start = min([c.left_edge.i for c in token.children if c.dep_ in SUBJECTS] or [token.i])
    lead = [t for t in doc[max(sentence.start, start - 2) : start + 1] if t.i < token.i]
    reported = any(
        t.lemma_.lower() in _reporting_nouns() or t.lower_.removesuffix("s") in _reporting_nouns() for t in lead
    )
    that = start == sentence.start + 1 and doc[sentence.start].lower_ == "that"
    if not (reported or that):
        return False
    for verb in doc[token.i + 1 : sentence.end]:
        if verb.lemma_.lower() in frames()["copula"] and verb.dep_ not in ("aux", "auxpass"):
            words = [t.lower_ for t in doc[verb.i + 1 : min(verb.i + 5, sentence.end)]]
            untrue = any(
                w.removesuffix("s") in frames()["untrue"] | frames()["misjudged"] or w == "lies" for w in words
            )
            return untrue != any(w in ("not", "n't", "n’t") for w in words) and (untrue or "true" in words)
    called = any(t.lemma_.lower() in frames()["calling"] for t in doc[sentence.start : start])
    return called and any(t.lemma_.lower() in frames()["untrue"] for t in doc[token.i + 1 : sentence.end])


def _complement_words(token: Token, clause: Token) -> Iterator[Token]:
    """The words of a complement, without the clause itself."""
    yield from (t for t in token.subtree if t != clause and clause not in t.ancestors and t.dep_ not in _CLAUSES)


def _is_falsely(token: Token) -> bool:
    return any(c.lower_ in frames()["falsely"] for c in token.children)


def _claim_verbs() -> frozenset[str]:
    return frames()["speech"] | frames()["crediting"]


def _reporting_nouns() -> frozenset[str]:
    return frames()["saying"] | frames()["rumouring"]
