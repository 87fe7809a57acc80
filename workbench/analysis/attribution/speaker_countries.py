"""The country of a speaker for whom the text gives none: by an institution, by whom they work for, by an office.

The text's own words go first, then what a reader knows ("the State Department", "a Hezbollah lawmaker"), then what the
text takes for granted of an office ("the government").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.analysis.attribution.described_speakers import INDEFINITE
from workbench.analysis.attribution.documents import DOCUMENT_NOUNS
from workbench.analysis.attribution.speakers_together import are_of_several_countries
from workbench.analysis.entities.affiliations import Affiliation, affiliation
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.people import Person
from workbench.analysis.entities.scene import sort_of
from workbench.analysis.entities.unnamed_people import is_person_noun
from workbench.analysis.knowledge.bodies import are_bodies_asked
from workbench.analysis.text.lexicon import body_nouns, is_role, offices
from workbench.analysis.text.token_spans import tokens_at
from workbench.model import NOWHERE, Quote, Span, Speaker, said_by_text

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORKS_FOR = frozenset(
    """administration government cabinet campaign team staff aide adviser advisor ally envoy spokesman spokeswoman
    spokesperson official minister secretary deputy counsel appointee nominee loyalist representative negotiator
    diplomat transition statement office""".split()
)
"""Whoever or whatever of somebody has their country: "Mr. Ruiz's aides", "the Ruiz administration"."""
_LINKED = re.compile(
    rf"\b(?:(?:{'|'.join(sorted(_WORKS_FOR))})s?\s(?:to|of|for|under)|around|close to|loyal to)\s(?:[\w.]+\s){{0,4}}\Z",
    re.IGNORECASE,
)
_NOBODY_HERE = DOCUMENT_NOUNS | frozenset(
    "country nation state reporter journalist correspondent newspaper paper".split()
)
_PEOPLE = (
    "kurd",
    "kurds",
    "kurdish",
    "arab",
    "arabs",
    "african",
    "africans",
    "asian",
    "western",
    "westerners",
    "latino",
)
_SOME = frozenset("some others many several most all none few people both those who everyone authorities".split())
_CALLED = re.compile(
    r"(?:(?:one|two|three|some|several|both|all|many) of )?(?P<again>(?:the|these|those|that|this|both)\s(?:same )?)?"
    r"(?:[\w.-]+\s){0,3}?(?P<noun>[a-z]{3,})(?=$|[,;.]|\s(?:who|that|in|from|with|at|familiar|briefed|on|close|said|told)\b)"
)
_WORD = re.compile(r"[a-z]+")


def with_countries(entities: ArticleEntities, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes of an article, their speakers with where role and country are known from, and with a country where
    the text says none: that of whoever was called alike before ("US officials", then "the officials"), or their own.
    """
    told: dict[str, str] = {}
    out = []
    for quote in quotes:
        speakers = []
        for speaker in quote.speakers:
            noun, again = _called(speaker)
            placed = with_country(entities, speaker, told.get(noun, ""), again)
            if noun and placed.country:
                told[noun] = placed.country
            speakers.append(placed)
        out.append(replace(quote, speakers=tuple(speakers)))
    return tuple(out)


def with_country(entities: ArticleEntities, speaker: Speaker, told: str = "", again: bool = False) -> Speaker:
    """The speaker with where role and country are known from, and a country where the text says none.

    `told`: the country of whoever was called alike before; `again`: whether the speaker is one of them.
    """
    origin = speaker.known_from
    if origin == NOWHERE:
        origin = said_by_text(speaker.role, speaker.country)
    if speaker.country or speaker.kind in ("country", "unknown") or are_of_several_countries(speaker.mention_text):
        return replace(speaker, known_from=origin)
    whose = _affiliation(entities, speaker) or _place_before(entities, speaker)
    if whose is None and told:
        whose = Affiliation(told, "text" if again else "presumed")
    if whose is None:
        code = presumed_country(entities, speaker)
        whose = Affiliation(code, "presumed" if code else "")
    proof = origin.proof or (whose.proof if whose.origin == "known" else "")
    return replace(speaker, country=whose.country, known_from=replace(origin, country=whose.origin, proof=proof))


