"""Speakers without a name of their own, by what the mention calls them: a role, a country, a body, a group, a source.

"The German chancellor" is the person of the article who has that role; "a spokesman for X" is nobody that can be named;
"French officials" are a group of France; "the ministry" is the one named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.attribution.documents import is_document
from workbench.analysis.attribution.owned_bodies import name_with_owner, voice_of_body
from workbench.analysis.attribution.role_holders import earlier_somebody, holder_of_role, is_office, named_after
from workbench.analysis.attribution.whole_countries import country_meant, joint_countries, owning_country
from workbench.analysis.entities import countries, named_bodies, nicknames, spokespeople, unnamed_people
from workbench.analysis.entities.appositions import RELATED
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.office_levels import is_past_office
from workbench.analysis.entities.people import Person
from workbench.analysis.text.lexicon import anonymous_heads, body_nouns, is_role, media_words, roles
from workbench.analysis.text.token_spans import token_span
from workbench.model import Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from spacy.tokens import Token

INDEFINITE = frozenset("a an one another some several many few any two three four five other".split())
_DESCRIBING = frozenset("to on with who against about including like such".split())
_COUNTS = frozenset(
    """number dozen hundred thousand score handful series string host majority group pair couple chorus array range
    slew raft""".split()
)
_NOBODY = frozenset(
    """no nobody none nor neither there nothing something anything everything anyone anybody everyone everybody
    each""".split()
)
_SOME_OF_THEM = frozenset("many some most several few".split())
_PARTIES = frozenset("democrat republican conservative liberal tory independent socialist labourite brexiteer".split())
_MANY = frozenset(
    """police media press public crowd camp side team pair duo trio couple majority minority staff crew intelligence
    community leadership family clergy palace panel jury board house embassy mission presidency outlet website
