"""One text to its parse, its named entities and its attributions: the whole of what the models say about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.nlp import parser, tagger
from workbench.nlp.tagger import Attribution, NamedSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

SPACY_KINDS = {"LOC": "GPE", "MISC": ""}
"""Entity kinds that the parsed document names differently, or not at all."""


@dataclass(frozen=True, slots=True)
class ModelOutput:
    """A parsed text with its entities as `doc.ents`, and its attributions."""

    doc: Doc
    attributions: tuple[Attribution, ...]


def run_models(text: str) -> ModelOutput:
    """Read a text; only `parser.LIMIT` characters of it."""
    doc = parser.parse(text)
    found = tagger.load().tag(doc)
    set_entities(doc, [_before_cue(e, found.attributions) for e in found.entities])
    return ModelOutput(doc, found.attributions)


def is_loaded() -> bool:
    """Whether this process has the models in memory."""
    return tagger.load.cache_info().currsize > 0


def _before_cue(entity: NamedSpan, attributions: Sequence[Attribution]) -> NamedSpan:
    """The entity without the verb that follows it: in a headline, "Ruiz Signals" looks like a name."""
    cut = (a.cue.start for a in attributions if entity.start < a.cue.start < entity.end)
    return replace(entity, end=min(cut, default=entity.end))


def set_entities(doc: Doc, entities: Sequence[NamedSpan]) -> None:
    """Make the entities the document's own, each widened to whole tokens."""
    from spacy.util import filter_spans

    spans = [
        doc.char_span(e.start, e.end, label=kind, alignment_mode="expand")
        for e in entities
        if (kind := SPACY_KINDS.get(e.kind, e.kind))
    ]
    doc.set_ents(filter_spans([s for s in spans if s is not None and not s.text.isspace()]))