def presumed_country(entities: ArticleEntities, speaker: Speaker) -> str:
    """The country that a speaker without one must be of, or ""; none while nothing is to be looked up."""
    if not are_bodies_asked():
        return ""
    if any(p.name == speaker.name for p in entities.people):
        return entities.presumed_countries.get(speaker.name, "")
    words = f"{speaker.role} {speaker.mention_text}"
    if speaker.mention is None or not _is_somebody(entities, speaker):
        return ""
    return entities.scene.country_of(speaker.mention, words, sort_of(words, speaker.kind))


def _is_somebody(entities: ArticleEntities, speaker: Speaker) -> bool:
    """Whether words are for somebody of one country: not a poll, a paper, a reporter, a people or a world body."""
    mention = tokens_at(entities.doc, speaker.mention) if speaker.mention else None
    if mention is None or any(_is_of_many(token) for token in mention):
        return False
    head = mention.root
    lemma = head.lemma_.lower()
    if lemma in _NOBODY_HERE or (lemma in offices()["body"] and mention[0].lower_ in INDEFINITE):
        return False
    if speaker.kind == "anonymous" or head.pos_ == "PROPN" or head.lower_ in _SOME:
        return True
    return lemma in body_nouns() or is_role(head) or is_person_noun(head)


def _is_of_many(token: Token) -> bool:
    """Whether a word makes a body the world's, or somebody of a people that is no state's."""
    return token.lower_ in offices()["world"] or (token.ent_type_ == "NORP" and token.lower_.endswith(_PEOPLE))


def _called(speaker: Speaker) -> tuple[str, bool]:
    """What a speaker without a name is called, in the singular, and whether as one who was told of before."""
    if speaker.kind not in ("anonymous", "group") or not (match := _CALLED.match(speaker.mention_text.lower())):
        return "", False
    return match["noun"].removesuffix("s"), bool(match["again"])


def _affiliation(entities: ArticleEntities, speaker: Speaker) -> Affiliation | None:
    """Whose somebody is by the words of their mention: an institution's, or that of whom they work for."""
    if principal := _principal(entities, speaker):
        return Affiliation(principal.country, principal.known_from.country, principal.known_from.proof)
    return None if speaker.kind == "person" else affiliation(speaker.name or speaker.mention_text)


def _place_before(entities: ArticleEntities, speaker: Speaker) -> Affiliation | None:
    """The country that a sentence begins with, of somebody without a name: "In the U.S., officials say"."""
    mention = tokens_at(entities.doc, speaker.mention) if speaker.mention else None
    if mention is None or speaker.kind not in ("anonymous", "group"):
        return None
    first = next((t for t in mention.root.sent if not t.is_space), None)
    place = next((t for t in first.children if t.dep_ == "pobj"), None) if first is not None else None
    if (
        first is None
        or place is None
        or first.lower_ != "in"
        or first.head != mention.root.head
        or place.i > mention.start
    ):
        return None
    named = next((m for m in entities.countries if m.span.start <= place.idx < m.span.end), None)
    return Affiliation(named.code, "text") if named is not None else None


def _principal(entities: ArticleEntities, speaker: Speaker) -> Person | None:
    """The person with a country for whom a mention says that somebody works: "Mr. Ruiz's aides", "an ally of Ruiz"."""
    if speaker.mention is None or " " not in speaker.mention_text:
        return None
    others = (p for p in entities.people if p.country and p.name != speaker.name)
    named = ((p, m) for p in others for m in p.mentions if speaker.mention.covers(m))
    return next((p for p, m in named if _works_for(speaker.mention_text, m, speaker.mention.start)), None)


def _works_for(text: str, principal: Span, start: int) -> bool:
    """Whether a text, which begins at `start` of the article, tells of somebody who works for the one named in it."""
    before, after = text[: principal.start - start], text[principal.end - start :].split(",")[0]
    if _LINKED.search(before):
        return True
    return any(w.removesuffix("s") in _WORKS_FOR for w in _WORD.findall(after.lower())[:4])
