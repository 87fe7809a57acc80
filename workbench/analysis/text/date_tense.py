"""Whether a date of a text is in the future or the past of its article, by the verb that governs its phrase.

One decision: the finite verb decides, by its tense and its modal. An infinitive decides nothing by itself: it follows
the word that it depends on, which plans (`planned to meet on Monday`) or tells (`flew in to meet him on Monday`). Where
no verb decides, the date is open.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.analysis.text.predicate_lexicon import verb_classes
from workbench.analysis.text.predicates import ALL_SUBJECTS
from workbench.analysis.text.quantities import find_quantities
from workbench.analysis.text.token_spans import tokens_at
from workbench.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FUTURE, PAST, OPEN = "+", "-", "?"
_FINITE = frozenset("will would shall should could can may might must ca wo".split()) | {"'ll", "’ll", "'d", "’d"}
"""Modals, as the tokenizer cuts them."""
_WILL = frozenset({"will", "shall", "'ll", "’ll"})
_OBJECTS = frozenset("xcomp ccomp oprd dobj conj".split())
_BEFORE_FUTURE_DAY = frozenset("ahead advance".split())
"""What stands before "of" and a day that is still to come."""
_DATED_NOUNS = frozenset({"deadline", "invitation"})
"""Nouns of planning whose own date is that of what is planned."""
_INVARIANT_PAST = frozenset(
    "bet burst cast cost cut hit hurt let put quit read set shut split spread thrust upset".split()
)
"""Verbs whose past looks like their present."""
_CAUSING = frozenset("have hear help let make see watch".split())


def date_tenses(doc: Doc, span: Span) -> str:
    """For each date in a stretch of the text, in order, FUTURE, PAST or OPEN."""
    tokens = tokens_at(doc, span)
    text = tokens.text[span.start - tokens.start_char : span.end - tokens.start_char] if tokens else ""
    dates = (q for q in find_quantities(text) if q.kind == "date")
    return "".join(_date_tense(doc, Span(span.start + d.span.start, span.start + d.span.end)) for d in dates)


def _date_tense(doc: Doc, date: Span) -> str:
    found = tokens_at(doc, date)
    if found is None or not doc.has_annotation("DEP"):
        return OPEN
    return PAST if _after_saying(found.root) else _governing_tense(found.root)


def _after_saying(date: Token) -> bool:
    """Whether a date begins what somebody said, without a mark or "that" before it. Then it is the date of the
    saying ("said on Monday the talks will resume"), whatever the parser makes of it.
    """
    verb = next((t for t in date.ancestors if t.pos_ in ("VERB", "AUX")), date)
    if verb.dep_ != "ccomp" or verb.head.tag_ != "VBD" or verb.head.lemma_.lower() not in verb_classes()["speech"]:
        return False
    first = verb.left_edge
    return first in (date, date.head) and first.i > 0 and not first.nbor(-1).is_punct


def _governing_tense(token: Token) -> str:
    """What the nearest verb, or noun of planning, above a word says."""
    for above in token.ancestors:
        if above.lower_ in _BEFORE_FUTURE_DAY or above.lemma_.lower() in _planned("noun", above.pos_) & _DATED_NOUNS:
            return FUTURE
        if above.lower_ in _planned("adj", above.pos_) and above.pos_ == "ADJ":
            return FUTURE
        if above.pos_ in ("VERB", "AUX"):
            return _verb_tense(above)
    return OPEN


def _verb_tense(verb: Token, below: bool = False) -> str:
    """What a verb says of a date of its own, or (`below`) of one of the infinitive that hangs on it."""
    helpers = {c.lower_: c for c in verb.children if c.dep_ in ("aux", "auxpass")}
    perfect = any(c.lemma_.lower() == "have" and c.dep_ == "aux" for c in helpers.values())
    if helpers.keys() & _FINITE:
        return _modal_tense(verb, helpers.keys(), perfect)
    if perfect:
        return PAST
    if _plans(verb, below):
        return FUTURE
    if below and verb.lemma_.lower() in verb_classes()["ahead_open"]:
        return OPEN
    tags = {verb.tag_, *(c.tag_ for c in helpers.values())}
    if "VBD" in tags or _past_of_one_form(verb):
        return PAST
    if "to" in helpers:
        return _infinitive_tense(verb, passive="be" in helpers)
    return _present_tense(verb) if tags & {"VBZ", "VBP"} else _nonfinite_tense(verb, bool(helpers))


def _modal_tense(verb: Token, helpers: Collection[str], perfect: bool) -> str:
    """ "Could not" is a past as often as not; "would have" is one, "will have" is none."""
    if perfect and not _WILL & set(helpers):
        return PAST
    return OPEN if "could" in helpers and any(c.dep_ == "neg" for c in verb.children) else FUTURE


def _present_tense(verb: Token) -> str:
    """A present with a date tells what is planned; "says on Monday" does not, nor does "is killed"."""
    told = verb.lemma_.lower() in verb_classes()["speech"] or verb.tag_ == "VBN"
    return PAST if told else FUTURE


def _infinitive_tense(verb: Token, passive: bool) -> str:
    above = verb.head
    if verb.dep_ == "ROOT":
        return FUTURE  # a headline: "Ministers to meet on Monday"
    if verb.dep_ in ("relcl", "acl"):
        return FUTURE if passive or above.lemma_.lower() in _planned("noun", above.pos_) else _governing_tense(above)
    if above.lemma_.lower() == "be" or above.lemma_.lower() in _planned("adj", above.pos_):
        return FUTURE
    return _verb_tense(above, below=verb.dep_ in _OBJECTS) if above.pos_ in ("VERB", "AUX") else _governing_tense(above)


def _nonfinite_tense(verb: Token, helped: bool) -> str:
    """A form that has no tense: a participle, or an infinitive without "to"."""
    above = verb.head
    if verb.dep_ == "conj" and above.pos_ in ("VERB", "AUX") and (helped or above.tag_ == verb.tag_):
        return _verb_tense(above)
    if verb.tag_ == "VB":
        return _verb_tense(above) if above.lemma_.lower() in _CAUSING and above.i != verb.i else FUTURE
    if verb.tag_ == "VBN":
        return PAST
    return OPEN if verb.dep_ == "ROOT" else _governing_tense(verb)


def _plans(verb: Token, below: bool) -> bool:
    """Whether a verb speaks of what is to come, whatever its tense."""
    lemma = verb.lemma_.lower()
    if lemma in ("start", "begin"):
        return verb.tag_ == "VBG" and not below
    if lemma == "go":
        return verb.tag_ == "VBG" and below
    if lemma == "set":
        return verb.tag_ == "VBN" and (below or any(c.lower_ == "for" for c in verb.children))
    if below:
        return lemma in _planned("verb", verb.pos_)
    return verb.tag_ == "VBN" and verb.lower_ in _planned("adj", verb.pos_)


def _past_of_one_form(verb: Token) -> bool:
    bare = verb.lemma_.lower() in _INVARIANT_PAST and verb.tag_ in ("VB", "VBP", "VBN")
    relations = {c.dep_ for c in verb.children} if bare else set()
    return bool(relations & ALL_SUBJECTS) and "aux" not in relations


@lru_cache(maxsize=8)
def _planned(kind: str, part: str) -> frozenset[str]:
    """The lemmas of a part of speech that speak of what is to come; none where the word is of another part."""
    parts = {"noun": ("NOUN",), "verb": ("VERB",), "adj": ("ADJ", "VERB")}[kind]
    return verb_classes()[f"ahead_{kind}"] if part in parts else frozenset()
