"""Topics of positions grouped into issues.

A topic is a vector: the encoder's (what it means) beside its weighted words (which words it has); words that most
topics of the case have, the name of the country a story is about, weigh little. Topics near one centre are an issue,
labelled by its most typical topic. What the analyst named or split stays as it is and draws what comes later.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from rapidfuzz import fuzz, process

from workbench.analysis.entities import countries
from workbench.analysis.positions.topic_possessors import HoldersByTopic, possessors, topics_of_others
from workbench.analysis.text.words import FUNCTION_WORDS, TOKEN, concept
from workbench.model import TAKING_PART
from workbench.nlp import sentence_encoder
from workbench.nlp.linear_chain import Floats

MEANING_SHARE = 0.75
"""The share of meaning in the likeness of two topics; the rest is words."""
MIN_COSINE = 0.46
"""The least cosine of a topic and the centre of its issue."""
SHARED_MEANING, FEW_TOPICS = 0.5, 3
"""How much of what all topics mean is left out of each; half of that when there are only so few."""
MAX_ROUNDS = 3
"""How often every topic may move to a nearer centre."""
SAME_SPELLING = 90
"""rapidfuzz ratio from which two labels are the same in another spelling."""
MIN_NAMING = 0.7
"""The share of an issue's topics that must name a country for its label to name it."""
BUCKETS = 512
LABEL_WORDS = 7
STOP_WORDS = frozenset(
    "will would could can may might must should shall not no any some many more most part possible new".split()
)
"""Words that say nothing of what a topic is about."""
NO_PINS: Mapping[str, str] = MappingProxyType({})
NO_HOLDERS: HoldersByTopic = MappingProxyType({})


def group_topics(
    topics: Iterable[str] | Mapping[str, int],
    pins: Mapping[str, str] = NO_PINS,
    encode: Callable[[Sequence[str]], Floats] = sentence_encoder.encode,
    holders: HoldersByTopic = NO_HOLDERS,
) -> dict[str, str]:
    """Topic -> label of its issue, for every distinct topic; `topics`: as often as they occur, or counted.

    `pins`: topics the analyst put under a label; they keep it, and topics near them come under it too, also when no
    position has those topics any more. `holders`: who has positions on each topic; what belongs to others is split
    from what is a holder's own.
    """
    counts = Counter(topics)
    separate = {TAKING_PART: TAKING_PART} if TAKING_PART in counts and TAKING_PART not in pins else {}
    distinct = sorted({*counts, *pins} - separate.keys(), key=lambda t: (-counts[t], t))
    if not distinct:
        return separate
    matrix = _topic_vectors(distinct, encode)
    seeds = sorted({pins[t] for t in distinct if t in pins})
    place = {label: i for i, label in enumerate(seeds)}
    fixed = {row: place[pins[t]] for row, t in enumerate(distinct) if t in pins}
    members = _split_by_possessor(_clusters(matrix, fixed, len(seeds)), distinct, matrix, holders, fixed)
    labels = [
        *seeds,
        *(_choose_label([distinct[r] for r in rows], matrix[rows], holders) for rows in members[len(seeds) :]),
    ]
    same = _merge_spellings(labels, len(seeds))
    found = {distinct[row]: same[label] for label, rows in zip(labels, members, strict=True) for row in rows}
    return separate | {topic: label for topic, label in found.items() if topic in counts}


def _topic_vectors(topics: Sequence[str], encode: Callable[[Sequence[str]], Floats]) -> Floats:
    """A row of length one for each topic: meaning without what all have in common, and words."""
    placeless = [_without_countries(t) for t in topics]
    meaning = encode(placeless)
    meaning = meaning - SHARED_MEANING * len(topics) / (len(topics) + FEW_TOPICS) * meaning.mean(axis=0)
    meaning = meaning * np.array([[bool(t)] for t in placeless], dtype=np.float32)
    return _normalized(
        np.hstack(
            [
                math.sqrt(MEANING_SHARE) * _normalized(meaning),
                math.sqrt(1 - MEANING_SHARE) * _normalized(_word_vectors(topics)),
            ]
        )
    )


def _without_countries(topic: str) -> str:
    """The topic without the names of countries, which are near each other whatever is done there; "" if that is all."""
    out, past = "", 0
    for mention in countries.find(topic):
        out, past = out + topic[past : mention.span.start], mention.span.end
    rest = out + topic[past:]
    return rest if topic_concepts(rest) else ""


def _word_vectors(topics: Sequence[str]) -> Floats:
    """The content words of each topic, rare ones heavier, hashed into buckets."""
    words = [topic_concepts(t) for t in topics]
    frequency = Counter(w for found in words for w in found)
    out = np.zeros((len(topics), BUCKETS), dtype=np.float32)
    for row, found in enumerate(words):
        for word in found:
            out[row, zlib.crc32(word.encode()) % BUCKETS] += math.log(1 + len(topics) / frequency[word])
    return out


def _normalized(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9), dtype=np.float32)


