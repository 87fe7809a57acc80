"""What counts as a word, as a function word and as the same word in another form.

One decision: words are compared by a light stem (deploys, deployed and deployment are one) and by groups of general
English synonyms, so that the wordings of two outlets can be matched without a model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.analysis.text.lexicon import read_lines

TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\w|[^\w\s]")
FUNCTION_WORDS = frozenset(
    """a an the this that these those such of in on at by for from to with into onto upon over under about as and
    or but nor so yet if than then while when where which who whom whose what how it its itself he him his
    himself she her herself they them their themselves we us our you your i me my is are was were be been being
    am has have had having do does did there here also both each own same too very just still already even only
    up out off s though although however according meanwhile moreover furthermore after before because since
    later earlier adding""".split()
)
_SUFFIXES = tuple(
    """izations isations ization isation ations ation ating ators ated ates ator ate ments ment ances ences
    ance ence ings ing ness ions ion ities ity ants ents ant ent ers ors er or ies ied ives ive als al
    ly es ed s e y""".split()
)
_LEAST = {"al": 5, "als": 5, "ate": 4}


_SPELLINGS = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        (r"(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ful|er|ers|ite|hood)?$)|(?<=lab|vap|hum)our", "or"),
        (r"(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)", "iz"),
        (r"(?<=[a-z]{2})tre(?=s?$)", "ter"),
        (r"^(def|off|lic|pret)ence(?=s?$)", r"\1ense"),
        (r"^programme", "program"),
        (r"(?<=[a-z]{2}[aeiou]l)l(?=(?:ed|ing|er|ers)$)", ""),
    )
)
"""British spellings and the American ones that they are compared as."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A form that a word shares with its inflections, most of its derivations and spellings; lower case."""
    word = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(word) < 4 or not word.isalpha():
        return word
    for pattern, new in _SPELLINGS:
        word = pattern.sub(new, word)
    word = _cut(_cut(word))
    return word[:-1] if word[-1] == word[-2] else word


def _cut(word: str) -> str:
    for suffix in _SUFFIXES:
        rest = word.removesuffix(suffix)
        if rest == word or len(rest) < _LEAST.get(suffix, 4 if len(suffix) > 2 else 3):
            continue
        if suffix == "s" and rest[-1] in "sui":
            continue
        if suffix in ("ies", "ied", "y"):
            return rest + "i"
        return rest[:-1] if rest[-1] == rest[-2] and len(rest) > 3 else rest
    return word


@lru_cache(maxsize=1)
def _synonym_groups() -> dict[str, str]:
    out: dict[str, str] = {}
    for line in read_lines("synonyms.tsv"):
        group, _, words = line.partition("\t")
        for word in words.split():
            out.setdefault(stem(word), f"={group}")
    return out


@lru_cache(maxsize=65536)
def concept(word: str) -> str:
    """The synonym group of a word, else its stem."""
    short = stem(word)
    return _synonym_groups().get(short, short)


def content_concepts(text: str) -> Iterator[str]:
    """The concepts of a text's words, in order, function words left out."""
    for found in TOKEN.finditer(text):
        word = found.group().casefold()
        if word[0].isalnum() and word not in FUNCTION_WORDS:
            yield concept(word)
