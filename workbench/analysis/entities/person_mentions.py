"""The names of persons in a text: what the recogniser finds, and what titles, roles and appositions show to be one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.analysis.entities import nicknames
from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.entities.headings import cut_to_names, heading_tokens, name_forms
from workbench.analysis.entities.honorifics import TITLES
from workbench.analysis.entities.name_parts import GENERATIONS, PARTICLES, capitalize_name
from workbench.analysis.entities.other_names import is_other_word, person_part, without_ranks
from workbench.analysis.entities.short_names import is_plural
from workbench.analysis.text.lexicon import ambiguous_given_names, given_names, is_role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NAME_TAGS = ("PROPN", "NOUN", "ADJ", "X")
"""What the tagger takes a capitalised family name for."""
_NAME = re.compile(r"[^\W\d_][\w'’.-]*$")
_BRACKETS = re.compile(r"[\[\]]|\((?![^()]*\))")
_LAST_POINT = re.compile(r"(?<=[^\W\d_]{2})(?<!\b[JSjs]r)\.$")
"""The end of a sentence, which is no part of the name before it."""
_TAILS = re.compile(
    r".*(?:ed|ing|ly)$|(?:era|style|led|like|born|run|free|friendly|elect|esque|ism|ist|ites?|type|made|built|worn|hit|bound)$"
)
"""What after a hyphen makes a compound of a name, and no given name."""


def person_names(doc: Doc, country_at: Mapping[int, CountryMention], known: Collection[str]) -> Iterator[list[Token]]:
    """Person names as tokens: those the recogniser finds or the case knows, and capitalised words after a title."""
    taken: set[int] = set()
    found = []
    for tokens in _candidates(doc, country_at, known, taken):
        if tokens and tokens[0].i not in taken and tokens[-1].i not in taken:
            taken |= {t.i for t in tokens}
            found.append(tokens)
    yield from _without_other_words(doc, _with_headings_cut(doc, found), known)


def _with_headings_cut(doc: Doc, found: list[list[Token]]) -> list[list[Token]]:
    """The names, in headings only as far as the body has them, too."""
    headings = heading_tokens(doc, doc.text)
    body = [tokens for tokens in found if tokens[0].i not in headings]
    if not body or not headings:
        return found
    names = name_forms(body)
    return [t if t[0].i not in headings else cut_to_names(t, names) for t in found]


def _without_other_words(doc: Doc, found: Sequence[list[Token]], known: Collection[str]) -> Iterator[list[Token]]:
    """The names but for single words that are no name by themselves and part of none."""
    named = {t.lower_ for tokens in found if len(tokens) > 1 for t in tokens}
    small = {t.text for t in doc if t.is_lower}
    firm = named | {
        t.lower_
        for t in (tokens[0] for tokens in found if len(tokens) == 1)
        if t.text in known or (t.i and _is_title(t.nbor(-1))) or not is_other_word(t, small)
    }
    for tokens in found:
        single = tokens[0] if len(tokens) == 1 else None
        family = single is not None and single.i and single.nbor(-1).lower_ == "the" and is_plural(single.text, firm)
        if tokens and (single is None or single.lower_ in firm) and not family:
            yield tokens


def _is_title(token: Token) -> bool:
    return token.lower_ in TITLES or (is_role(token) and token.text[:1].isupper())


def _candidates(
    doc: Doc, country_at: Mapping[int, CountryMention], known: Collection[str], taken: set[int]
) -> Iterator[list[Token]]:
    yield from nicknames.names_with_nickname(doc, country_at)
    for found in _recognised(doc):
        yield _trim_name(_with_ambiguous_given_name(_complete_name(found)), country_at)
    yield from ([t] for t in doc if t.text in known and t.i not in country_at and stands_alone(t))
    yield from ([t] for t in _subjects_resumed_by_pronoun(doc) if t.i not in country_at and not is_role(t))
    yield from _names_with_apposition(doc, country_at)
    for token in doc[:-1]:
        follower = doc[token.i + 1]
        if not _is_title(token) or follower.i in taken or follower.ent_type_ in ("GPE", "NORP", "DATE"):
            continue
        found = list(_capitalised(doc, follower.i))
        tokens = _trim_name(_complete_name(found), country_at) if found else []
        if tokens and tokens[0].i == follower.i and (len(tokens) > 1 or token.lower_ in TITLES):
            yield tokens


def _recognised(doc: Doc) -> Iterator[list[Token]]:
    """What the recogniser takes for persons; a given and a family name that it parts are one."""
    found = [tokens for e in doc.ents if e.label_ == "PERSON" and (tokens := without_ranks(list(e)))]
    while found:
        tokens = found.pop(0)
        parted = found and len(tokens) == len(found[0]) == 1 and found[0][0].i == tokens[0].i + 1
        if (
            parted
            and tokens[0].whitespace_
            and (tokens[0].text in given_names() or tokens[0].text in ambiguous_given_names())
        ):
            tokens += found.pop(0)
        yield tokens


def _complete_name(tokens: list[Token]) -> list[Token]:
    """The name with what its particles announce, "Ursula von | der Leyen", and a hyphen joins, "Kim Jong | -un"."""
    tokens = _with_particles(tokens)
    doc, last = tokens[0].doc, tokens[-1]
    if last.text == "-" and last.i + 1 < len(doc):
        tokens, last = tokens[:-1], doc[last.i - 1]
    if last.i + 2 >= len(doc) or doc[last.i + 1].text not in ("-", "‑") or len(tokens) < 2:
        return tokens
    hyphen, tail = doc[last.i + 1], doc[last.i + 2]
    joined = not last.whitespace_ and not hyphen.whitespace_ and last.text.isalpha() and tail.text.isalpha()
    return [*tokens, hyphen, tail] if joined and _is_given_tail(last, tail) else tokens


def _is_given_tail(token: Token, tail: Token) -> bool:
    """Whether two words with a hyphen between are a given name: "Jae-myung", not "Trump-backed"."""
    short = len(token) <= 6 and 2 <= len(tail) <= 6
    return short and (tail.text.istitle() or (tail.text.islower() and not _TAILS.match(tail.text)))


def _with_ambiguous_given_name(tokens: list[Token]) -> list[Token]:
    """The family name with the given name before that is a word as well: "Per | Holm"."""
    first, doc = tokens[0], tokens[0].doc
    if (
        len(tokens) > 1
        or not first.i
        or not (word := doc[first.i - 1]).whitespace_
        or word.text not in ambiguous_given_names()
    ):
        return tokens
    others = (e for e in doc.ents if e.label_ == "PERSON" and len(e) > 1)
    if any(e[-1].text == first.text and e[0].text != word.text for e in others):
        return tokens
    before = doc[word.i - 1] if word.i else None
    opens = before is None or word.is_sent_start or before.is_punct or before.is_space or before.pos_ == "VERB"
    after = doc[first.i + 1 : first.i + 3]
    speaks = bool(after) and after[0].tag_ in ("VBD", "VBZ")
    apposed = len(after) == 2 and after[0].text == "," and (after[1].like_num or after[1].lower_ in ("a", "an", "the"))
    named = before is not None and (before.pos_ == "VERB" or before.text == ",") and bool(after) and after[0].is_punct
    return [word, *tokens] if opens and (speaks or apposed or named) else tokens


def skip_age(doc: Doc, at: int) -> int:
    """Where the words beside a name start: behind the age in ", 54, a fisherman"."""
    aged = at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].like_num and doc[at + 2].text == ","
    return at + 2 if aged else at


def _with_particles(tokens: list[Token]) -> list[Token]:
    """The name with the family name that particles announce: "Ursula von | der Leyen"."""
    doc, at = tokens[0].doc, tokens[-1].i + 1
    end = at
    while end < len(doc) and doc[end].lower_ in PARTICLES and doc[end].text.islower():
        end += 1
    announced = end > at or tokens[-1].lower_ in PARTICLES
    if announced and end < len(doc) and doc[end].text[:1].isupper() and doc[end].text[:1].isalpha():
        return list(doc[tokens[0].i : end + 1])
    return tokens


def name_text(tokens: Sequence[Token]) -> str:
    """The words of a name with single blanks, without brackets; one in capitals as names are written."""
    text = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text
    return capitalize_name(_LAST_POINT.sub("", re.sub(r"\s+", " ", _BRACKETS.sub("", text))))


def stands_alone(token: Token) -> bool:
    """Whether a word is a name by itself, not part of a longer one: "Ruiz", not "Ruiz Tower"."""
    before, after = (token.doc[i] if 0 <= i < len(token.doc) else None for i in (token.i - 1, token.i + 1))
    led = before is not None and before.pos_ == "PROPN" and not _is_title(before)
    goes_on = after is not None and after.pos_ == "PROPN" and after.text[:1].isupper()
    named = token.pos_ in NAME_TAGS or token.tag_ == "NNP" or _is_no_modal(token)
    return named and not led and not goes_on


def _is_no_modal(token: Token) -> bool:
    """Whether what the parser takes for "may" or "will" is a name: a verb with a tense of its own follows."""
    verb = next((t for t in token.doc[token.i + 1 : token.i + 3] if t.pos_ != "ADV"), None)
    return token.tag_ == "MD" and token.text[:1].isupper() and verb is not None and verb.tag_ in ("VBD", "VBZ")


def _subjects_resumed_by_pronoun(doc: Doc) -> Iterator[Token]:
    """One-word subjects that "he" or "she" takes up at the start of the next sentence; names, not common nouns."""
    sentences = list(doc.sents)
    within = {t.text for s in sentences for t in s[1:] if t.text.istitle() and t.nbor(-1).text not in ("\n", "“", '"')}
    for sentence, after in zip(sentences, sentences[1:], strict=False):
        first = next((t for t in after if not t.is_space), None)
        if first is None or first.lower_ not in ("he", "she"):
            continue
        for token in sentence:
            alone = token.pos_ in NAME_TAGS and token.text in within and not list(token.lefts)
            if alone and token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and _NAME.match(token.text):
                yield token


def _names_with_apposition(doc: Doc, country_at: Mapping[int, CountryMention]) -> Iterator[list[Token]]:
    """Two to four capitalised words that an apposition calls somebody: "Ana Ruiz, an analyst at the institute,"."""
    for token in doc:
        opening = skip_age(doc, token.i) + 1
        if token.text != "," or opening + 1 >= len(doc) or doc[opening].lower_ not in ("a", "an", "the", "his", "her"):
            continue
        described = doc[opening + 1 : opening + 7]
        stop = next((i for i, t in enumerate(described) if t.pos_ in ("PUNCT", "VERB", "AUX", "ADP")), len(described))
        start = token.i
        if start > 2 and doc[start - 2].text == "-" and _is_given_tail(doc[start - 3], doc[start - 1]):
            start -= 2
        while start > 0 and _is_name_word(doc[start - 1]) and _NAME.match(doc[start - 1].text):
            start -= 1
        tokens = list(doc[start : token.i])
        if 2 <= len(tokens) <= 4 and any(is_role(t) and t.tag_ in ("NN", "NNP") for t in described[:stop]):
            tokens = _trim_name(tokens, country_at)
            if len(tokens) >= 2 and start >= 0 and (start == 0 or doc[start - 1].lower_ not in ("the", "of")):
                yield tokens


def _is_name_word(token: Token) -> bool:
    return token.pos_ == "PROPN" or token.text in ambiguous_given_names()


def _capitalised(doc: Doc, start: int) -> Iterator[Token]:
    for token in doc[start : start + 5]:
        if (token.pos_ != "PROPN" and token.lower_ not in PARTICLES) or not _NAME.match(token.text):
            return
        yield token


def _trim_name(tokens: list[Token], country_at: Mapping[int, CountryMention]) -> list[Token]:
    """Titles, roles, countries and possessives off both ends; empty when no name is left."""
    for at, token in enumerate(tokens):
        if "\n" in token.text:
            tokens = tokens[:at]
            break
    marks = [i for i, t in enumerate(tokens) if t.is_quote]
    tokens = tokens[marks[-1] + 1 :] if marks and marks[-1] + 1 < len(tokens) else tokens
    while tokens and (
        tokens[0].lower_ in TITLES
        or is_role(tokens[0])
        or tokens[0].i in country_at
        or not tokens[0].text[:1].isalpha()
    ):
        tokens = tokens[1:]
    while tokens and (
        not _NAME.match(tokens[-1].text)
        or tokens[-1].tag_ == "POS"
        or not (tokens[-1].text[:1].isupper() or (len(tokens) > 3 and tokens[-2].text == "-"))
    ):
        tokens = tokens[:-1]
    words = [t for t in tokens if t.lower_.strip(".") not in GENERATIONS]
    if not tokens or any(t.i in country_at or (is_role(t) and len(words) > 3) for t in tokens):
        return []
    proper = tokens[0].text[:1].isupper() or tokens[0].lower_ in PARTICLES
    return person_part(tokens) if proper and len(tokens) <= 6 and len(tokens[-1].text) > 1 else []
