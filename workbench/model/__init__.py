"""The values that every layer speaks of, frozen.

All offsets are Python `str` offsets, end exclusive, into the `text` of the article named beside them. Countries are ISO
3166-1 alpha-3 codes or the short name of a bloc ("EU", "NATO"). The words are those of the vocabulary in
`db/README.md`.
"""

from __future__ import annotations

from workbench.model.analysis import NOTHING_KEPT, Analysis, Change, Changes, KeptOutput, LostTarget, Tally
from workbench.model.articles import ARTICLE_FIELDS, Article, Document, Lineage
from workbench.model.entities import (
    NOWHERE,
    SPEAKER_KINDS,
    Entity,
    KnownFrom,
    Origin,
    Speaker,
    SpeakerKind,
    said_by_text,
)
from workbench.model.facts import DIFFERENCE_KINDS, Clause, Difference, Fact, Phrasing, Reading
from workbench.model.ids import article_id, fact_id, stable_id
from workbench.model.jobs import (
    Failure,
    GivenMetadata,
    Outcome,
    PendingWork,
    Removal,
    Report,
    Stop,
    Summary,
    counted,
    never,
    no_report,
)
from workbench.model.marks import STATUSES, Action, Note
from workbench.model.panes import PANES, Pane
from workbench.model.positions import LIKELY, OTHERS, OWN_ATTRIBUTIONS, STANCES, TAKING_PART, Position
from workbench.model.quotes import QUOTE_KINDS, Part, Quote, QuoteKind, Role
from workbench.model.spans import OffsetMap, Passage, Segment, Span

__all__ = [
    "ARTICLE_FIELDS",
    "DIFFERENCE_KINDS",
    "LIKELY",
    "NOTHING_KEPT",
    "NOWHERE",
    "OTHERS",
    "OWN_ATTRIBUTIONS",
    "PANES",
    "QUOTE_KINDS",
    "SPEAKER_KINDS",
    "STANCES",
    "STATUSES",
    "TAKING_PART",
    "Action",
    "Analysis",
    "Article",
    "Change",
    "Changes",
    "Clause",
    "Difference",
    "Document",
    "Entity",
    "Fact",
    "Failure",
    "GivenMetadata",
    "KeptOutput",
    "KnownFrom",
    "Lineage",
    "LostTarget",
    "Note",
    "OffsetMap",
    "Origin",
    "Outcome",
    "Pane",
    "Part",
    "Passage",
    "PendingWork",
    "Phrasing",
    "Position",
    "Quote",
    "QuoteKind",
    "Reading",
    "Removal",
    "Report",
    "Role",
    "Segment",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stop",
    "Summary",
    "Tally",
    "article_id",
    "counted",
    "fact_id",
    "never",
    "no_report",
    "said_by_text",
    "stable_id",
]
