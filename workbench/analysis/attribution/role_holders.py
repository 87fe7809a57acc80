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
from workbench.analysis.entities.office_titles import fits_office
from workbench.analysis.entities.people import Person
from workbench.analysis.entities.sex_votes import HE_PRONOUNS, SHE_PRONOUNS
from workbench.analysis.entities.unnamed_people import SINGLE_DETERMINERS
from workbench.analysis.knowledge.office_holders import Term, find_bearers
from workbench.analysis.text.lexicon import anonymous_heads, offices, roles, state_names
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_OWNER = re.compile(r"^.*\w['’]s\s")
"""Whose daughter or adviser somebody is: they are not what the owner is."""
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
_RUNNERS = frozenset("nominee candidate".split())
_SAME = {
    "candidate": "nominee", "gop": "republican", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "chair": "chairman", "chairwoman": "chairman", "chairperson": "chairman", "advisor": "adviser",
}  # fmt: skip
"""Words for one office or party."""
_LAWMAKERS = frozenset("senator congressman congresswoman representative lawmaker governor republican democrat".split())
_RULERS = ("head_of_state", "head_of_government")
_HOUSE_OFFICES = frozenset("chairman chairwoman chair speaker whip leader member".split())
_TITLED = {"senator": r"Sen(?:s?\.|ators?)", "governor": r"Gov(?:s?\.|ernors?)"}
_LAWMAKER_TITLE = r"(?:Sen|Rep|Gov)(?:s?\.|ators?|resentatives?|ernors?)|Congress(?:man|woman)"
_BEHIND_NAME = re.compile(r",? ?(?:\(?[RDI][-–]|(?:an? |the )?(?:[A-Z]\w+ ){0,2}(?:Republican|Democrat)\b)")
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
    before = {t.lower_ for t in tokens if t.i < head.i and (t == tokens[0] or t.dep_ in ("det", "nummod"))}
    if before & (SINGLE_DETERMINERS | {"any", "no", "some", "every", "each"}):
        return None
    text = span.of(entities.text)
    if head.lemma_.lower() in _PARTIES | _LAWMAKERS and (states := _states_in(text)):
        lawmakers = [p for p in entities.people if _is_lawmaker(entities, p, head.lemma_.lower())]
        from_there = [p for p in lawmakers if _is_from(entities, p, states)]
        found = _nearest(from_there, span.start) or _last_named(entities, lawmakers, span.start)
        known = [] if found else _known_holders(entities, head.lemma_, span.start, past=False)
        return known[0] if len(known) == 1 else found
    if head.i + 1 < tokens[-1].i and head.nbor().tag_ == "POS":
        return None
    past = is_past_office(text)
    owner = entities.pronouns.antecedent(tokens[0]) if tokens[0].lower_ in HE_PRONOUNS | SHE_PRONOUNS else None
    wanted = _words(" ".join(t.text for t in tokens if t.i <= head.i or not _opens_clause(t, head)))
    codes = {w.lower() for c in entities.countries_in(span) for w in _WORD.findall(c.span.of(entities.text))}
    fitting = [
        p
        for p in entities.people
        if p.role
        and (not nations or not _country(entities, p) or _country(entities, p) in nations)
        and past == is_past_office(p.role)
        and not _is_anothers(p.role, owner)
        and _same_office(wanted - codes, _words(_OWNER.sub("", p.role)), head.lemma_.lower())
    ]
    exact = [p for p in fitting if p.country in nations] or fitting
    if not exact and "the" in before and (is_office(head) or head.lemma_.lower() in _LAWMAKERS):
        exact = _known_holders(entities, text, span.start, past=past)
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


def _is_anothers(role: str, owner: Person | None) -> bool:
    """Whether somebody is the lawyer of another than whose "his lawyer" is."""
    found = _OWNER.match(role)
    return bool(owner and found and owner.last_name not in found[0])


def _opens_clause(token: Token, head: Token) -> bool:
    return any(a.dep_ in ("relcl", "acl") and a.i > head.i for a in (token, *token.ancestors))


def _country(entities: ArticleEntities, person: Person) -> str:
    return person.country or entities.presumed_countries.get(person.name, "")


def _words(text: str) -> set[str]:
    """The words that make an office, in the singular."""
    plain = text.lower().replace("’", "'").replace("press secretary", "spokesman")
    found = (w.removesuffix("'s").rstrip("'") for w in _WORD.findall(plain))
    said = {w if w in roles() else w.removesuffix("s") or w for w in found if w not in _EMPTY}
    runs = not said.isdisjoint(_RUNNERS)
    return {_SAME.get(w, w) for w in said if not (runs and w == "presidential")}


def _same_office(wanted: set[str], held: set[str], head: str) -> bool:
    """Whether one of two descriptions of an office says no more than the other, and none makes it a lesser one."""
    if head == "secretary" and "spokesman" in wanted:
        head = "spokesman"  # of "press secretary"
    if _SAME.get(head, head) not in held or wanted & _DEPUTIES != held & _DEPUTIES:
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


def _is_lawmaker(entities: ArticleEntities, person: Person, noun: str) -> bool:
    """Whether the text calls somebody a lawmaker, or the one that a noun is for: "senator"."""
    words = _words(person.role)
    if noun in words or (noun in _PARTIES and words & (_LAWMAKERS - _PARTIES | _HOUSE_OFFICES)):
        return True
    title = re.compile(rf"\b{_TITLED.get(noun, _LAWMAKER_TITLE)} \Z")
    return any(
        title.search(entities.text, max(0, m.start - 16), m.start)
        or (noun not in _TITLED and _BEHIND_NAME.match(entities.text, m.end))
        for m in person.mentions
    )


def _is_from(entities: ArticleEntities, person: Person, states: Collection[str]) -> bool:
    """Whether a state stands beside somebody's name: "Sen. Ana Ruiz of Ohio", "Ana Ruiz (R-Ohio)"."""
    return any(
        _names_state(entities.text[max(0, m.start - _NEAR_NAME) : m.end + _NEAR_NAME], states) for m in person.mentions
    )


def _last_named(entities: ArticleEntities, among: Sequence[Person], at: int) -> Person | None:
    """The last person named before a place, if it is one of these."""
    last = _nearest([p for p in entities.people if p.mentions[0].start < at], at)
    return last if last in among else None


def _known_holders(entities: ArticleEntities, text: str, at: int, *, past: bool) -> list[Person]:
    """Who of those named before is known to have held an office; the head of a state only as a former one."""
    named = [p for p in entities.people if p.mentions[0].start < at]
    return [p for p in named if any(fits_office(text, t) for t in _terms(p) if past or t.kind not in _RULERS)]


def _terms(person: Person) -> list[Term]:
    """The known terms in office of the one real person of the whole name."""
    found = [bearer for bearer, match in find_bearers(person.name) if match == "full"]
    return list(found[0].terms) if len(found) == 1 else []


def _names_state(text: str, states: Collection[str]) -> bool:
    return any(re.search(rf"\b{name}\b", text) for name in states)
