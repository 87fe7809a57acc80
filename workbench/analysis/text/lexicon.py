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


@lru_cache(maxsize=1)
def roles() -> Mapping[str, str]:
    """Role noun (singular, lower case) -> level: government, military or non_government."""
    out = {}
    for line in read_lines("roles.tsv"):
        level, _, words = line.partition("\t")
        out.update(dict.fromkeys(words.split(), level))
    return out


@lru_cache(maxsize=1)
def offices() -> Mapping[str, frozenset[str]]:
    """Use (office, body, located, private, world) -> words: national offices, bodies of a state, what is neither."""
    out: dict[str, frozenset[str]] = {}
    for line in read_lines("offices.tsv"):
        use, words = line.split("\t")
        out[use] = out.get(use, frozenset()) | frozenset(words.split())
    return out


@lru_cache(maxsize=1)
def armed_groups() -> tuple[str, ...]:
    """Names of armed groups and movements that are in no government."""
    return tuple(read_lines("groups.txt"))


@lru_cache(maxsize=1)
def state_names() -> Mapping[str, tuple[str, ...]]:
    """Form (name, short, postal) -> the states and provinces that stand after a town's name."""
    return {form: tuple(names.split(";")) for form, names in (line.split("\t") for line in read_lines("states.tsv"))}


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of persons, with their capitals."""
    return frozenset(word for line in read_lines("given.txt") for word in line.split())


@lru_cache(maxsize=1)
def given_name_sexes() -> Mapping[str, str]:
    """Given name -> he or she, where nearly all who bear it are that."""
    out = {}
    for line in read_lines("sexes.tsv"):
        sex, names = line.split("\t")
        out.update(dict.fromkeys(names.split(), sex))
    return out


@lru_cache(maxsize=1)
def ambiguous_given_names() -> frozenset[str]:
    """Given names that are plain English words as well, with their capitals: "Per", "Rose"."""
    return frozenset(word for line in read_lines("word_names.txt") for word in line.split())


@lru_cache(maxsize=1)
def anonymous_heads() -> frozenset[str]:
    """Nouns for speakers that are not identified."""
    return frozenset(word for line in read_lines("anonymous.tsv") for word in line.split())


@lru_cache(maxsize=1)
def body_nouns() -> frozenset[str]:
    """Nouns for bodies that speak as one."""
    return frozenset(word for line in read_lines("bodies.txt") for word in line.split())


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
    out: dict[str, frozenset[str]] = {}
    for line in read_lines("media.tsv"):
        use, words = line.split("\t")
        out[use] = out.get(use, frozenset()) | frozenset(words.split())
    return out


def is_role(token: Token) -> bool:
    """Whether the token is a noun for what somebody is."""
    return token.lemma_.lower() in roles() or token.lower_ in roles()
