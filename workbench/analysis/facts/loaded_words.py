"""Words that call one thing, or one act, with another colour or force: "insurgents" and "militants".

One decision: words are grouped in families, and only two of one family differ; which they are is in a list, since a
likeness of meaning does not tell a harmless synonym from a loaded one. What a thing is called is a noun, in the
singular or the plural; acts are verbs in any form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.analysis.facts.word_alignment import Word
from workbench.analysis.text.lexicon import read_lines
from workbench.analysis.text.words import TOKEN, stem
from workbench.model import Span


class LoadedWord(NamedTuple):
    """A word, or a few that are one, at its place."""

    kind: str
    """label, strength, or modifier"""
    family: str
    value: str
    span: Span


class _Entry(NamedTuple):
    forms: tuple[str, ...]
    kind: str
    family: str
    value: str


@lru_cache(maxsize=1)
def _entries() -> Mapping[str, tuple[_Entry, ...]]:
    """First word -> the entries that begin with it, the longest first."""
    found: dict[str, list[_Entry]] = {}
    for line in read_lines("loaded_words.tsv"):
        kind, family, words = line.split("\t")
        form = _FORMS[kind]
        listed = [tuple(form(t) for t in TOKEN.findall(w.lower()) if t != "-") for w in words.split(",")]
        for forms in listed:
            found.setdefault(forms[0], []).append(_Entry(forms, kind, family, " ".join(listed[0])))
    return {first: tuple(sorted(entries, key=lambda e: -len(e.forms))) for first, entries in found.items()}


@lru_cache(maxsize=16384)
def _beginning_with(word: str) -> tuple[_Entry, ...]:
    """The entries that a word can begin."""
    return tuple(e for kind, form in _FORMS.items() for e in _entries().get(form(word), ()) if e.kind == kind)


def find_loaded_words(words: Sequence[Word]) -> Iterator[LoadedWord]:
    """The loaded words of a passage, in text order; of a family the longest entry counts, and a noun is no act."""
    kept = [w for w in words if w.lower not in "-‐‑"]
    for n, word in enumerate(kept):
        taken: set[tuple[str, str]] = set()
        before = kept[n - 1].lower if n else ""
        for entry in _beginning_with(word.lower):
            run = kept[n : n + len(entry.forms)]
            form = _FORMS[entry.kind]
            if (entry.kind, entry.family) in taken or tuple(form(w.lower) for w in run) != entry.forms:
                continue
            if entry.kind == "strength" and (_is_noun(word.lower, before) or any(k == "label" for k, _ in taken)):
                continue
            if entry.kind == "label" and _is_verb(word.lower, before):
                continue
            taken.add((entry.kind, entry.family))
            yield LoadedWord(entry.kind, entry.family, entry.value, Span(word.span.start, run[-1].span.end))


def _is_verb(word: str, before: str) -> bool:
    """Whether a word that looks like a noun is a verb, by the word before it; in -ing, where no noun would stand."""
    if word.endswith("ing"):
        return before not in _BEFORE_NOUNS and not before.endswith(("'s", "’s"))
    return before in _BEFORE_VERBS


def _is_noun(word: str, before: str) -> bool:
    """Whether a word that looks like a verb may be a noun: one that is both, where no verb need stand."""
    return _singular(word) in _NOUNS_AND_VERBS and before not in _BEFORE_VERBS


def _singular(word: str) -> str:
    """A noun without the ending of its plural or its genitive."""
    bare = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if bare.endswith("ies") and len(bare) > 4:
        return bare[:-3] + "y"
    return bare.removesuffix("s") if not bare.endswith(("ss", "us", "is")) else bare


_FORMS: Mapping[str, Callable[[str], str]] = {"label": _singular, "strength": stem, "modifier": str}
_NOUNS_AND_VERBS = frozenset(
    """aid arm arrest ask attack ban bar battle block bomb capture clash climb close damage delay dip drop end escape
    fall fight force freeze halt harm hurt jump leave limit murder pause plunge press pressure retreat rise shell
    slaughter slip surge train tumble wound""".split()
)
"""Acts that are called by the same word."""
_BEFORE_VERBS = frozenset("to will would could may might can must should not he she they we who i".split())
_BEFORE_NOUNS = frozenset("a an the this that these those his her its their our of deadly mass".split())
