"""The values that every layer speaks of, frozen.

All offsets are Python `str` offsets, end exclusive, into the `text` of the article named beside them. Countries are ISO
3166-1 alpha-3 codes or the short name of a bloc ("EU", "NATO"). The words are those of the vocabulary in
`db/README.md`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Pane = Literal["articles", "quotes", "positions", "facts", "notes"]
PANES: tuple[Pane, ...] = ("articles", "quotes", "positions", "facts", "notes")

QuoteKind = Literal["direct", "mixed", "indirect"]
QUOTE_KINDS: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect")

Role = Literal["speaker", "cue", "content"]
"""Whose words they are that tell a quote; what is neither the speaker's name nor the content counts to the cue."""

SpeakerKind = Literal["person", "organisation", "country", "group", "anonymous", "unknown"]
SPEAKER_KINDS: tuple[SpeakerKind, ...] = ("person", "organisation", "country", "group", "anonymous", "unknown")

STANCES: dict[str, tuple[int, int]] = {
    "committed": (1, 3),
    "supports": (1, 2),
    "proposes": (1, 2),
    "demands": (1, 2),
    "open": (1, 1),
    "considering": (0, 1),
    "expects": (0, 1),
    "engaged": (0, 0),
    "unclear": (0, 0),
    "concerned": (-1, 1),
    "opposes": (-1, 2),
    "ruled_out": (-1, 3),
}
"""Stance -> (polarity, strength)."""

OWN = ("reported", "official_statement")
"""Attributions of what a holder's own people say or do."""
STATUSES = ("suggested", "confirmed", "rejected")

DIFFERENCE_KINDS = (
    "number", "date", "place", "name", "label", "attribution", "hedge", "strength",
    "negation", "quotation", "voice", "wording", "added", "left out",
)  # fmt: skip


def stable_id(prefix: str, *parts: object) -> str:
    """An id that the same input gives on any machine: a letter and ten hex digits."""
    key = "\x1f".join(str(p) for p in parts)
    return prefix + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:10]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words it covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within."""
        return self.start <= other.start and other.end <= self.end

    @classmethod
    def around(cls, spans: Iterable[Span]) -> Span:
        """The smallest span that covers them all."""
        found = list(spans)
        return cls(min(s.start for s in found), max(s.end for s in found))


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of clean text that stands unchanged in the raw text."""

    clean: int
    raw: int
    length: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each character of the clean text stood in the raw text; segments in order of both."""

    segments: tuple[Segment, ...] = ()

    def to_raw(self, offset: int) -> int:
        """The raw offset of a clean one; of a character put in by cleaning, the next that was there before."""
        for segment in self.segments:
            if offset < segment.clean + segment.length:
                return segment.raw + max(0, offset - segment.clean)
        if not self.segments:
            return offset
        last = self.segments[-1]
        return last.raw + last.length

    def span_to_raw(self, span: Span) -> Span:
        """The raw span of a clean one (it may contain what cleaning dropped)."""
        if span.start == span.end:
            return Span(self.to_raw(span.start), self.to_raw(span.start))
        return Span(self.to_raw(span.start), self.to_raw(span.end - 1) + 1)


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file, page or record, as they came."""

    source: str
    """The path or URL as it was given; a record of a file adds `#number`, from 1."""
    data: bytes
    media_type: str
    encoding: str = ""
    """The character set the text was read with; empty for formats that carry their own."""

    @property
    def id(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """Clean text taken from a document, with what is known of it; what is not known is empty."""

    document_id: str
    source: str
    text: str
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published_on: str = ""
    """ISO date, YYYY-MM-DD."""
    language: str = ""
    """ISO 639-1."""
    agency: str = ""
    """The agency or outlet that the article itself credits as its origin."""
    url: str = ""
    offsets: OffsetMap = OffsetMap()

    @property
    def id(self) -> str:
        """Stable: of the document's bytes alone."""
        return article_id(self.document_id)

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())


