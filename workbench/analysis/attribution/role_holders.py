"""The person of an article whom a role means: "the Polish president" is Ewa Nowak, "a president" is nobody.

The words of the office must agree (a foreign minister is no prime minister), so must the country where both have one,
and who held it before does not answer for who holds it now. Somebody without a name who was brought in after the
person ("a security official") is whom the role means from then on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.office_levels import is_past_office
from workbench.analysis.entities.people import Person
from workbench.analysis.entities.unnamed_people import SINGLE_DETERMINERS
from workbench.analysis.text.lexicon import anonymous_heads, offices, roles, state_names
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_EMPTY = frozenset(
    """the a an this that of and for to in at on by with s new current then longtime veteran senior top embattled acting
    incumbent outgoing country nation region his her its their own same united states islamic republic kingdom
    also now who general leading chief main former""".split()
)
"""Words that do not tell one office from another."""
_DEPUTIES = frozenset("vice deputy assistant under-secretary former ex acting".split())
_OFFICES = frozenset(
    "monarch secretary ambassador governor mayor pope speaker commissioner leader chief chairman".split()
)
_PARTIES = frozenset("republican democrat democratic independent".split())
_LAWMAKERS = frozenset("senator congressman congresswoman representative lawmaker governor republican democrat".split())
_HOUSE_OFFICES = frozenset("chairman chairwoman chair speaker whip leader member".split())
_LAWMAKER = re.compile(r"\b(?:Sens?|Reps?|Gov)\b|\b[RD]-|Republican|Democrat")
_LEAD = 700
"""So many characters of an article are its lead."""
_NEXT_SENTENCES = 3
"""In so many sentences after its lead an article names whom it began with."""
_NEAR_NAME = 60
"""So many characters beside a name are searched for the state that a lawmaker is from."""
_MAX_BACK = 600
"""So many tokens before a mention are searched for somebody without a name in the same role."""


def holder_of_role(
    entities: ArticleEntities, tokens: Sequence[Token], head: Token, nations: Collection[str], span: Span
) -> Person | None:
    """Whom a mention means by a role; None where it brings in somebody new, or fits nobody."""
    if tokens[0].lower_ in SINGLE_DETERMINERS | {"any", "no", "some", "every", "each"}:
        return None
    text = span.of(entities.text)
    if any(t.lemma_.lower() in _PARTIES | _LAWMAKERS for t in tokens) and (states := _states_in(text)):
        from_there = [p for p in entities.people if _is_from(entities, p, states)]
        return _nearest(from_there or _lawmakers_before(entities, span.start), span.start)
    past = is_past_office(text)
    wanted = _words(" ".join(t.text for t in tokens if t.i <= head.i or not _opens_clause(t, head)))
    codes = {w.lower() for c in entities.countries_in(span) for w in _WORD.findall(c.span.of(entities.text))}
    fitting = [
        p
        for p in entities.people
        if p.role
        and (not nations or not _country(entities, p) or _country(entities, p) in nations)
        and past == is_past_office(p.role)
        and _same_office(wanted - codes, _words(p.role), head.lemma_.lower())
    ]
    exact = [p for p in fitting if p.country in nations] or fitting
    person = _nearest(exact if nations else _at_home(exact), span.start)
    other = earlier_somebody(head, tokens) if person and head.lemma_.lower() not in offices()["office"] else None
    return None if person and other and other.idx > _last_before(person, span.start) else person


def named_after(
    entities: ArticleEntities, tokens: Sequence[Token], head: Token, nations: Collection[str], span: Span
) -> Person | None:
    """Whom the lead of an article means by a role, and its next sentences name: "an agency spokesman said ..."."""
    if span.start > _LEAD or head.lemma_.lower() in anonymous_heads():
        return None
    past = is_past_office(span.of(entities.text))
    following = [p for p in entities.people if p.mentions[0].start > span.end]
    wanted = _words(span.of(entities.text)) - {head.lemma_.lower()}
    for person in following:
        country = _country(entities, person)
        held = _words(person.role)
        fits = (not nations or not country or country in nations) and past == is_past_office(person.role)
        if fits and head.lemma_.lower() in held and wanted & held:
            return person
    first = min(following, key=lambda p: p.mentions[0], default=None)
    if first is None or first.role or tokens[0].lower_ in SINGLE_DETERMINERS or not is_office(head):
        return None
    return first if _sentences_between(head.doc, head, first.mentions[0].start) <= _NEXT_SENTENCES else None


def _sentences_between(doc: Doc, token: Token, at: int) -> int:
    found = doc.char_span(at, at + 1, alignment_mode="expand")
    return sum(bool(t.is_sent_start) for t in doc[token.i + 1 : found[0].i]) if found else len(doc)


def is_office(head: Token) -> bool:
    """Whether a noun is for an office that one person has."""
    return head.lemma_.lower() in offices()["office"] | _OFFICES


def earlier_somebody(head: Token, tokens: Sequence[Token]) -> Token | None:
    """The noun that brought in somebody without a name whom a mention comes back to: "a security official"."""
    if tokens[0].lower_ in SINGLE_DETERMINERS:
        return None
    lemma = head.lemma_.lower()
    for token in reversed(head.doc[max(0, tokens[0].i - _MAX_BACK) : tokens[0].i]):
        if token.lemma_.lower() == lemma and token.tag_ == "NN" and token.left_edge.lower_ in SINGLE_DETERMINERS:
            return token
    return None


def _opens_clause(token: Token, head: Token) -> bool:
    return any(a.dep_ in ("relcl", "acl") and a.i > head.i for a in (token, *token.ancestors))


def _country(entities: ArticleEntities, person: Person) -> str:
    return person.country or entities.presumed_countries.get(person.name, "")


def _words(text: str) -> set[str]:
    """The words that make an office, in the singular."""
    found = (w.lower().replace("’", "'").removesuffix("'s").rstrip("'") for w in _WORD.findall(text))
    return {w if w in roles() else w.removesuffix("s") or w for w in found if w not in _EMPTY}


def _same_office(wanted: set[str], held: set[str], head: str) -> bool:
    """Whether one of two descriptions of an office says no more than the other, and none makes it a lesser one."""
    if head not in held or wanted & _DEPUTIES != held & _DEPUTIES:
        return False
    return wanted <= held or held <= wanted


def _at_home(persons: Sequence[Person]) -> Sequence[Person]:
    """Those whom the article names without a country, as it does who is in office at home; all if there is none."""
    return [p for p in persons if p.known_from.country != "text"] or persons


def _nearest(persons: Sequence[Person], at: int) -> Person | None:
    """Of several the one named last before a place, else first after it."""
    return max(persons, key=lambda p: _last_before(p, at), default=None)


def _last_before(person: Person, at: int) -> int:
    return max((m.start for m in person.mentions if m.start < at), default=-person.mentions[0].start)


def _states_in(text: str) -> set[str]:
    return {name for name in state_names()["name"] if re.search(rf"\b{name}\b", text)}


def _is_from(entities: ArticleEntities, person: Person, states: Collection[str]) -> bool:
    """Whether a person is a lawmaker of a state: "Sen. Ana Ruiz of Ohio", "Ana Ruiz (R-Ohio)", "an Ohio Democrat"."""
    for mention in person.mentions:
        beside = entities.text[max(0, mention.start - _NEAR_NAME) : mention.end + _NEAR_NAME]
        if _names_state(beside, states) and (_words(person.role) & _LAWMAKERS or _LAWMAKER.search(beside)):
            return True
    return False


def _lawmakers_before(entities: ArticleEntities, at: int) -> list[Person]:
    """The lawmaker who is the last person named before a place, if one is."""
    last = _nearest([p for p in entities.people if p.mentions[0].start < at], at)
    return [last] if last and _words(last.role) & (_LAWMAKERS | _HOUSE_OFFICES) else []


def _names_state(text: str, states: Collection[str]) -> bool:
    return any(re.search(rf"\b{name}\b", text) for name in states)
