"""Attributions to quotes: cut at line ends, joined where a quotation goes on, inner ones apart, with speakers resolved.

The model (`nlp.tagger`) finds what belongs together; the layout of the text adds to it (`layouts`, `quote_assembly`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.analysis.attribution import source_chains
from workbench.analysis.attribution.carried_words import give_to_tellers
from workbench.analysis.attribution.content_bounds import adjust_bounds
from workbench.analysis.attribution.headline_labels import remove_label_sources
from workbench.analysis.attribution.layouts import add_layout_attributions
from workbench.analysis.attribution.nested_attributions import NestedAttribution, find_nested, find_reported
from workbench.analysis.attribution.quote_assembly import QuoteDraft, assemble_drafts
from workbench.analysis.attribution.quote_framing import frame_quote
from workbench.analysis.attribution.speaker_countries import with_countries
from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.analysis.attribution.speaking_subjects import is_asked_of_subject, speaking_subject
from workbench.analysis.attribution.trailing_speakers import find_trailing_attributions, separate_names_from_cues
from workbench.analysis.attribution.transcripts import add_turns
from workbench.analysis.attribution.verbless_quotes import add_verbless_quotes, find_announced_quotes
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.provenance.credits import credited_outlets
from workbench.analysis.text.token_spans import subtree_span, tokens_at
from workbench.model import Quote, Span, Speaker
from workbench.nlp import quotation_marks
from workbench.nlp.tagger import Attribution, TaggedSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc

MIN_WORDS = 3
"""What is left of a content around another must have as many words to stay a quote."""
SPAN_JOINER = " … "


@dataclass(frozen=True, slots=True)
class _Context:
    """What the quotes of one article share."""

    article_id: str
    entities: ArticleEntities
    marked: list[Span]
    """What stands between quotation marks."""
    outlets: source_chains.CreditedOutlets
    sources: Sequence[Span]
    """Where any of the quotes names its source."""


def find_quotes(article_id: str, entities: ArticleEntities, found: Sequence[Attribution]) -> tuple[Quote, ...]:
    """The quotes of one article, in text order; `found`: its attributions as the tagger has them."""
    text = entities.text
    marked, outlets = quotation_marks.quoted_spans(text), credited_outlets(text)
    told = give_to_tellers(entities.doc, text, outlets, separate_names_from_cues(entities.doc, found), marked)
    known = remove_label_sources(text, told)
    shaped = (*find_announced_quotes(entities, marked), *find_trailing_attributions(entities.doc, text, marked))
    given = add_layout_attributions(text, known, shaped)
    drafts = [part for whole in assemble_drafts(text, given, marked) for part in _unnested(entities, whole, outlets)]
    sources = [Span(s.start, s.end) for d in drafts for s in d.sources]
    context = _Context(article_id, entities, marked, outlets, sources)
    out: list[Quote] = []
    before: tuple[Speaker, ...] = ()
    for draft in drafts:
        quote = _build_quote(context, draft, before)
        out.append(quote)
        before = quote.speakers or before
    out = add_turns(article_id, entities, out)
    return with_countries(entities, add_verbless_quotes(article_id, entities, marked, out))


def _build_quote(context: _Context, draft: QuoteDraft, before: Sequence[Speaker]) -> Quote:
    """A draft with its bounds, speakers, source chain and framing; `before`: the speakers of the quote before."""
    entities, outlets = context.entities, context.outlets
    doc, text = entities.doc, entities.text
    contents = [adjust_bounds(doc, text, content, context.marked) for content in draft.contents]
    spans, cue = tuple(Span(c.start, c.end) for c in contents), draft.cue_span
    owners = () if _is_asked(doc, draft.cue) else draft.sources or _owner(doc, draft.cue, spans)
    named = _speakers(entities, owners, before, spans)
    speakers = tuple(source_chains.outlet_as_speaker(text, outlets, speaker) for speaker in named)
    via = draft.via or source_chains.outlet_told(text, cue, speakers)
    via = via or source_chains.publishing_outlet(text, outlets, owners)
    told, sentence = frame_quote(doc, text, spans, cue, speakers)
    return Quote(
        context.article_id,
        quotation_marks.quote_kind(text, spans, context.marked),
        spans,
        SPAN_JOINER.join(s.of(text) for s in spans),
        speakers,
        cue,
        cue.of(text),
        via or source_chains.outlet_cited(text, outlets, _sentence(doc, cue), [*spans, *context.sources]),
        draft.confidence,
        told=told,
        sentence=sentence,
    )


def _speakers(
    entities: ArticleEntities, sources: Sequence[TaggedSpan], before: Sequence[Speaker], inside: Sequence[Span]
) -> tuple[Speaker, ...]:
    """Who the sources stand for, each once."""
    out: dict[tuple[str, str, str], Speaker] = {}
    for source in sources:
        for speaker in resolve_speakers(entities, Span(source.start, source.end), before, inside):
            out.setdefault((speaker.name, speaker.country, speaker.name or speaker.mention_text), speaker)
    return tuple(out.values())


def _is_asked(doc: Doc, cue: TaggedSpan) -> bool:
    tokens = tokens_at(doc, cue)
    return tokens is not None and is_asked_of_subject(tokens.root)


def _owner(doc: Doc, cue: TaggedSpan, contents: Sequence[Span]) -> tuple[TaggedSpan, ...]:
    """Whose words a noun's are, "Vance" for "echoing Vance's comments that"; the subject of a verb by the parse."""
    tokens = tokens_at(doc, cue)
    for token in tokens or ():
        for child in token.children:
            if child.dep_ == "poss":
                return (TaggedSpan(child.left_edge.idx, child.idx + len(child), cue.confidence),)
    subject = speaking_subject(tokens.root) if tokens else None
    span = subtree_span(subject) if subject is not None else None
    if span is None or any(c.overlaps(span) for c in contents):
        return ()
    return (TaggedSpan(span.start, span.end, cue.confidence),)


