"""MRPC, ECB+ and SuperPAL as sentences, clauses and pairs of them, read from the folders that `WORKBENCH_CORPORA` has.

One decision: an ECB+ document is parsed as an article, one sentence a line, so that its event mentions can be found in
our clauses.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from workbench.analysis.entities import countries
from workbench.analysis.text.clauses import find_clauses
from workbench.model import Clause, Span

_NO_SPACE_BEFORE = {",", ".", ":", ";", "!", "?", ")", "'s", "’s", "n't", "'", "’", "%", "”"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of ECB+ with the events it mentions."""

    topic: str
    document: str
    clauses: tuple[Clause, ...]
    events: tuple[frozenset[str], ...]
    """For each clause, the chains of the events mentioned in it."""

    @property
    def chains(self) -> frozenset[str]:
        """The chains of all its events."""
        return frozenset().union(*self.events)


def mrpc(path: Path) -> list[tuple[bool, str, str]]:
    """(paraphrase?, one sentence, the other)."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [(row[0] == "1", row[3], row[4]) for row in rows]


STS_NEWS = ("2012/SMTnews", "2013/headlines", "2014/headlines", "2014/deft-news", "2015/headlines")
"""The sets of news; MSRpar is left out, since its pairs are MRPC's."""
ALIKE, APART = 4.0, 2.0
"""Grades from which a pair counts as the same, and up to which as different; those between count as neither."""


def sts(folder: Path) -> list[tuple[bool, str, str]]:
    """(the same?, one sentence, the other) of the graded pairs of news."""
    out = []
    for name in STS_NEWS:
        for line in (folder / f"{name}.test.tsv").read_text(encoding="utf-8", errors="replace").splitlines():
            grade, one, other, *_ = (*line.split("\t"), "", "")
            if one and other and grade and not APART < float(grade) < ALIKE:
                out.append((float(grade) >= ALIKE, one.strip(), other.strip()))
    return out


def whole(texts: Iterable[str], nlp: Language) -> list[Clause]:
    """Each text as one clause, whatever it says: the union of its clauses' features with the first one's predicate."""
    out = []
    for n, doc in enumerate(nlp.pipe(texts, batch_size=64)):
        parts = _clauses(doc, f"t{n}")
        first = max(parts, key=lambda c: len(c.terms), default=None)
        out.append(
            Clause(
                article_id=f"t{n}",
                span=Span(0, len(doc.text)),
                text=doc.text,
                terms=tuple(t for c in parts for t in c.terms),
                names=tuple(dict.fromkeys(x for c in parts for x in c.names)),
                numbers=tuple(dict.fromkeys(x for c in parts for x in c.numbers)),
                action=first.action if first else "",
                negated=any(c.negated for c in parts),
                kind=first.kind if first else "event",
            )
        )
    return out


def _clauses(doc: Doc, article_id: str) -> tuple[Clause, ...]:
    return find_clauses(doc, article_id, {m.span: m.code for m in countries.find(doc.text)})


def ecb(folder: Path, part: str, nlp: Language) -> list[Sentence]:
    """The sentences of a part (Train, Dev) that mention an event."""
    chains: dict[tuple[str, int, int], str] = {}
    for mention in json.loads((folder / f"ECB_{part}_Event_gold_mentions.json").read_text(encoding="utf-8")):
        for token in mention["tokens_number"]:
            chains[mention["doc_id"], mention["sent_id"], token] = mention["coref_chain"]
    documents = _documents(folder / f"ECB_{part}_corpus.txt")
    texts = [_text(sentences) for sentences in documents.values()]
    out = []
    for name, doc, (text, places) in zip(documents, nlp.pipe((t for t, _ in texts), batch_size=16), texts, strict=True):
        events = [(places[key[1:]], chain) for key, chain in chains.items() if key[0] == name and key[1:] in places]
        out += list(_sentences(name, text, _clauses(doc, name), events))
    return out


def _documents(path: Path) -> dict[str, dict[int, list[tuple[int, str]]]]:
    out: dict[str, dict[int, list[tuple[int, str]]]] = defaultdict(lambda: defaultdict(list))
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) >= 4:
            out[cells[0]][int(cells[1])].append((int(cells[2]), cells[3]))
    return out


def _text(sentences: dict[int, list[tuple[int, str]]]) -> tuple[str, dict[tuple[int, int], int]]:
    text, places = "", {}
    for number in sorted(sentences):
        for at, (token, word) in enumerate(sentences[number]):
            text += " " if at and word not in _NO_SPACE_BEFORE else ""
            places[number, token] = len(text)
            text += word
        text += "\n"
    return text, places


def _sentences(name: str, text: str, found: tuple[Clause, ...], events: list[tuple[int, str]]) -> Iterator[Sentence]:
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        inside = [c for c in found if start <= c.span.start < end]
        marked: list[set[str]] = [set() for _ in inside]
        for place, chain in events:
            holding = [n for n, c in enumerate(inside) if c.span.start <= place < c.span.end]
            if holding:
                marked[min(holding, key=lambda n: inside[n].span.end - inside[n].span.start)].add(chain)
        if any(marked):
            yield Sentence(name.split("_")[0], name, tuple(inside), tuple(frozenset(m) for m in marked))
        start = end


def sentence_pairs(sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """All pairs of sentences of different documents of one topic."""
    topics: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        topics[sentence.topic].append(sentence)
    for topic in topics.values():
        yield from ((a, b) for a, b in combinations(topic, 2) if a.document != b.document)


def superpal_pairs(path: Path, nlp: Language) -> list[tuple[bool, Clause, Clause]]:
    """Each proposition of a topic's summary with each aligned span of its documents: whether the two were aligned."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = sorted({row[key] for row in rows for key in ("summarySpanText", "docSpanText")})
    parsed = dict(zip(texts, whole((t.replace("...", " ") for t in texts), nlp), strict=True))
    topics: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        topics[row["topic"]].add((row["summarySpanText"], row["docSpanText"]))
    return [
        ((a, b) in aligned, parsed[a], parsed[b])
        for _, aligned in sorted(topics.items())
        for a in sorted({a for a, _ in aligned})
        for b in sorted({b for _, b in aligned})
    ]
