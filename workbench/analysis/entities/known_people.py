"""Persons whom an article names without saying who they are, found in the table of office holders.

The design decision: the article's own words come first, nothing that they say is overruled, and a homonym whom they
describe otherwise is left alone. Evidence for a bearer of the name is counted: the title that the text gives, whether
the office was held at the time, whether the country is one of the story, how high the office was. Two who fit alike
give nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.analysis.entities import countries
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.office_levels import is_past_office
from workbench.analysis.entities.office_titles import fits_office
from workbench.analysis.entities.people import Person
from workbench.analysis.entities.private_persons import is_private_person
from workbench.analysis.entities.terms_of_office import (
    Period,
    Timing,
    description,
    is_same_office,
    story_period,
    timing,
    years_between,
)
from workbench.analysis.knowledge.office_holders import Bearer, Match, Term, find_bearers, is_analysts
from workbench.model import Origin

TITLE, AT_THE_TIME, IN_STORY, SAID_COUNTRY = 2.0, 1.0, 1.0, 1.0
"""What it counts that the text's title is the office, that it was held then, that the country is one of the story, and
that it is the one the text gives the person."""
CALLED_OTHERWISE = -1.0
"""That the text calls somebody something else, unless the office is of the highest rank."""
NOT_YET = -0.5
"""That an office lies ahead, unless it is of the highest rank: nobody took it for granted then."""
LATELY = 0.5
"""What an office counts that was left or taken up not long from then, or whose time is not known."""
RANK = {"head_of_state": 1.0, "head_of_government": 1.0, "body_head": 0.5, "minister": 0.5, "politician": 0.5}
"""How much the office alone makes it likely that readers know who is meant; others `LOW_RANK`."""
LOW_RANK = 0.25
CLOSENESS: dict[Match, float] = {"full": 1.0, "near": 0.5, "family": 0.0}
ONLY_ONE = 0.25
"""What it counts that the table has nobody else of the whole name."""
LEAST = 2.5
"""The evidence that a bearer needs; for a family name alone a title, too, or the highest rank at the time."""
ANALYSTS = 10.0
"""What it counts that the analyst gave the person."""
_NO_TERM = Term("", "", "official", "", "")
MARGIN = 0.3
"""By so much the evidence for one must be better than for another."""


@dataclass(frozen=True, slots=True)
class _Story:
    """What speaks for one bearer of a name rather than another."""

    text: str
    countries: frozenset[str]
    period: Period | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A bearer of a person's name, in the office that fits best, with the evidence."""

    bearer: Bearer
    term: Term
    timing: Timing
    evidence: float
    titled: bool
    """Whether the text's title is the office."""
    match: Match
    own: bool
    """Whether the analyst gave the person."""
    former: bool
    """Whether the text says that the office is not held."""

    @property
    def proof(self) -> str:
        """What the table says: the office with all times that it was held."""
        return description([t for t in self.bearer.terms if t.office and is_same_office(t, self.term)])

    @property
    def is_enough(self) -> bool:
        """Whether the evidence is."""
        high = RANK.get(self.term.kind, LOW_RANK) == 1
        over = self.timing == "past" and not (high or self.former)
        plain = (self.titled and not over and self.timing != "ahead") or (high and self.timing == "then")
        return self.evidence >= LEAST and (plain or self.match != "family")

    @property
    def role(self) -> str:
        """The office as a role: of the time, or a former one; none where it lies ahead."""
        if self.timing == "ahead":
            return ""
        return f"former {self.term.office}" if self.timing == "past" else self.term.office

    @property
    def country(self) -> str:
        """The code of the office's country or bloc; "" of a body that is neither."""
        code = self.term.country
        return code if countries.is_country(code) or countries.is_bloc(code) else ""


