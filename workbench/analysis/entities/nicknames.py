"""Nicknames: within a name, 'Jorge "Coco" Perez', and instead of one, 'a woman known as "Duchess"'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from workbench.analysis.entities.countries import CountryMention
from workbench.analysis.text.lexicon import ambiguous_given_names, given_name_sexes, given_names, roles

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WORD = r"[^\W\d_][\w’'-]*"
_WITHIN = re.compile(
    rf"(?<![\w’'.-])(?P<given>{_WORD}(?:[ ][A-Z]\.)?)[ ]"
    rf"(?:[\"“‘'](?P<quoted>{_WORD}?(?:[ ]{_WORD}?)?)[\"”’']|\((?P<set>{_WORD})\))[ ]"
    rf"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|bin|al)[ -])*(?P<family>{_WORD})"
)
_REMOVED = re.compile(r"\s*(?:[\"“‘'][^\"“”‘\n]{2,30}?[\"”’']|\([^()\n]{2,30}\))\s+(?=\w)")
_CALLED = re.compile(
    r",?\s+(?:(?:who(?:m|se)?\s[^,.;\"“‘]{0,40}?|(?:better|only|also|otherwise|widely)\s)?"
    r"(?:nicknamed|dubbed|called|calls?|named|known|goes|going|identified|whose\s(?:nickname|call[ -]?sign))\b"
    r"|(?:with|by|under|using)\s(?:the|a|his|her)\s(?:call[ -]?sign|nickname|code[ -]?name|nom de guerre|alias|name)\b"
    r"|call[ -]?sign\b|alias\b|aka\b)[^,.;\"“‘']{0,25}[\"“‘'].*\Z",
    re.I | re.S,
)


def names_with_nickname(doc: Doc, country_at: Mapping[int, CountryMention]) -> Iterator[list[Token]]:
    """The names in the text that a nickname stands in, as tokens, marks included."""
    for match in _WITHIN.finditer(doc.text):
        nickname = match["quoted"] or match["set"]
        words = [match["given"], nickname, match["family"]]
        span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if span is None or not all(w[:1].isupper() for w in words) or match["given"].lower() in roles():
            continue
        person = any(t.ent_type_ == "PERSON" for t in (span[0], span[-1])) or _is_given(match["given"])
        plain = person and not (match["set"] and not _is_given(nickname))
        if plain and not any(t.i in country_at for t in span) and span[0].sent == span[-1].sent:
            yield list(span)


def _is_given(word: str) -> bool:
    return word in given_names() or word in ambiguous_given_names() or word in given_name_sexes()


def remove_nickname(name: str) -> str:
    """The name without the nickname in it."""
    return _REMOVED.sub(" ", name)


def find_nickname(name: str) -> str:
    """The nickname in a name, or ""."""
    found = _REMOVED.search(name)
    return found[0].strip(" \"“”‘’'()\n") if found else ""


def remove_nickname_clause(text: str) -> str:
    """What somebody is called that has only a nickname: "soldier" of 'soldier with the call sign "Wolf"'."""
    return _CALLED.sub("", text)
