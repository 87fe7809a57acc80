"""Of which country somebody is whom the text calls a witness, an official, a shopkeeper, and says no more.

The design decision: who speaks in a story is mostly of where it is set. Each country of the article is a candidate
with a few features: how much of the article, of its head, of the lines around is its own. A logistic model weighs them
beside "none of these" (`data/scene.json`, learned by `tests/benchmarks/quality/scene_train.py`), and one that is not
clearly ahead is not given.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from workbench.analysis.entities.country_evidence import Evidence
from workbench.analysis.knowledge import bodies
from workbench.analysis.text.lexicon import DATA, offices, roles
from workbench.analysis.text.sentences import sentence_at
from workbench.model import Span

SORTS = ("official", "politician", "expert", "private", "family", "body", "source", "plain")
"""What a speaker may be called; to be of none of the article's countries is more likely for some."""
_CIVIL = ("private", "family", "plain")
"""Of them, where things happen says more than which states and persons the article is about."""
_LOCAL = ("place", "owner")
FEATURES = (
    "share", "most", "places", "owners", "bodies", "head", "first", "sentence", "sentence place", "sentence owner",
    "around", "before", "rare", "idiom", "civil share", "civil head", "civil around",
    *(f"none {sort}" for sort in SORTS),
)  # fmt: skip
_HEAD = 600
"""So many characters are the head of an article."""
_BACK = 400
"""So many characters before a mention are around it."""
_MOST_HERE = 50
"""So many signs around a mention are looked at."""
_EXPERTS = frozenset(
    "analyst expert researcher professor academic historian economist scholar fellow scientist author writer lecturer "
    "director specialist strategist consultant observer".split()
)
_FAMILY = frozenset(
    "wife husband widow mother father son daughter brother sister sibling uncle aunt cousin nephew niece fiancé "
    "fiancée fiance fiancee girlfriend boyfriend family relative".split()
)
_IDIOMS: Mapping[str, str] = {
    **dict.fromkeys(("administration", "senator", "congressman", "congresswoman", "congressional"), "USA"),
    **dict.fromkeys(("republican", "democrat", "democratic", "bipartisan"), "USA"),
    **dict.fromkeys(("tory", "tories", "brexiteer", "backbencher"), "GBR"),
}
"""What people are called so in one country much more than elsewhere."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A country that somebody may be of, or "" for none of the article's."""

    code: str
    features: tuple[float, ...]


class Scene:
    """Where the story of an article is set, by its evidence in text order."""

    def __init__(self, text: str, evidence: Sequence[Evidence]) -> None:
        self._text = text
        self._evidence = evidence
        self._starts = [e.span.start for e in evidence]
        self._all = Counter(e.code for e in evidence)
        self._head = Counter(e.code for e in evidence if e.span.start < _HEAD)
        self._local = Counter(e.code for e in evidence if e.sign in _LOCAL)
        self._local_head = Counter(e.code for e in evidence if e.sign in _LOCAL and e.span.start < _HEAD)
        self._places = Counter(e.code for e in evidence if e.sign == "place")
        self._owners = Counter(e.code for e in evidence if e.sign in ("owner", "person"))
        self._bodies = Counter(e.code for e in evidence if e.sign in ("body", "seat", "person"))

    def country_of(self, mention: Span, words: str, sort: str) -> str:
        """The country that somebody must be of whom `words` describe, or ""; `sort` as `sort_of` has it."""
        weights, least = _model()
        rated = [
            (sum(w * x for w, x in zip(weights, c.features, strict=True)), c.code)
            for c in self.candidates(mention, words, sort)
        ]
        top, code = max(rated)
        chance = 1 / sum(math.exp(score - top) for score, _ in rated)
        return code if chance >= least[sort] else ""

    def candidates(self, mention: Span, words: str, sort: str) -> list[Candidate]:
        """The countries of the article, and none of them, with what speaks for each."""
        sentence = sentence_at(self._text, mention)
        here = self._between(sentence.start, sentence.end)
        nearby = self._between(mention.start - _BACK, sentence.end)
        near = _count(nearby)
        at = bisect_left(self._starts, mention.start)
        last = self._evidence[at - 1].code if at else ""
        most = max(self._all.values(), default=0)
        meant = _idiom(words)
        within = _count(here)
        civil = (self._local, self._local_head, _count(e for e in nearby if e.sign in _LOCAL))
        out = [Candidate("", (*[0.0] * (len(FEATURES) - len(SORTS)), *(float(sort == s) for s in SORTS)))]
        for code, count in self._all.items():
            features = (
                count / self._all.total(),
                float(count == most),
                *(_share(counted, code) for counted in (self._places, self._owners, self._bodies, self._head)),
                float(self._evidence[0].code == code),
                _share(within, code),
                float(any(e.code == code and e.sign == "place" for e in here)),
                float(any(e.code == code and e.sign in ("owner", "body", "seat") for e in here)),
                _share(near, code),
                float(last == code),
                1 / count,
                float(meant == code),
                *(_share(counted, code) if sort in _CIVIL else 0.0 for counted in civil),
            )
            out.append(Candidate(code, (*features, *[0.0] * len(SORTS))))
        return out

    def _between(self, start: int, end: int) -> Sequence[Evidence]:
        first, past = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._evidence[max(first, past - _MOST_HERE) : past]


def sort_of(words: str, kind: str) -> str:
    """What words call somebody, as one of SORTS; `kind`: of the speaker."""
    said = {w.removesuffix("s") for w in re.findall(r"[a-z-]+", words.lower())}
    if said & _FAMILY:
        return "family"
    if said & _EXPERTS:
        return "expert"
    kinds = {roles().get(w, "") or roles().get(w + "s", "") for w in said} - {""}
    if "political" in kinds:
        return "politician"
    if said & offices()["private"] or kinds == {"non_government"}:
        return "body" if kind == "organisation" else "private"
    if kinds & {"government", "military"} or said & offices()["official"]:
        return "official"
    return {"organisation": "body", "anonymous": "source"}.get(kind, "plain")


def _idiom(words: str) -> str:
    """The country whose people alone are called so, or which has an institution of the name most are thought of by."""
    found = (_IDIOMS.get(w.removesuffix("s"), "") for w in re.findall(r"[a-z]+", words.lower()))
    hinted = (m.body.country for m in bodies.find(words))
    return next((code for code in (*found, *hinted) if code), "")


@cache
def _model() -> tuple[Sequence[float], Mapping[str, float]]:
    stored = json.loads((DATA / "scene.json").read_text(encoding="utf-8"))
    return [stored["weights"][name] for name in FEATURES], stored["least"]


def _count(evidence: Iterable[Evidence]) -> Counter[str]:
    return Counter(e.code for e in evidence)


def _share(counted: Counter[str], code: str) -> float:
    total = counted.total()
    return counted[code] / total if total else 0.0