def article_id(document_id: str) -> str:
    """The id of the article that is taken from a document."""
    return stable_id("A", document_id)


ARTICLE_FIELDS = ("title", "outlet", "byline", "published_on", "language", "agency", "url")
"""What of an article can be set on the command line and edited by the analyst."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, country or bloc as the texts name it."""

    name: str
    kind: SpeakerKind
    role: str = ""
    country: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Stable: of kind and name."""
        return stable_id("E", self.kind, self.name.casefold())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who words are attributed to: the mention in the text and what it resolves to."""

    name: str
    """Full name; "" for anonymous and unknown speakers."""
    kind: SpeakerKind
    role: str = ""
    country: str = ""
    mention: Span | None = None
    mention_text: str = ""

    @property
    def label(self) -> str:
        """What a list shows: the name, else the mention, else the kind."""
        return self.name or self.mention_text or self.kind


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that a quote is told with."""

    role: Role
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """An attribution: content, cue and speakers (none when nobody is named)."""

    article_id: str
    kind: QuoteKind
    spans: tuple[Span, ...]
    text: str
    """The words of the spans; where there are several, joined by " … "."""
    speakers: tuple[Speaker, ...] = ()
    cue: Span | None = None
    cue_text: str = ""
    via: str = ""
    """Who passed the words on ("a source told Reuters": Reuters)."""
    confidence: float = 0.0
    own: bool = False
    """Whether the analyst made it of a passage, rather than the machine finding it."""
    told: tuple[Part, ...] = ()
    """What tells it, in the order in which it is told; `workbench.views.quote_text` makes words of it."""
    sentence: Span | None = None
    """The sentence, or sentences, that content and cue stand in."""

    @property
    def id(self) -> str:
        """Stable: of the article and the content's spans."""
        return stable_id("Q", self.article_id, *((s.start, s.end) for s in self.spans))