def _clusters(matrix: Floats, fixed: Mapping[int, int], seeded: int) -> list[list[int]]:
    """Rows by cluster, the seeded first: each row goes to the nearest centre, or founds one; then rows may move."""
    sums = np.zeros((len(matrix) + seeded, matrix.shape[1]), dtype=np.float32)
    where = np.full(len(matrix), -1)
    used = seeded
    for row, cluster in fixed.items():
        where[row] = cluster
        sums[cluster] += matrix[row]
    for _ in range(MAX_ROUNDS):
        moved = False
        for row in range(len(matrix)):
            if row in fixed:
                continue
            old = int(where[row])
            if old >= 0:
                sums[old] -= matrix[row]
            new = _nearest(matrix[row], sums[:used])
            if new < 0:
                alone = old >= 0 and not sums[old].any()
                new, used = (old, used) if alone else (used, used + 1)
            sums[new] += matrix[row]
            where[row] = new
            moved = moved or new != old
        sums = np.vstack([sums, np.zeros_like(sums[: max(0, used + len(matrix) - len(sums))])])
        if not moved:
            break
    clusters: dict[int, list[int]] = {i: [] for i in range(seeded)}
    for row, cluster in enumerate(where):
        clusters.setdefault(int(cluster), []).append(row)
    return [rows for i, rows in clusters.items() if rows or i < seeded]


def _split_by_possessor(
    clusters: list[list[int]], topics: Sequence[str], matrix: Floats, holders: HoldersByTopic, fixed: Collection[int]
) -> list[list[int]]:
    """The clusters, with what is not a holder's own put to the nearest that is of the same possessor, or by itself."""
    away = topics_of_others([[topics[row] for row in rows if row not in fixed] for rows in clusters], holders)
    left = [[row for row in rows if topics[row] not in away] for rows in clusters]
    new: dict[tuple[int, frozenset[str]], list[int]] = defaultdict(list)
    for number, rows in enumerate(clusters):
        for row in rows:
            if whose := away.get(topics[row]):
                same = [
                    n for n, own in enumerate(left) if n != number and whose in (possessors(topics[r]) for r in own)
                ]
                near = _nearest(matrix[row], np.stack([matrix[left[n]].sum(axis=0) for n in same])) if same else -1
                (left[same[near]] if near >= 0 else new[number, whose]).append(row)
    return [*left, *new.values()]


def _nearest(row: Floats, sums: Floats) -> int:
    """The cluster whose centre is nearest, or -1 if none is near enough."""
    if not len(sums):
        return -1
    lengths = np.linalg.norm(sums, axis=1)
    likeness = np.where(lengths > 1e-4, sums @ row / np.maximum(lengths, 1e-4), -1.0)
    best = int(likeness.argmax())
    return best if likeness[best] >= MIN_COSINE else -1


def _choose_label(topics: Sequence[str], rows: Floats, holders: HoldersByTopic = NO_HOLDERS) -> str:
    """The topic that is most like all others, rather a short one and without a country that few of them name.

    "US troops" is no label where others stand on troops of their own.
    """
    closeness = rows @ _normalized(rows.sum(axis=0))
    named = [frozenset(m.code for m in countries.find(t)) for t in topics]
    counts = Counter(code for codes in named for code in codes)

    def untypical(i: int) -> tuple[float, str]:
        longer = 0.05 * max(0, len(topics[i].split()) - LABEL_WORDS)
        special = 0.3 * any(counts[code] < MIN_NAMING * len(topics) for code in named[i])
        return longer + special + _excludes_others(topics[i], topics, holders) - round(float(closeness[i]), 2), topics[
            i
        ]

    best = min(range(len(topics)), key=untypical)
    short = " ".join(topics[best].split()[:LABEL_WORDS])
    return short if short == topics[best] else short.rstrip(",;:") + " …"


def _excludes_others(label: str, topics: Sequence[str], holders: HoldersByTopic) -> bool:
    """Whether a label names a possessor, and somebody else has a position on a topic that does not."""
    whose = possessors(label)
    others = (t for t in topics if not whose & possessors(t))
    return bool(whose) and any(holder not in whose for topic in others for holder in holders.get(topic, ()))


def _merge_spellings(labels: Sequence[str], seeded: int) -> dict[str, str]:
    """Label -> the first label that is the same in another spelling; what the analyst wrote stays."""
    out: dict[str, str] = {}
    kept: list[str] = []
    folded: list[str] = []
    for number, label in enumerate(labels):
        near = process.extractOne(label.casefold(), folded, scorer=fuzz.ratio, score_cutoff=SAME_SPELLING)
        if near is not None and number >= seeded:
            out[label] = kept[near[2]]
            continue
        out[label] = label
        kept.append(label)
        folded.append(label.casefold())
    return out


def topic_concepts(topic: str) -> frozenset[str]:
    """The content words of a topic, words of one meaning as one."""
    words = (t.group().casefold() for t in TOKEN.finditer(topic))
    return frozenset(concept(w) for w in words if w[0].isalnum() and w not in FUNCTION_WORDS and w not in STOP_WORDS)
