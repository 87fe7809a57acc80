"""Who a stance belongs to in the parse: subjects, agents and possessors, with what is joined to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.positions.stance_readings import StanceReading
from workbench.analysis.text.lexicon import body_nouns, is_role, offices, roles
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

POSSESSIVES = frozenset("his her its their".split())
PLACE_PREPOSITIONS = frozenset("in at near from into across".split())
"""What stands after them is a place, and does nothing."""
_DEPTH = 4


def find_subjects(entities: ArticleEntities, reading: StanceReading) -> Iterator[Token]:
    """The tokens that the stance belongs to: subjects, agents of passives, possessors of nouns."""
    token = reading.predicate
    if reading.experiencers:
        yield from reading.experiencers
        return
    if token.pos_ == "NOUN":
        market = token.lemma_.lower() == "demand"  # "Chinese demand for steel"
        for child in token.children:
            if child.dep_ == "poss" and child.lower_ in POSSESSIVES and token.dep_ in ("dobj", "attr"):
                yield from _subjects_of(token.head)
            elif child.dep_ == "poss" or (
                is_nation(entities, child) and child.dep_ in ("amod", "compound") and not market
            ):
                yield child
        return
    yield from _subjects_of(token)


def _subjects_of(token: Token, depth: int = 0) -> list[Token]:
    agents = [g for c in token.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    if agents:
        return agents
    own = [c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")]
    own = own or [c for aux in token.children if aux.dep_ == "aux" for c in aux.children if c.dep_ == "nsubj"]
    if own:
        antecedent = own[0].tag_ in ("WP", "WDT") or own[0].lower_ == "that"
        placed = token.head.head.lower_ in PLACE_PREPOSITIONS or any(c.lower_ == "not" for c in token.head.children)
        if antecedent and token.dep_ == "relcl" and placed:
            return []
        return [token.head] if antecedent and token.dep_ == "relcl" else own
    if depth < _DEPTH and token.dep_ in ("conj", "xcomp", "advcl", "acl", "pcomp") and token.head != token:
        if token.dep_ == "acl":
            return [token.head]
        if token.dep_ == "pcomp" and token.head.dep_ != "prep":
            return []
        governor = token.head.head if token.dep_ == "pcomp" or _continues_governor(token) else token.head
        controlled = governor.lemma_.lower() in frames()["object_control"]
        if controlled and any(c.dep_ == "dobj" and c.i < token.i for c in governor.children):
            return []
        return _subjects_of(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else []
    return []


def _continues_governor(token: Token) -> bool:
    """Whether a conjunct goes on the governing clause: "said they could send planes | but ruled out troops"."""
    first = token.head
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" for c in first.children)
    return token.dep_ == "conj" and first.dep_ == "ccomp" and modal and token.tag_ in ("VBD", "VBZ", "VBP")


def possessor_of_statement(token: Token) -> Token | None:
    """Whose words a clause is: the minister's of "the minister's remarks that they must pay"."""
    for one in (token, *token.ancestors):
        noun = one.head
        if one.dep_ in ("acl", "ccomp", "relcl") and noun.lemma_.lower() in frames()["saying"]:
            return next((c for c in noun.children if c.dep_ == "poss"), None)
    return None


def possessor_of_body(token: Token) -> Token:
    """Whose the body is: "his government" acts for his country."""
    possessor = next((c for c in token.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
    return (
        possessor if possessor is not None and token.lemma_.lower() in body_nouns() | {"country", "nation"} else token
    )


def conjoined_subjects(subject: Token) -> Iterator[Token]:
    """The subject, what is joined to it, and the names of "leaders, including A, B and C"; each once."""
    tokens = [subject, *subject.conjuncts]
    named = [c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"]
    tokens += [c for name in named for c in name.conjuncts]
    for child in subject.children:
        if child.lower_ in ("including", "among", "like"):
            tokens += [name for noun in child.children if noun.dep_ == "pobj" for name in (noun, *noun.conjuncts)]
    if subject.lemma_.lower() in frames()["participant"] and subject.dep_ in SUBJECTS:
        listed = [
            c for c in subject.head.children if c.dep_ in ("dobj", "attr") and subject.head.lemma_ in ("include", "be")
        ]
        tokens += [name for noun in listed for name in (noun, *noun.conjuncts)]
    yield from (t for t in dict.fromkeys(tokens) if not any(c.lower_ == "not" for c in t.children))


def is_joint(token: Token) -> bool:
    """Whether it is "they", "both sides", "the two leaders"."""
    if token.lower_ in ("they", "their"):
        return True
    counted = any(c.lower_ in ("two", "both") for c in token.children)
    return counted and token.tag_ == "NNS" and is_role(token) and not any(c.dep_ == "amod" for c in token.children)


def noun_phrase(token: Token) -> Span:
    """The phrase around a noun without its clauses and its further conjuncts."""
    last = token
    lemma = token.lemma_.lower()
    located = roles().get(lemma, "government") != "government" or lemma in body_nouns() | offices()["located"]
    for child in token.rights:
        named = child.dep_ in ("prep", "nmod", "compound") and child.lower_ in ("of", "from", "for")
        based = located and (child.lower_ == "in" or (child.dep_ == "acl" and child.lower_ == "based"))
        if named or based or child.dep_ == "compound":
            last = child.right_edge
    dashes = [t.i for t in token.doc[token.left_edge.i : token.i] if t.text in ("-", "–", "—") and t.whitespace_]
    first = token.doc[dashes[-1] + 1] if dashes else token.left_edge
    return Span(first.idx, max(last.idx + len(last), token.idx + len(token)))


def is_nation(entities: ArticleEntities, token: Token) -> bool:
    return any(c.span.start <= token.idx < c.span.end for c in entities.countries)
