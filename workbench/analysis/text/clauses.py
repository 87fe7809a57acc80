"""Sentences into clauses that each state one thing: the unit that facts are matched on.

One decision: a clause is a contiguous stretch. An inserted relative clause is inside the span of the clause around it
but none of its terms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.text.clause_predicates import clause_action, clause_kind, content_predicate, is_negated
from workbench.analysis.text.clause_segmentation import (
    clause_verb,
    is_predicate,
    split_clauses,
    split_sentences,
)
from workbench.analysis.text.date_tense import date_tenses
from workbench.analysis.text.lexicon import roles
from workbench.analysis.text.predicates import ALL_SUBJECTS
from workbench.analysis.text.quantities import Quantity, find_quantities
from workbench.analysis.text.token_spans import token_span
from workbench.analysis.text.words import FUNCTION_WORDS
from workbench.model import Clause, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Names = tuple[str, ...]

_CORE = ALL_SUBJECTS | {"dobj", "attr", "acomp", "ccomp", "xcomp", "aux", "auxpass", "neg", "prt", "dative", "oprd"}
_CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}
_HELPERS = ("aux", "auxpass")
_NAMED = {"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT"}


def find_clauses(doc: Doc, article_id: str, countries: Mapping[Span, str]) -> tuple[Clause, ...]:
    """The clauses of a parsed article, in order of their place; their spans may lie within one another.

    `countries`: the code of each country or bloc that the text names, by where it does.
    """
    context = _Context(doc, article_id, countries)
    found: dict[Span, Clause] = {}
    for sentence in split_sentences(doc):
        for head, owned in split_clauses(sentence):
            if clause := context.clause(head, owned, sentence):
                found.setdefault(clause.span, clause)
        context.close_sentence()
    return tuple(found[span] for span in sorted(found))


class _Context:
    """What the clauses of one article share: names, countries, numbers by place, and who was spoken of last."""

    def __init__(self, doc: Doc, article_id: str, countries: Mapping[Span, str]) -> None:
        self.doc = doc
        self.text = doc.text
        self.article_id = article_id
        self.names = _names_at(doc)
        self.given = _given_names(doc)
        self.countries = {at: code for span, code in countries.items() for at in range(span.start, span.end)}
        self.quantities = find_quantities(self.text)
        self.last_person: Names = ()
        self.new_person: Names = ()

    def close_sentence(self) -> None:
        """Pronouns of the next sentence may mean who was subject in this one."""
        self.last_person, self.new_person = self.new_person or self.last_person, ()

    def clause(self, head: Token, owned: Sequence[Token], sentence: Sequence[Token]) -> Clause | None:
        """The clause of a predicate, or nothing where its tokens have no word."""
        tokens = _trimmed(_essential(head, owned), whole=len(owned) == len(sentence))
        if not any(t.text.isalnum() for t in tokens):
            return None
        span = token_span(tokens[0], tokens[-1])
        verb = clause_verb(head)
        predicate = content_predicate(verb)
        own = [t for t in owned if span.start <= t.idx < span.end]
        return Clause(
            article_id=self.article_id,
            span=span,
            text=span.of(self.text),
            terms=tuple(self._terms(own)),
            names=tuple(dict.fromkeys((*self._names(own), *self._inherited(verb)))),
            numbers=tuple(dict.fromkeys(q.value for q in self._quantities(own))),
            action=clause_action(predicate),
            negated=is_negated(verb, predicate, own),
            kind=clause_kind(verb, predicate),
            tenses=self._tenses(span),
            stands_alone=_stands_alone(verb, own),
        )

    def _tenses(self, span: Span) -> str:
        dated = any(q.kind == "date" and q.span.overlaps(span) for q in self.quantities)
        return date_tenses(self.doc, span) if dated else ""

    def _terms(self, tokens: Iterable[Token]) -> Iterator[str]:
        last = ""
        for token in tokens:
            code = self.countries.get(token.idx, "")
            if code and code != last:
                yield code.lower()
            elif not code and token.i not in self.given and _is_content(token):
                yield (token.lemma_ or token.text).lower().strip("'’.")
            last = code

    def _names(self, tokens: Iterable[Token]) -> Iterator[str]:
        for token in tokens:
            if code := self.countries.get(token.idx):
                yield code
            elif name := self.names.get(token.i):
                yield name

    def _quantities(self, tokens: Sequence[Token]) -> list[Quantity]:
        starts = {t.idx for t in tokens}
        low, high = tokens[0].idx, tokens[-1].idx
        return [q for q in self.quantities if low <= q.span.start <= high and q.span.start in starts]

    def _inherited(self, head: Token) -> Names:
        """The names of a subject that stands elsewhere: shared, antecedent, or behind a pronoun."""
        subject = _subject(head)
        if subject is None:
            return ()
        found = tuple(dict.fromkeys(self._names(_phrase(subject))))
        if subject.lower_ in ("he", "she") and not found:
            found = self.last_person
        elif found and not self.new_person and subject.ent_type_ == "PERSON":
            self.new_person = found
        return found


def _stands_alone(verb: Token, own: Sequence[Token]) -> bool:
    """Whether a clause begins with a subject of its own that is no pronoun, and has a verb with a tense."""
    subject = next((t for t in verb.children if t.dep_ in ALL_SUBJECTS and t in own), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN"):
        return False
    finite = any(
        "Fin" in t.morph.get("VerbForm", []) for t in (verb, *verb.children) if t is verb or t.dep_ in _HELPERS
    )
    before = [t for t in own if t.idx < subject.left_edge.idx and not t.is_punct and not t.is_space]
    joined = any(t.dep_ in ("mark", "cc") or t.pos_ in ("SCONJ", "CCONJ") for t in before[:1])
    return finite and not joined and not any(t.dep_ == "mark" and t.head == verb for t in before)


def _is_content(token: Token) -> bool:
    if token.pos_ and token.pos_ not in _CONTENT:
        return False
    lemma = (token.lemma_ or token.text).lower().strip("'’.")
    return any(c.isalnum() for c in lemma) and lemma not in FUNCTION_WORDS and token.lower_ not in FUNCTION_WORDS


def _names_at(doc: Doc) -> dict[int, str]:
    """The first token of each name -> the name: of a person the last, else the whole without article and possessive."""
    out = {}
    for entity in doc.ents:
        if entity.label_ not in _NAMED:
            continue
        words = [t for t in entity if t.pos_ in ("PROPN", "NOUN", "ADJ", "NUM", "X") and t.text[:1].isalnum()]
        if words:
            name = words[-1].text if entity.label_ == "PERSON" else " ".join(t.text for t in words)
            out[entity[0].i] = name.removesuffix("'s").removesuffix("’s").strip(".")
    inside = {t.i for e in doc.ents for t in e}
    for token in doc:
        if token.i not in inside and _looks_like_a_name(token):
            out.setdefault(token.i, token.text)
    return out


def _looks_like_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and len(token) > 3 and token.text[0].isupper() and token.lower_ not in roles()


def _given_names(doc: Doc) -> set[int]:
    """The tokens of persons' names before the last name."""
    persons = [[t for t in e if t.pos_ == "PROPN"] for e in doc.ents if e.label_ == "PERSON"]
    return {t.i for person in persons for t in person[:-1]}


