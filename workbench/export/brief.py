"""The brief: for every issue, a sentence or two on where each country stands, with the evidence beneath.

The sentences are ours, made from the record alone; behind a colon stands the clause of an article that proves each, as
it is. What a country's own people say, what unnamed sources say and what others say of it are kept apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.export import brief_wording
from workbench.export.record_fields import article_label, day_words
from workbench.export.sanitizing import count, one_line
from workbench.export.selection import Selection
from workbench.model import LIKELY, OWN_ATTRIBUTIONS, Entity, Passage, Position
from workbench.views import Row, confidence_of

Count = Callable[[Iterable[Passage]], int]
"""Of these passages, how many independent sources they have."""
MOST_NAMES = 3
TAIL = 3
"""So many words at the end of a topic find its place in the text."""
ONE_OUTLET = "1 outlet"
CUT = " …"
"""What ends a label of an issue that was too long for a list."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, and the positions it rests on."""

    before: str
    """By whose account, if not the holder's own: "According to Reuters, "."""
    subject: str
    after: str
    rows: tuple[Row[Position], ...]

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.before + self.subject + self.after


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one country stands on an issue."""

    holder: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One issue."""

    issue: str
    standings: tuple[Standing, ...]
    folded: bool = False
    """Whether the matrix folds it: it is one of the others, which come last."""


@dataclass(frozen=True, slots=True)
class Known:
    """What sentences need to know of the case besides the positions."""

    sources: Count
    texts: Mapping[str, str]
    people: Mapping[str, Entity]


def sections(selection: Selection, sources: Count) -> tuple[Section, ...]:
    """Issues as in the matrix, those with most said first, those that it folds last; within each the countries with
    most said first. `sources` counts the independent sources of passages.
    """
    from workbench.analysis.positions.matrix import build_matrix  # here: what only lists formats loads no analysis

    rows = [row for row in selection.ordered() if row.value.status != "rejected" and row.value.is_of_state]
    known = Known(sources, selection.texts, selection.people)
    issues: dict[str, list[Row[Position]]] = defaultdict(list)
    for row in rows:
        issues[row.value.issue or row.value.topic].append(row)
    matrix = build_matrix(rows, selection.pinned)
    order = [(issue, folded) for folded, found in ((False, matrix.kept), (True, matrix.folded)) for issue in found]
    return tuple(
        Section(_heading(issue, issues[issue]), tuple(_standings(issues[issue], known)), folded)
        for issue, folded in order
    )


def _heading(issue: str, rows: Sequence[Row[Position]]) -> str:
    """The issue; of a label that was cut, the words of the text that it begins."""
    begun = issue.removesuffix(CUT)
    if begun == issue:
        return one_line(issue)
    whole = (found for row in rows if (found := _whole(begun, row.value)))
    return brief_wording.drop_unpaired_marks(next(whole, begun))


def _whole(begun: str, value: Position) -> str:
    """What a position is about from the words `begun` to the end of its clause, "" where it does not begin so."""
    if not value.topic.startswith(begun):
        return ""
    past = value.clause.end - value.evidence.start
    tail = " ".join(value.topic.split()[-TAIL:])
    at = value.text.find(tail)
    more = value.text[at + len(tail) : past] if at >= 0 else ""
    return one_line(value.topic + re.split(r"\s[—–-]\s", more)[0]).rstrip(" .,;:")


def summary(rows: Sequence[Row[Position]]) -> str:
    """What the brief rests on, in one sentence."""
    others = sum(not row.value.is_of_state for row in rows)
    rows = [row for row in rows if row.value.is_of_state]
    status = [row.value.status for row in rows]
    outlets = {article_label(row.head) for row in rows if row.head}
    counted = f"{count(len(rows) - status.count('rejected'), 'position')} from {count(len(outlets), 'outlet')}"
    judged = f"{status.count('confirmed')} confirmed by the analyst, {status.count('rejected')} rejected and left out"
    apart = f" {count(others, 'position')} of others of a country, who do not speak for it, left out." if others else ""
    return f"{counted}; {judged}; the rest is the program's reading and not checked.{apart}"


