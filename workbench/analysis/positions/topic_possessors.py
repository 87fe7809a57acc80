"""Whose troops, money or planes a topic is about, where it says so, and issues that mix a holder's own with others'.

One decision: topics that are near in meaning stay one issue, each country's own troops beside the others'. Only where
one holder speaks of its own and of another's in one issue are the others' split from it, since a holder cannot stand
on both sides by speaking of two things.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from workbench.analysis.entities import countries
from workbench.analysis.text.lexicon import read_lines

HoldersByTopic = Mapping[str, Collection[str]]
"""Topic -> who has a position on it."""
_NOUN = re.compile(r"(?:['’]s?)?(?:\s+|-)[^\W\d_]{3,}")
_ADJECTIVES = frozenset({"demonym", "abbreviation", "bloc"})
"""Forms of a country's name that say whose something is without "'s"."""


def possessors(topic: str) -> frozenset[str]:
    """The countries and blocs whose something a topic is about: "French jets", "Peru's loan", not "jets to France"."""
    found = set()
    for mention in countries.find(topic):
        after = topic[mention.span.end :]
        possessive = after[:1] in ("'", "’") or mention.form in _ADJECTIVES
        if possessive and _NOUN.match(after):
            found.add(mention.code)
    return frozenset(found)


def topics_of_others(clusters: Iterable[Sequence[str]], holders: HoldersByTopic) -> dict[str, frozenset[str]]:
    """The topics that belong to another issue than their cluster's, with whose they are."""
    out: dict[str, frozenset[str]] = {}
    for topics in clusters:
        whose = {topic: possessors(topic) for topic in topics}
        own = {h for topic in topics for h in holders.get(topic, ()) if _has_part(h, whose[topic])}
        for topic in topics:
            said_by = set(holders.get(topic, ()))
            if whose[topic] and said_by & own and not any(_has_part(h, whose[topic]) for h in said_by):
                out[topic] = whose[topic]
    return out


def _has_part(holder: str, whose: frozenset[str]) -> bool:
    """Whether something is the holder's own, or that of a bloc it belongs to."""
    return any(holder == code or holder in _bloc_members().get(code, ()) for code in whose)


@lru_cache(maxsize=1)
def _bloc_members() -> Mapping[str, frozenset[str]]:
    rows = (line.split("\t") for line in read_lines("members.tsv"))
    return {bloc: frozenset(codes.split()) for bloc, codes in rows}
