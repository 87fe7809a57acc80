"""Interviews and transcripts: whose turn it is, by the labels before the turns or by questions that are paragraphs.

What somebody says in their turn is verbatim, with no marks around it. Who asks is not read. A is whoever was named
above the first question.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.analysis.attribution.speakers import resolve_speakers
from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.entities.honorifics import TITLES
from workbench.analysis.entities.name_parts import capitalize_name
from workbench.analysis.entities.people import Person
from workbench.analysis.text.lexicon import is_role
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.token_spans import tokens_at
from workbench.model import Quote, Span, Speaker

CONFIDENCE = 0.8
MAX_QUESTION_WORDS = 80
"""Words."""
LineKind = Literal["question", "answer", "named", "plain"]
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_LABEL = re.compile(
    r"[ \t*_]*(?P<label>[^\W\d_][^\n:!?;“\"«]{0,50}?)[ \t]*(?:\([^()\n]{1,40}\))?[*_]*:[*_]*(?:[ \t]+|$)"
)
_POINT = re.compile(r"[ \t*_]*(?P<label>[QA])[*_]*(?:\.|(?=[ \t]))[*_]*[ \t]+(?=[^\Wa-z_])")
_ASKS = re.compile(
    r"(?:q|question|questions?er|interviewer|reporters?|journalists?|moderator|host|anchor|presenter|audience|caller)"
    r"(?: ?\d)?",
    re.I,
)
_ANSWERS = re.compile(r"a|ans|answer|reply|interviewee|guest", re.I)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us|We|My|Our)\b")
_ASIDE = re.compile(r"[ \t]*(?:[(\[][^\n]*[)\]]|#+|\*+|-+|END|ENDS|[Bb]y [A-Z][^\n]{1,40})[ \t]*\Z")
_MARKUP = " \t\xa0*_"
_INTERVIEW = re.compile(r"\b(?:interview|spoke|speaks|talk|sat down|met|meets|joins|joined|answer|asked)", re.I)
_CAPITALS = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,5}(?:, [^\n]{1,40})?")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the text, and the label it begins with."""

    kind: LineKind
    said: Span
    label: Span | None = None


def add_turns(article_id: str, entities: ArticleEntities, found: Sequence[Quote]) -> list[Quote]:
    """`found` with the turns of an interview or a transcript as quotes of whoever has the turn, and of nobody else."""
    turns = list(_turns(article_id, entities))
    kept = [
        q
        for q in found
        if not any(t.spans[0].start <= q.spans[0].start and _belongs_to_turn(entities, q, t) for t in turns)
    ]
    return sorted((*kept, *turns), key=lambda q: (q.spans[0], q.spans[-1]))


def _belongs_to_turn(entities: ArticleEntities, quote: Quote, turn: Quote) -> bool:
    """Whether a quote is only what is said in the turn, and not an attribution to somebody else within it."""
    if not any(s.overlaps(t) for s in quote.spans for t in turn.spans):
        return False
    others = [s for s in quote.speakers if s.kind != "unknown" and s.name not in {t.name for t in turn.speakers}]
    cue = quote.cue and tokens_at(entities.doc, quote.cue)
    speech = any(t.lemma_.lower() in frames()["speech"] for t in cue or ())
    inner = bool(quote.cue) and any(t.covers(quote.cue) for t in turn.spans if quote.cue)
    return not (others and speech and inner)


def _turns(article_id: str, entities: ArticleEntities) -> Iterator[Quote]:
    text = entities.text
    lines = _labelled(entities) or _unlabelled(text)
    first = next((n for n, line in enumerate(lines) if line.kind != "plain"), len(lines))
    asked = lines[first].label or lines[first].said if first < len(lines) else Span(0, 0)
    whom = _answerer(entities, asked.start)
    for line, more in _grouped(text, lines[first:]):
        spans = tuple(s for s in (line.said, *more) if s.start < s.end)
        if spans:
            speakers = _speakers(entities, line, whom)
            words = " … ".join(s.of(text) for s in spans)
            yield Quote(article_id, "direct", spans, words, speakers, confidence=CONFIDENCE)


def _grouped(text: str, lines: Sequence[_Line]) -> Iterator[tuple[_Line, list[Span]]]:
    """Each answer or turn of somebody named, with the paragraphs that go on with it; none goes on
    behind the last turn.
    """
    last = max((n for n, line in enumerate(lines) if line.kind != "plain"), default=-1)
    for n, line in enumerate(lines):
        if line.kind not in ("answer", "named"):
            continue
        more: list[Span] = []
        for following in lines[n + 1 :] if n < last else ():
            if following.kind != "plain":
                break
            if not _ASIDE.match(following.said.of(text)):
                more.append(following.said)
        yield line, more


def _labelled(entities: ArticleEntities) -> list[_Line]:
    """The lines of a text whose turns have labels; none where it has no such turns."""
    text = entities.text
    lines = [_line(text, Span(*m.span())) for m in _LINE.finditer(text)]
    names = Counter(line.label.of(text) for line in lines if line.kind == "named" and line.label)
    asks = sum(line.kind == "question" for line in lines)
    known = {name: _known(entities, name) is not None for name in names}
    out = []
    for line in lines:
        name = line.label.of(text) if line.label else ""
        proper = line.kind != "named" or _is_turn(entities, line, name, known[name], names[name], asks)
        out.append(
            line if proper else _Line("plain", Span(line.label.start, line.said.end) if line.label else line.said)
        )
    turns = [line for line in out if line.kind != "plain"]
    spoken = any(line.kind in ("answer", "named") for line in turns)
    if asks > 1 and not spoken:
        return _answering(out)
    return out if len(turns) > 1 and spoken else []


