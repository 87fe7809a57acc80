"""Whom "he" and "she" stand for: the one mentioned before for whom most speaks, or nobody.

Those who have no name are candidates as well: "a mechanic ... he said" is nobody that can be named. What speaks for
whom is in `pronoun_features`, whether they are a he or a she in `sex_votes`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from workbench.analysis.entities.people import Person
from workbench.analysis.entities.people_mentions import Mention, are_clause_mates, name_mentions, unnamed_mentions
from workbench.analysis.entities.pronoun_features import SENTENCES_BACK, Place, nobody_features, pair_features, score
from workbench.analysis.entities.sex_votes import (
    HE_PRONOUNS,
    PRONOUN_WEIGHT,
    SHE_PRONOUNS,
    SexVotes,
    count_votes,
    sex_of,
)
from workbench.analysis.text.predicates import SUBJECTS
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.model import Span, Speaker
from workbench.nlp import quotation_marks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

KNOWN_OTHER = -0.7
"""Whoever fits no better is known to be the other of he and she."""
MAX_CANDIDATES = 60
"""So many mentions before a pronoun are weighed at most, the nearest."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody mentioned before a pronoun, or nobody, with what speaks for it."""

    mention: Mention | None
    features: Sequence[float]


@dataclass(frozen=True, slots=True)
class PronounResolver:
    """Every mention of somebody in one article, pronouns included, in text order."""

    people: Sequence[Person]
    votes: SexVotes
    mentions: list[Mention]
    often: Counter[str]
    """How often everybody is mentioned but by pronouns."""
    most: int
    """How often whoever is mentioned most is."""
    quoted: Sequence[Span]
    sentence_of: Sequence[int]
    line_of: Sequence[int]
    """The sentence and the line of every token, counted through the document; what is quoted goes on the sentence."""

    def antecedent(self, token: Token, before: Sequence[Speaker] = (), inside: Sequence[Span] = ()) -> Person | None:
        """The person a "he" or "she" stands for; None where nobody fits, or somebody without a name does.

        `before`: who spoke last; `inside`: spans whose mentions do not count.
        """
        found = self._best(token, before, inside)
        return found.person if found else None

    def unnamed_antecedent(
        self, token: Token, before: Sequence[Speaker] = (), inside: Sequence[Span] = ()
    ) -> Token | None:
        """The noun of somebody without a name for whom a "he" or "she" stands: "a mechanic"."""
        found = self._best(token, before, inside)
        return token.doc[found.noun] if found and found.person is None else None

    def candidates(
        self, token: Token, before: Sequence[Speaker] = (), inside: Sequence[Span] = ()
    ) -> Iterator[Candidate]:
        """Whom a pronoun may stand for: each mention before it, the last first, and nobody."""
        names = {s.name for s in before if s.name}
        places = [s.mention for s in before if not s.name and s.mention]
        newer: set[str] = set()
        acts_here = False
        fits: list[tuple[int, float]] = []
        for mention in self._before(token, names):
            fit = self.votes.fit(mention.key, token)
            hidden = any(s.covers(mention.span) for s in inside)
            if fit <= KNOWN_OTHER or hidden or are_clause_mates(mention.root, token):
                continue
            place = self._place(mention, token, len(newer - {mention.key}), fit)
            spoke = mention.key in names or any(s.covers(mention.span) for s in places)
            place = place._replace(last_speaker=spoke and (place.sentences == 0 or not acts_here))
            acts_here |= place.sentences == 0 and not place.quoted[0] and mention.root.dep_ in SUBJECTS
            newer.add(mention.key)
            fits.append((place.sentences, fit))
            yield Candidate(mention, pair_features(mention, token, place))
        opens = token.i == 0 or "\n" in token.nbor(-1).text
        yield Candidate(None, nobody_features(fits, opens))

    def _place(self, mention: Mention, token: Token, newer: int, fit: float) -> Place:
        root = mention.root
        quote, within = self._quote_at(mention.span.start), self._quote_at(token.idx)
        return Place(
            sentences=self.sentence_of[token.i] - self.sentence_of[root.i],
            lines=self.line_of[token.i] - self.line_of[root.i],
            newer=newer,
            first=self._is_first(mention),
            quoted=(quote is not None, within is not None, quote is not None and quote == within),
            heading=self.line_of[root.i] == 0 and self.line_of[token.i] > 0,
            often=self.often[mention.key],
            most=self.most,
            fit=fit,
            last_speaker=False,
        )

    def resolve(self, token: Token, mention: Mention) -> None:
        """Take down whom a pronoun stands for; it counts for the pronouns after it."""
        insort(self.mentions, Mention(token_span(token), token, mention.person, mention.noun), key=_start)
        if self.votes.fit(mention.key, token) >= 0:
            self.votes.add(mention.key, sex_of(token), PRONOUN_WEIGHT)

    def _best(self, token: Token, before: Sequence[Speaker], inside: Sequence[Span]) -> Mention | None:
        found = max(self.candidates(token, before, inside), key=lambda c: score(c.features))
        return found.mention

    def _before(self, token: Token, names: Collection[str]) -> Iterator[Mention]:
        """The mentions of the sentences before a pronoun, the last first; then of the `names` that have none there."""
        least = self.sentence_of[token.i] - SENTENCES_BACK
        end = bisect_left(self.mentions, token.idx, key=_start)
        found = set()
        for mention in reversed(self.mentions[max(0, end - MAX_CANDIDATES) : end]):
            if self.sentence_of[mention.root.i] < least:
                break
            found.add(mention.key)
            yield mention
        for name in sorted(set(names) - found):
            yield from islice((m for m in reversed(self.mentions[:end]) if m.key == name), 1)

    def _is_first(self, mention: Mention) -> bool:
        at = bisect_left(self.mentions, mention.span.start, key=_start)
        return at == 0 or self.sentence_of[self.mentions[at - 1].root.i] != self.sentence_of[mention.root.i]

    def _quote_at(self, at: int) -> Span | None:
        found = bisect_right(self.quoted, at, key=lambda s: s.start) - 1
        return self.quoted[found] if found >= 0 and at < self.quoted[found].end else None


def read_mentions(doc: Doc, text: str, people: Sequence[Person]) -> PronounResolver:
    """The mentions of a parsed article but for its pronouns."""
    named = sorted(name_mentions(doc, people), key=_start)
    unnamed = list(unnamed_mentions(doc, named))
    often = Counter(m.key for m in (*named, *unnamed))
    line_of = list(accumulate(int("\n" in t.text) for t in doc))
    votes = count_votes(doc, text, named, unnamed)
    quoted = sorted(quotation_marks.quoted_spans(text))
    inside = {t.i for span in quoted for t in tokens_at(doc, span) or ()}
    sentence_of = list(accumulate(int(t.is_sent_start is True and t.i not in inside) for t in doc))
    most = max(often.values(), default=1)
    return PronounResolver(
        people, votes, sorted((*named, *unnamed), key=_start), often, most, quoted, sentence_of, line_of
    )


def resolve_pronouns(doc: Doc, text: str, people: Sequence[Person]) -> PronounResolver:
    """Read the mentions of a parsed article; each "he" and "she" that is resolved counts for those after it."""
    found = read_mentions(doc, text, people)
    for token in doc:
        if token.lower_ in HE_PRONOUNS | SHE_PRONOUNS and (mention := found._best(token, (), ())):
            found.resolve(token, mention)
    return found


def _start(mention: Mention) -> int:
    return mention.span.start
