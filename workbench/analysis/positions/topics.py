"""What a position is about, in the clause's own words; the clause itself, and the condition of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.analysis.entities.article_entities import ArticleEntities
from workbench.analysis.positions.issues import topic_concepts
from workbench.analysis.positions.requests import addressees
from workbench.analysis.positions.stance_readings import StanceReading
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.predicates import SUBJECTS
from workbench.analysis.text.token_spans import subtree_span
from workbench.model import TAKING_PART, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as SpanOfTokens
    from spacy.tokens import Token

MAX_WORDS = 14
MIN_LETTERS, MIN_WORDS = 3, 3
"""Of letters that say what it is; of words that do so without whoever is asked."""
VAGUE_WORDS = frozenset("it this that so what which one nothing anything everything something".split())
"""Words that leave open what is meant."""
_LEAD = re.compile(r"^(?:that|no|not|to|for|on|in|with|of|about|the|a|an|any|whether|its|his|her|their)\s+", re.I)
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


def find_topic(entities: ArticleEntities, reading: StanceReading) -> str:
    """What the position is about, in the clause's own words, or ""; all mere taking part is about one thing."""
    heads = [a for a in reading.about if a != reading.predicate and a.pos_ != "PRON"]
    if reading.stance == "engaged" and (reading.lexical or not heads):
        return TAKING_PART
    if reading.lexical and reading.about and all(a.lower_ in VAGUE_WORDS for a in reading.about):
        return ""
    passive = [c for c in reading.predicate.children if c.dep_ == "nsubjpass"] if not reading.lexical else []
    if passive and not heads:
        first, last = passive[0].left_edge.i, reading.predicate.right_edge.i
    elif heads:
        head = _shell_noun_content(heads[0])
        first, last = _after_addressee(entities, reading, head), head.right_edge.i
        if head.dep_ == "appos" and reading.predicate in head.children:  # "..., a view echoed by Paris"
            first, last = head.head.left_edge.i, head.left_edge.i - 1
    else:
        first, last = reading.predicate.i, reading.predicate.right_edge.i
    text = "".join(t.text_with_ws for t in _topic_words(entities.doc[first : last + 1])[:MAX_WORDS])
    text = re.sub(r"\s+", " ", re.sub(r"(?:\s*,){2,}", "", text)).strip(' \t\n,.;:-–—“”"‘’')
    if text.count("“") != text.count("”") or text.count('"') % 2:
        text = re.sub(r"[“”\"]", "", text)
    while (shorter := _LEAD.sub("", text)) != text and shorter:
        text = shorter
    long_enough = len(text) > MIN_LETTERS or text.isupper()
    return text if long_enough and topic_concepts(text) else ""


def _after_addressee(entities: ArticleEntities, reading: StanceReading, head: Token) -> int:
    """Where what is demanded begins: "pay" of "demanded that Oslo pay"."""
    subject = next((c for c in head.children if c.dep_ == "nsubj" and c.i < head.i), None)
    if reading.stance != "demands" or subject is None or head.pos_ not in ("VERB", "AUX"):
        return head.left_edge.i
    asked_state = any(m.span.start <= subject.idx < m.span.end for m in entities.countries)
    alone = head.right_edge.i - subject.right_edge.i < MIN_WORDS
    return head.left_edge.i if alone or not asked_state else subject.right_edge.i + 1


def _topic_words(tokens: SpanOfTokens) -> list[Token]:
    """The words up to a condition or a dash, without remarks between commas."""
    words: list[Token] = []
    for token in tokens:
        conditional = token.dep_ in ("mark", "cc") and token.lower_ in frames()["conditional"]
        if words and (conditional or token.text in (";", "—")):
            break
        if not (words and _is_parenthetical(token, tokens.root)):
            words.append(token)
    return words


def _is_parenthetical(token: Token, head: Token) -> bool:
    """Whether the word is in a remark between commas: "the US, even without sending troops, would"."""
    for one in (token, *token.ancestors):
        if one == head:
            return False
        if one.dep_ in ("prep", "advcl") and one.left_edge.i > head.sent.start:
            doc, first, last = one.doc, one.left_edge.i, one.right_edge.i
            if (
                last + 1 < len(doc)
                and doc[first - 1].text == ","
                and doc[last + 1].text == ","
                and last < head.right_edge.i
            ):
                return True
    return False


def _shell_noun_content(head: Token) -> Token:
    """ "the possibility of deploying troops" is about deploying troops."""
    if head.lemma_.lower() in frames()["shell"]:
        for child in head.children:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp")] if child.dep_ == "prep" else []
            if inner:
                return inner[0]
    return head


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
