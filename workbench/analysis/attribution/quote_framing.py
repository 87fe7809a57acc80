"""How a quote is told: the words of its article that turn its content into a claim.

"Closing the port" says the opposite of "has ruled out closing the port". A quote is therefore kept with its cue as the
sentence has it: auxiliaries, negation and particles, the verbs that the cue hangs on ("refused to say", "is said to
have denied", "stopped short of calling"), a condition, and what stands between cue and content. Every part is a span of
the text; `workbench.views.quote_text` joins the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.attribution.cue_scope import words_in_scope
from workbench.analysis.text.sentences import sentence_at
from workbench.analysis.text.token_spans import token_span, tokens_at
from workbench.model import Part, Role, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc

MAX_GAP = 3
"""So few words between two words that are kept are kept as well."""
MAX_BETWEEN = 14
"""So many words may stand between a cue and its content; of more, only those that can turn the sense are kept."""
_WORD = re.compile(r"\w")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)[ \xa0]+\Z")
_JOINING = re.compile(r"\b(?:and|or|nor)\b|[,&]")
_PAIRS = {"“": "”", '"': '"', "«": "»", "„": "“”", "‘": "’", "'": "'"}
_DOUBLE = (("“", "”"), ('"', '"'), ("«", "»"))
Framing = tuple[tuple[Part, ...], Span]
"""The parts in the order in which they are told, and the sentence (or sentences) they are of."""


def frame_quote(doc: Doc, text: str, spans: Sequence[Span], cue: Span | None, speakers: Sequence[Speaker]) -> Framing:
    """The words around the content in `spans` that tell it, and their sentence.

    A cue without words (a colon, a dash) adds none; where nobody is named either, the rest of the sentence tells the
    content. `text` is that of `doc`, which spaCy would put together anew.
    """
    worded = cue if cue and _WORD.search(cue.of(text)) else None
    mentions = [s.mention for s in speakers if s.mention]
    sentence = _sentences(doc, text, [*spans, *([cue] if cue else [])])
    sentence = _sentences(doc, text, [sentence, *(m for m in mentions if m.overlaps(sentence))])
    contents = [_with_marks(text, span) for span in spans]
    who = _speaker_span(text, sentence, mentions, contents)
    taken = [*contents, *([who] if who else [])]
    if worded is None:
        rest = () if who or speakers else tuple(_gaps(text, sentence, contents))
        frame = [Span(a, b) for a, b in (_trimmed(text, *gap) for gap in rest) if a < b]
    else:
        kept = words_in_scope(doc, worded, taken) | _words_to_content(doc, worded, contents, taken)
        frame = list(_runs(doc, text, kept | _words_to_speaker(doc, kept, who), taken))
    return tuple(_ordered(doc, text, contents, frame, who, worded)), sentence


def frame_passage(text: str, span: Span, *, direct: bool) -> Framing:
    """The framing of a passage that the analyst chose; where it is not direct, the rest of its sentence tells it."""
    sentence = sentence_at(text, span)
    gaps = () if direct else _gaps(text, sentence, [span])
    frame = [Span(a, b) for a, b in (_trimmed(text, *gap) for gap in gaps) if a < b]
    return tuple(sorted(_parts(text, [span], frame, None), key=lambda part: part.span)), sentence


def _sentences(doc: Doc, text: str, spans: Sequence[Span]) -> Span:
    whole = Span.around(spans)
    tokens = tokens_at(doc, whole)
    if not tokens:
        return whole
    first, last = tokens[0].sent, tokens[-1].sent
    end = first.start_char + len(text[first.start_char : last.end_char].rstrip())
    return _with_outer_marks(text, Span(first.start_char, end))


def _with_outer_marks(text: str, sentence: Span) -> Span:
    """The sentence with the double mark right before or after it that the parser gave to its neighbour, if the other
    mark of the pair is within.
    """
    before, after = text[max(0, sentence.start - 1) : sentence.start], text[sentence.end : sentence.end + 1]
    within = sentence.of(text)
    for opening, closing in _DOUBLE:
        open_, shut = within.count(opening), within.count(closing)
        odd = opening == closing and open_ % 2
        if before == opening and (odd or shut > open_):
            return Span(sentence.start - 1, sentence.end)
        if after == closing and (odd or open_ > shut):
            return Span(sentence.start, sentence.end + 1)
    return sentence


def _speaker_span(text: str, sentence: Span, mentions: Sequence[Span], contents: Sequence[Span]) -> Span | None:
    """Where the speakers are named, as one stretch, if that is in the sentence and outside of the content."""
    here = [m for m in mentions if sentence.covers(m) and not any(m.overlaps(c) for c in contents)]
    if not here:
        return None
    whole = here[0]
    for mention in here[1:]:
        joined = _JOINING.search(text, whole.end, mention.start)
        if joined and len(text[whole.end : mention.start].split()) <= MAX_GAP + 1:
            whole = Span.around((whole, mention))
    among = any(c.overlaps(whole) for c in contents)
    whole = here[0] if among else whole
    article = _ARTICLE.search(text, sentence.start, whole.start)
    return Span(article.start(), whole.end) if article else whole


def _with_marks(text: str, span: Span) -> Span:
    """The content with the quotation mark before or after it that forms a pair with one inside."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    within = span.of(text)
    if closers := _PAIRS.get(before):
        if after and after in closers:
            return Span(span.start - 1, span.end + 1)
        if closers != before and any(within.count(c) > within.count(before) for c in closers):
            return Span(span.start - 1, span.end)
        if closers == before == '"' and within.count('"') % 2:
            return Span(span.start - 1, span.end)
    opened = [o for o, closers in _PAIRS.items() if after and after in closers]
    if any(within.count(o) > within.count(after) if o != after else within.count(o) % 2 for o in opened if o != "'"):
        return Span(span.start, span.end + 1)
    return span