def _unnested(entities: ArticleEntities, draft: QuoteDraft, outlets: source_chains.CreditedOutlets) -> list[QuoteDraft]:
    """The draft, and the attribution by somebody else that its last content contains."""
    last = draft.contents[-1]
    whole = Span(last.start, last.end)
    sources = (Span(s.start, s.end) for s in draft.sources)
    carriers = (source_chains.carrier(entities.text, outlets, draft.cue_span, s) for s in sources)
    via = next(filter(None, carriers), "")
    if via and (whose := find_reported(entities.doc, whole)):
        before = draft.contents[:-1]
        own = [QuoteDraft(before, draft.cue, draft.sources, draft.confidence)] if before else []
        return [*own, _nested_draft(whose, last, draft.confidence, via)]
    inner = find_nested(entities.doc, whole)
    if inner is None:
        return [draft]
    out = [_nested_draft(inner, last, draft.confidence)]
    rest = entities.text[last.start : inner.outer_end].rstrip()
    if len(rest.split()) >= MIN_WORDS:
        shortened = TaggedSpan(last.start, last.start + len(rest), last.confidence)
        out.insert(0, QuoteDraft([*draft.contents[:-1], shortened], draft.cue, draft.sources, draft.confidence))
    return out


def _nested_draft(found: NestedAttribution, outer: TaggedSpan, confidence: float, via: str = "") -> QuoteDraft:
    parts = (TaggedSpan(s.start, s.end, outer.confidence) for s in (found.content, found.cue, found.source))
    content, cue, source = parts
    return QuoteDraft([content], cue, (source,), confidence, via)


def _sentence(doc: Doc, cue: Span) -> Span:
    tokens = tokens_at(doc, cue)
    return Span(tokens.sent.start_char, tokens.sent.end_char) if tokens else cue
