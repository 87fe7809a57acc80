"""What the model says of every holder in every sentence of an article."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.positions.candidate_features import STANCE_NAMES, SentenceContext, encode, main_token, names
from workbench.analysis.positions.candidates import Candidate, CandidateFinder
from workbench.analysis.positions.rule_positions import MODAL
from workbench.analysis.positions.stance_readings import StanceReading
from workbench.analysis.text.token_spans import token_span
from workbench.model import STANCES, Position, Quote, Span
from workbench.nlp import position_scorer, tagger
from workbench.nlp.linear_chain import Floats
from workbench.nlp.position_scorer import MARKS, HolderQuery, HolderScore, Ints, ScoreMemory, log_odds
from workbench.nlp.syntax_features import doc_syntax
from workbench.nlp.windows import Window, split_windows

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Sentence

CONTENT, CUE, SOURCE = 1, 2, 3
"""The part of a piece in a quote."""
QUOTE, RULE, HOLDER = range(MARKS)
"""The columns of the marks."""
POLARITIES = np.array([STANCES[name][0] for name in STANCE_NAMES])


@dataclass(frozen=True, slots=True)
class Question:
    """A candidate in its sentence, what rules read of it there, and what the model is asked."""

    candidate: Candidate
    sentence: Sentence
    rules: tuple[Position, ...]
    query: HolderQuery


@dataclass(frozen=True, slots=True)
class Questions:
    """All that the model is asked about an article, in text order."""

    windows: tuple[Window, ...]
    marks: tuple[Ints, ...]
    asked: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A stance that a candidate may take in its sentence."""

    question: Question
    stance: str
    rule: Position | None
    """What a rule reads there; None where the stance is only the model's."""
    confidence: float
    """How likely it is that the holder takes a stand here, and on this side."""
    about: tuple[float, ...]
    """How likely each token of the sentence is a part of what the position is about."""


def score_candidates(
    entities: ArticleEntities,
    quotes: Sequence[Quote],
    rules: Sequence[Position],
    readings: Iterable[StanceReading],
    memory: ScoreMemory | None = None,
) -> list[Answer]:
    """The answers for each candidate of an article, in text order; `rules`: what the rules read, from `readings`."""
    found = find_questions(entities, quotes, rules, readings)
    if not found.asked:
        return []
    scorer = position_scorer.load()
    scores = scorer.score(found.windows, found.marks, [question.query for question in found.asked], memory)
    out = []
    for question, score in zip(found.asked, scores, strict=True):
        about = _by_token(found.windows, question, score.about)
        for stance, rule in possible_stances(question, score):
            sure = scorer.confidence(confidence_row(question, score, stance, rule))
            out.append(Answer(question, stance, rule, sure, about))
    return out


def possible_stances(question: Question, score: HolderScore) -> Iterator[tuple[str, Position | None]]:
    """Each stance that a rule reads, with that reading; then the model's where none of them is on its side."""
    yield from ((rule.stance, rule) for rule in question.rules)
    best = STANCE_NAMES[int(score.stances.argmax())]
    if all(STANCES[rule.stance][0] != STANCES[best][0] for rule in question.rules):
        yield best, None


def confidence_row(question: Question, score: HolderScore, stance: str, rule: Position | None) -> Floats:
    """What the confidence in a stance is made of, in the order of `confidence_names`."""
    side = STANCES[stance][0] == POLARITIES
    chances = (score.takes_stand, float(score.stances[side].sum()), score.is_core)
    lexical, modal = rule is not None and rule.confidence > MODAL, rule is not None and rule.confidence <= MODAL
    differs = rule is None and bool(question.rules)
    known = [1.0, *(log_odds(chance) for chance in chances), float(lexical), float(modal), float(differs)]
    said = [float(stance == name) for name in STANCE_NAMES]
    return np.concatenate([np.array([*known, *said], dtype=np.float32), question.query.features])


def confidence_names() -> tuple[str, ...]:
    """What each place of a confidence row is."""
    known = ("constant", "takes a stand", "side", "is core", "read by a word", "read by a modal", "rules differ")
    return (*known, *(f"says {name}" for name in STANCE_NAMES), *names())


