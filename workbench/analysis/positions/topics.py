"""The clause that states a position, whom it is towards, and what it depends on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.positions.requests import addressees
from workbench.analysis.positions.stance_readings import StanceReading
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS
from workbench.analysis.text.token_spans import subtree_span
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

VAGUE_WORDS = frozenset("it this that so what which one nothing anything everything something".split())
"""Words that leave open what is meant."""
_CONDITION_DEPS = ("advcl", "prep")


def clause_span(text: str, reading: StanceReading) -> Span:
    """From the subject, or the predicate, to the end of what it is about."""
    token = reading.predicate
    own = [c for c in token.children if c.dep_ in (*SUBJECTS, "poss", "aux", "auxpass", "neg")]
    first = min([token.i, *(c.left_edge.i for c in own)])
    last = max([token.i, *(a.right_edge.i for a in reading.about if a.i >= token.i)])
    tokens = token.doc[first : last + 1]
    return strip_span(text, Span(tokens.start_char, tokens.end_char))


def strip_span(text: str, span: Span) -> Span:
    """The span without the blanks and commas at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n,;":
        start += 1
    while end > start and text[end - 1] in " \t\n,;":
        end -= 1
    return Span(start, end)


def has_vague_object(reading: StanceReading) -> bool:
    """Whether what the stance is on is left open: "supports this"."""
    named = bool(reading.about) and reading.stance != "engaged"
    return reading.lexical and named and all(a.lower_ in VAGUE_WORDS for a in reading.about)


def find_target(entities: ArticleEntities, reading: StanceReading, holder: str) -> str:
    """The first country or bloc named in what it is about, the holder's own apart; "" when there is none."""
    requested = reading.predicate.lemma_.lower() in frames()["requesting"]
    for head in (*(addressees(reading.predicate) if requested else ()), *reading.about):
        if head != reading.predicate:
            here = subtree_span(head)
            for mention in entities.countries_in(here):
                if mention.code != holder and mention.form != "part":
                    return mention.code
    return ""


def find_condition(reading: StanceReading) -> str:
    """What limits the position: "if a deal is reached", "once the fighting ceases", "under any peace deal"."""
    words = frames()
    for token in reading.predicate.subtree:
        if token.dep_ in ("mark", "advmod") and token.lower_ in words["conditional"] and token.head.dep_ == "advcl":
            past = token.lower_ == "when" and any(t.tag_ == "VBD" for t in (token.head, *token.head.children))
            if token.head != reading.predicate and not past:
                return _phrase(token.head)
        settled = any(c.dep_ == "pobj" and c.lemma_.lower() in words["settling"] for c in token.children)
        if settled and token.dep_ == "prep" and token.lower_ in words["pending"]:
            return _phrase(token)
    return ""


def _phrase(head: Token) -> str:
    tokens = head.doc[head.left_edge.i : head.right_edge.i + 1]
    return re.sub(r"\s+", " ", tokens.text).strip(" ,.;")


def is_in_condition(token: Token) -> bool:
    """Whether the predicate is in a clause that limits another: "if it gave them a veto" is nobody's position."""
    words = frames()["conditional"]
    for one in (token, *token.ancestors):
        if one.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in words for c in one.children):
            return True
    return False
