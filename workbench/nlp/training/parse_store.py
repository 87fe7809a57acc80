"""The corpora's texts as the parser and its recogniser of names see them, read once and kept beside checkpoints."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.nlp import parser
from workbench.nlp.syntax_features import Syntax, doc_syntax

if TYPE_CHECKING:
    from spacy.language import Language

KINDS = {"PERSON": "PERSON", "GPE": "LOC", "NORP": "NORP", "ORG": "ORG"}
"""Kinds on which spaCy's guideline and ours agree."""
MIN_COUNT, MIN_PERSON_SHARE = 3, 0.5
"""A word seen so often, and so often as a person, is one wherever it stands alone."""
_CAPITALISED = re.compile(r"\b[A-Z][\w-]+")
_LOWER = re.compile(r"\b[a-z][\w-]+")
_ARTICLE, _GENITIVE = re.compile(r"^(?:the|a|an)\s+", re.I), re.compile(r"['’]s?$")
_CHUNK = 8
Named = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Parse:
    """One text's parse, and its names as character spans with spaCy's kinds."""

    syntax: Syntax
    names: tuple[Named, ...]


Parses = Mapping[str, Parse]
"""By the text itself."""


def parse_texts(texts: Sequence[str], kept: Path) -> Parses:
    """The parse of every text; `kept` is where the last call's are found again."""
    known: dict[str, Parse] = pickle.loads(kept.read_bytes()) if kept.exists() else {}
    missing = [t for t in dict.fromkeys(texts) if t not in known]
    if missing:
        with ProcessPoolExecutor() as pool:
            for at, (text, parse) in enumerate(zip(missing, pool.map(_parse, missing, chunksize=_CHUNK), strict=True)):
                known[text] = parse
                if at % 200 == 0:
                    print(f"parsed {at} of {len(missing)} texts", flush=True)
        kept.write_bytes(pickle.dumps(known))
    return known


def silver_names(texts: Sequence[str], found: Parses) -> Mapping[str, list[Named]]:
    """The names of each text that are taken for certain, and what may be one, of kind "".

    The recogniser misses many a bare surname and calls it something else here and there, so a word that is mostly a
    person in these texts is one wherever it stands alone. A capitalised word that it leaves out may be a name, unless
    the word is mostly written small.
    """
    seen, persons, small = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        small.update(m.group() for m in _LOWER.finditer(text))
        inside = {at for start, end, kind in found[text].names if kind == "PERSON" for at in range(start, end)}
        for word in _CAPITALISED.finditer(text):
            seen[word.group()] += 1
            persons[word.group()] += word.start() in inside
    surnames = {w for w, count in seen.items() if count >= MIN_COUNT and persons[w] > MIN_PERSON_SHARE * count}
    open_words = {w for w, count in seen.items() if small[w.lower()] < count}
    return {text: sorted(_certain(text, found[text].names, surnames, open_words)) for text in texts}


def _certain(text: str, names: Sequence[Named], surnames: set[str], open_words: set[str]) -> Iterator[Named]:
    alone = {
        (m.start(), m.end()) for m in _CAPITALISED.finditer(text) if m.group() in surnames and _stands_alone(text, m)
    }
    taken: set[int] = set()
    for start, end, kind in names:
        taken |= set(range(start, end))
        name = _ARTICLE.sub("", text[start:end])
        start, end = end - len(name), end - len(name) + len(_GENITIVE.sub("", name))
        known = "" if name in surnames and kind != "PERSON" else KINDS.get(kind, "")
        yield start, end, "PERSON" if (start, end) in alone else known
    for word in _CAPITALISED.finditer(text):
        if word.start() not in taken and (word.span() in alone or word.group() in open_words):
            yield *word.span(), "PERSON" if word.span() in alone else ""


def _stands_alone(text: str, word: re.Match[str]) -> bool:
    before, after = text[: word.start()].rstrip(" ").split(" ")[-1], text[word.end() :].lstrip(" ")[:1]
    return not before[:1].isupper() and not after.isupper()


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    return parser.load_pipeline(names=True)


def _parse(text: str) -> Parse:
    doc = parser.parse(text, _pipeline())
    return Parse(doc_syntax(doc), tuple((e.start_char, e.end_char, e.label_) for e in doc.ents))