def _is_turn(entities: ArticleEntities, line: _Line, name: str, known: bool, times: int, asks: int) -> bool:
    """Whether a label is somebody's: of a person of the text, or in capitals, in a text of several turns."""
    place = bool(line.label and entities.countries_in(line.label))
    if place or (times < 2 and not asks):
        return False
    titled = name.split()[0].lower() in TITLES
    return known or titled or bool(_CAPITALS.fullmatch(name) and (times > 1 or asks))


def _line(text: str, span: Span) -> _Line:
    said = Span(span.start, span.end)
    match = _LABEL.match(text, span.start, span.end) or _POINT.match(text, span.start, span.end)
    if not match:
        return _Line("plain", _trimmed(text, said))
    name = match["label"].strip(_MARKUP)
    label = Span(match.start("label"), match.start("label") + len(name))
    asks, answers = _ASKS.fullmatch(name), _ANSWERS.fullmatch(name)
    kind: LineKind = "question" if asks else "answer" if answers else "named"
    return _Line(kind, _trimmed(text, Span(match.end(), span.end)), label)


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_MARKUP))
    return Span(start, max(start, span.start + len(words.rstrip(_MARKUP))))


def _unlabelled(text: str) -> list[_Line]:
    """The lines of an interview whose questions are paragraphs of their own; none where it is no interview."""
    lines = [_Line("plain", _trimmed(text, Span(*m.span()))) for m in _LINE.finditer(text)]
    lines = [replace(line, kind="question") if _asks(line.said.of(text)) else line for line in lines]
    out = _answering(lines)
    answers = [line for line in out if line.kind == "answer"]
    personal = sum(bool(_FIRST_PERSON.search(line.said.of(text))) for line in answers)
    return out if len(answers) > 1 and 2 * personal > len(answers) else []


def _asks(words: str) -> bool:
    return words.endswith("?") and words[:1].isupper() and len(words.split()) <= MAX_QUESTION_WORDS


def _answering(lines: Sequence[_Line]) -> list[_Line]:
    """The lines, with what follows a question as its answer."""
    out = list(lines[:1])
    for before, line in zip(lines, lines[1:], strict=False):
        answers = before.kind == "question" and line.kind == "plain"
        out.append(replace(line, kind="answer") if answers else line)
    return out


def _answerer(entities: ArticleEntities, first: int) -> tuple[Person, Span] | None:
    """The one who is asked: the one person named above the first question, or the one whom a sentence there meets."""
    named = {p.name: (p, m) for p in entities.people for m in reversed(p.mentions) if m.end <= first}
    named = {n: found for n, found in named.items() if not _is_byline(entities.text, found[1])}
    if len(named) > 1:
        named = {n: found for n, found in named.items() if found[0].role}
        met = {n: found for n, found in named.items() if _INTERVIEW.search(_sentence(entities, found[1]))}
        named = met or named
    return next(iter(named.values())) if len(named) == 1 else None


def _is_byline(text: str, mention: Span) -> bool:
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start]
    return line.strip().lower() in ("by", "from", "interview by", "text by", "text:")


def _sentence(entities: ArticleEntities, span: Span) -> str:
    tokens = tokens_at(entities.doc, span)
    return str(tokens.sent.text) if tokens else ""


def _known(entities: ArticleEntities, name: str) -> Person | None:
    """The person of the text whose family name a label ends in, before a comma."""
    words = " ".join(name.split(",")[0].split()).casefold()
    return next((p for p in entities.people if f" {words}".endswith(f" {p.last_name.casefold()}")), None)


def _speakers(entities: ArticleEntities, line: _Line, whom: tuple[Person, Span] | None) -> tuple[Speaker, ...]:
    if line.kind == "answer" or line.label is None:
        if whom is None:
            return ()
        person, mention = whom
        return (Speaker(person.name, "person", person.role, person.country, mention, mention.of(entities.text)),)
    text = line.label.of(entities.text)
    if known := _known(entities, text):
        return (Speaker(known.name, "person", known.role, known.country, line.label, text),)
    return (_by_label(entities, line.label, text),)


def _by_label(entities: ArticleEntities, label: Span, text: str) -> Speaker:
    """Who a label in capitals is: without title and role the name, in the letters of names."""
    tokens = tokens_at(entities.doc, label)
    roles = [t.text for t in tokens or () if is_role(t)]
    words = [w for w in text.split(",")[0].split() if w.lower() not in TITLES and w.lower() != "the"]
    name = [w for w in words if w not in roles]
    if not name:
        found = resolve_speakers(entities, label)
        return found[0] if found else Speaker("", "unknown", "", "", label, text)
    role = " ".join(w for w in words if w in roles)
    return Speaker(capitalize_name(" ".join(name)), "person", capitalize_name(role), "", label, text)