def _essential(head: Token, owned: Sequence[Token]) -> list[Token]:
    """From the first to the last stretch that has the predicate or one of its arguments in it."""
    runs: list[list[Token]] = []
    for token in owned:
        gap = runs and any(not t.is_punct and not t.is_space for t in token.doc[runs[-1][-1].i + 1 : token.i])
        if runs and not gap:
            runs[-1].append(token)
        else:
            runs.append([token])
    verb = clause_verb(head)
    core = {head.i, verb.i} | {c.i for c in verb.children if c.dep_ in _CORE}
    kept = [n for n, run in enumerate(runs) if any(t.i in core for t in run)]
    return [t for run in runs[kept[0] : kept[-1] + 1] for t in run]


def _trimmed(tokens: Sequence[Token], whole: bool) -> list[Token]:
    """Without the conjunctions, commas and dashes at its ends; a whole sentence stays as it is."""
    out = list(tokens)
    if whole:
        return out
    while out and (out[0].dep_ == "cc" or out[0].text in ",;:—–-.)") and len(out) > 1:
        out.pop(0)
    while out and (out[-1].dep_ == "cc" or out[-1].text in ",;:—–-(“") and len(out) > 1:
        out.pop()
    return out


def _subject(head: Token) -> Token | None:
    for child in head.children:
        if child.dep_ in ALL_SUBJECTS and child.lower_ not in ("who", "which", "that"):
            return child
    if head.dep_ in ("relcl", "acl"):
        return head.head
    if head.dep_ in ("conj", "advcl", "xcomp") and head.head.i != head.i and is_predicate(head.head):
        return _subject(head.head)
    return None


def _phrase(noun: Token) -> list[Token]:
    """A noun phrase without the clauses hung on it."""
    out = [noun]
    for child in noun.children:
        if child.dep_ not in ("relcl", "acl", "advcl", "punct", "cc"):
            out += _phrase(child)
    return sorted(out, key=lambda t: t.i)