def link_known_people(
    text: str, people: Sequence[Person], found: Sequence[CountryMention], day: str = ""
) -> tuple[Person, ...]:
    """The persons of an article, with name, role and country completed by the table; in the same order.

    `found`: the countries that the article names; `day`: ISO date of the article, or "".
    """
    named = frozenset(mention.code for mention in found)
    story = _Story(text, named, story_period(text, people, day))
    best = [_best(_candidates(person, story)) for person in people if person.role and not person.country]
    by_title = frozenset(c[0].country for c in best if len(c) == 1 and c[0].titled)
    story = replace(story, countries=named | by_title)
    names = frozenset(person.name for person in people)
    return tuple(_with_knowledge(person, story, names) for person in people)


def _with_knowledge(person: Person, story: _Story, names: Collection[str]) -> Person:
    """The person with what the table adds; `names`: of everybody in the article."""
    if person.role and person.country and " " in person.name:
        return person
    chosen = _best(_candidates(person, story))
    if not chosen:
        return person
    origin, best = person.known_from, chosen[0]
    if len(chosen) > 1:
        rivals = "; ".join(c.proof for c in chosen)
        return replace(person, known_from=replace(origin, proof=f"not told apart: {rivals}"))
    renamed = (best.match == "family" or best.own) and best.bearer.name not in names
    source: Origin = "case" if best.own else "known"
    name = best.bearer.name if renamed else person.name
    role, country = person.role or best.role, person.country or best.country
    from_table = replace(
        origin,
        role=origin.role or (source if role else ""),
        country=origin.country or (source if country else ""),
        name=source if renamed else origin.name,
        proof=best.proof if renamed or role != person.role or country != person.country else origin.proof,
    )
    return replace(person, name=name, role=role, country=country, known_from=from_table)


def _best(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """The candidate with the most evidence; with those that are as good and of another country."""
    ranked = sorted(candidates, key=lambda c: -c.evidence)
    return [
        c for i, c in enumerate(ranked)
        if not i or (c.evidence > ranked[0].evidence - MARGIN and c.term.country != ranked[0].term.country)
    ]  # fmt: skip


def _candidates(person: Person, story: _Story) -> Iterator[_Candidate]:
    private = is_private_person(story.text, person.role, person.mentions)
    found = [(b, _match(person.name, b, match)) for b, match in find_bearers(person.name)]
    alone = sum(match == "full" for _, match in found) == 1
    for bearer, match in found:
        if private and not is_analysts(bearer):
            continue
        closeness = CLOSENESS[match] + ONLY_ONE * (alone and match == "full")
        terms = bearer.terms or (_NO_TERM,)
        held = (_candidate(person, story, bearer, t, match, closeness) for t in terms if _may_be_of(person, t))
        best = max(held, key=lambda c: (c.evidence, -years_between(c.term, story.period), c.term.start), default=None)
        if best and best.is_enough:
            yield best


def _match(name: str, bearer: Bearer, match: Match) -> Match:
    """How a name fits: of one word it is a family name, unless the analyst gives it as such."""
    if is_analysts(bearer) and name in (bearer.name, *bearer.aliases):
        return "full"
    return match if " " in name else "family"


def _candidate(person: Person, story: _Story, bearer: Bearer, term: Term, match: Match, closeness: float) -> _Candidate:
    when, titled = timing(term, story.period), fits_office(person.role, term)
    rank = RANK.get(term.kind, LOW_RANK)
    evidence = closeness + rank + TITLE * titled
    evidence += CALLED_OTHERWISE * (person.role != "" and not titled and rank < 1)
    evidence += NOT_YET * (when == "ahead" and rank < 1)
    at_the_time = when == ("past" if is_past_office(person.role) else "then")
    evidence += AT_THE_TIME if at_the_time else LATELY * (when in ("near", "unknown"))
    evidence += IN_STORY * (term.country in story.countries) + SAID_COUNTRY * (term.country == person.country != "")
    own = is_analysts(bearer) and match == "full"
    return _Candidate(bearer, term, when, evidence + ANALYSTS * own, titled, match, own, is_past_office(person.role))


def _may_be_of(person: Person, term: Term) -> bool:
    """Whether the country that the text gives somebody allows for the office; those of bodies come from anywhere."""
    return person.country in ("", term.country) or not countries.is_country(term.country)
