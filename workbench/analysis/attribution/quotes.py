"""Attributions to quotes: cut at line ends, joined where a quotation goes on, unfolded, with speakers resolved.

What belongs together is the model's finding (`nlp.tagger`), with what the layout of the text says
(`layouts`, `quote_assembly`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.analysis.attribution import source_chains
from workbench.analysis.attribution.content_bounds import bounded
from workbench.analysis.attribution.headline_labels import unlabelled
from workbench.analysis.attribution.layouts import laid_out
from workbench.analysis.attribution.nested_attributions import Nested, nested, retold
from workbench.analysis.attribution.quote_assembly import Draft, drafts
from workbench.analysis.attribution.quote_framing import frame_quote
from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.analysis.attribution.trailing_speakers import interjected, nameless
from workbench.analysis.attribution.transcripts import with_turns
from workbench.analysis.attribution.verbless_quotes import announced, floating
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.provenance.credits import credited_outlets as credited
from workbench.model import Quote, Span, Speaker
from workbench.nlp import quotation_marks
from workbench.nlp.tagger import Attribution, TaggedSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc

MIN_WORDS = 3
"""What is left of a content around another must have as many words to stay a quote."""
SPAN_JOINER = " … "


def find_quotes(article_id: str, entities: ArticleEntities, found: Sequence[Attribution]) -> tuple[Quote, ...]:
    """The quotes of one article, in text order; `found`: its attributions as the tagger has them."""
    text = entities.text
    marked, outlets = quotation_marks.quoted(text), credited(text)
    known = unlabelled(text, nameless(entities.doc, found))
    shaped = (*announced(entities, marked), *interjected(entities.doc, text, marked))
    given = laid_out(text, known, shaped)
    parts = [part for whole in drafts(text, given, marked) for part in _unnested(entities, whole, outlets)]
    sources = [Span(s.start, s.end) for d in parts for s in d.sources]
    out: list[Quote] = []
    before: tuple[Speaker, ...] = ()
    for draft in parts:
        spans = tuple(Span(c.start, c.end) for c in (bounded(entities.doc, text, c, marked) for c in draft.contents))
        owners = draft.sources or _owner(entities.doc, draft.cue)
        speakers = tuple(source_chains.named(text, outlets, s) for s in _speakers(entities, owners, before, spans))
        cue = Span(draft.cue.start, draft.cue.end)
        via = draft.via or source_chains.told(text, cue, speakers) or source_chains.passed_on(text, outlets, owners)
        told, sentence = frame_quote(entities.doc, text, spans, cue, speakers)
        out.append(
            Quote(
                article_id,
                quotation_marks.kind(text, spans, marked),
                spans,
                SPAN_JOINER.join(s.of(text) for s in spans),
                speakers,
                cue,
                cue.of(text),
                via or source_chains.reported(text, outlets, _sentence(entities.doc, cue), [*spans, *sources]),
                draft.confidence,
                told=told,
                sentence=sentence,
            )
        )
        before = speakers or before
    out = with_turns(article_id, entities, out)
    return tuple(floating(article_id, entities, marked, out))


def _speakers(
    entities: ArticleEntities, sources: Sequence[TaggedSpan], before: Sequence[Speaker], inside: Sequence[Span]
) -> tuple[Speaker, ...]:
    """Who the sources stand for, each once."""
    out: dict[tuple[str, str, str], Speaker] = {}
    for source in sources:
        for speaker in resolve_speakers(entities, Span(source.start, source.end), before, inside):
            out.setdefault((speaker.name, speaker.country, speaker.name or speaker.mention_text), speaker)
    return tuple(out.values())


def _owner(doc: Doc, cue: TaggedSpan) -> tuple[TaggedSpan, ...]:
    """Whose words a noun's are: "Vance" for "echoing Vance's comments that"."""
    for token in doc.char_span(cue.start, cue.end, alignment_mode="expand") or ():
        for child in token.children:
            if child.dep_ == "poss":
                return (TaggedSpan(child.left_edge.idx, child.idx + len(child), cue.confidence),)
    return ()


def _unnested(entities: ArticleEntities, draft: Draft, outlets: source_chains.Outlets) -> list[Draft]:
    """The draft, and the attribution by somebody else that its last content contains."""
    last = draft.contents[-1]
    whole = Span(last.start, last.end)
    via = next((name for s in draft.sources if (name := source_chains.within(outlets, Span(s.start, s.end)))), "")
    if via and (whose := retold(entities.doc, whole)):
        own = [Draft(draft.contents[:-1], draft.cue, draft.sources, draft.confidence)] if draft.contents[:-1] else []
        return [*own, _nested_draft(whose, last, draft.confidence, via)]
    inner = nested(entities.doc, whole)
    if inner is None:
        return [draft]
    out = [_nested_draft(inner, last, draft.confidence)]
    rest = entities.text[last.start : inner.outer_end].rstrip()
    if len(rest.split()) >= MIN_WORDS:
        shortened = TaggedSpan(last.start, last.start + len(rest), last.confidence)
        out.insert(0, Draft([*draft.contents[:-1], shortened], draft.cue, draft.sources, draft.confidence))
    return out


def _nested_draft(found: Nested, outer: TaggedSpan, confidence: float, via: str = "") -> Draft:
    parts = (TaggedSpan(s.start, s.end, outer.confidence) for s in (found.content, found.cue, found.source))
    content, cue, source = parts
    return Draft([content], cue, (source,), confidence, via)


def _sentence(doc: Doc, cue: Span) -> Span:
    tokens = doc.char_span(cue.start, cue.end, alignment_mode="expand")
    return Span(tokens.sent.start_char, tokens.sent.end_char) if tokens else cue
