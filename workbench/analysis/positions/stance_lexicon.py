"""The words that carry a stance: ours (`data/stances.tsv`), and the analyst's, which come before them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from workbench.analysis.text.lexicon import read_lines
from workbench.model import STANCES

EVENTS = {
    "committed": "AGREE", "supports": "SUPPORT", "proposes": "AGREE", "open": "AGREE", "engaged": "CONSULT",
    "demands": "REQUEST", "concerned": "ACCUSE", "opposes": "ACCUSE", "ruled_out": "REJECT",
}  # fmt: skip
"""Stance -> the PLOVER event it is when no word says more."""


@dataclass(frozen=True, slots=True)
class StanceWord:
    """What one word says."""

    stance: str
    strength: int
    event: str
    """PLOVER event, or ""."""
    own: bool = False
    """Whether the analyst says so."""


_analyst_words: dict[tuple[str, str], StanceWord | None] = {}


def use_analyst_words(words: Mapping[str, str]) -> None:
    """Lay the analyst's words over ours, for the whole process: "verb greenlight" -> "supports", "supports 3", or
    "none" for a word that says nothing (`config.Settings.stances`, where they are checked).
    """
    found = dict(_parse_entry(key, value) for key, value in words.items())
    if found != _analyst_words:
        _analyst_words.clear()
        _analyst_words.update(found)
        lexicon.cache_clear()
        lemmas.cache_clear()


def analyst_words() -> str:
    """The analyst's words as one string, for the version of an analysis; "" when there are none."""
    return ",".join(
        f"{c} {w}={s.stance}{s.strength}" if s else f"{c} {w}=" for (c, w), s in sorted(_analyst_words.items())
    )


def _parse_entry(key: str, value: str) -> tuple[tuple[str, str], StanceWord | None]:
    word_class, _, words = key.partition(" ")
    stance, _, strength = value.partition(" ")
    lemma = words.lower().replace(" ", "_")
    if stance == "none":
        return (word_class, lemma), None
    return (word_class, lemma), StanceWord(
        stance, int(strength or STANCES[stance][1]), EVENTS.get(stance, ""), own=True
    )


@lru_cache(maxsize=1)
def lexicon() -> Mapping[tuple[str, str], StanceWord]:
    """(word class, lemma) -> what it says."""
    out = dict(_shipped_words())
    for key, word in _analyst_words.items():
        if word is None:
            out.pop(key, None)
        else:
            out[key] = word
    return out


@lru_cache(maxsize=1)
def lemmas() -> frozenset[str]:
    """Every word of the lexicon, whatever its class."""
    return frozenset(lemma for _, lemma in lexicon())


def _shipped_words() -> Iterator[tuple[tuple[str, str], StanceWord]]:
    for line in read_lines("stances.tsv"):
        stance, strength, event, word_class, lemmas = line.split("\t")
        word = StanceWord(stance, int(strength), event.strip("-"))
        yield from (((word_class, lemma), word) for lemma in lemmas.split())
