"""The phrasing diff in running text: what each of the others has made of the base, as `wdiff` shows it. Pure.

Each of the others has a number and a colour of its own. What only the base has is struck, what only this one has is
tinted; without colours brackets say so. One that shares too little with the base stands by itself. All of them in one
sentence could not be read: no two outlets change the same words, and what is left of a sentence between the changes of
six is its articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.model import Difference, Span
from workbench.tui import wording
from workbench.tui.difference_text import IN_HAND, Part, locate
from workbench.tui.sanitizing import clean, one_line
from workbench.views import Column, Comparison

GONE = "strike $quiet"
_NEW = "bold {} on $mark-fact"
_INKS = ("$primary", "$accent", "$success", "$secondary", "$warning", "$error")
_COMPARABLE = 0.4
"""The similarity from which two texts can be read as one; of less, nearly all is struck or tinted."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_CLINGS = frozenset(",.;:!?)]}’”»%")


@dataclass(frozen=True, slots=True)
class Telling:
    """What one or several outlets have made of the base; the first is the base itself."""

    sign: str
    names: str
    ink: str
    parts: list[Part]


def tellings(comparison: Comparison, in_hand: Difference | None, *, colours: bool) -> list[Telling]:
    """The base, then each of the others with its changes; those that say the same to the letter are one."""
    base, *others = comparison.columns
    names = called(comparison.columns)
    groups: dict[str, list[int]] = {}
    for number, column in enumerate(others, 1):
        groups.setdefault(one_line(column.phrasing.text), []).append(number)
    found = [Telling("=", names[0], "bold $foreground", [(one_line(base.phrasing.text), "$foreground")])]
    for number, (_, members) in enumerate(groups.items(), 1):
        ink = _INKS[(number - 1) % len(_INKS)]
        parts = _parts(base, comparison.columns[members[0]], in_hand, ink, colours)
        found.append(Telling(str(number).translate(_RAISED), ", ".join(names[n] for n in members), ink, parts))
    return found


def _parts(base: Column, other: Column, in_hand: Difference | None, ink: str, colours: bool) -> list[Part]:
    """One text: the other's words, with those of the base that it lacks; of one too unlike the base its own only."""
    if not _is_comparable(base.phrasing.text, other.phrasing.text):
        whole = Span(0, len(other.phrasing.text))
        return [part for part in _lit(other, whole, in_hand, "$foreground", _looks("new", ink, colours)[1]) if part[0]]
    parts: list[Part] = []
    for kind, span, spaced in changes(base.phrasing.text, other.phrasing.text):
        column = base if kind == "gone" else other
        parts.append((" " if spaced and parts else "", ""))
        if kind == "same":
            parts.append((one_line(span.of(column.phrasing.text)), "$quiet"))
        else:
            opened, closed = ("", "") if colours else ("[-", "-]") if kind == "gone" else ("{+", "+}")
            look, lit = _looks(kind, ink, colours)
            parts += [(opened, look), *_lit(column, span, in_hand, look, lit), (closed, look)]
    return [part for part in parts if part[0]]


def _is_comparable(a: str, b: str) -> bool:
    """Whether two texts share enough to be compared word by word."""
    from workbench.analysis.facts.word_alignment import similarity  # the desk starts without it

    return similarity(a, b) >= _COMPARABLE


def _lit(column: Column, span: Span, in_hand: Difference | None, look: str, lit: str) -> Iterator[Part]:
    """The words of a change, those that the difference in hand names lit."""
    text, at = column.phrasing.text, span.start
    readings = in_hand.readings if in_hand else ()
    spots = [locate(r, column.phrasing) for r in readings if r.article_id == column.phrasing.article_id]
    for spot in sorted(spot for spot in spots if spot is not None and spot.overlaps(span)):
        start, end = max(at, spot.start), min(span.end, spot.end)
        if start < end:
            yield from ((clean(text[at:start]), look), (clean(text[start:end]), lit))
            at = end
    yield clean(text[at : span.end]), look


def changes(a: str, b: str) -> Iterator[tuple[str, Span, bool]]:
    """What the eye goes through from one text to the other: same (a place in `b`), gone (in `a`) or new (in `b`), and
    whether a blank stands before it."""
    from workbench.analysis.facts.word_alignment import align  # the desk starts without it

    ends, changed = {"a": 0, "b": 0}, False
    for step in align(a, b):
        pieces = [("same", "b", step.b)] if step.tag == "equal" else [("gone", "a", step.a), ("new", "b", step.b)]
        for kind, side, span in pieces:
            if span.start == span.end:
                continue
            text = a if side == "a" else b
            apart = text[ends[side] : span.start].isspace()
            beside_a_change = changed or kind != "same"
            yield kind, span, apart or (beside_a_change and text[span.start] not in _CLINGS)
            ends[side], changed = span.end, kind != "same"
        ends["a"] = max(ends["a"], step.a.end)


def _looks(kind: str, ink: str, colours: bool) -> tuple[str, str]:
    """How a change looks, and how it does where it is the difference in hand."""
    if not colours:
        return "bold", "bold reverse"
    return (GONE, f"{IN_HAND} strike") if kind == "gone" else (_NEW.format(ink), IN_HAND)


def legend(*, colours: bool) -> list[Part]:
    """What the looks say."""
    gone, new = ("struck", "tinted") if colours else ("[-so-]", "{+so+}")
    looks: list[Part] = [(gone, GONE if colours else "bold"), (new, _NEW.format(_INKS[0]) if colours else "bold")]
    words = (" only the base has it · ", " only this one has it · unmarked: too unlike the base")
    return [looks[0], (words[0], "$quiet"), looks[1], (words[1], "$quiet")]


def called(columns: Sequence[Column]) -> list[str]:
    """What the columns are called; of an outlet with several, with the day, then with a number."""
    names = [wording.outlet(column.head) for column in columns]
    days = [wording.day(column.head.published_on) for column in columns]
    several = Counter(names)
    names = [f"{name} {day}".rstrip() if several[name] > 1 else name for name, day in zip(names, days, strict=True)]
    several = Counter(names)
    return [f"{name} #{names[: n + 1].count(name)}" if several[name] > 1 else name for n, name in enumerate(names)]
