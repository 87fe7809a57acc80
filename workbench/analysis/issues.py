"""Topics of positions grouped into issues.

Topics that share their rare content words are one issue; its label is the topic that shares most with the others.
Words that most topics of the case have (the name of the country a story is about) weigh little, so that they group
nothing by themselves.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from workbench.analysis.words import FUNCTION_WORDS, TOKEN, concept

NEAREST = 0.75
"""What likeness to one member counts, against likeness to all."""
ALIKE = 0.42
"""The share of weighted words two topics must have in common to be one issue."""
SPELLING = 90
"""rapidfuzz ratio from which two labels are the same in another spelling."""
LABEL_WORDS = 7
WEAK = frozenset(
    "will would could can may might must should shall not no any some many more most part possible new".split()
)
"""Words that say nothing of what a topic is about."""


def group(topics: Sequence[str]) -> dict[str, str]:
    """Topic -> label of its issue, for every distinct topic."""
    distinct = sorted(set(topics))
    words = {t: concepts(t) for t in distinct}
    frequency = Counter(w for stems in words.values() for w in stems)
    weight = {w: math.log(1 + len(distinct) / n) for w, n in frequency.items()}
    clusters: list[list[str]] = []
    by_word: dict[str, set[int]] = {}
    counts = Counter(topics)
    for topic in sorted(distinct, key=lambda t: (-counts[t], -len(words[t]), t)):
        near = {i for w in words[topic] for i in by_word.get(w, ())}
        scored = ((_affinity(topic, clusters[i], words, weight), -i) for i in near)
        best, at = max(scored, default=(0.0, 0))
        if best >= ALIKE:
            clusters[-at].append(topic)
        else:
            at = -len(clusters)
            clusters.append([topic])
        for word in words[topic]:
            by_word.setdefault(word, set()).add(-at)
    return {topic: label for cluster in clusters for label in [_label(cluster, words, weight)] for topic in cluster}


def _affinity(topic: str, cluster: list[str], words: dict[str, frozenset[str]], weight: dict[str, float]) -> float:
    """How near a topic is to a cluster: to all of it, or to its nearest member."""
    found = [_alike(topic, other, words, weight) for other in cluster]
    return max(sum(found) / len(found), NEAREST * max(found))


def _alike(a: str, b: str, words: dict[str, frozenset[str]], weight: dict[str, float]) -> float:
    if fuzz.ratio(a.casefold(), b.casefold()) >= SPELLING:
        return 1.0
    shared = sum(weight[w] for w in words[a] & words[b])
    smaller = min(sum(weight[w] for w in words[t]) for t in (a, b))
    total = sum(weight[w] for w in words[a] | words[b])
    return 0.5 * shared / total + 0.5 * shared / smaller if total and smaller else 0.0


def _label(cluster: list[str], words: dict[str, frozenset[str]], weight: dict[str, float]) -> str:
    def typical(topic: str) -> tuple[float, int, str]:
        others = [t for t in cluster if t != topic]
        closeness = sum(_alike(topic, t, words, weight) for t in others) / max(1, len(others))
        return (-round(closeness, 2) + 0.05 * max(0, len(topic.split()) - LABEL_WORDS), len(topic), topic)

    label = min(cluster, key=typical)
    short = " ".join(label.split()[:LABEL_WORDS])
    return short if short == label else short.rstrip(",;:") + " …"


def concepts(topic: str) -> frozenset[str]:
    """The content words of a topic, words of one meaning as one."""
    words = (t.group().casefold() for t in TOKEN.finditer(topic))
    return frozenset(concept(w) for w in words if w[0].isalnum() and w not in FUNCTION_WORDS and w not in WEAK)
