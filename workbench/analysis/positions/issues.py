"""Positions grouped into issues, each in its context, and the issues named.

One decision: how likely each two positions are on one issue is learned (`issue_likeness`), and the groups are those
that are likely to be right most (`bcubed_grouping`). What the analyst put under a label stays there and draws what
comes later. A case too large to compare every position with every other is read in portions, each with some of every
group before it; what many articles say in the same words is compared once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

import numpy as np

from workbench.analysis.positions.bcubed_grouping import group_rows
from workbench.analysis.positions.issue_likeness import ComparedPositions, Encode
from workbench.analysis.positions.issue_names import Alike, name_issues, never_alike
from workbench.analysis.text.lexicon import DATA
from workbench.model import TAKING_PART, Position, Span
from workbench.nlp import sentence_encoder

PORTION = 800
"""So many positions are compared with each other at a time."""
KEPT = 6
"""So many positions stand for a group in the next portion."""


@dataclass(frozen=True, slots=True)
class Pins:
    """What the analyst put under a label."""

    positions: Mapping[str, str] = field(default_factory=dict)
    """Id of a position -> label."""
    topics: Mapping[str, str] = field(default_factory=dict)
    """Topic -> label, of every position about it, also of those that come later."""

    def label(self, position: Position) -> str:
        """The label that a position was put under, or ""."""
        return self.positions.get(position.id) or self.topics.get(position.topic, "")


NO_PINS = Pins()


def group_positions(
    positions: Sequence[Position], pins: Pins = NO_PINS, encode: Encode = sentence_encoder.encode
) -> dict[str, str]:
    """Id of each position -> the label of its issue."""
    ordered = sorted(positions, key=lambda p: p.id)
    rows = [*ordered, *_without_position(pins, ordered)]
    seeds = sorted({label for p in rows if (label := pins.label(p))})
    fixed = [seeds.index(label) if (label := pins.label(p)) else -1 for p in rows]
    groups = _groups(rows, fixed, len(seeds), encode)
    names = [*seeds, *name_issues(groups[len(seeds) :], encode, seeds, _alike(rows, encode))]
    found = {p.id: name for name, group in zip(names, groups, strict=True) for p in group}
    return {p.id: found[p.id] for p in ordered}


def _alike(rows: Sequence[Position], encode: Encode) -> Alike:
    """How likely two groups of these rows are on one issue; in a case too large for one portion nobody knows."""
    if len(rows) > PORTION:
        return never_alike
    place = {row.id: n for n, row in enumerate(rows)}

    @cache
    def compared() -> ComparedPositions:
        return ComparedPositions(rows, encode)

    def alike(one: Sequence[Position], other: Sequence[Position]) -> float:
        places = (np.array([place[row.id] for row in group]) for group in (one, other))
        return float(compared().likeness(*places).mean())

    return alike


def _without_position(pins: Pins, rows: Sequence[Position]) -> list[Position]:
    """A position for each pinned topic that none is about any more, so that it draws what is near."""
    known = {p.topic for p in rows}
    whole = {t: Span(0, len(t)) for t in pins.topics if t not in known and t != TAKING_PART}
    return [Position("", "", "", "", span, span, topic, topic) for topic, span in sorted(whole.items())]


def _groups(rows: Sequence[Position], fixed: Sequence[int], seeded: int, encode: Encode) -> list[list[Position]]:
    """The groups of rows, the `seeded` first; each row that is in none of those with what it is most alike."""
    groups: list[list[Position]] = [[] for _ in range(seeded)]
    for row, group in zip(rows, fixed, strict=True):
        if group >= 0:
            groups[group].append(row)
    free = [row for row, group in zip(rows, fixed, strict=True) if group < 0]
    alike = _of_one_wording(free) if len(free) > PORTION else [[row] for row in free]
    for first in range(0, len(alike), PORTION):
        groups = _with_more(groups, [own[0] for own in alike[first : first + PORTION]], encode)
    others = {own[0].id: own[1:] for own in alike}
    return [[each for row in group for each in (row, *others.get(row.id, ()))] for group in groups]


def _of_one_wording(rows: Sequence[Position]) -> list[list[Position]]:
    """Rows together that say the same in the same words, as articles do that copy one another: one stands for all."""
    found: dict[tuple[str, ...], list[Position]] = {}
    for row in rows:
        found.setdefault((row.holder, row.stance, row.topic, row.stated, row.text), []).append(row)
    return list(found.values())


def _with_more(groups: list[list[Position]], rows: Sequence[Position], encode: Encode) -> list[list[Position]]:
    """The groups with more rows in them; two groups there were stay two."""
    standing = _standing(groups)
    numbers = sorted({number for number, _ in standing})
    members = [*(row for _, row in standing), *rows]
    new, everything = np.arange(len(standing), len(members)), np.arange(len(members))
    likeness = np.zeros((len(members), len(members)), dtype=np.float32)
    likeness[new] = ComparedPositions(members, encode).likeness(new, everything)
    likeness[:, new] = likeness[new].T
    before = [*(numbers.index(number) for number, _ in standing), *[-1] * len(rows)]
    found = group_rows(likeness, _sharpness(), before)[len(standing) :].tolist()
    out = [list(group) for group in groups]
    place = {n: number for n, number in enumerate(numbers)}
    for row, number in zip(rows, found, strict=True):
        if place.setdefault(number, len(out)) == len(out):
            out.append([])
        out[place[number]].append(row)
    return out


def _standing(groups: Sequence[Sequence[Position]]) -> list[tuple[int, Position]]:
    """Positions that stand for the groups, the largest groups if there are many: the group's number, the position."""
    largest = sorted(range(len(groups)), key=lambda n: (-len(groups[n]), n))[:PORTION]
    each = max(1, min(KEPT, PORTION // max(1, len(largest))))
    return [(n, row) for n in largest for row in groups[n][:: max(1, -(-len(groups[n]) // each))]]


@lru_cache(maxsize=1)
def _sharpness() -> float:
    return float(json.loads((DATA / "issues.json").read_text(encoding="utf-8"))["sharpness"])
