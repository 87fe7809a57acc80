"""Speakers without a name of their own, by what the mention calls them: a role, a country, a body, a group, a source.

"The German chancellor" is the person of the article who has that role; "a spokesman for X" is nobody that can be named;
"French officials" are a group of France.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.entities import countries, nicknames, spokespeople, unnamed_people
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.office_levels import is_past_office
from workbench.analysis.entities.people import Person
from workbench.analysis.text.lexicon import anonymous_heads, body_nouns, is_role
from workbench.analysis.text.token_spans import token_span
from workbench.model import Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Token

INDEFINITE = frozenset("a an one another some several many few any two three four five other".split())
_DESCRIBING = frozenset("to on with who against about".split())
COLLECTIVE = frozenset(("EUR", "COW", "ALLIES"))
"""Holders that are many: who speaks for them keeps the text's own words as name."""
_LEADING = re.compile(
    r"^(?:(?:one|some|several|many|most|both|two|three|all) of\s+(?:the\s+)?|"
    r"(?:the|a|an|one|another|both|neither|either|nor|its|his|her|their|some|several|many)\s+)",
    re.I,
)
_POSSESSIVE = re.compile(r"['’]s?$")


def speaker_from_person(person: Person, mention: Span, text: str) -> Speaker:
    """The person of the article as the speaker of the words, under the mention that the text has here."""
    return Speaker(person.name, "person", person.role, person.country, mention, text, person.known_from)


def resolve_description(entities: ArticleEntities, tokens: list[Token], span: Span, text: str) -> Iterator[Speaker]:
    """A mention without a name of its own: role, country, anonymous, organisation or group."""
    head = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[-1])
    head = _counted_noun(head)
    nations = list(dict.fromkeys(c.code for c in _own_countries(entities, tokens, head, span)))
    bare = _without_determiners(nicknames.remove_nickname_clause(text) if tokens[0].lower_ in INDEFINITE else text)
    plural = head.tag_ in ("NNS", "NNPS")
    single = tokens[0].lower_ in INDEFINITE if is_role(head) else unnamed_people.is_single_person(head, tokens)
    one_role = is_role(head) and not (plural or _is_body(head))
    lemma = head.lemma_.lower()
    whole = any(
        c.span.of(entities.text).strip(".") == bare.strip(".")
        for c in entities.countries_in(span)
        if c.form not in ("seat", "part")
    )
    if nations and whole and nations[0] not in COLLECTIVE:
        yield Speaker(countries.name(nations[0]), "country", "", nations[0], span, text)
    elif one_role and (principal := _principal(entities, tokens, head)):
        yield from _spokesperson(entities, principal, head, bare, nations, span, text)
    elif one_role and (person := _person_by_role(entities, lemma, nations, span, text)):
        yield speaker_from_person(person, span, text)
    elif lemma in anonymous_heads() and not nations and not _names_something(tokens):
        yield Speaker("", "anonymous", "", "", span, text)
    elif plural and len(nations) > 1:
        for nation in nations:
            own = next(c for c in entities.countries_in(span) if c.code == nation)
            name = f"{own.span.of(entities.text)} {head.text}" if own.form == "demonym" else bare
            yield Speaker(name, "group", "", nation, span, text)
    elif single and not (plural or _is_body(head)):
        yield Speaker(
            "", "anonymous", unnamed_people.person_description(head, bare), nations[0] if nations else "", span, text
        )
    else:
        kind = _kind(head, tokens, plural)
        role = bare if kind == "person" and is_role(head) else ""
        yield Speaker(bare, kind, role, nations[0] if nations else "", span, text)


def _principal(entities: ArticleEntities, tokens: list[Token], head: Token) -> Person | None:
    """Whom somebody without a name speaks for or belongs to: X of "a spokesman for X", "X's lawyer"."""
    for token in tokens:
        person = entities.person_at(token_span(token))
        himself = person and head.lemma_.lower() in person.role.lower().split()
        if person and not himself and spokespeople.speaks_for(tokens, head, [token.i]):
            return person
    return None


