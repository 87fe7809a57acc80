"""What a body or group of somebody is called: "Ana Ruiz's office" for "her office", "the office of Ms Ruiz"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.analysis.entities import named_bodies
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.people import Person
from workbench.analysis.entities.sex_votes import HE_PRONOUNS, SHE_PRONOUNS
from workbench.analysis.text.lexicon import body_nouns, offices
from workbench.analysis.text.token_spans import token_span

if TYPE_CHECKING:
    from spacy.tokens import Token

_BEHIND = frozenset("office administration government cabinet campaign team".split())
"""They are named with "of" behind them: "the office of President Ruiz"."""


def name_with_owner(entities: ArticleEntities, tokens: Sequence[Token], head: Token) -> tuple[str, str]:
    """The name of what belongs to a person of the article, and its country; ("", "") where it is nobody's."""
    owned = _owner_before(entities, tokens, head) or _owner_behind(entities, head)
    if owned is None:
        return "", ""
    owner, rest = owned
    public = head.lemma_.lower() in body_nouns() and head.lemma_.lower() not in offices()["private"]
    country = (owner.country or entities.presumed_countries.get(owner.name, "")) if public else ""
    if head.lemma_.lower() == owner.last_name.lower():
        return "", ""
    if head.lemma_.lower() == "administration":
        return f"{owner.last_name} administration", country
    return f"{owner.name}'s {rest}", country


def _owner_before(entities: ArticleEntities, tokens: Sequence[Token], head: Token) -> tuple[Person, str] | None:
    owner = next((c for c in head.children if c.dep_ == "poss" and c in tokens), None)
    if owner is None or owner.i > head.i:
        return None
    if owner.lower_ in HE_PRONOUNS | SHE_PRONOUNS:
        person = entities.pronouns.antecedent(owner)
    else:
        person = entities.person_at(token_span(owner))
    past = next((t.i for t in owner.subtree if t.tag_ == "POS"), owner.i) + 1
    last = tokens[-1].i + 1 if len(tokens) and tokens[-1].i >= head.i else head.i + 1
    rest = " ".join(head.doc[past:last].text.split())
    return (person, rest) if person and rest else None


def _owner_behind(entities: ArticleEntities, head: Token) -> tuple[Person, str] | None:
    if head.lemma_.lower() not in _BEHIND:
        return None
    link = next((c for c in head.children if c.lower_ == "of" and c.i > head.i), None)
    owner = next((c for c in link.children if c.dep_ == "pobj"), None) if link else None
    person = entities.person_at(token_span(owner)) if owner is not None else None
    return (person, head.text) if person else None


def voice_of_body(entities: ArticleEntities, tokens: Sequence[Token], head: Token, bare: str) -> str:
    """What to call whoever speaks for a body: "Harbour Board spokesperson"."""
    before = [t for t in tokens if t.i < head.i and (t.pos_ == "PROPN" or t.text[:1].isupper()) and t.pos_ != "DET"]
    if before:
        return bare if bare.endswith(head.text) else ""
    said = named_bodies.in_sentence(entities.bodies, head) if len(bare.split()) == 1 else None
    behind = [b for b in entities.bodies if tokens[-1].idx >= b.start > head.idx]
    body = behind[0] if behind else said
    return f"{body.name} {head.text}" if body else ""
