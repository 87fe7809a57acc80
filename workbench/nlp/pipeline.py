"""One text to its parse, its named entities and its attributions: the whole of what the models say about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.nlp import parser, tagger
from workbench.nlp.tagger import Attribution, NamedSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

KEPT = 400_000
"""Characters of the texts whose outputs are kept: some eighty articles."""
SPACY_KINDS = {"LOC": "GPE", "MISC": ""}
"""Entity kinds that the parsed document names differently, or not at all."""


@dataclass(frozen=True, slots=True)
class ModelOutput:
    """A parsed text with its entities as `doc.ents`, and its attributions."""

    doc: Doc
    attributions: tuple[Attribution, ...]


_kept: ContextVar[dict[str, ModelOutput] | None] = ContextVar("kept", default=None)


@contextmanager
def outputs_kept() -> Iterator[None]:
    """As long as this lasts, a text that comes again is not run through the models again: names that one article learns
    from another are looked for in a second reading. KEPT characters are kept.
    """
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def run_models(text: str) -> ModelOutput:
    """Read a text; only `parser.LIMIT` characters of it."""
    kept = _kept.get()
    if kept is None:
        return _run(text)
    if text in kept:
        return kept[text]
    found = _run(text)
    if sum(map(len, kept)) + len(text) <= KEPT:
        kept[text] = found
    return found


def _run(text: str) -> ModelOutput:
    doc = parser.parse(text)
    found = tagger.load().tag(doc)
    set_entities(doc, [_before_cue(e, found.attributions) for e in found.entities])
    return ModelOutput(doc, found.attributions)


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
