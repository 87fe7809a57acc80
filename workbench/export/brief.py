"""The brief: for every issue, a sentence or two on where each country stands, with the evidence beneath.

The sentences are ours, made from the record alone; the words of the articles stand only in the footnotes. What a
country's own people say, what unnamed sources say and what others say of it are kept apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.export.plain import count, one_line
from workbench.export.records import known_as
from workbench.model import STANCES, Position
from workbench.shown import Row

PHRASES = {
    "committed": "commits itself to", "supports": "supports", "proposes": "proposes", "demands": "calls for",
    "open": "is open to", "considering": "is considering", "expects": "expects", "engaged": "took part in",
    "unclear": "leaves open where it stands on", "concerned": "is concerned about", "opposes": "opposes",
    "ruled_out": "rules out",
}  # fmt: skip
Count = Callable[[Iterable[str]], int]
"""Of the articles with these ids, how many independent sources they have."""
OWN = ("reported", "official_statement")
WEAK = 0.5
"""Below this confidence a statement is marked as uncertain."""
MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of ours, and the positions it rests on."""

    text: str
    rows: tuple[Row[Position], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one country stands on an issue."""

    holder: str
    holder_name: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One issue."""

    issue: str
    standings: tuple[Standing, ...]


def sections(rows: Sequence[Row[Position]], sources: Count) -> tuple[Section, ...]:
    """Issues with most said first, mere taking part last; within each the countries with most said first. `sources`
    counts the independent sources of articles.
    """
    issues: dict[str, list[Row[Position]]] = defaultdict(list)
    for row in rows:
        if row.value.status != "rejected" and row.value.is_of_state:
            issues[row.value.issue or row.value.topic].append(row)
    ordered = sorted(issues.items(), key=lambda item: (-sum(_takes_side(r) for r in item[1]), item[0]))
    return tuple(Section(issue, tuple(_standings(issue, found, sources))) for issue, found in ordered)


def summary(rows: Sequence[Row[Position]]) -> str:
    """What the brief rests on, in one sentence."""
    rows = [row for row in rows if row.value.is_of_state]
    status = [row.value.status for row in rows]
    outlets = {known_as(row.head) for row in rows if row.head}
    counted = f"{count(len(rows) - status.count('rejected'), 'position')} from {count(len(outlets), 'outlet')}"
    judged = f"{status.count('confirmed')} confirmed by the analyst, {status.count('rejected')} rejected and left out"
    return f"{counted}; {judged}; the others are the program's reading and not checked."


def _takes_side(row: Row[Position]) -> bool:
    return row.value.stance != "engaged"


def _standings(issue: str, rows: Sequence[Row[Position]], sources: Count) -> Iterator[Standing]:
    holders: dict[str, list[Row[Position]]] = defaultdict(list)
    for row in sorted(rows, key=lambda r: (_day(r), known_as(r.head) if r.head else "", r.value.clause)):
        holders[row.value.holder].append(row)
    for holder, found in sorted(holders.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Standing(holder, one_line(found[0].value.holder_name), tuple(_statements(issue, found, sources)))


def _statements(issue: str, rows: Sequence[Row[Position]], sources: Count) -> Iterator[Statement]:
    """A sentence for each stance and way it is known, in the order of the days."""
    groups: dict[tuple[str, str, str], list[Row[Position]]] = defaultdict(list)
    for row in rows:
        known = "own" if row.value.attribution in OWN else row.value.attribution
        says = row.value.attributed_by if known not in ("own", "anonymous_source") else ""
        groups[known, one_line(says), row.value.stance].append(row)
    order = sorted(groups.items(), key=lambda item: (item[0][0] != "own", -abs(_weight(item[0][2]))))
    for (known, says, stance), found in order:
        yield Statement(_sentence(issue, known, says, stance, found, _told_by(found, sources)), tuple(found))


def _weight(stance: str) -> int:
    polarity, strength = STANCES[stance]
    return polarity * strength


def _told_by(rows: Sequence[Row[Position]], sources: Count) -> str:
    """How many outlets, and how many sources where those are fewer."""
    outlets = {known_as(row.head) for row in rows if row.head}
    independent = sources(row.value.article_id for row in rows)
    fewer = f", {count(independent, 'independent source')}" if independent < len(outlets) else ""
    return f"{count(len(outlets), 'outlet')}{fewer}" if outlets else ""


def _sentence(issue: str, known: str, says: str, stance: str, rows: Sequence[Row[Position]], told_by: str) -> str:
    who = {"own": "It", "anonymous_source": "Unnamed sources say it", "outlet": "By the outlet's own account it"}
    say = "say" if ", " in says or says.endswith("s") else "says"
    subject = who.get(known) or (f"{says} {say} it" if says else "It is said that it")
    what = f"{PHRASES[stance]} “{_topic(issue, rows)}”"
    names = list(dict.fromkeys(one_line(r.value.speaker) for r in rows if r.value.speaker))
    said_by = ", ".join(names[:MOST_NAMES]) + (" and others" if len(names) > MOST_NAMES else "")
    levels = {r.value.level for r in rows}
    level = next(iter(levels - {"government"}), "") if len(levels) == 1 else ""
    about = [said_by, level.replace("_", "-"), _days(rows), told_by]
    parts = [f"{subject} {what}"]
    if condition := next((one_line(r.value.condition) for r in rows if r.value.condition), ""):
        parts.append(f", on condition: “{condition}”")
    parts.append(f" ({'; '.join(part for part in about if part)})")
    uncertain = max(r.value.confidence for r in rows) < WEAK and all(r.value.status != "confirmed" for r in rows)
    return "".join(parts) + ("; uncertain." if uncertain else ".")


def _topic(issue: str, rows: Sequence[Row[Position]]) -> str:
    """What these positions are about in their own words: the most frequent, then the shortest."""
    topics = Counter(one_line(row.value.topic) for row in rows if row.value.topic)
    return min(topics, key=lambda t: (-topics[t], len(t), t), default=one_line(issue))


def _day(row: Row[Position]) -> str:
    return row.head.published_on if row.head else ""


def _days(rows: Sequence[Row[Position]]) -> str:
    """`21 August 2025`, or from the first day to the last."""
    days = sorted({_long(_day(row)): _day(row) for row in rows if _day(row)}.items(), key=lambda item: item[1])
    if not days:
        return ""
    return days[0][0] if len(days) == 1 else f"{days[0][0]} to {days[-1][0]}"


def _long(iso: str) -> str:
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return one_line(iso)
    return f"{day.day} {day:%B %Y}"
