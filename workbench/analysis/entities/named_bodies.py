"""The bodies that an article names, and which of them it comes back to: "the ministry", "the group", "the Journal".

A body is known again by its words: "the ministry" is the last named one with that word, "the foreign ministry" one with
both. What no name tells, a text says another way: "the group" is the last organisation that is no body of a state and
no outlet, "the paper" the last outlet.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.people import Person
from workbench.analysis.text.lexicon import agencies, body_nouns, media_words
from workbench.analysis.text.predicates import SUBJECTS
from workbench.analysis.text.token_spans import token_span
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORD = re.compile(r"\w+(?:[-’'&]\w+)*")
_ACRONYM = re.compile(r"[A-Z][A-Z-]{1,7}")
_ADMINISTRATION = re.compile(r"(?:[\w.]+ )*([A-Z]\w+)['’]s administration")
_NO_NAME = frozenset("the a an of and for s this that".split())
_OUTLETS = frozenset("newspaper paper magazine daily weekly broadcaster network outlet tabloid channel".split())
_GROUPS = frozenset(
    "group organization organisation movement faction network charity nonprofit association party militia".split()
)
_COMPANIES = frozenset("company firm bank airline manufacturer carmaker retailer carrier giant startup".split())
_FIRMS = _COMPANIES | frozenset("inc corp ltd co plc holding holdings technologies airlines".split())
_OTHERS = _OUTLETS | _GROUPS | _COMPANIES | {"agency"}
_STATE_NOUNS = frozenset(
    """administration government ministry cabinet parliament department embassy delegation authority office council
    commission military army navy force committee court police congress senate house agency bureau corps treasury
    white pentagon guard union nations service center centre university institute hospital""".split()
)
"""Words in the name of a body that is neither a group nor a firm."""
_NO_BODIES = frozenset("statement power side state country nation".split())
_SHORTENED = frozenset("ministry department commission council committee agency board embassy authority group".split())
"""Words that alone, with a capital, stand for the whole name."""
_PLATFORMS = frozenset("twitter facebook youtube instagram whatsapp telegram weibo tiktok".split())
_LATEST = 4
"""Of so many that may be "the group" the last that does something is meant."""
_MAX_WORDS = 12


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body at a place of the text where its name stands."""

    start: int
    name: str
    words: frozenset[str]
    country: str
    acts: bool
    """Whether it is the subject of its clause."""

    @property
    def is_outlet(self) -> bool:
        """Whether its name is one of the press."""
        return is_outlet_name(self.name)


def find_bodies(
    doc: Doc, text: str, people: Sequence[Person], found: Sequence[CountryMention]
) -> tuple[NamedBody, ...]:
    """Every place where an article names a body, in text order; `people` and `found`: its persons and countries."""
    return tuple(_find(doc, text, people, found))


def is_outlet_name(name: str) -> bool:
    """Whether the name of a body is one of the press."""
    kinds = media_words()
    words = [w.lower() for w in _WORD.findall(name)]
    known = name in agencies() or not kinds["name"].union(kinds["anywhere"]).isdisjoint(words)
    return known or (bool(words) and words[-1] in kinds["last"])


def recall_body(bodies: Sequence[NamedBody], tokens: Sequence[Token], head: Token) -> NamedBody | None:
    """The body named before that a mention without its full name comes back to, or None."""
    said = [t for t in tokens if t.pos_ not in ("DET", "SPACE", "PUNCT") and t.tag_ != "POS"]
    wanted = {w.lower() for t in said for w in _WORD.findall(t.text)} - _NO_NAME
    before = bodies[: bisect_left(bodies, tokens[0].idx, key=lambda b: b.start)]
    if not wanted or len(said) > 3 or any(t.i > head.i for t in said):
        return None
    lemma = head.lemma_.lower()
    if head.pos_ == "PROPN" and head.text[:1].isupper():
        return _fuller_name(before, head, wanted)
    if lemma not in body_nouns() | _OTHERS or head.tag_ == "NNS" or tokens[0].lower_ not in ("the", "this", "that"):
        return None
    wanted = wanted - {head.lower_} | {lemma}
    if found := _last(b for b in before if wanted < b.words):
        return found
    if len(said) > 1:
        return None
    ones = [b for b in before if _is_one(b, lemma) and not (lemma in _COMPANIES and b.name.isupper())]
    return _last(b for b in ones[-_LATEST:] if b.acts) or _last(iter(ones))


def in_sentence(bodies: Sequence[NamedBody], token: Token) -> NamedBody | None:
    """The last body but an outlet that the sentence of a token names before it."""
    low, high = (bisect_left(bodies, at, key=lambda b: b.start) for at in (token.sent.start_char, token.idx))
    return _last(b for b in bodies[low:high] if not b.is_outlet)


