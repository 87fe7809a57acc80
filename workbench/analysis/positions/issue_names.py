"""Names of issues: the short noun phrase that says best what the positions of one issue are about, and not of others.

One decision: a name is what one of the positions is about, or a part of that, and which is best is learned
(`data/issue_names.json`, made by `tests/benchmarks/quality/issue_names_train.py`): its words are those of many of the
issue's positions, in whatever form, and it means what they mean. Who somebody is, is no issue.
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
from workbench.analysis.positions.topic_phrases import vague_nouns
from workbench.analysis.text.lexicon import DATA, background_weights, roles
from workbench.analysis.text.words import FUNCTION_WORDS, content_concepts
from workbench.model import TAKING_PART, Position
from workbench.nlp.linear_chain import Floats

Encode = Callable[[Sequence[str]], Floats]
FEATURES = (
    "said", "said on average", "here rather", "everywhere", "offered", "one word", "two words", "three words",
    "four words", "more words", "linked", "number", "country", "country said", "meaning",
)  # fmt: skip
MAX_WORDS = 6
MEMBERS, CANDIDATES = 100, 24
"""So many positions of an issue, and names it may have, are looked at."""
UNNAMED = "other remarks"
"""The name of what says of nothing in particular."""
MIN_NAMING = 0.34
"""The share of an issue's positions that must name a country for its name to do so."""
ONE_WORD = 1.0
"""How much a name of one word is put back: it says little by itself at the head of a row."""
SAME_SPELLING = 90
"""rapidfuzz ratio from which two names are the same in another spelling."""
_LINK = re.compile(r"\s(of|on|for|to|in|at|with|from|about|over|against|by|into|between|under|including|among)\s")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Spoken:
    """How many positions say each concept in their topic, and in their clause."""

    topics: Counter[str]
    clauses: Counter[str]
    total: int

    @classmethod
    def of(cls, positions: Sequence[Position]) -> Spoken:
        """What these positions say."""
        topics = Counter(c for p in positions for c in _concepts(p.topic))
        return cls(topics, Counter(c for p in positions for c in _concepts(p.stated)), len(positions))

    def share(self, concept: str) -> float:
        """The share of the positions that say it: in the topic wholly, in the rest of the clause half."""
        return (self.topics[concept] + max(self.topics[concept], self.clauses[concept])) / (2 * max(1, self.total))


def name_issues(groups: Sequence[Sequence[Position]], encode: Encode, taken: Sequence[str] = ()) -> list[str]:
    """A name for each group of positions, unlike all others where their topics allow it; none is one of `taken`."""
    everyone = [p for group in groups for p in group]
    everything, small = Spoken.of(everyone), _written_small(everyone)
    names: dict[int, str] = {}
    used = [name.casefold() for name in (*taken, TAKING_PART)]
    for number in sorted(range(len(groups)), key=lambda n: (-len(groups[n]), n)):
        if all(p.topic == TAKING_PART for p in groups[number]):
            names[number] = TAKING_PART
            continue
        ranked = [_as_written(name, small) for name in rank_names(groups[number], everything, encode, small)]
        names[number] = next((n for n in ranked if not _is_spelled(n, used)), ranked[0] if ranked else UNNAMED)
        used.append(names[number].casefold())
    return [names[number] for number in range(len(groups))]


def rank_names(
    group: Sequence[Position], everything: Spoken, encode: Encode, small: frozenset[str] = frozenset()
) -> list[str]:
    """The names that an issue may have, the best first; those that say little last."""
    rows = group[:MEMBERS]
    names = candidate_names(rows)
    if len(names) > 1 and len(rows) > 1:
        bare = np.array([len(_WORD.findall(name)) < 2 for name in names], dtype=np.float32)
        scores = (name_features(rows, everything, names, encode) @ _weights() - ONE_WORD * bare).tolist()
        own = Spoken.of(rows)
        last = [_says_little(name, small) or _names_other_country(name, own) for name in names]
        order = sorted(range(len(names)), key=lambda i: (last[i], -scores[i], names[i]))
        return [names[i] for i in order]
    return sorted(names, key=lambda name: _says_little(name, small))


