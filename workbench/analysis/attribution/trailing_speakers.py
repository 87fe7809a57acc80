"""Who is named right behind a quotation: "I knew it," grumbled Per Lund; "Not so," his brother, Tom, shot back.

The tagger knows the common verbs. There is no list of verbs here: after a quotation that ends with a comma, or is
called out, any verb with its subject beside it is a verb of saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from workbench.analysis.entities.name_parts import PARTICLES
from workbench.analysis.text.lexicon import is_role
from workbench.analysis.text.predicate_lexicon import frames
from workbench.analysis.text.token_spans import tokens_at
from workbench.model import Span
from workbench.nlp import quotation_marks
from workbench.nlp.tagger import Attribution, TaggedSpan

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CONFIDENCE = 0.6
INSCRIPTION_NOUNS = frozenset(
    """sign signpost banner poster placard slogan headline graffiti motto song book novel film movie plaque inscription
    title caption label sticker shirt t-shirt notice billboard lyric hymn play album""".split()
)
"""Things that say something without anybody saying it."""
_ENDS = re.compile(r"[,!?…–—]\Z|\w-\Z")
_STARTS = re.compile(r"(?:^|[.!?…:\n]|[\"”»“«’'])[\s(]*\Z")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_FINITE = ("VBD", "VBZ", "VBN", "VBP")


def find_trailing_attributions(doc: Doc, text: str, marked: Sequence[Span]) -> Iterator[Attribution]:
    """The quotations behind which a verb and its subject stand, in text order."""
    for stretch in marked:
        outer = quotation_marks.with_marks(text, stretch)
        closed = outer.end > stretch.end and not is_title(stretch.of(text))
        led = outer.start == stretch.start or _STARTS.search(text, max(0, outer.start - 9), outer.start)
        said = stretch.of(text).rstrip()
        comma = said.endswith(",") or text[outer.end : outer.end + 1] == ","
        if (
            closed
            and led
            and (comma or _ENDS.search(said))
            and (found := _verb_and_subject(doc, outer.end, comma=comma))
        ):
            cue, source = found
            end = stretch.start + len(said.rstrip(", \xa0"))
            content = TaggedSpan(stretch.start, end, CONFIDENCE)
            if content.start < content.end:
                yield Attribution(_tagged(cue), (content,), (_tagged(source),), CONFIDENCE)


def separate_names_from_cues(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without the names in their cues: a name at the end is the source; a cue of names is none."""
    out = []
    for one in found:
        tokens = list(tokens_at(doc, one.cue) or ())
        names = list(takewhile(_is_person, reversed(tokens)))[::-1]
        verb = tokens[: len(tokens) - len(names)]
        if not names:
            out.append(one)
        elif verb and verb[-1].pos_ == "VERB":
            sources = one.sources or (() if verb[-1].lemma_ in ("tell", "ask") else (_tagged(names),))
            out.append(replace(one, cue=replace(_tagged(verb), confidence=one.cue.confidence), sources=sources))
        elif verb:
            out.append(one)
    return out


def _is_person(token: Token) -> bool:
    return _is_name(token) and token.ent_type_ == "PERSON"


def is_title(said: str) -> bool:
    """Whether every longer word is capitalised, as in "The Long Road Home"."""
    words = _WORD.findall(said)
    longer = [w for w in words[1:] if len(w) > 3]
    return len(words) > 1 and bool(longer) and all(w[0].isupper() for w in longer)


def _tagged(tokens: Sequence[Token]) -> TaggedSpan:
    return TaggedSpan(tokens[0].idx, tokens[-1].idx + len(tokens[-1]), CONFIDENCE)


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.is_alpha and token.pos_ not in ("PRON", "DET")