def _fuller_name(before: Sequence[NamedBody], head: Token, wanted: set[str]) -> NamedBody | None:
    """A body of which a mention is the end, or the acronym: "the Journal", "the Foreign Ministry", "CHRF"."""
    general = len(wanted) == 1 and (head.lemma_.lower() in _SHORTENED or head.lower_ in media_words()["last"])
    for body in reversed(before):
        part = head.text in (body.name.split()[0], body.name.split()[-1])
        if part and wanted < body.words and (general or (body.country and len(body.words - wanted) == 1)):
            return body
    initials = head.text
    return _last(b for b in before if _ACRONYM.fullmatch(initials) and _initials(b.name) == initials)


def _initials(name: str) -> str:
    words = [w for w in _WORD.findall(name) if w[:1].isupper()]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


def _is_one(body: NamedBody, noun: str) -> bool:
    """Whether a body whose name does not say it may be a "group", "company" or "paper"."""
    if noun in _OUTLETS:
        return body.is_outlet
    if noun == "agency":
        return body.name in agencies() or body.name in agencies().values()
    if body.is_outlet or not body.words.isdisjoint(_STATE_NOUNS):
        return False
    return noun in (_GROUPS if body.words & _GROUPS else _COMPANIES if body.words & _FIRMS else _GROUPS | _COMPANIES)


def _last(found: Iterator[NamedBody]) -> NamedBody | None:
    return next(iter(deque(found, maxlen=1)), None)


def _find(doc: Doc, text: str, people: Sequence[Person], found: Sequence[CountryMention]) -> Iterator[NamedBody]:
    persons = sorted(m for p in people for m in p.mentions)
    taken = -1
    fuller: dict[str, str] = {}
    for token in doc:
        if token.i <= taken or token.pos_ not in ("NOUN", "PROPN"):
            continue
        words = _body_phrase(token) if token.text[:1].isupper() or token.ent_iob_ == "B" else []
        if not words or _at(persons, token_span(words[-1])):
            continue
        span = token_span(words[0], words[-1])
        own = _first_within(found, span)
        if own and own.span.covers(span) and own.form not in ("seat", "part"):
            continue
        taken = words[-1].i
        usual = _usual_name(re.sub(r"\s+", " ", span.of(text)))
        usual = fuller.setdefault(usual.split()[-1], usual) if " " not in usual else usual
        fuller.setdefault(usual.split()[-1], usual)
        said = frozenset(w.lower().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(usual)) - _NO_NAME
        if said.isdisjoint(_PLATFORMS):
            acts = any(t.dep_ in SUBJECTS for t in words)
            yield NamedBody(span.start, usual, said, own.code if own else "", acts)


def _usual_name(name: str) -> str:
    """An agency's full name; whose administration it is by the last name."""
    if found := _ADMINISTRATION.fullmatch(name):
        return f"{found[1]} administration"
    return agencies().get(name, name)


def _at(spans: Sequence[Span], here: Span) -> bool:
    at = bisect_left(spans, here.end, key=lambda s: s.start)
    return at > 0 and spans[at - 1].overlaps(here)


def _first_within(found: Sequence[CountryMention], span: Span) -> CountryMention | None:
    """The first country whose name has a part in the span."""
    at = bisect_left(found, span.start, key=lambda c: c.span.end - 1)
    return found[at] if at < len(found) and found[at].span.overlaps(span) else None


def _body_phrase(token: Token) -> list[Token]:
    """The words of a body's name whose first is the token: an organisation, or a noun for a body with whose it is."""
    doc = token.doc
    end = token.i + 1
    while end < len(doc) and end - token.i < _MAX_WORDS and _goes_on(doc[end], token):
        end += 1
    words = list(doc[token.i : end])
    while words and not _may_end(words[-1]):
        words.pop()
    proper = any(t.pos_ == "PROPN" or t.ent_type_ in ("NORP", "GPE", "ORG") for t in words)
    organisation = any(t.ent_type_ == "ORG" for t in words)
    described = bool(words) and words[-1].text.islower() and words[-1].lower_ in _GROUPS | _COMPANIES
    body = len(words) > 1 and words[-1].lemma_.lower() in body_nouns() and not described
    sentence = any(t.tag_ in ("VBZ", "VBP", "VBD") for t in words)
    return words if proper and (organisation or body) and not sentence else []


def _may_end(token: Token) -> bool:
    """Whether a body's name may end in a word: one of the name, or a noun for a body."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    body = token.lemma_.lower() in body_nouns() - _NO_BODIES and token.tag_ in ("NN", "NNP")
    return body or token.ent_type_ == "ORG"


def _goes_on(token: Token, first: Token) -> bool:
    """Whether a word is still of the name that begins with `first`."""
    before = token.nbor(-1)
    if token.is_space or token.is_sent_start:
        return False
    if token.ent_type_ == "ORG" and token.ent_iob_ == "I":
        return True
    if token.ent_iob_ == "B" and before.ent_type_ == "ORG" and before.pos_ == "PROPN" and token.ent_type_ != "GPE":
        return False
    if token.pos_ == "PROPN" or (token.pos_ == "NOUN" and before.pos_ in ("PROPN", "ADJ", "NOUN", "PART")):
        return True
    return token.tag_ == "POS" or (token.lower_ in ("of", "for") and before.lemma_.lower() in body_nouns())
