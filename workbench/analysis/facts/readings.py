"""What is read where phrasings differ, as an editor would list it: what says the same is one entry.

One decision: words are one in whatever form ("warns" and "warned"), sources whoever is the same one; what only means
the same, such as "cautioned", stays apart, for an outlet is not told to have words that it has not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from workbench.analysis.facts.sources import SOMEBODY, is_same_source, source_of
from workbench.analysis.text.words import TOKEN, stem
from workbench.model import Difference, Reading

_IRREGULAR = dict(
    pair.split("/")
    for pair in """said/say told/tell took/take taken/take tore/tear swore/swear stood/stand spoke/speak came/come
    gave/give made/make held/hold fought/fight sought/seek struck/strike shot/shoot fled/flee sent/send kept/keep
    won/win lost/lose met/meet fell/fall rose/rise drove/drive is/be are/be was/be were/be n't/not 'll/will""".split()
)
"""Forms of verbs that the stem does not bring together, and short forms."""
_NEUTRAL = frozenset(map(stem, "tell state add note remark comment mention".split()))
"""Verbs of saying that say no more than "say"."""
_NO_WORDS = frozenset("a an the".split())


def group_readings(difference: Difference) -> list[tuple[str, list[str]]]:
    """What is read, in the words that most have, and in which articles; what most have first, "" for nothing last."""
    groups: list[list[Reading]] = []
    for reading in difference.readings:
        same = next((g for g in groups if _is_same(difference.kind, g[0].text, reading.text)), None)
        if same is None:
            groups.append([reading])
        else:
            same.append(reading)
    found = [(_commonest(g), list(dict.fromkeys(r.article_id for r in g))) for g in groups]
    return sorted(found, key=lambda one: (not one[0], -len(one[1])))


def _is_same(kind: str, one: str, other: str) -> bool:
    if not (one and other):
        return one == other
    if _base_forms(one) == _base_forms(other):
        return True
    if kind in ("added", "left out") and sorted(_base_forms(one)) == sorted(_base_forms(other)):
        return True
    if kind != "attribution":
        return False
    a, b = source_of(one), source_of(other)
    return SOMEBODY not in (a, b) and is_same_source(a, b)


def _base_forms(text: str) -> list[str]:
    words = (w.lower().replace("’", "'") for w in TOKEN.findall(text))
    forms = [stem(_IRREGULAR.get(w, w)) for w in words if w[0].isalnum() and w not in _NO_WORDS]
    return ["say"] if len(forms) == 1 and forms[0] in _NEUTRAL else forms


def _commonest(readings: Sequence[Reading]) -> str:
    """The words that most of some have, the first of several."""
    count = Counter(r.text for r in readings)
    return max(count, key=lambda text: (count[text], -list(count).index(text)))
