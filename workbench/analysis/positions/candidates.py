"""Who could take a stand in a sentence: every country or bloc that is named there, stands behind somebody in it, or
whose people say it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.analysis.attribution.speaker_countries import with_country
from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.positions.subjects import noun_phrase
from workbench.analysis.text.lexicon import body_nouns, is_role
from workbench.analysis.text.token_spans import token_span
from workbench.model import Quote, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token

PRONOUNS = frozenset("he she it they his her its their him them who".split())
MAX_CANDIDATES = 40
"""So many holders of one sentence are read; the rest of a list of all members of the United Nations is left."""


@dataclass(slots=True)
class Candidate:
    """A country or bloc in one sentence."""

    holder: str
    mentions: list[Span] = field(default_factory=list)
    """Where the sentence names it, or who stands for it; none if its people only say the sentence."""
    kinds: set[str] = field(default_factory=set)
    """How: the form of a country's name, "person", "pronoun", "office", "quote"."""
    speakers: list[Speaker] = field(default_factory=list)
    """Who stands for it."""
    quotes: list[Quote] = field(default_factory=list)
    """The quotes by its people that the sentence has a part of."""


class CandidateFinder:
    """Finds the candidates of each sentence of an article."""

    def __init__(self, entities: ArticleEntities) -> None:
        self._entities = entities
        self._names = sorted(mention for person in entities.people for mention in person.mentions)

    def find(self, sentence: Sentence, quotes: Sequence[Quote]) -> tuple[Candidate, ...]:
        """Of one sentence, at most MAX_CANDIDATES; `quotes`: those that it has a part of."""
        found: dict[str, Candidate] = {}
        for country in self._countries_in(sentence):
            _add(found, country.code, country.form, country.span)
        for token, kind, phrase in self._phrases(sentence):
            for speaker in resolve_speakers(self._entities, phrase):
                placed = with_country(self._entities, speaker)
                _add(found, placed.country, kind, token_span(token), placed)
            if len(found) > MAX_CANDIDATES:
                break
        for quote in quotes:
            for speaker in quote.speakers:
                placed = with_country(self._entities, speaker)
                _add(found, placed.country, "quote", None, placed, quote)
        return tuple(list(found.values())[:MAX_CANDIDATES])

    def _countries_in(self, sentence: Sentence) -> Sequence[CountryMention]:
        countries = self._entities.countries
        first = bisect_left(countries, sentence.start_char, key=lambda c: c.span.start)
        past = bisect_left(countries, sentence.end_char, key=lambda c: c.span.start)
        return countries[first:past]

    def _phrases(self, sentence: Sentence) -> Iterator[tuple[Token, str, Span]]:
        """The pronouns, names and nouns for people and bodies of a sentence, with the phrase of each."""
        first = bisect_left(self._names, sentence.start_char, key=lambda m: m.start)
        names = self._names[first : bisect_left(self._names, sentence.end_char, key=lambda m: m.start)]
        for token in sentence:
            here = token_span(token)
            named = next((m for m in names if m.overlaps(here)), None)
            if named:
                if here.end >= named.end:
                    yield token, "person", named
            elif token.lower_ in PRONOUNS:
                yield token, "pronoun", here
            elif (is_role(token) or token.lemma_.lower() in body_nouns() or token.ent_type_ == "ORG") and not (
                token.dep_ in ("compound", "amod", "nmod") and token.head.pos_ in ("NOUN", "PROPN")
            ):
                yield token, "office", noun_phrase(token)


def _add(
    found: dict[str, Candidate],
    code: str,
    kind: str,
    mention: Span | None,
    speaker: Speaker | None = None,
    quote: Quote | None = None,
) -> None:
    if not code:
        return
    one = found.setdefault(code, Candidate(code))
    one.kinds.add(kind)
    if mention and mention not in one.mentions:
        one.mentions.append(mention)
    if speaker:
        one.speakers.append(speaker)
    if quote:
        one.quotes.append(quote)
