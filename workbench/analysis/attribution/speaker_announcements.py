"""Who has the floor after a sentence: whom it announces ("Ana Ruiz wrote:") or lets speak ("Ana Ruiz took the stage.").

A sentence that names somebody else beside its subject gives the floor to nobody.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.analysis.attribution.documents import DOCUMENT_NOUNS
from workbench.analysis.attribution.trailing_speakers import INSCRIPTION_NOUNS
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.text.lexicon import body_nouns, is_role
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import is_passive
from workbench.analysis.text.token_spans import subtree_span, token_span
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_ASKED = frozenset("ask press question interview quote quiz applaud cheer introduce".split())
"""Who is asked has the floor."""


def announced_speaker(entities: ArticleEntities, sentence: list[Token]) -> tuple[Span, Span] | None:
    """The speaker and the cue of a sentence that ends in a colon."""
    colon = next((t for t in reversed(sentence) if t.text == ":"), None)
    words = [t for t in sentence if not t.is_space]
    if colon is None or not words or any(t.lemma_.lower() in INSCRIPTION_NOUNS for t in words):
        return None
    verbs = [t for t in words if t.pos_ in ("VERB", "AUX") and _subject(t)]
    verb = colon.head if colon.head in verbs else verbs[-1] if verbs else None
    subject = _subject(verb) if verb else None
    if verb is None or subject is None:
        owner = _owner(entities, words)
        return (owner, token_span(colon)) if owner else None
    if subject.lemma_.lower() in DOCUMENT_NOUNS:
        return (_owner(entities, words) or subtree_span(subject), token_span(verb))
    if _speaks(entities, subject):
        return subtree_span(subject), token_span(verb)
    author = _author(entities, words)
    return (author, token_span(colon)) if author else None


def introduced_speaker(entities: ArticleEntities, sentence: list[Token], *, near: bool) -> Span | None:
    """The one whom a sentence without any quote lets speak; `near`: whether the quotation follows in the same line."""
    words = [t for t in sentence if not t.is_space]
    root = next((t for t in words if t.head == t or t.head not in words), None)
    if root is None or any(t.lemma_.lower() in INSCRIPTION_NOUNS for t in words):
        return None
    subject = _subject(root)
    if subject is None or (is_passive(root) and root.lemma_.lower() not in _ASKED):
        return None
    owner = next((c for c in subject.children if c.dep_ == "poss"), None)
    if owner is not None and (subject.lemma_.lower() in DOCUMENT_NOUNS | frames()["saying"] or root.pos_ == "AUX"):
        subject = owner
    if not _speaks(entities, subject) or (not near and not _calls_for_words(words)):
        return None
    span = subtree_span(subject)
    own = entities.person_at(span)
    others = {p.name for p in entities.people if any(_within(m, words) and not span.covers(m) for m in p.mentions)}
    return span if others <= ({own.name} if own else set()) else None


def _calls_for_words(words: list[Token]) -> bool:
    return any(
        t.lemma_.lower() in DOCUMENT_NOUNS | frames()["saying"] | frames()["speech"] | _ASKED | _FLOOR_WORDS
        for t in words
    )


_FLOOR_WORDS = frozenset("speak talk address floor microphone stage podium lectern rostrum word clear blunt".split())


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in _SUBJECTS), None)


def _speaks(entities: ArticleEntities, noun: Token) -> bool:
    """Whether it is somebody, or a body that speaks as one."""
    if noun.tag_ in ("PRP", "PRP$"):
        return noun.lower_ in ("he", "she", "they", "his", "her", "their")
    here = token_span(noun)
    body = noun.lemma_.lower() in body_nouns() or noun.ent_type_ == "ORG"
    return bool(entities.person_at(here)) or is_role(noun) or body or bool(entities.countries_in(here))


def _owner(entities: ArticleEntities, words: list[Token]) -> Span | None:
    """Whose words are announced without a verb, or by a paper: its author, or the one that is named."""
    if author := _author(entities, words):
        return author
    names = {p.name: m for p in entities.people for m in p.mentions if _within(m, words)}
    if names:
        return next(iter(names.values())) if len(names) == 1 else None
    owners = (t.head if _speaks(entities, t.head) else t for t in words if t.dep_ == "poss" and t.tag_ != "PRP$")
    return next((subtree_span(t) for t in owners if _speaks(entities, t)), None)


def _author(entities: ArticleEntities, words: list[Token]) -> Span | None:
    """Who a paper is by, of or from: "this statement by Ana Ruiz"."""
    for before, by in pairwise(words):
        author = next((c for c in by.children if c.dep_ == "pobj"), None)
        if (
            by.lower_ in ("by", "of", "from", "with")
            and before.lemma_.lower() in DOCUMENT_NOUNS
            and author
            and _speaks(entities, author)
        ):
            return subtree_span(author)
    return None


def _within(span: Span, words: list[Token]) -> bool:
    return words[0].idx <= span.start < words[-1].idx + len(words[-1])
