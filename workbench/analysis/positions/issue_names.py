"""Names of issues: the short noun phrase that says best what the positions of one issue are about, and not of others.

One decision: a name is what one of the positions of the case is about, or a part of that, and which is best is learned
(`data/issue_names.json`, made by `tests/benchmarks/quality/issue_names_train.py`): its words are those of many of the
issue's positions, in whatever form, and it means what they mean. Two issues that would have one name are one if they
are alike; else the smaller is called something that says more. Who somebody is, is no issue.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz, process

from workbench.analysis.entities import countries
from workbench.analysis.positions.topic_phrases import LEAST_LETTERS, says_nothing
from workbench.analysis.text.lexicon import DATA, background_weights, roles
from workbench.analysis.text.words import FUNCTION_WORDS, concept, content_concepts
from workbench.model import TAKING_PART, Position
from workbench.nlp.linear_chain import Floats

Encode = Callable[[Sequence[str]], Floats]
Alike = Callable[[Sequence[Position], Sequence[Position]], float]
FEATURES = (
    "said", "said on average", "here rather", "everywhere", "offered", "one word", "two words", "three words",
    "four words", "more words", "linked", "number", "country", "country said",
    "head said", "head everywhere", "head rare", "meaning",
)  # fmt: skip
MAX_WORDS = 6
MEMBERS, CANDIDATES, BORROWED = 100, 24, 12
"""So many positions of an issue, names it may have, and names of others that say what it says, are looked at."""
COMMONEST = 300
"""So many phrases of all positions may be borrowed as names."""
ONE_ISSUE = 0.25
"""How likely groups of the same name must be on one issue to be one."""
UNNAMED = "other remarks"
"""The name of what says of nothing in particular."""
MIN_NAMING = 0.34
"""The share of an issue's positions that must name a country for its name to do so."""
ONE_WORD = 1.0
"""How much a name of one word is put back: it says little by itself at the head of a row."""
FROM_OTHERS = 0.3
"""How much a name is put back that none of the issue's own positions has."""
SAME_SPELLING = 90
"""rapidfuzz ratio from which two names are the same in another spelling."""
_LINK = re.compile(r"\s(of|on|for|to|in|at|with|from|about|over|against|by|into|between|under|including|among)\s")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many positions say each concept in their topic, and in their clause."""

    topics: Counter[str]
    clauses: Counter[str]
    parts: Counter[str]
    """How many positions have a phrase for their topic, or a part of it."""
    total: int
    commonest: tuple[str, ...]
    """The phrases of most positions."""

    @classmethod
    def of(cls, positions: Sequence[Position]) -> Spoken:
        """What these positions say, apart from that somebody takes part."""
        positions = [p for p in positions if p.topic != TAKING_PART]
        topics = Counter(c for p in positions for c in _concepts(p.topic))
        clauses = Counter(c for p in positions for c in _concepts(p.stated))
        parts = Counter(name for p in positions for name in _parts(p.topic))
        return cls(topics, clauses, parts, len(positions), tuple(name for name, _ in parts.most_common(COMMONEST)))

    def share(self, concept: str) -> float:
        """The share of the positions that say it: in the topic wholly, in the rest of the clause half."""
        return (self.topics[concept] + max(self.topics[concept], self.clauses[concept])) / (2 * max(1, self.total))


@dataclass(frozen=True, slots=True)
class Case:
    """What all positions say, and how."""

    spoken: Spoken
    small: frozenset[str]
    """The words that are written without a capital letter."""
    speakers: frozenset[str]
    """The words of the names of those who speak."""


def never_alike(one: Sequence[Position], other: Sequence[Position]) -> float:
    """How likely two groups are on one issue, where nobody knows."""
    return 0.0


def name_issues(
    groups: Sequence[Sequence[Position]], encode: Encode, taken: Sequence[str] = (), alike: Alike = never_alike
) -> list[str]:
    """A name for each group of positions, none of them of `taken`. Two groups get the same, and are one issue, where
    the best of both are near and they are alike, or where the smaller has no name that says more.
    """
    everyone = [p for group in groups for p in group]
    case = Case(Spoken.of(everyone), _written_small(everyone), _speakers(everyone))
    names: dict[int, str] = {}
    first: dict[str, int] = {}
    for number in sorted(range(len(groups)), key=lambda n: (-len(groups[n]), n)):
        group = groups[number]
        if all(p.topic == TAKING_PART for p in group):
            names[number] = TAKING_PART
            continue
        ranked = [n for n in rank_names(group, case, encode) if not _same_spelling(n, (*taken, TAKING_PART))]
        known = _near_name(ranked[0], list(first)) if ranked else ""
        if not known or alike(groups[first[known]], group) < ONE_ISSUE:
            used = [_concepts(name) for name in first]
            known = next((n for n in ranked if not any(_concepts(n) <= one for one in used)), known)
        names[number] = known or (ranked[0] if ranked else UNNAMED)
        first.setdefault(names[number], number)
    return [names[number] for number in range(len(groups))]


def rank_names(group: Sequence[Position], case: Case, encode: Encode) -> list[str]:
    """The names that an issue may have, the best first; those that say little last."""
    rows = [p for p in group if p.topic != TAKING_PART][:MEMBERS]
    own = Spoken.of(rows)
    names = [n for n in candidate_names(own, case.spoken) if n in own.parts or not _says_little(n, case.speakers)]
    if not names:
        return []
    bare = np.array([len(_WORD.findall(name)) < 2 for name in names], dtype=np.float32)
    borrowed = np.array([name not in own.parts for name in names], dtype=np.float32)
    learned = name_features(rows, case.spoken, names, encode) @ _weights()
    scores = (learned - ONE_WORD * bare - FROM_OTHERS * borrowed).tolist()

    def poor(name: str) -> int:
        proper = _is_proper(name, case.small) and own.parts[name] < own.total / 2
        return 2 * _says_little(name, case.speakers) + (proper or _names_other_country(name, own))

    order = sorted(range(len(names)), key=lambda i: (poor(names[i]), -scores[i], names[i]))
    return [_as_written(names[i], case.small) for i in order]


def candidate_names(own: Spoken, everything: Spoken) -> list[str]:
    """The topics of some positions and their parts, the commonest first; then others that say what they say."""
    offered = sorted(own.parts, key=lambda name: (-own.parts[name], name))[:CANDIDATES]
    shares: dict[str, float] = {}
    for name in everything.commonest:
        if name in own.parts:
            continue
        said = [own.share(c) for c in _concepts(name)]
        if said and min(said) > 0:
            shares[name] = sum(said) / len(said)
    return [*offered, *sorted(shares, key=lambda name: (-shares[name], name))[:BORROWED]]


def name_features(rows: Sequence[Position], everything: Spoken, names: Sequence[str], encode: Encode) -> Floats:
    """The features of names that a group of positions may have, as FEATURES names them."""
    own = Spoken.of(rows)
    middle = encode([row.stated for row in rows]).mean(axis=0) + encode([r.topic or r.text for r in rows]).mean(axis=0)
    meaning = encode(names) @ (middle / max(float(np.linalg.norm(middle)), 1e-9))
    found = [_features(name, own, everything) for name in names]
    return np.hstack([np.array(found, dtype=np.float32), meaning[:, None]])


def _features(name: str, own: Spoken, everything: Spoken) -> list[float]:
    concepts = sorted(_concepts(name))
    here, anywhere = [own.share(c) for c in concepts], [everything.share(c) for c in concepts]
    of_countries = _country_concepts(name)
    count = max(1, len(concepts))
    head = concept(_head(name).casefold())
    return [
        sum(background_weights().get(c, 1.0) * share for c, share in zip(concepts, here, strict=True)),
        sum(here) / count,
        sum(one / (other + 0.02) for one, other in zip(here, anywhere, strict=True)) / count / 10,
        sum(anywhere) / count,
        own.parts[name] / own.total,
        *(float(len(concepts) == n) for n in range(1, 5)),
        float(len(concepts) > 4),
        float(bool(_LINK.search(name))),
        float(name[:1].isdigit()),
        float(bool(of_countries)),
        max((own.share(c) for c in of_countries), default=0.0),
        own.share(head),
        everything.share(head),
        background_weights().get(head, 1.0),
    ]


def _head(name: str) -> str:
    """The noun that the rest of a name hangs on."""
    words = [w for w in _WORD.findall(_LINK.split(name, maxsplit=1)[0]) if len(w) > 1]
    return words[-1] if words else ""


@lru_cache(maxsize=16384)
def _parts(topic: str) -> tuple[str, ...]:
    """A topic, and what is left of it without the words before its noun, or without what hangs on it."""
    return tuple(dict.fromkeys(_shorter(topic))) or ((topic,) if topic else ())


def _shorter(topic: str) -> Iterator[str]:
    core, *rest = _LINK.split(topic, maxsplit=1)
    tail = f" {rest[0]} {rest[1]}" if rest else ""
    words = core.split()
    for first, word in enumerate(words):
        if word.casefold() in FUNCTION_WORDS or not word[0].isalnum():
            continue
        shorter = " ".join(words[first:])
        if len((shorter + tail).split()) <= MAX_WORDS:
            yield shorter + tail
        if tail and not words[-1].endswith("ing"):
            yield shorter


def _says_little(name: str, speakers: frozenset[str]) -> bool:
    """Whether a name is only that of a country, a person or an office, or of something vague."""
    head = _head(name)
    forms = {head.casefold(), head.casefold().removesuffix("s")}
    if len(head) < LEAST_LETTERS or forms & roles().keys() or (says_nothing(name) and not _LINK.search(name)):
        return True
    return head in speakers or not _concepts(name) - _country_concepts(name)


def _is_proper(name: str, small: frozenset[str]) -> bool:
    """Whether a name is that of a body or a place."""
    head = _head(name)
    return head[:1].isupper() and head.casefold() not in small


def _names_other_country(name: str, own: Spoken) -> bool:
    """Whether a name has a country in it that few of the positions name."""
    return any(max(own.topics[c], own.clauses[c]) < MIN_NAMING * own.total for c in _country_concepts(name))


def _country_concepts(name: str) -> frozenset[str]:
    return frozenset(c for m in countries.find(name) for c in _concepts(m.span.of(name)))


def _written_small(positions: Sequence[Position]) -> frozenset[str]:
    """The words that some position writes without a capital letter."""
    return frozenset(word for p in positions for word in _WORD.findall(p.text) if word.islower())


def _speakers(positions: Sequence[Position]) -> frozenset[str]:
    return frozenset(word for p in positions if p.speaker.istitle() for word in _WORD.findall(p.speaker))


def _as_written(name: str, small: frozenset[str]) -> str:
    """A name; in small letters if it has capitals all over, as in headlines, and its words are written so."""
    words = [word for word in _WORD.findall(name) if len(word) > 3]
    headline = bool(words) and all(word.istitle() and word.lower() in small for word in words)
    return name.lower() if headline else name


def _same_spelling(name: str, others: Sequence[str]) -> str:
    """The one of some names that is the same, or the same in another spelling; "" where none is."""
    folded = [other.casefold() for other in others]
    found = process.extractOne(name.casefold(), folded, scorer=fuzz.ratio, score_cutoff=SAME_SPELLING)
    return others[found[2]] if found else ""


def _near_name(name: str, others: Sequence[str]) -> str:
    """The one of some names that is the same, or that says more or less of the same noun; "" where none is."""
    own, head = _concepts(name), concept(_head(name).casefold())
    near = (o for o in others if concept(_head(o).casefold()) == head and (_concepts(o) <= own or own <= _concepts(o)))
    return _same_spelling(name, others) or next(near, "")


@lru_cache(maxsize=16384)
def _concepts(text: str) -> frozenset[str]:
    return frozenset(content_concepts(text))


@lru_cache(maxsize=1)
def _weights() -> Floats:
    stored = json.loads((DATA / "issue_names.json").read_text(encoding="utf-8"))["weights"]
    return np.array([stored[name] for name in FEATURES], dtype=np.float32)