def _words_to_content(doc: Doc, cue: Span, contents: Sequence[Span], taken: Sequence[Span]) -> set[int]:
    """The words from the cue to the content after it, in one sentence; of many, those that can turn the sense."""
    content = next((c for c in contents if c.start >= cue.end), None)
    words = doc.char_span(cue.end, content.start, alignment_mode="contract") if content else None
    if not words or words[0].sent != words[-1].sent or "\n" in words.text:
        return set()
    free = [t for t in words if not any(token_span(t).overlaps(s) for s in taken)]
    if sum(not t.is_punct for t in free) <= MAX_BETWEEN:
        return {t.i for t in free}
    return {t.i for t in free if t.dep_ == "neg" or t.pos_ in ("VERB", "AUX")} | {free[-1].i}


def _words_to_speaker(doc: Doc, kept: Iterable[int], who: Span | None) -> set[int]:
    """The few words between the last that is kept before the speaker and the speaker."""
    first = tokens_at(doc, who) if who else None
    before = max((i for i in kept if first and i < first.start), default=None)
    if not first or before is None or first.start - before - 1 > MAX_GAP:
        return set()
    return set(range(before + 1, first.start))


def _runs(doc: Doc, text: str, kept: Iterable[int], taken: Sequence[Span]) -> Iterator[Span]:
    """The kept words as stretches of the text, with what stands between words that are near each other."""
    runs: list[list[int]] = []
    for at in sorted(i for i in kept if not any(token_span(doc[i]).overlaps(s) for s in taken)):
        if runs and _near(doc, runs[-1][-1], at, taken):
            runs[-1].append(at)
        else:
            runs.append([at])
    for run in runs:
        whole = token_span(doc[run[0]], doc[run[-1]])
        start, end = _trimmed(text, whole.start, whole.end)
        if start < end:
            yield Span(start, end)


def _near(doc: Doc, one: int, other: int, taken: Sequence[Span]) -> bool:
    between = doc[one + 1 : other]
    words = sum(not t.is_punct for t in between)
    gap = Span(doc[one].idx, doc[other].idx)
    return words <= MAX_GAP and not any(gap.overlaps(s) for s in taken) and "\n" not in doc[one:other].text


def _ordered(
    doc: Doc, text: str, contents: Sequence[Span], frame: Sequence[Span], who: Span | None, cue: Span | None
) -> list[Part]:
    """The parts as they are told: in the order of the text, but what says who and how before what is said."""
    parts = sorted(_parts(text, contents, frame, who), key=lambda part: part.span)
    telling = [p for p in parts if p.role != "content"]
    if who and max((cue or who).start, who.start) > contents[0].start:
        if cue and (who.start > contents[0].start > cue.start or _inverted(doc, cue, who)):
            telling.sort(key=lambda part: part.role == "cue")
        return [*telling, *(p for p in parts if p.role == "content")]
    return parts


def _inverted(doc: Doc, cue: Span, who: Span) -> bool:
    """Whether a verb stands before its subject: "said Ruiz", but not "told by Ruiz"."""
    words = tokens_at(doc, cue)
    first = tokens_at(doc, who)
    if not words or not first or who.start < cue.end or not first.start:
        return False
    return words.root.tag_ in ("VBD", "VBZ", "VBP", "VBN") and doc[first.start - 1].pos_ != "ADP"


def _parts(text: str, contents: Iterable[Span], frame: Iterable[Span], who: Span | None) -> Iterator[Part]:
    roles: list[tuple[Role, Iterable[Span]]] = [
        ("content", contents), ("cue", frame), ("speaker", [who] if who else []),
    ]  # fmt: skip
    for role, spans in roles:
        yield from (Part(role, span, span.of(text)) for span in spans)


def _gaps(text: str, whole: Span, taken: Iterable[Span]) -> Iterator[tuple[int, int]]:
    at = whole.start
    for span in sorted(taken):
        yield at, span.start
        at = span.end
    yield at, whole.end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without what is no word at its ends ("’s" and "U.S." keep their marks)."""

    def outside(at: int) -> bool:
        return not text[at].isalnum()

    while start < end and outside(start) and not (text[start] in "'’" and text[start + 1 : end][:1].isalpha()):
        start += 1
    while end > start and outside(end - 1) and not (text[end - 1] in ".'’%" and text[end - 2 : end - 1].isupper()):
        end -= 1
    return start, end
