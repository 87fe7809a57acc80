"""From the mention of a speaker to who it is: a person, country, organisation, group, or nobody that can be named.

Every step rests on the article's own words: names and roles from `people`, nationality from `countries`, the rest from
the parse of the mention. A mention that joins several ("French and British officials") gives several speakers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.attribution.described_speakers import INDEFINITE, resolve_description, speaker_from_person
from workbench.analysis.attribution.documents import earlier_issuer, issuer
from workbench.analysis.attribution.mention_bounds import trimmed_span
from workbench.analysis.attribution.pronoun_speakers import (
    NEUTER_PRONOUNS,
    PLURAL_PRONOUNS,
    QUANTIFIERS,
    SINGULAR_PRONOUNS,
    resolve_pronoun,
)
from workbench.analysis.attribution.speakers_together import counted_together
from workbench.analysis.entities import nicknames, spokespeople
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.honorifics import TITLES
from workbench.analysis.entities.named_bodies import is_outlet_name
from workbench.analysis.text.lexicon import is_role
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.model import Entity, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAME_PAPER = frozenset(("the statement", "the letter"))
"""Whose it is that was quoted before, where the text does not say otherwise."""
AUTHOR_PRONOUNS = frozenset("i me my myself".split())
"""Outside quotation marks: whoever wrote the article."""


def named_entities(entities: ArticleEntities, speakers: Sequence[Speaker]) -> tuple[Entity, ...]:
    """The persons of the article and whoever else speaks in it by name, each once."""
    out = {}
    for person in entities.people:
        aliases = sorted({m.of(entities.text) for m in person.mentions} - {person.name})
        entity = Entity(person.name, "person", person.role, person.country, tuple(aliases), person.known_from)
        out[entity.id] = entity
    for speaker in speakers:
        if speaker.name and speaker.kind not in ("anonymous", "unknown"):
            entity = Entity(speaker.name, speaker.kind, speaker.role, speaker.country, known_from=speaker.known_from)
            out.setdefault(entity.id, entity)
    return tuple(out.values())


def resolve_speakers(
    entities: ArticleEntities,
    mention: Span,
    before: Sequence[Speaker] = (),
    inside: Sequence[Span] = (),
    *,
    pronouns: bool = True,
) -> tuple[Speaker, ...]:
    """Who a mention stands for. `before`: the speakers of the quote before; `inside`: the content, never searched;
    `pronouns`: whether what is joined to it may be a pronoun.
    """
    tokens = tokens_at(entities.doc, mention)
    if not tokens:
        return ()
    whole = list(tokens)
    while len(whole) > 1 and whole[0].tag_ == "IN" and whole[0].dep_ in ("prep", "agent", "ROOT"):
        whole = whole[1:]
    out: list[Speaker] = []
    for part in _conjuncts(whole):
        if not pronouns and part[0].pos_ == "PRON" and len(part) == 1:
            continue
        for speaker in _resolve_part(entities, part, before, inside):
            if all((speaker.name, speaker.country) != (s.name, s.country) or not s.name for s in out):
                out.append(speaker)
    return tuple(out)


def _conjuncts(tokens: list[Token]) -> list[list[Token]]:
    """The mention cut into the noun phrases that "and" or commas join."""
    root = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[0])
    heads = [root, *(t for t in root.conjuncts if t in tokens and t.pos_ in ("NOUN", "PROPN", "PRON"))]
    starts = sorted(
        max(tokens[0].i, min([h.left_edge.i, *(t.i for t in tokens if t.head == h and t.dep_ in ("det", "amod"))]))
        for h in heads
    )
    if len(heads) < 2:
        return [tokens]
    bounds = [tokens[0].i, *starts[1:], tokens[-1].i + 1]
    parts = [[t for t in tokens if a <= t.i < b] for a, b in zip(bounds, bounds[1:], strict=False)]
    return [part for part in (_stripped(p) for p in parts) if part]


def _stripped(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[-1].pos_ in ("CCONJ", "PUNCT", "SPACE")):
        tokens = tokens[:-1]
    while tokens and (tokens[0].pos_ in ("CCONJ", "PUNCT", "SPACE")):
        tokens = tokens[1:]
    return tokens


def _resolve_part(
    entities: ArticleEntities, tokens: list[Token], before: Sequence[Speaker], inside: Sequence[Span]
) -> Iterator[Speaker]:
    span = trimmed_span(entities.text, token_span(tokens[0], tokens[-1]))
    text = span.of(entities.text)
    shown = [t for t in tokens if t.idx < span.start + len(nicknames.remove_nickname_clause(text))]
    if tokens[0].lower_ in INDEFINITE and 0 < len(shown) < len(tokens) - 1:
        yield from resolve_description(entities, shown, span, text)
        return
    if tokens[0].tag_ in ("WP", "WDT") and tokens[0].head.dep_ == "relcl":
        for noun in _related_nouns(tokens[0]):
            yield from _under_mention(entities, noun, before, inside, span)
        return
    if tokens[0].tag_ == "WP$" and (noun := _owner_of_clause(tokens[0])):
        rest = token_span(tokens[1], tokens[-1]).of(entities.text) if len(tokens) > 1 else ""
        for owner in _resolve_part(entities, noun, before, inside):
            possessor = f"{owner.label}'" if owner.label.endswith("s") else f"{owner.label}'s"
            yield Speaker(f"{possessor} {rest}".strip(), "group", "", owner.country, span, text)
        return
    if text.lower() in AUTHOR_PRONOUNS:
        yield Speaker("", "unknown", "", "", span, text)
        return
    alone = tokens[0].text != "US" and (len(tokens) == 1 or (len(tokens) == 2 and tokens[0].tag_ != "PRP$"))
    if together := counted_together(entities, span, text):
        yield from together
        return
    of_before = text.lower() in QUANTIFIERS
    if of_before or (alone and tokens[0].lower_ in SINGULAR_PRONOUNS | PLURAL_PRONOUNS | NEUTER_PRONOUNS):
        yield from resolve_pronoun(
            entities,
            tokens[0],
            span,
            before,
            inside,
            lambda phrase: resolve_speakers(entities, phrase, (), inside, pronouns=False),
        )
        return
    if all(t.tag_ in ("PRP", "PRP$", "WP", "WDT", "WP$") for t in tokens):
        yield Speaker("", "unknown", "", "", span, text)
        return
    named = [p for p in entities.people for m in p.mentions if span.overlaps(m) and _is_head(entities, tokens, m)]
    if named:
        for person in dict.fromkeys(named):
            yield speaker_from_person(person, span, text)
        return
    if tokens[0].lower_ in TITLES and len(tokens) > 1 and not any(is_role(t) for t in tokens):
        yield Speaker("", "unknown", "", "", span, text)
        return
    if issued := _issuer(tokens):
        yield from _under_mention(entities, issued, before, inside, span)
        return
    if len(before) == 1 and text.lower() in _SAME_PAPER and not is_outlet_name(before[0].name):
        yield replace(before[0], mention=span, mention_text=text)
        return
    yield from resolve_description(entities, tokens, span, text)


def _under_mention(
    entities: ArticleEntities, tokens: list[Token], before: Sequence[Speaker], inside: Sequence[Span], mention: Span
) -> Iterator[Speaker]:
    """Who other words of the text stand for, for the mention that goes back to them."""
    for speaker in _resolve_part(entities, tokens, before, inside):
        yield replace(speaker, mention=mention, mention_text=mention.of(entities.text))


def _related_nouns(pronoun: Token) -> list[list[Token]]:
    """The nouns that "who" or "which" goes back to: all of a list of names, else the one before."""
    noun = pronoun.head.head
    while noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.head.i < noun.i:
        noun = noun.head
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "PROPN":
        first = first.head
    joined = [t for t in (first, *first.conjuncts) if t.i < pronoun.i]
    nouns = joined if len(joined) > 2 and all(t.pos_ == "PROPN" for t in joined) else [noun]
    if len(nouns) > 1:
        return [[t for t in n.subtree if n.left_edge.i <= t.i <= n.i] for n in nouns]
    return [_stripped([t for t in noun.subtree if t.i < pronoun.i]) or [noun]]


def _owner_of_clause(pronoun: Token) -> list[Token]:
    """The noun that "whose" goes back to."""
    clause = next((a for a in pronoun.ancestors if a.dep_ == "relcl"), None)
    return [t for t in clause.head.subtree if t.i <= clause.head.i] if clause is not None else []


def _issuer(tokens: list[Token]) -> list[Token]:
    """Whose paper a mention names, here or where the text has it before."""
    head = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[-1])
    plain = all(t.pos_ in ("DET", "ADJ") or t == head for t in tokens)
    return issuer(tokens, head) or (earlier_issuer(head) if plain and head.tag_ == "NN" else [])


def _is_head(entities: ArticleEntities, tokens: list[Token], mention: Span) -> bool:
    """Whether a name is what the mention is about, not part of a possessive or of a description."""
    named = [t for t in tokens if mention.start <= t.idx < mention.end] or tokens[:1]
    token = next((t for t in named if t.head not in named or t.head == t), named[0])
    if (token.dep_ in ("compound", "nmod", "amod") and token.head in tokens) or spokespeople.spokesperson_before(
        tokens, named[0]
    ):
        return False
    end = next((t for t in tokens if t.idx >= mention.end), None)
    if end is not None and end != tokens[-1] and (end.tag_ == "POS" or end.text in ("'s", "’s")):
        return False
    while token.head in tokens and token.head != token:
        if token.dep_ in ("pobj", "poss", "relcl", "acl", "dobj", "nsubj", "pcomp"):
            return False
        token = token.head
    return True
