"""What may be said of outlets that have no phrasing of a fact.

One decision: an outlet is missing only where that is known: all its articles were compared, and none holds a passage
near the fact. One with such a passage has the fact perhaps, and the passage is shown; of all others nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from workbench.model import Fact, Phrasing
from workbench.views import Head


@dataclass(frozen=True, slots=True)
class Absence:
    """The outlets without a phrasing of a fact."""

    missing: tuple[str, ...]
    """Those that do not have it, by name."""
    perhaps: tuple[Phrasing, ...]
    """A passage for each outlet that may have it, the surest first."""


def compared_outlets(heads: Iterable[Head]) -> list[str]:
    """The outlets all of whose articles were compared, older versions aside, by name."""
    current = [head for head in heads if head.outlet and not head.superseded]
    waiting = {head.outlet for head in current if not head.compared}
    return sorted({head.outlet for head in current} - waiting)


def absence(fact: Fact, outlet_of: Callable[[str], str], outlets: Collection[str]) -> Absence:
    """What is known of the outlets that do not tell a fact. `outlet_of`: of an article; `outlets`: those searched."""
    told = {outlet_of(phrasing.article_id) for phrasing in fact.phrasings}
    near: dict[str, Phrasing] = {}
    for passage in fact.perhaps:
        near.setdefault(outlet_of(passage.article_id) or passage.article_id, passage)
    perhaps = {outlet: passage for outlet, passage in near.items() if outlet not in told}
    return Absence(tuple(sorted({*outlets} - told - perhaps.keys() - {""})), tuple(perhaps.values()))