def find_questions(
    entities: ArticleEntities, quotes: Sequence[Quote], rules: Sequence[Position], readings: Iterable[StanceReading]
) -> Questions:
    """The marks of an article's pieces, and a question for each candidate."""
    doc = entities.doc
    pieces = _Pieces(entities.text, doc)
    _mark_quotes(pieces, quotes)
    for reading in readings:
        value = 1 + STANCE_NAMES.index(reading.stance) + (0 if reading.lexical else len(STANCE_NAMES))
        pieces.mark(token_span(reading.predicate), RULE, value)
    near, finder = _by_sentence(doc, quotes, rules), CandidateFinder(entities)
    sentences = [(s, finder.find(s, near[s.start][0])) for s in doc.sents]
    counts = Counter(c.holder for _, own in sentences for c in own)
    shares = {holder: n / counts.total() for holder, n in counts.items()}
    asked = []
    for number, (sentence, candidates) in enumerate(sentences):
        place = pieces.longest(Span(sentence.start_char, sentence.end_char))
        context = SentenceContext(sentence, number, len(candidates), *near[sentence.start], shares)
        if place is None:
            continue
        for candidate in candidates:
            for mention in candidate.mentions:
                pieces.mark(mention, HOLDER, 1)
            own_rules = tuple(p for p in context.positions if p.holder == candidate.holder)
            query = pieces.query(candidate, context, *place)
            asked.append(Question(candidate, sentence, own_rules, query))
    return Questions(pieces.windows, pieces.marks, tuple(asked))


class _Pieces:
    """The word pieces of a text in their windows, and what they are marked with."""

    def __init__(self, text: str, doc: Doc) -> None:
        model = tagger.load()
        self.windows = tuple(split_windows(text, doc_syntax(doc), model.tokenizer, model.window))
        self.marks = tuple(np.zeros((len(w.ids), MARKS), dtype=np.int64) for w in self.windows)
        self._starts = [[start for start, _ in w.offsets] for w in self.windows]
        self._opens = [starts[0] for starts in self._starts]

    def within(self, span: Span) -> Iterator[tuple[int, int, int]]:
        """(window, first, past) of the pieces that begin in a span, for each window that has some."""
        last = bisect_left(self._opens, span.end)
        for window in range(max(0, bisect_left(self._opens, span.start) - 1), last):
            first, past = (bisect_left(self._starts[window], at) for at in (span.start, span.end))
            if first < past:
                yield window, first, past

    def longest(self, span: Span) -> tuple[int, int, int] | None:
        """The longest part of a span that is in one window, as `within` has it."""
        return max(self.within(span), key=lambda place: place[2] - place[1], default=None)

    def mark(self, span: Span, column: int, value: int) -> None:
        """Mark the pieces of a span."""
        for window, first, past in self.within(span):
            self.marks[window][first:past, column] = value

    def query(self, candidate: Candidate, context: SentenceContext, window: int, first: int, past: int) -> HolderQuery:
        """What the model is asked of a candidate in a sentence of pieces `first` to `past`, exclusive."""
        token = main_token(candidate, context.sentence)
        paths = np.zeros(past - first, dtype=np.int64)
        if token is not None:
            one = self.windows[window]
            paths = one.syntax.paths(one.words[first:past], token.i, token.i + 1)
        speakers = (s.mention for q in candidate.quotes for s in q.speakers if s.mention)
        cues = (q.cue for q in candidate.quotes if q.cue)
        mentions, said_by, said = (self._places(window, spans) for spans in (candidate.mentions, speakers, cues))
        return HolderQuery(window, first, past, mentions, said_by, said, paths, encode(candidate, context))

    def _places(self, window: int, spans: Iterable[Span]) -> tuple[int, ...]:
        found = {at for span in spans for w, low, high in self.within(span) if w == window for at in range(low, high)}
        return tuple(sorted(found))


def _mark_quotes(pieces: _Pieces, quotes: Sequence[Quote]) -> None:
    for quote in quotes:
        for span in quote.spans:
            pieces.mark(span, QUOTE, CONTENT)
        if quote.cue:
            pieces.mark(quote.cue, QUOTE, CUE)
        for speaker in quote.speakers:
            if speaker.mention:
                pieces.mark(speaker.mention, QUOTE, SOURCE)


def _by_sentence(
    doc: Doc, quotes: Sequence[Quote], rules: Sequence[Position]
) -> Mapping[int, tuple[list[Quote], list[Position]]]:
    """First token of a sentence -> the quotes that it has a part of, and what the rules read in it."""
    out: dict[int, tuple[list[Quote], list[Position]]] = defaultdict(lambda: ([], []))
    for quote in quotes:
        for start in {s.start for span in quote.spans for s in _sentences(doc, span)}:
            out[start][0].append(quote)
    for position in rules:
        for sentence in _sentences(doc, position.evidence):
            out[sentence.start][1].append(position)
    return out


def _sentences(doc: Doc, span: Span) -> list[Sentence]:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return [token.sent for token in found if token.is_sent_start or token == found[0]] if found else []


def _by_token(windows: Sequence[Window], question: Question, about: Floats) -> tuple[float, ...]:
    """The likelihoods of pieces as those of the sentence's tokens."""
    out, query = [0.0] * len(question.sentence), question.query
    words = windows[query.window].words[query.first : query.past] - question.sentence.start
    for word, likely in zip(words.tolist(), about.tolist(), strict=True):
        if 0 <= word < len(out):
            out[word] = max(out[word], likely)
    return tuple(out)