def candidate_names(rows: Sequence[Position]) -> list[str]:
    """The topics of some positions and their parts, the commonest first."""
    votes = Counter(name for row in rows for name in dict.fromkeys(_parts(row.topic)))
    first = {name: place for place, name in enumerate(votes)}
    return sorted(votes, key=lambda name: (-votes[name], first[name], name))[:CANDIDATES]


def name_features(rows: Sequence[Position], everything: Spoken, names: Sequence[str], encode: Encode) -> Floats:
    """The features of names that a group of positions may have, as FEATURES names them."""
    own = Spoken.of(rows)
    votes = Counter(name for row in rows for name in dict.fromkeys(_parts(row.topic)))
    middle = encode([row.stated for row in rows]).mean(axis=0) + encode([r.topic or r.text for r in rows]).mean(axis=0)
    meaning = encode(names) @ (middle / max(float(np.linalg.norm(middle)), 1e-9))
    found = [_features(name, own, everything, votes[name]) for name in names]
    return np.hstack([np.array(found, dtype=np.float32), meaning[:, None]])


def _features(name: str, own: Spoken, everything: Spoken, votes: int) -> list[float]:
    concepts = sorted(_concepts(name))
    here, anywhere = [own.share(c) for c in concepts], [everything.share(c) for c in concepts]
    of_countries = _country_concepts(name)
    count = max(1, len(concepts))
    return [
        sum(background_weights().get(c, 1.0) * share for c, share in zip(concepts, here, strict=True)),
        sum(here) / count,
        sum(one / (other + 0.02) for one, other in zip(here, anywhere, strict=True)) / count / 10,
        sum(anywhere) / count,
        votes / own.total,
        *(float(len(concepts) == n) for n in range(1, 5)),
        float(len(concepts) > 4),
        float(bool(_LINK.search(name))),
        float(name[:1].isdigit()),
        float(bool(of_countries)),
        max((own.share(c) for c in of_countries), default=0.0),
    ]


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


def _says_little(name: str, small: frozenset[str]) -> bool:
    """Whether a name is only that of a country, a person or an office, or of something vague."""
    core = _LINK.split(name, maxsplit=1)[0]
    words = [w for w in _WORD.findall(core) if len(w) > 1]
    head = words[-1] if words else ""
    if not head or {head.casefold(), head.casefold().removesuffix("s")} & (roles().keys() | vague_nouns()):
        return True
    of_countries = _country_concepts(name)
    return (head[0].isupper() and head.casefold() not in small) or not _concepts(name) - of_countries


def _names_other_country(name: str, own: Spoken) -> bool:
    """Whether a name has a country in it that few of the positions name."""
    return any(max(own.topics[c], own.clauses[c]) < MIN_NAMING * own.total for c in _country_concepts(name))


def _country_concepts(name: str) -> frozenset[str]:
    return frozenset(c for m in countries.find(name) for c in _concepts(m.span.of(name)))


def _written_small(positions: Sequence[Position]) -> frozenset[str]:
    """The words that some position writes without a capital letter."""
    return frozenset(word for p in positions for word in _WORD.findall(p.text) if word.islower())


def _as_written(name: str, small: frozenset[str]) -> str:
    """A name; in small letters if it has capitals all over, as in headlines, and its words are written so."""
    words = [word for word in _WORD.findall(name) if len(word) > 3]
    headline = bool(words) and all(word.istitle() and word.lower() in small for word in words)
    return name.lower() if headline else name


def _is_spelled(name: str, used: Sequence[str]) -> bool:
    return process.extractOne(name.casefold(), used, scorer=fuzz.ratio, score_cutoff=SAME_SPELLING) is not None


@lru_cache(maxsize=16384)
def _concepts(text: str) -> frozenset[str]:
    return frozenset(content_concepts(text))


@lru_cache(maxsize=1)
def _weights() -> Floats:
    stored = json.loads((DATA / "issue_names.json").read_text(encoding="utf-8"))["weights"]
    return np.array([stored[name] for name in FEATURES], dtype=np.float32)