def _spokesperson(
    entities: ArticleEntities, principal: Person, head: Token, bare: str, nations: list[str], span: Span, text: str
) -> Iterator[Speaker]:
    """Who speaks for a principal: whoever the article names as that, else nobody that can be named."""
    named = re.search(r",\s+(?=[^,]+\Z)", text)
    apposed = named and entities.person_at(Span(span.start + named.end(), span.start + named.end() + 1))
    if named and apposed and apposed != principal:
        role = apposed.role or _without_determiners(text[: named.start()])
        yield speaker_from_person(replace(apposed, role=role), span, text)
        return
    lemma = head.lemma_.lower()
    family = principal.last_name.lower()
    for person in entities.people:
        words = person.role.lower().replace("’", "'")
        if text.split()[0].lower() not in INDEFINITE and person != principal and lemma in words and family in words:
            yield speaker_from_person(person, span, text)
            return
    said = nations or [c.code for c in entities.countries_in(span)]
    if not said and principal.role and lemma not in spokespeople.PRIVATE_ROLES:
        said = [principal.country]
    yield Speaker("", "anonymous", bare, said[0] if said else "", span, text)


def _counted_noun(head: Token) -> Token:
    """What is counted: the officials of "one of the officials"."""
    if head.lower_ in INDEFINITE | {"both", "most", "all"}:
        for child in head.children:
            inner = [c for c in child.children if c.dep_ == "pobj"] if child.lower_ == "of" else []
            if inner:
                return inner[0]
    return head


def _kind(head: Token, tokens: list[Token], plural: bool) -> SpeakerKind:
    if is_role(head) and not plural and head.pos_ == "NOUN" and not _is_body(head):
        return "person"
    if plural and head.pos_ == "NOUN":
        return "group"
    return "organisation" if head.pos_ == "PROPN" or _names_something(tokens) or _is_body(head) else "group"


def _is_body(head: Token) -> bool:
    return head.lemma_.lower() in body_nouns()


def _own_countries(entities: ArticleEntities, tokens: list[Token], head: Token, span: Span) -> list[CountryMention]:
    """The countries that say where the speaker belongs: not those a mere description mentions."""
    cut = next(
        (t.idx for t in tokens if t.i > head.i and (t.lower_ in _DESCRIBING or _acts_elsewhere(t))),
        span.end,
    )
    return entities.countries_in(Span(span.start, max(cut, head.idx + len(head))))


def _acts_elsewhere(token: Token) -> bool:
    """Whether what follows says where somebody works, not where they belong: "operating in", not "based in"."""
    return token.dep_ in ("acl", "relcl") and token.lower_ not in ("based", "headquartered")


def _names_something(tokens: list[Token]) -> bool:
    return any(
        (t.pos_ == "PROPN" and t.text[:1].isupper()) or t.ent_type_ in ("ORG", "PERSON", "GPE") for t in tokens[0:]
    )


def _person_by_role(entities: ArticleEntities, lemma: str, nations: list[str], span: Span, text: str) -> Person | None:
    """The person whose role the mention names: "the German chancellor", not the former one."""
    past = is_past_office(text)
    fitting = [
        p
        for p in entities.people
        if p.role
        and lemma in (w.lower() for w in re.findall(r"\w+(?:-\w+)*", p.role))
        and (not nations or not p.country or p.country in nations)
        and (not past or is_past_office(p.role))
    ]
    exact = [p for p in fitting if p.country in nations] or fitting
    return max(exact, key=lambda p: _last_before(p, span.start), default=None)


def _last_before(person: Person, at: int) -> int:
    return max((m.start for m in person.mentions if m.start < at), default=-person.mentions[0].start)


def _without_determiners(text: str) -> str:
    return _POSSESSIVE.sub("", _LEADING.sub("", re.sub(r"\s+", " ", text)))
