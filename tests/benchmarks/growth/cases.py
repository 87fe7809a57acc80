"""Cases that have grown: read articles once, then written again and again in other words, without the models.

A word is put in the place of another of as many letters, so that all that was found stands where it stood. What a
clause means moves a little with it. Articles of one story keep its names; where there are many stories, each has names
of its own and a direction of its own in the space of meanings, so that one is as far from another as they were.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from workbench.analysis import article as analysis
from workbench.analysis.facts.article_signatures import clause_hash, is_comparable
from workbench.analysis.text.sentence_context import sentence_around
from workbench.ingest.article_building import build_article
from workbench.model import Analysis, Article, Document
from workbench.nlp import clause_encoder
from workbench.store import articles, results
from workbench.store.signatures import save_clause_vectors
from workbench.store.transactions import writing
from workbench.work import Case
from workbench.work.article_analysis import version

SEED = 5
OTHER_WORDS = 0.12
"""The share of the words that a rewriting has others for."""
OTHER_MEANING = 0.35
"""The length of what is added to the vector of a clause, whose own is one."""
AT_ONCE = 500
_WORD = re.compile(r"[A-Za-z]+")
Words = Mapping[str, str]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read once; a vector for each of its clauses."""

    story: int
    article: Article
    found: Analysis
    vectors: Vectors


def read(stories: Sequence[Path]) -> list[ReadArticle]:
    """The articles of stories, a folder each, with what the program finds in each."""
    return [_read(number, path) for number, folder in enumerate(stories) for path in sorted(folder.glob("*.txt"))]


def _read(story: int, path: Path) -> ReadArticle:
    built = build_article(Document(str(path), path.read_bytes(), "text/plain"), {})
    found = analysis.analyse(built)
    found = replace(found, clauses=tuple(filter(is_comparable, found.clauses)))
    sentences = [sentence_around(built.text, clause.span) for clause in found.clauses]
    return ReadArticle(story, built, found, clause_encoder.encode(sentences))


class Writer:
    """Writes articles again: the same for the same number."""

    def __init__(self, read: Sequence[ReadArticle], many: bool) -> None:
        self.read, self.many = read, many
        self.stories = 1 + max(one.story for one in read)
        self.middle = np.concatenate([one.vectors for one in read]).mean(axis=0)
        words = {word for one in read for word in _WORD.findall(one.article.text)}
        self.names = {word for one in read for e in one.found.entities for word in _WORD.findall(e.name)}
        self.names = {word for word in self.names if word[0].isupper() and len(word) > 3}
        self.among: dict[tuple[bool, int], list[str]] = defaultdict(list)
        for word in sorted(words):
            if word.islower() or word in self.names:
                self.among[word in self.names, len(word)].append(word)

    def written(self, number: int) -> tuple[Article, Analysis, dict[int, bytes]]:
        """The article of a number, what is found in it, and the vectors of its clauses by their hashes."""
        one, dice = self.read[number % len(self.read)], Random(f"{SEED} {number}")
        copy = number // len(self.read)
        words = {w: dice.choice(self.among[False, len(w)]) for w in self._some(one.article.text, dice)}
        vectors = one.vectors
        if self.many and copy:
            names = Random(f"{SEED} {copy} {one.story}")
            words |= {w: names.choice(self.among[True, len(w)]) for w in sorted(self.names)}
            vectors = self.middle + (vectors - self.middle) @ _turned(copy * self.stories + one.story)
        noise = np.random.default_rng([SEED, number]).normal(size=vectors.shape)
        vectors = vectors + OTHER_MEANING * noise / np.linalg.norm(noise, axis=1, keepdims=True)
        vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
        return _written(one, number, words, vectors)

    def _some(self, text: str, dice: Random) -> list[str]:
        own = sorted({w for w in _WORD.findall(text) if w.islower() and len(w) > 3})
        return [w for w in own if dice.random() < OTHER_WORDS]


def _turned(story: int) -> Vectors:
    """What turns the vectors of a story."""
    size = clause_encoder.DIMENSIONS
    turned, _ = np.linalg.qr(np.random.default_rng([SEED, 1, story]).normal(size=(size, size)))
    return np.asarray(turned, dtype=np.float32)


def _written(
    one: ReadArticle, number: int, words: Words, vectors: Vectors
) -> tuple[Article, Analysis, dict[int, bytes]]:
    def swapped(text: str) -> str:
        return _WORD.sub(lambda m: words.get(m.group(), m.group()), text)

    def all_swapped(texts: Sequence[str]) -> tuple[str, ...]:
        lowered = {w.lower(): o.lower() for w, o in words.items()}
        return tuple(_WORD.sub(lambda m: words.get(m.group(), lowered.get(m.group(), m.group())), t) for t in texts)

    text = swapped(one.article.text)
    document = Document(f"{number:06}.txt", text.encode(), "text/plain")
    day = f"{2021 + number % 3}-{1 + number % 12:02}-{1 + number % 28:02}"
    own = replace(one.article, document_id=document.id, source=document.source, text=text, published_on=day,
                  title=swapped(one.article.title), outlet=f"Outlet {number % 97}")  # fmt: skip
    clauses = [
        replace(c, article_id=own.id, text=c.span.of(text), terms=all_swapped(c.terms), names=all_swapped(c.names),
                action=all_swapped([c.action])[0])
        for c in one.found.clauses
    ]  # fmt: skip
    positions = [
        replace(p, article_id=own.id, text=swapped(p.text), topic=swapped(p.topic),
                holder_name=swapped(p.holder_name))
        for p in one.found.positions
    ]  # fmt: skip
    entities = [replace(e, name=swapped(e.name), aliases=tuple(map(swapped, e.aliases))) for e in one.found.entities]
    packed = clause_encoder.to_half_precision(vectors)
    found = Analysis(own.id, entities=tuple(entities), positions=tuple(positions), clauses=tuple(clauses))
    return own, found, {clause_hash(c.text): v for c, v in zip(clauses, packed, strict=True)}


def fill(case: Case, writer: Writer, numbers: Sequence[int], vectors: bool = True) -> list[str]:
    """Put the articles of these numbers into a case, analysed but not compared; their ids."""
    ids, revision = [], version(case)
    for first in range(0, len(numbers), AT_ONCE):
        with writing(case.db):
            for article, found, own in map(writer.written, numbers[first : first + AT_ONCE]):
                articles.add(case.db, _document(article), article)
                results.save_analysis(case.db, found, revision)
                if vectors:
                    save_clause_vectors(case.db, own)
                ids.append(article.id)
    return ids


def _document(article: Article) -> Document:
    return Document(article.source, article.text.encode(), "text/plain")
