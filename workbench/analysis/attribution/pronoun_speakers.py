"""Whom a pronoun that speaks stands for: a person, the body of "it", the many of "they", the unnamed man of "he".

What speaks last and the last subject that fits compete; whichever is nearer wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.attribution.described_speakers import speaker_from_person
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.sex_votes import HE_PRONOUNS, SHE_PRONOUNS
from workbench.analysis.entities.unnamed_people import is_word_for_people
from workbench.analysis.text.lexicon import anonymous_heads, body_nouns, is_role
from workbench.analysis.text.predicates import SUBJECTS
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.model import Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Token

SINGULAR_PRONOUNS = HE_PRONOUNS | SHE_PRONOUNS
PLURAL_PRONOUNS = frozenset("they them their theirs themselves we us our".split())
NEUTER_PRONOUNS = frozenset("it its itself".split())
QUANTIFIERS = frozenset("some many most several few both".split())
"""Without a noun they are of those who were spoken of before."""
_OF_IT: tuple[SpeakerKind, ...] = ("country", "organisation")
_OF_THEM: tuple[SpeakerKind, ...] = ("group", "organisation", "country", "anonymous")
_SENTENCES_BACK = 2
Resolve = Callable[[Span], Iterable[Speaker]]
"""Who a stretch of text that is no pronoun stands for."""


def resolve_pronoun(
    entities: ArticleEntities,
    token: Token,
    span: Span,
    before: Sequence[Speaker],
    inside: Sequence[Span],
    resolve: Resolve,
) -> Iterator[Speaker]:
    """Who a pronoun stands for. `before`: the speakers of the quote before; `inside`: the content, never searched."""
    if token.lower_ in SINGULAR_PRONOUNS:
        found = [_one_person(entities, token, before, inside, resolve)]
    else:
        found = list(_many_or_body(entities, token, before, inside, resolve))
    for speaker in found or [Speaker("", "unknown")]:
        yield replace(speaker, mention=span, mention_text=span.of(entities.text))


def _one_person(
    entities: ArticleEntities, token: Token, before: Sequence[Speaker], inside: Sequence[Span], resolve: Resolve
) -> Speaker:
    """The person of "he" or "she": one whom the article names, or one without a name."""
    elsewhere = [s for s in before if s.kind == "person" and all(s.name != p.name for p in entities.people)]
    if len(elsewhere) == 1:
        return elsewhere[0]
    person = entities.pronouns.antecedent(token, before, inside)
    unnamed = before[0] if len(before) == 1 and _is_one_unnamed(entities, before[0], token) else None
    if unnamed and not (person and _named_between(entities, unnamed, person.mentions, token, inside)):
        return unnamed
    if person:
        return speaker_from_person(person, token_span(token), token.text)
    noun = entities.pronouns.unnamed_antecedent(token, before, inside)
    described = list(resolve(_phrase(noun))) if noun is not None else []
    return described[0] if len(described) == 1 and described[0].kind == "anonymous" else Speaker("", "unknown")


def _is_one_unnamed(entities: ArticleEntities, speaker: Speaker, token: Token) -> bool:
    mention = tokens_at(entities.doc, speaker.mention) if speaker.mention else None
    if not mention or speaker.kind != "anonymous" or mention.start > token.i:
        return False
    root = mention.root
    return root.lower_ in SINGULAR_PRONOUNS or (root.pos_ in ("NOUN", "PROPN") and root.tag_ != "NNS")


def _named_between(
    entities: ArticleEntities, unnamed: Speaker, mentions: Iterable[Span], token: Token, inside: Sequence[Span]
) -> bool:
    """Whether a person is named after somebody without a name spoke, and outside of what that one said."""
    start = unnamed.mention.end if unnamed.mention else 0
    apart = (*inside, *entities.pronouns.quoted)
    return any(start <= m.start < token.idx and not any(s.covers(m) for s in apart) for m in mentions)


def _many_or_body(
    entities: ArticleEntities, token: Token, before: Sequence[Speaker], inside: Sequence[Span], resolve: Resolve
) -> Iterator[Speaker]:
    neuter = token.lower_ in NEUTER_PRONOUNS
    wanted = _OF_IT if neuter else _OF_THEM
    spoke = [s for s in before if s.kind in wanted or (not neuter and len(before) > 1)]
    noun = _noun_before(entities, token, inside, neuter=neuter)
    latest = max((s.mention.end for s in spoke if s.mention), default=-1)
    if noun is not None and noun.idx > latest:
        found = [s for s in resolve(_phrase(noun)) if s.kind in wanted or (not neuter and s.kind == "person")]
        if found and (neuter or len(found) > 1 or found[0].kind != "person"):
            yield from found
            return
    if token.lower_ in QUANTIFIERS and all(s.kind != "group" for s in spoke):
        yield Speaker("", "anonymous")
    else:
        yield from spoke[:1] if neuter else spoke


def _noun_before(entities: ArticleEntities, token: Token, inside: Sequence[Span], *, neuter: bool) -> Token | None:
    """The last subject before a pronoun, in its sentence or those before, that it may stand for."""
    start = token.sent.start
    fits = _may_be_it if neuter else _may_be_they
    for back in range(_SENTENCES_BACK + 1):
        end = token.i if back == 0 else start
        start = start if back == 0 else token.doc[start - 1].sent.start if start else 0
        for noun in reversed(token.doc[start:end]):
            if (
                noun.dep_ in SUBJECTS
                and noun.pos_ in ("NOUN", "PROPN", "ADJ")
                and fits(entities, noun)
                and not _is_within(entities, noun, token, inside)
            ):
                return noun
        if start == 0:
            break
    return None


def _is_within(entities: ArticleEntities, noun: Token, token: Token, inside: Sequence[Span]) -> bool:
    """Whether a noun is in what is said, where the pronoun is not."""
    here = token_span(noun)
    quoted = [s for s in entities.pronouns.quoted if not s.covers(token_span(token))]
    return any(s.covers(here) for s in (*inside, *quoted))


def _may_be_it(entities: ArticleEntities, noun: Token) -> bool:
    if noun.tag_ in ("NNS", "PRP") or entities.person_at(token_span(noun)):
        return False
    return noun.pos_ == "PROPN" or noun.ent_type_ in ("ORG", "GPE") or noun.lemma_.lower() in body_nouns()


def _may_be_they(entities: ArticleEntities, noun: Token) -> bool:
    joined = [t for t in noun.conjuncts if entities.person_at(token_span(t)) or is_role(t)]
    if joined and (entities.person_at(token_span(noun)) or is_role(noun)):
        return True
    lemma = noun.lemma_.lower()
    people = is_role(noun) or lemma in anonymous_heads() or noun.ent_type_ == "NORP" or is_word_for_people(lemma)
    return noun.lower_ == "police" or (noun.tag_ in ("NNS", "NNPS") and people)


def _phrase(noun: Token) -> Span:
    """The noun with what stands before it, and with what is joined to it."""
    last = max([noun, *(t for t in noun.conjuncts if t.i > noun.i)], key=lambda t: t.i)
    return token_span(noun.left_edge, last)