@dataclass(frozen=True, slots=True)
class Position:
    """Where a country or bloc stands on an issue, in one article."""

    article_id: str
    holder: str
    holder_name: str
    stance: str
    evidence: Span
    """The sentence that proves it."""
    clause: Span
    """The part of the sentence that states it."""
    text: str
    """The words of the evidence."""
    topic: str
    """What the clause is about, in its own words; issues are made from topics."""
    issue: str = ""
    """The label of the issue that the topic was grouped under; empty until the case has been grouped."""
    speaker: str = ""
    level: str = "government"
    """government, military or non_government"""
    attribution: str = "reported"
    """reported, official_statement, anonymous_source, second_hand, headline, expert, outlet"""
    attributed_by: str = ""
    condition: str = ""
    hedge: str = ""
    confidence: float = 0.0
    strength: int = 0
    """0-3, how strong the word is that says it."""
    event: str = ""
    """PLOVER event type; "" where there is none."""
    target: str = ""
    """The country or bloc it is towards; "" when none is named."""
    status: str = "suggested"
    """One of STATUSES: the analyst's judgement."""

    @property
    def id(self) -> str:
        """Stable: of article, holder and clause."""
        return stable_id("P", self.article_id, self.holder, self.clause.start, self.clause.end)

    @property
    def stated(self) -> str:
        """The words of the clause, where the evidence has it; else all of the evidence."""
        start = max(0, self.clause.start - self.evidence.start)
        return self.text[start : max(0, self.clause.end - self.evidence.start)] or self.text

    @property
    def is_of_state(self) -> bool:
        """Whether it is where the holder itself stands, not only somebody of that country: a party, a union, rebels."""
        return self.level != "non_government"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text that states one thing: what fact matching compares."""

    article_id: str
    span: Span
    text: str
    terms: tuple[str, ...]
    """Lemmas of the content words, lower case, in text order."""
    names: tuple[str, ...] = ()
    """Names and countries in it, resolved where they could be."""
    numbers: tuple[str, ...] = ()
    action: str = ""
    """Lemma of the main predicate."""
    negated: bool = False
    kind: str = "event"
    """event, statement, position, option, pledge, expectation or state"""
    tenses: str = ""
    """A sign for each date of the text, in order: "+" ahead of the article, "-" behind it, "?" open."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One wording of a fact."""

    article_id: str
    span: Span
    text: str
    relation: Literal["same", "partial"] = "same"
    confidence: float = 0.0
    tenses: str = ""
    """As those of its clause."""

    @property
    def id(self) -> str:
        """Stable: of article and span."""
        return stable_id("H", self.article_id, self.span.start, self.span.end)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one phrasing has where phrasings differ; no span where it has nothing. Spans count from the article."""

    article_id: str
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One named difference between the phrasings of a fact."""

    kind: str
    """One of DIFFERENCE_KINDS."""
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One event, statement or state of affairs and the passages that report it."""

    gist: str
    kind: str
    phrasings: tuple[Phrasing, ...]
    differences: tuple[Difference, ...] = ()
    status: str = "suggested"
    """What the analyst says of it: a name of STATUSES."""
    perhaps: tuple[Phrasing, ...] = ()
    """Passages that may state it, of outlets without a phrasing, the surest first: near, and not joined."""

    @property
    def id(self) -> str:
        """Stable: of the first phrasing in order of article and place."""
        first = min(self.phrasings, key=lambda p: (p.article_id, p.span))
        return fact_id(first.article_id, first.span)


def fact_id(article_id: str, span: Span) -> str:
    """The id of the fact whose first phrasing, in order of article and place, stands there."""
    return stable_id("F", article_id, span.start, span.end)


@dataclass(frozen=True, slots=True)
class Lineage:
    """Where (part of) an article's text comes from."""

    article_id: str
    kind: Literal["credits", "copies", "rewrites"]
    origin: str
    """An outlet's name for `credits`, else an article's id."""
    share: float = 0.0
    """The part of the article that it has from the origin: of its words for `copies`, of its clauses for `rewrites`."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the machine found in one article."""

    article_id: str
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    positions: tuple[Position, ...] = ()
    clauses: tuple[Clause, ...] = ()
    credits: tuple[Lineage, ...] = ()
    unanalysed: str = ""
    """The language for which the article was left alone: a code, mostly of ISO 639-1."""


@dataclass(frozen=True, slots=True)
class Note:
    """What the analyst wrote on something."""

    id: str
    target: str
    """The id of what it is on: an article, quote, position, fact or entity."""
    body: str
    written_at: str
    span: Span | None = None
    """For a note on a passage: its place in the article that `target` names."""


@dataclass(frozen=True, slots=True)
class Action:
    """One entry of the undo list."""

    number: int
    label: str
    at: str
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """One source that could not be added, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Given:
    """What was given along with documents that were known already: field -> of how many articles."""

    set: Mapping[str, int] = field(default_factory=dict)
    kept: Mapping[str, int] = field(default_factory=dict)
    """Where the analyst's own value stays."""

    def told(self, known: int) -> str:
        """What became of it: "outlet set on both, date on 1; your title stays on 1"."""
        new = ", ".join(
            f"{name}{'' if n else ' set'} on {_of(c, known)}" for n, (name, c) in enumerate(self.set.items())
        )
        own = ", ".join(f"your {name} stays on {_of(count, known)}" for name, count in self.kept.items())
        return "; ".join(part for part in (new, own) if part)


def _of(number: int, all_of: int) -> str:
    """How many of some: "it", "both", "all 5", "3"."""
    if number != all_of:
        return f"{number:,}"
    return {1: "it", 2: "both"}.get(number, f"all {number:,}")