television radio percent
    monitor watchdog regulator audience electorate industry sector market opposition insurgency resistance brass
    management squad delegation""".split()
)
"""Nouns in the singular for many who speak as one, though they are no bodies."""
_NAMES_OF_ONE = frozenset("force chief nation service staff".split())
"""Their plural may be the name of one body: "the Defense Forces"."""
_SPOKESPEOPLE = frozenset("spokesman spokeswoman spokesperson".split())
_LEADING = re.compile(
    r"^(?:(?:one|some|several|many|most|both|two|three|all) of\s+(?:the\s+)?|"
    r"(?:the|a|an|one|another|both|neither|either|nor|its|his|her|their|some|several|many)\s+)",
    re.I,
)
_ONE_OF = re.compile(r"(?:at least )?(?:one|another) of\b", re.I)
_BESIDES = re.compile(
    r"(?:,?\s+(?:who|whom|whose|that|which)\b|,?\s+(?:including|like|such as)\s|"
    r",\s+(?:an?|the)\s(?!.*,)).*\Z",
    re.S,
)
"""What a name can do without: a clause, examples, what the text says of it."""
_INITIALS = re.compile(r"\s\([A-Z]{2,8}\)\Z")
_WHERE = re.compile(r"(?:in|on|of|from|at|with|across)\s", re.I)
"""With it begins what is left of "many in the crowd"."""
_APPOSED_NAME = re.compile(r",\s+(?:the\s+)?([A-Z][\w&.’'-]*(?:\s+(?:[A-Z][\w&.’'-]*|of|and|for|the|&))*)\Z")
"""The name that ends a mention: "the UN watchdog, the Harbour Agency"."""
_POSSESSIVE = re.compile(r"['’]s?$")


def speaker_from_person(person: Person, mention: Span, text: str) -> Speaker:
    """The person of the article as the speaker of the words, under the mention that the text has here."""
    return Speaker(person.name, "person", person.role, person.country, mention, text, person.known_from)


def resolve_description(entities: ArticleEntities, tokens: list[Token], span: Span, text: str) -> Iterator[Speaker]:
    """A mention without a name of its own: role, country, anonymous, organisation or group."""
    head = _counted_noun(next((t for t in tokens if t.head not in tokens or t.head == t), tokens[-1]))
    bare = _without_determiners(nicknames.remove_nickname_clause(text) if tokens[0].lower_ in INDEFINITE else text)
    if bare.lower() in ("who", "that", "which") or _WHERE.match(bare):
        nations = _nations(entities, tokens, head, span)
        yield Speaker("", "anonymous", "", nations[0] if nations else "", span, text)
        return
    some = tokens[0].lower_ in _SOME_OF_THEM
    if not some and (code := country_meant(entities, span, _BESIDES.sub("", bare))):
        yield Speaker(countries.name(code), "country", "", code, span, text)
    elif joint := joint_countries(bare):
        yield from (Speaker(countries.name(code), "country", "", code, span, text) for code in joint)
    elif tokens[0].lower_ in _NOBODY and (len(tokens) == 1 or head.lower_ == "one"):
        yield Speaker("", "unknown", "", "", span, text)
    elif _is_one_person(head):
        yield from _one_in_a_role(entities, tokens, head, bare, span, text)
    else:
        yield from _others(entities, tokens, head, bare, span, text)


def _one_in_a_role(
    entities: ArticleEntities, tokens: list[Token], head: Token, bare: str, span: Span, text: str
) -> Iterator[Speaker]:
    """One person by what they are: whoever of the article that is, else nobody that can be named."""
    nations = _nations(entities, tokens, head, span)
    lemma = head.lemma_.lower()
    if principal := _principal(entities, tokens, head):
        yield from _spokesperson(entities, principal, head, bare, nations, span, text)
        return
    if apposed := _apposed(entities, span, text):
        yield speaker_from_person(apposed, span, text)
        return
    held_in = nations or [c for c in [owning_country(entities, span, text)] if c]
    person = holder_of_role(entities, tokens, head, held_in, span) or named_after(entities, tokens, head, held_in, span)
    if person:
        yield speaker_from_person(person if person.role else replace(person, role=bare), span, text)
        return
    if not nations and (other := earlier_somebody(head, tokens)):
        nations = [c.code for c in entities.countries_in(token_span(other.left_edge, other))]
    country = held_in[0] if held_in else nations[0] if nations else ""
    called = country or len(bare.split()) > 1
    if called and tokens[0].lower_ not in INDEFINITE and is_office(head) and not is_past_office(bare):
        yield Speaker(bare, "person", bare, country, span, text)
    elif lemma in anonymous_heads() and not nations and not _names_something(tokens):
        yield Speaker("", "anonymous", "", "", span, text)
    else:
        name = voice_of_body(entities, tokens, head, bare) if lemma in _SPOKESPEOPLE else ""
        yield Speaker(name, "anonymous", unnamed_people.person_description(head, bare), country, span, text)


def _others(
    entities: ArticleEntities, tokens: list[Token], head: Token, bare: str, span: Span, text: str
) -> Iterator[Speaker]:
    """Who is more than one, a body, or somebody of whom no role is told."""
    nations = _nations(entities, tokens, head, span)
    nation = nations[0] if nations else ""
    plural = _is_plural(head)
    bare = _INITIALS.sub("", _BESIDES.sub("", bare)) if head.lower_ != "those" else bare
    if head.lemma_.lower() in anonymous_heads() and not nations and not _names_something(tokens):
        yield Speaker("", "anonymous", "", "", span, text)
    elif plural and len(nations) > 1:
        for code in nations:
            own = next(c for c in entities.countries_in(span) if c.code == code)
            noun = head.lemma_.lower() if _is_body(head) else head.text
            name = f"{own.span.of(entities.text)} {noun}" if own.span.start < head.idx else bare
            yield Speaker(name, "group", "", code, span, text)
    elif plural and _ONE_OF.match(text):
        yield Speaker("", "anonymous", bare, nation, span, text)
    elif not (plural or _is_body(head)) and (
        (head.pos_ == "NOUN" and head.lemma_.lower() in anonymous_heads())
        or unnamed_people.is_single_person(head, tokens)
    ):
        yield Speaker("", "anonymous", unnamed_people.person_description(head, bare), nation, span, text)
    elif not plural and head.pos_ == "NOUN" and (name := _apposed_name(entities, head, text)):
        yield Speaker(name, "organisation", "", nation, span, text)
    elif not plural and (body := named_bodies.recall_body(entities.bodies, tokens, head)):
        yield Speaker(body.name, "organisation", "", nation or body.country, span, text)
    elif _is_thing(head, tokens):
        yield Speaker("", "unknown", "", "", span, text)
    elif head.pos_ == "NOUN" and (owned := name_with_owner(entities, tokens, head))[0]:
        yield Speaker(owned[0], _kind(head, tokens), "", nation or owned[1], span, text)
    else:
        yield Speaker(bare, _kind(head, tokens), "", nation, span, text)


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
    apposed = _apposed(entities, span, text)
    if apposed and apposed.name != principal.name:
        yield speaker_from_person(apposed, span, text)
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


def _apposed(entities: ArticleEntities, span: Span, text: str) -> Person | None:
    """The person whose name ends a mention behind a comma, with what it calls them: "the chair, Ana Ruiz"."""
    comma = re.search(r",\s+(?=[^,]+\Z)", text)
    at = span.start + comma.end() if comma else span.end
    person = entities.person_at(Span(at, at + 1)) if comma else None
    if comma is None or person is None or not any(m.start == at and m.end == span.end for m in person.mentions):
        return None
    return replace(person, role=person.role or _without_determiners(text[: comma.start()]))


def _apposed_name(entities: ArticleEntities, head: Token, text: str) -> str:
    """The name that stands beside a noun for a body: "the newspaper Harbour Post", "the watchdog, the Water Agency"."""
    if last := _APPOSED_NAME.search(text):
        return last[1]
    name = next((c for c in head.children if c.dep_ == "appos" and c.left_edge.i == head.i + 1), None)
    named = name is not None and name.pos_ == "PROPN" and _is_body(head)
    return token_span(name.left_edge, name).of(entities.text) if name is not None and named else ""


def _is_one_person(head: Token) -> bool:
    """Whether a noun is for one person in a role; the family, and the Observer, are none."""
    lemma = head.lemma_.lower()
    outlet = head.ent_type_ == "ORG" and head.lower_ in media_words()["last"]
    if outlet or lemma in _MANY or _is_plural(head) or _is_body(head):
        return False
    return is_role(head) or lemma in _PARTIES


def _counted_noun(head: Token) -> Token:
    """What is counted: the officials of "one of the officials", "a number of officials"."""
    if head.lower_ not in INDEFINITE | {"most", "all", "both"} and head.lemma_.lower() not in _COUNTS:
        return head
    link = next((c for c in head.children if c.lower_ == "of" and c.i > head.i), None)
    counted = next((c for c in link.children if c.dep_ == "pobj"), None) if link else None
    return head if counted is None or (head.lemma_.lower() in _COUNTS and not _is_plural(counted)) else counted


def _kind(head: Token, tokens: list[Token]) -> SpeakerKind:
    if _is_plural(head) or (head.pos_ == "NOUN" and head.lemma_.lower() in _MANY - body_nouns()):
        return "group"
    return "organisation" if head.pos_ == "PROPN" or _names_something(tokens) or _is_body(head) else "group"


def _is_plural(head: Token) -> bool:
    """Whether a noun is for many: not the name of one body ("the Joint Chiefs", "the United Nations")."""
    if head.tag_ == "NNS":
        return True
    lemma = head.lower_.removesuffix("s")
    people = (
        (lemma in roles() and lemma not in _NAMES_OF_ONE) or lemma in _PARTIES or lemma.replace("ie", "y") in _PARTIES
    )
    return head.lower_.endswith("s") and (people or (head.pos_ == "PROPN" and head.ent_type_ == "NORP"))


def _is_thing(head: Token, tokens: list[Token]) -> bool:
    """Whether a noun is for nobody who could speak: "the fighting", "the bill"; a paper holds somebody's words."""
    lemma = head.lemma_.lower()
    named = any(t.ent_type_ in ("ORG", "PERSON") or t.pos_ == "PROPN" for t in tokens if t.head == head or t == head)
    if head.pos_ not in ("NOUN", "VERB", "ADV", "SCONJ") or _is_plural(head) or named:
        return False
    credited = any(t.ent_type_ == "ORG" for t in tokens)
    return lemma not in _MANY | body_nouns() and not (is_document(lemma) or credited or is_role(head))


