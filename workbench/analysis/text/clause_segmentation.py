"""Where clauses begin and end: sentences by line and parse, and in each the predicates that head a clause of their own.

One decision: every token belongs to the nearest predicate above it that heads a clause; what is said stays with the
words that say who said it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.text.predicate_lexicon import verb_classes
from workbench.analysis.text.predicates import ALL_SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBSTANCE = {"dobj", "ccomp", "xcomp", "prep", "attr", "acomp", "agent", "prt", "oprd", "nsubj", "nsubjpass", "advmod"}
_CONDITIONS = {"if", "unless", "should", "whether", "that", "until", "how", "why", "what"}
_SENTENCE_FINAL = ".!?…\"'”’)]:"
_MIN_WORDS = 3
"""Words that a clause needs; less stays with the clause around it."""


def split_sentences(doc: Doc) -> Iterator[list[Token]]:
    """The tokens of each sentence; a line break ends one, and nothing else does within a line but a closing mark."""
    run: list[Token] = []
    known = doc.has_annotation("SENT_START")
    for token in doc:
        broken = token.is_space and "\n" in token.text
        if run and (broken or (known and token.is_sent_start and run[-1].text[-1] in _SENTENCE_FINAL)):
            yield run
            run = []
        if not token.is_space:
            run.append(token)
    if run:
        yield run


def split_clauses(sentence: Sequence[Token]) -> list[tuple[Token, list[Token]]]:
    """Each clause's head with the tokens that are its own."""
    if not sentence[0].doc.has_annotation("DEP"):
        return [(sentence[0], list(sentence))]
    inside = {t.i for t in sentence}
    roots = [t for t in sentence if t.head.i == t.i or t.head.i not in inside]
    heads = {t.i: t.i for t in roots}
    predicates = [t.i for t in roots if is_predicate(t)]
    for root in roots:  # where the parser broke a sentence, a piece without a predicate goes with the next
        if predicates and not is_predicate(root):
            heads[root.i] = next((i for i in predicates if i > root.i), predicates[-1])
    for token in sentence:
        if token.i not in heads and _heads_clause(token, inside):
            top = _attachment(token).i
            heads.setdefault(top, top)
    owners: dict[int, int] = {}
    groups: dict[int, list[Token]] = {}
    for token in sentence:
        groups.setdefault(_owning_head(token, heads, owners), []).append(token)
    doc = sentence[0].doc
    return [(doc[i], tokens) for i, tokens in groups.items()]


def _attachment(token: Token) -> Token:
    """The token that a clause hangs by: what an apposition restates, or the "with" of "with X doing Y"."""
    hung = token.dep_ == "pcomp" or (token.dep_ == "acl" and token.head.dep_ == "appos")
    return token.head if hung else token


def clause_verb(head: Token) -> Token:
    """The predicate below the token that the clause hangs by."""
    if head.dep_ in ("appos", "prep"):
        return next((c for c in head.children if c.dep_ in ("acl", "pcomp") and is_predicate(c)), head)
    return head


def _owning_head(token: Token, heads: dict[int, int], owners: dict[int, int]) -> int:
    path = []
    while token.i not in owners and token.i not in heads:
        path.append(token.i)
        token = token.head
    owner = owners[token.i] if token.i in owners else heads[token.i]
    owners.update(dict.fromkeys(path, owner))
    return owner


def _heads_clause(token: Token, inside: set[int]) -> bool:
    if not is_predicate(token) or sum(not t.is_punct and t.i in inside for t in token.subtree) < _MIN_WORDS:
        return False
    dep = token.dep_
    if dep == "conj":
        return _is_clause_conjunct(token)
    if dep in ("parataxis",) or (dep == "ccomp" and _has_own_subject(token) and _has_dividing_mark(token)):
        return token.head.lemma_.lower() not in verb_classes()["speech"]
    if dep == "advcl":
        return _is_adverbial_clause(token)
    if dep in ("relcl", "acl"):
        return _is_set_off(token) and sum(not t.is_punct for t in token.subtree) > _MIN_WORDS
    if dep == "pcomp":
        return token.head.lower_ == "with" and _has_own_subject(token) and _is_set_off(token)
    return False


def is_predicate(token: Token) -> bool:
    """Whether a token is a verb, or an auxiliary as one."""
    return token.pos_ in ("VERB", "AUX")


def _has_own_subject(token: Token) -> bool:
    return any(c.dep_ in ALL_SUBJECTS for c in token.children)


def _is_clause_conjunct(token: Token) -> bool:
    """Whether a conjunct says something of its own, and leaves something to the conjunct before it."""
    if not any(c.dep_ in _SUBSTANCE for c in token.children):
        return False
    first = token.head
    return is_predicate(first) and (
        _has_own_subject(token) or any(c.dep_ in _SUBSTANCE and first.i < c.i < token.i for c in first.children)
    )


def _is_adverbial_clause(token: Token) -> bool:
    marks = {c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i}
    marks |= {c.lower_ for c in token.children if c.dep_ == "aux" and c.i == token.left_edge.i}
    if marks & _CONDITIONS:
        return False
    return _has_own_subject(token) or (token.tag_ in ("VBG", "VBN") and _is_set_off(token))


def _is_set_off(token: Token) -> bool:
    """Whether a comma or a dash stands before the clause (or before the noun that it is put to)."""
    edge = _attachment(token).left_edge.i
    return edge > 0 and token.doc[edge - 1].text in {",", "-", "–", "—", "--", ";", "("}


def _has_dividing_mark(token: Token) -> bool:
    return any(c.text in (";", ":", "—", "–") for c in token.head.children if c.is_punct)