def counted(number: int, noun: str) -> str:
    """How many there are of something: "1 quote", "14 quotes"."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes along with articles that are taken out."""

    articles: int = 0
    quotes: int = 0
    positions: int = 0
    facts: int = 0
    """Those that no other article tells."""
    notes: int = 0
    tags: int = 0
    stars: int = 0
    edits: int = 0

    @property
    def found(self) -> str:
        """What the machine found in them: "34 quotes, 5 positions"; "" for nothing."""
        return self._listed(("quotes", "positions", "facts"))

    @property
    def marks(self) -> str:
        """What is the analyst's: "3 notes, 1 edit"; "" for nothing."""
        return self._listed(("notes", "tags", "stars", "edits"))

    def _listed(self, names: tuple[str, ...]) -> str:
        return ", ".join(counted(number, name[:-1]) for name in names if (number := getattr(self, name)))


@dataclass(frozen=True, slots=True)
class Summary:
    """What an add did."""

    added: tuple[str, ...] = ()
    """Ids of the new articles."""
    known: int = 0
    failures: tuple[Failure, ...] = field(default=())
    unfitting: tuple[str, ...] = ()
    """Files that the pattern of names does not fit."""
    given: Given = Given()
    """What became of the fields that were given, of articles that were known already."""


@dataclass(frozen=True, slots=True)
class Change:
    """What two analyses of an article say of one quote or position; one of the two may have nothing."""

    article_id: str
    before: Quote | Position | None
    after: Quote | Position | None

    @property
    def thing(self) -> Quote | Position:
        """What is found now; of what is gone, what was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def kind(self) -> Literal["changed", "new", "gone"]:
        """How the two differ."""
        return "gone" if self.after is None else "new" if self.before is None else "changed"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many quotes, or positions, an analysis found as they were, otherwise, for the first time, and no more."""

    kept: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0

    def __str__(self) -> str:
        return f"{self.kept:,} kept, {self.changed:,} changed, {self.new:,} new, {self.gone:,} gone"


@dataclass(frozen=True, slots=True)
class Changes:
    """What the analysis of articles that had been analysed before found differently."""

    articles: int = 0
    kept_quotes: int = 0
    kept_positions: int = 0
    found: tuple[Change, ...] = ()
    """All that is not as it was."""

    @property
    def quotes(self) -> Tally:
        """How many quotes are as they were, and how many are not."""
        return Tally(self.kept_quotes, *self._counts(Quote))

    @property
    def positions(self) -> Tally:
        """The same of positions."""
        return Tally(self.kept_positions, *self._counts(Position))

    def _counts(self, kind: type) -> list[int]:
        kinds = [change.kind for change in self.found if isinstance(change.thing, kind)]
        return [kinds.count("changed"), kinds.count("new"), kinds.count("gone")]


@dataclass(frozen=True, slots=True)
class Lost:
    """Something with marks of the analyst's that the analysis does not find any more: where it stood."""

    target: str
    article_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Owed:
    """What waits in a case, as numbers of articles."""

    unread: int = 0
    """Added and not analysed, or analysed by something else."""
    uncompared: int = 0
    """Whose names, issues, facts and lineage are not brought together with those of the others yet; also one that was
    taken out since.
    """

    def __bool__(self) -> bool:
        return bool(self.unread or self.uncompared)

    @property
    def parts(self) -> list[str]:
        """`3 not analysed`, `2 not compared`."""
        found = ((self.unread, "not analysed"), (self.uncompared, "not compared"))
        return [f"{number:,} {what}" for number, what in found if number]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an analysis of the case did."""

    analysed: int = 0
    unanalysed: Mapping[str, int] = field(default_factory=dict)
    """Language -> how many articles were left alone for it."""
    changes: Changes = Changes()
    lost: tuple[Lost, ...] = ()
    """Everything that the analyst's marks wait for, of this analysis and those before."""
    compared: int = 0
    """How many articles were brought together with the others, those of an analysis that was cut short too."""


Report = Callable[[int, "int | None", str], None]
"""Progress: how many are done, of how many (None while unknown), what is being done."""

Stop = Callable[[], bool]
"""Whether the user wants the job stopped."""


def no_report(done: int, total: int | None, label: str) -> None:
    """A `Report` for those who do not watch."""


def never() -> bool:
    """A `Stop` for those who do not stop."""
    return False