def _standings(rows: Sequence[Row[Position]], known: Known) -> Iterator[Standing]:
    holders: dict[str, list[Row[Position]]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (_day(r), article_label(r.head) if r.head else "", r.value.clause)):
        holders[row.value.holder].append(row)
    for holder, found in sorted(holders.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Standing(holder, tuple(_statements(found, known)))


def _statements(rows: Sequence[Row[Position]], known: Known) -> Iterator[Statement]:
    """A sentence for each stance and way it is known: the holder's own words first, then what weighs most."""
    from workbench.analysis.positions.matrix import build_cell  # here: what only lists formats loads no analysis

    stances = build_cell(rows).stances
    groups: dict[tuple[str, str, str], list[Row[Position]]] = defaultdict(list)
    for row in rows:
        way = "own" if row.value.attribution in OWN_ATTRIBUTIONS else row.value.attribution
        says = row.value.attributed_by if way not in ("own", "anonymous_source") else ""
        groups[way, one_line(says), row.value.stance].append(row)
    order = sorted(groups.items(), key=lambda item: (item[0][0] != "own", stances.index(item[0][2])))
    name = rows[0].value.holder_name
    many = brief_wording.is_plural(name)
    for number, ((way, says, stance), found) in enumerate(order):
        before = _by_whom(way, says, found[0], known)
        called = ("They" if many else "It") if number else brief_wording.subject_of(name)
        subject = _within(called) if before else called
        after = f" {brief_wording.VERBS[stance][many]}: {_said(found, known)}"
        yield Statement(before, subject, after, tuple(found))


def _by_whom(way: str, says: str, row: Row[Position], known: Known) -> str:
    """Whose account it is, as a sentence begins with it; "" for the holder's own."""
    if says:
        text = known.texts.get(row.value.article_id, "")
        each = says.split(", ") if all(part in known.people for part in says.split(", ")) else [says]
        called = (
            brief_wording.name_with_role(one, known.people, row.value.holder) or brief_wording.with_article(one, text)
            for one in each
        )
        return f"According to {brief_wording.join_names(called, MOST_NAMES)}, "
    known_by = {
        "own": "", "anonymous_source": "According to unnamed sources, ", "outlet": "By the outlet’s own account, ",
        "headline": "According to a headline, ", "expert": "According to an expert, ",
    }  # fmt: skip
    return known_by.get(way, "By another’s account, ")


def _within(called: str) -> str:
    """A holder's name as it stands within a sentence."""
    first = called.split(" ")[0]
    return called[0].lower() + called[1:] if first in ("The", "It", "They") else called


def _told_by(rows: Sequence[Row[Position]], sources: Count) -> str:
    """How many outlets, and how many sources where those are fewer."""
    outlets = {article_label(row.head) for row in rows if row.head}
    independent = sources((row.value.article_id, row.value.clause) for row in rows)
    fewer = f", {count(independent, 'independent source')}" if independent < len(outlets) else ""
    return f"{count(len(outlets), 'outlet')}{fewer}" if outlets else ""


def _said(rows: Sequence[Row[Position]], known: Known) -> str:
    """The passage that says it best, and behind it who speaks, when, and how many tell it."""
    best = min(rows, key=lambda r: (-round(r.value.confidence, 1), len(r.value.text)))
    value = best.value
    words = brief_wording.passage_words(value)
    parts = [brief_wording.in_quotation_marks(words)]
    for what, more in (("on condition", value.condition), ("with a reserve", value.hedge)):
        if one_line(more) and one_line(more) not in words:
            parts.append(f", {what}: {brief_wording.in_quotation_marks(more)}")
    people = (brief_wording.name_with_role(r.value.speaker, known.people, value.holder) for r in rows)
    levels = {r.value.level for r in rows}
    level = next(iter(levels - {"government"}), "") if len(levels) == 1 else ""
    outlet = one_line(best.head.outlet) if best.head else ""
    told_by = _told_by(rows, known.sources)
    if told_by == ONE_OUTLET and outlet:
        told_by, outlet = outlet, ""
    whose = f"the words are those of {outlet}" if outlet else ""
    about = [brief_wording.join_names(people, MOST_NAMES), level.replace("_", "-"), _days(rows), told_by, whose]
    parts.append(" — " + "; ".join(part for part in about if part))
    uncertain = all(confidence_of(row) < LIKELY for row in rows)
    return "".join(parts) + (" (uncertain)." if uncertain else ".")


def _day(row: Row[Position]) -> str:
    return row.head.published_on if row.head else ""


def _days(rows: Sequence[Row[Position]]) -> str:
    """`21 August 2025`, or from the first day to the last."""
    days = sorted({day_words(_day(row)): _day(row) for row in rows if _day(row)}.items(), key=lambda item: item[1])
    if not days:
        return ""
    first, last = days[0][0], days[-1][0]
    day, _, month = first.partition(" ")
    return first if first == last else f"{day} to {last}" if last.endswith(f" {month}") else f"{first} to {last}"