def _verb_and_subject(doc: Doc, at: int, *, comma: bool) -> tuple[list[Token], list[Token]] | None:
    """The verb and its subject that stand from `at` on, in either order."""
    line = doc.char_span(at - 1, at, alignment_mode="expand")
    if not line:
        return None
    tokens = [t for t in takewhile(lambda t: "\n" not in t.text, doc[line.start : line.start + 40]) if t.idx >= at]
    while tokens and (tokens[0].text in (",", "–", "—", "-") or tokens[0].is_space):
        tokens = tokens[1:]
    adverbs = list(takewhile(lambda t: t.pos_ == "ADV" and t.text.islower(), tokens))
    tokens = tokens[len(adverbs) :]
    if not tokens:
        return None
    if tokens[0].tag_ in _FINITE and tokens[0].pos_ == "VERB" and tokens[0].text.islower():
        return _inverted(tokens)
    found = _straight(tokens)
    plainly = found is not None and found[0][0].lemma_.lower() in frames()["speech"]
    return found if comma or plainly else None


def _inverted(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """A verb, perhaps with its particle, then the subject: "shot back his brother, Tom"."""
    past = 1
    while past < min(3, len(tokens)) and (tokens[past].tag_ == "RP" or tokens[past].pos_ == "ADV"):
        past += 1
    if joins := past < len(tokens) and tokens[past].lower_ == "in":  # "chimed in Pia Holt", not "appeared in May"
        past += 1
    subject = _subject(tokens[past:])
    if joins and not any(t.ent_type_ == "PERSON" or is_role(t) for t in subject):
        return None
    return (tokens[:past], subject) if subject and _can_speak(subject) else None


def _straight(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """The subject, then a verb behind which nothing is left that it could act upon: "his brother, Tom, shot back"."""
    subject = _subject(tokens)
    rest = tokens[len(subject) :]
    while rest and (rest[0].text == "," or (rest[0].pos_ == "ADV" and rest[0].text.islower())):
        rest = rest[1:]
    if not subject or not rest or rest[0].tag_ not in ("VBD", "VBZ", "VBN") or rest[0].pos_ != "VERB":
        return None
    past = 2 if len(rest) > 1 and rest[1].pos_ in ("ADP", "ADV") and (len(rest) == 2 or rest[2].is_punct) else 1
    acts = len(rest) > past and rest[past].pos_ in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM")
    passive = rest[0].tag_ == "VBN" and len(rest) > past and not rest[past].is_punct
    return (rest[:past], subject) if _can_speak(subject) and not acts and not passive else None


def _subject(tokens: Sequence[Token]) -> list[Token]:
    """The noun phrase at the beginning, with what stands beside it between commas."""
    phrase = _phrase(tokens)
    if not phrase or phrase[0].tag_ == "PRP":
        return phrase[:1]
    rest = tokens[len(phrase) :]
    if len(rest) > 1 and rest[0].text == "," and (beside := _phrase(rest[1:])):
        closed = len(rest) == len(beside) + 1 or rest[len(beside) + 1].text in (",", ".", ";", "!")
        if closed and beside[0].tag_ != "PRP":
            phrase = [*phrase, rest[0], *beside]
    return phrase


def _phrase(tokens: Sequence[Token]) -> list[Token]:
    out: list[Token] = []
    for token in tokens:
        noun = token.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or token.tag_ in ("PRP$", "POS") or _is_name(token)
        inner = bool(out) and token.lower_ in PARTICLES | {"of", "and", "&", "-", "’s", "'s"}
        if token.tag_ == "PRP" and not out:
            return [token]
        if not (noun or inner) or token.is_space:
            break
        out.append(token)
    while out and out[-1].lower_ in ("of", "and", "&", "-"):
        out.pop()
    return out


def _can_speak(phrase: Sequence[Token]) -> bool:
    if phrase[0].tag_ == "PRP":
        return phrase[0].lower_ in ("he", "she", "they", "i", "we")
    nouns = [t for t in phrase if t.pos_ in ("NOUN", "PROPN") or _is_name(t)]
    return bool(nouns) and INSCRIPTION_NOUNS.isdisjoint(t.lemma_.lower() for t in nouns) and (
        any(_is_name(t) or is_role(t) for t in nouns) or phrase[0].pos_ == "DET" or phrase[0].tag_ == "PRP$"
    )  # fmt: skip