def _is_body(head: Token) -> bool:
    return head.lemma_.lower() in body_nouns()


def _nations(entities: ArticleEntities, tokens: list[Token], head: Token, span: Span) -> list[str]:
    return list(dict.fromkeys(c.code for c in _own_countries(entities, tokens, head, span)))


def _own_countries(entities: ArticleEntities, tokens: list[Token], head: Token, span: Span) -> list[CountryMention]:
    """The countries that say where the speaker belongs: not those a mere description mentions."""
    cut = next(
        (t.idx for t in tokens if t.i > head.i and (t.lower_ in _DESCRIBING or _acts_elsewhere(t))),
        span.end,
    )
    if head.lemma_.lower() in RELATED:
        before = entities.countries_in(Span(span.start, head.idx + len(head)))
        return [c for c in before if c.form in ("demonym", "bloc")]
    return entities.countries_in(Span(span.start, max(cut, head.idx + len(head))))


def _acts_elsewhere(token: Token) -> bool:
    """Whether what follows says where somebody works, not where they belong: "operating in", not "based in"."""
    return token.dep_ in ("acl", "relcl") and token.lower_ not in ("based", "headquartered")


def _names_something(tokens: list[Token]) -> bool:
    return any(
        (t.pos_ == "PROPN" and t.text[:1].isupper()) or t.ent_type_ in ("ORG", "PERSON", "GPE") for t in tokens[0:]
    )


def _without_determiners(text: str) -> str:
    return _POSSESSIVE.sub("", _LEADING.sub("", re.sub(r"\s+", " ", text)))
