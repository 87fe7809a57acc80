"""The word lists in `data/`, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

DATA = Path(__file__).parents[1] / "data"


def read_lines(name: str) -> list[str]:
    """The lines of a data file that are neither empty nor comments."""
    text = (DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read_words(name: str) -> frozenset[str]:
    """The words of a data file."""
    return frozenset(word for line in read_lines(name) for word in line.split())


def read_word_groups(name: str) -> Mapping[str, frozenset[str]]:
    """Group -> words, of a data file with a group and its words on each line; a group may have several lines."""
    out: dict[str, frozenset[str]] = {}
    for line in read_lines(name):
        group, _, words = line.partition("\t")
        out[group] = out.get(group, frozenset()) | frozenset(words.split())
    return out


@lru_cache(maxsize=1)
def background_weights() -> Mapping[str, float]:
    """Concept -> how rare it is in news sentences at large, 0 to 1; what is not in it is as rare as can be."""
    out = {}
    for line in read_lines("idf.tsv"):
        weight, _, words = line.partition("\t")
        out.update(dict.fromkeys(words.split(), int(weight) / 100))
    return out


@lru_cache(maxsize=1)
def roles() -> Mapping[str, str]:
    """Role noun (singular, lower case) -> level: government, military or non_government."""
    return _groups_by_word("roles.tsv")


@lru_cache(maxsize=1)
def offices() -> Mapping[str, frozenset[str]]:
    """Use (office, body, located, private, world) -> words: national offices, bodies of a state, what is neither."""
    return read_word_groups("offices.tsv")


@lru_cache(maxsize=1)
def armed_groups() -> tuple[str, ...]:
    """Names of armed groups and movements that are in no government."""
    return tuple(read_lines("armed_groups.txt"))


@lru_cache(maxsize=1)
def state_names() -> Mapping[str, tuple[str, ...]]:
    """Form (name, short, postal) -> the states and provinces that stand after a town's name."""
    rows = (line.split("\t") for line in read_lines("state_names.tsv"))
    return {form: tuple(names.split(";")) for form, names in rows}


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of persons, with their capitals."""
    return read_words("given_names.txt")


@lru_cache(maxsize=1)
def given_name_sexes() -> Mapping[str, str]:
    """Given name -> he or she, where nearly all who bear it are that."""
    return _groups_by_word("given_name_sexes.tsv")


@lru_cache(maxsize=1)
def ambiguous_given_names() -> frozenset[str]:
    """Given names that are plain English words as well, with their capitals: "Per", "Rose"."""
    return read_words("ambiguous_given_names.txt")


@lru_cache(maxsize=1)
def anonymous_heads() -> frozenset[str]:
    """Nouns for speakers that are not identified."""
    return read_words("anonymous_heads.txt")


@lru_cache(maxsize=1)
def body_nouns() -> frozenset[str]:
    """Nouns for bodies that speak as one."""
    return read_words("body_nouns.txt")


@lru_cache(maxsize=1)
def agencies() -> Mapping[str, str]:
    """Any form of a news agency's name -> the name."""
    out = {}
    for line in read_lines("agencies.tsv"):
        name, _, others = line.partition("\t")
        out.update({form.strip(): name for form in (name, *others.split(",")) if form.strip()})
    return out


@lru_cache(maxsize=1)
def media_words() -> Mapping[str, frozenset[str]]:
    """Use (name, anywhere, last, alone) -> words by which an outlet's name is known, lower case."""
    return read_word_groups("media_words.tsv")


def is_role(token: Token) -> bool:
    """Whether the token is a noun for what somebody is."""
    return token.lemma_.lower() in roles() or token.lower_ in roles()


def _groups_by_word(name: str) -> Mapping[str, str]:
    """Word -> its group; the last line that has a word decides."""
    rows = (line.partition("\t") for line in read_lines(name))
    return {word: group for group, _, words in rows for word in words.split()}
