"""Rows to persons, each once.

The design decision: within one country rows are one person's when the name of the one is the other's in full, or in
another transliteration with the same office at the same time. Across countries they are two persons', unless one
country is part or heir of the other, or one is no country but a body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from workbench.analysis.knowledge.bearers import Bearer, Term
from workbench.analysis.knowledge.name_matching import Entry
from workbench.analysis.knowledge.names import read_name
from workbench.analysis.knowledge.table_building.office_names import HAND, read_hand_lines
from workbench.analysis.knowledge.table_building.rows import Row
from workbench.analysis.knowledge.transliteration import skeleton

BODIES = frozenset("EU UN NATO IAEA IMF WTO WHO WORLD_BANK ICJ ICC OPCW OPEC OSCE AU OAS LAS OECD COMMONWEALTH".split())
"""What has office holders and is no country."""
_KIN = frozenset(
    frozenset((state, part))
    for state, parts in {
        "CHN": "HKG MAC", "SDN": "SSD", "SRB": "MNE XKX BIH HRV MKD", "FRA": "PYF NCL SPM", "NLD": "CUW ABW SXM",
        "GBR": "HKG FLK GIB BMU CYM VGB AIA MSR TCA SHN JEY GGY IMN", "DNK": "GRL FRO", "USA": "GUM PRI ASM VIR MNP",
        "NZL": "COK NIU TKL", "AUS": "NFK",
    }.items()
    for part in parts.split()
)  # fmt: skip
"""Countries of which one is, or was, part of the other."""
_OWN = "own"
_LIST = "cia-wl2019"
"""The source that has for every term the year in which it was seen."""
_RANKS = ("head_of_state", "head_of_government", "body_head", "minister", "official", "legislator", "politician")


def make_people(rows: Iterable[Row]) -> list[Bearer]:
    """Every person of the rows, sorted by name."""
    groups = _join(sorted(rows, key=lambda r: (r.name, r.country, r.start, r.office, r.kind, r.end, r.source)))
    return sorted(map(_person, groups), key=lambda b: (b.name, *map(_order, b.terms)))


# Which rows are one person's ----------------------------------------------------------------------------------------


def _join(rows: Sequence[Row]) -> list[list[Row]]:
    groups = _by_name(rows)
    entries = [Entry.of(_person(group)) for group in groups]
    joined = _Joined(groups)
    for one, other in _candidates(entries):
        if _is_one((groups[one], entries[one]), (groups[other], entries[other])):
            joined.join(one, other)
    return joined.groups()


def _by_name(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows of one name in one country, together."""
    found: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        name = read_name(row.name)
        found["".join(name.words), name.generation, row.country].append(row)
    return list(found.values())


def _candidates(entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """Pairs that are worth a look: those found under one sound."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for key in {skeleton(word) for word in entry.key_words()}:
            buckets[key].append(number)
    return sorted({pair for numbers in buckets.values() for pair in combinations(numbers, 2)})


def _is_one(one: tuple[Sequence[Row], Entry], other: tuple[Sequence[Row], Entry]) -> bool:
    here, there = one[0][0].country, other[0][0].country
    names = [read_name(group[0][0].name) for group in (one, other)]
    if frozenset((one[0][0].name, other[0][0].name)) in _same_people():
        return True
    generations = {name.generation for name in names}
    both_ours = all(any(row.source == _OWN for row in group) for group, _ in (one, other))
    if len(generations - {""}) > 1 or (both_ours and len(generations) > 1):
        return False
    if here != there:
        related = frozenset((here, there)) in _KIN or here in BODIES or there in BODIES
        alike = "".join(names[0].words) == "".join(names[1].words)
        return related and alike
    matches = {one[1].match(names[1]), other[1].match(names[0])}
    return "full" in matches or ("near" in matches and _share_term(one[0], other[0]))


def _share_term(one: Sequence[Row], other: Sequence[Row]) -> bool:
    """Whether both have one office at one time."""
    return any(
        a.office == b.office and a.start[:4] <= (b.end or "9999")[:4] and b.start[:4] <= (a.end or "9999")[:4]
        for a in one
        for b in other
    )


@cache
def _same_people() -> frozenset[frozenset[str]]:
    """Names under which one person held offices, whatever the rules say."""
    return frozenset(frozenset(line.split("\t")) for line in read_hand_lines(HAND / "same_people.tsv"))


class _Joined:
    """Groups of rows that turn out to be one person's."""

    def __init__(self, groups: Sequence[list[Row]]) -> None:
        self._groups = groups
        self._above = list(range(len(groups)))

    def join(self, one: int, other: int) -> None:
        """Take two groups as one person's."""
        first, second = sorted((self._top(one), self._top(other)))
        self._above[second] = first

    def groups(self) -> list[list[Row]]:
        """The rows of each person."""
        found: dict[int, list[Row]] = defaultdict(list)
        for number, group in enumerate(self._groups):
            found[self._top(number)] += group
        return list(found.values())

    def _top(self, number: int) -> int:
        while self._above[number] != number:
            number = self._above[number]
        return number


# Rows to a person ---------------------------------------------------------------------------------------------------


def _person(rows: Sequence[Row]) -> Bearer:
    name = min(_names(rows), key=lambda n: (-_names(rows)[n], len(n), n))
    spelt = {read_name(name)}
    aliases = []
    for alias in sorted({*_names(rows), *(a for row in rows for a in row.aliases)}, key=lambda a: (len(a), a)):
        if read_name(alias) not in spelt and not _is_short(alias, name):
            spelt.add(read_name(alias))
            aliases.append(alias)
    return Bearer(name, tuple(aliases), tuple(sorted(_terms(rows), key=_order)))


def _is_short(alias: str, name: str) -> bool:
    """Whether an alias is but the first and the last word of the name, which is found without it."""
    words, longer = read_name(alias).words, read_name(name).words
    return len(words) == 2 < len(longer) and words == (longer[0], longer[-1])


def _names(rows: Sequence[Row]) -> Counter[str]:
    """Each name, by how much it is the name: our own rows decide."""
    found: Counter[str] = Counter()
    for row in rows:
        found[row.name] += 100 if row.source in (_OWN, "hand") else 1
    return found


def _order(term: Term) -> tuple[str, str, int, str]:
    return term.start, term.end or "9999", _RANKS.index(term.kind), term.office


def _terms(rows: Sequence[Row]) -> Iterator[Term]:
    """The terms, those of one office that touch or overlap joined, and the 2019 of a list left out beside days."""
    offices: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        offices[row.country, row.office].append(row)
    for (country, office), all_rows in sorted(offices.items()):
        same = _without_what_we_know_better(all_rows)
        kind = min((row.kind for row in same), key=_RANKS.index)
        spans = _spans([(row.start, row.end) for row in same if row.source != _LIST])
        listed = [(row.start, row.end) for row in same if row.source == _LIST]
        for start, end in _with_list(spans, listed) if listed else spans:
            yield Term(country, office, kind, start, end)


def _without_what_we_know_better(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of one office without those of a source that begin where one of our own does."""
    ours = [int(row.start[:4]) for row in rows if row.source == _OWN and row.start]
    return [
        row for row in rows
        if row.source in (_OWN, _LIST) or not row.start or all(abs(int(row.start[:4]) - year) > 1 for year in ours)
    ]  # fmt: skip


def _with_list(spans: list[tuple[str, str]], listed: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The spans with the year of a list of those in office: a term that ended the year before went on."""
    year = listed[0][0]
    if any(start[:4] <= year <= (end or "9999")[:4] for start, end in spans):
        return spans
    if spans and spans[-1][1][:4] == str(int(year) - 1):
        return [*spans[:-1], (spans[-1][0], year)]
    return _spans([*spans, *listed])


def _spans(spans: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], s[1] or "9999")):
        if out and _touches(out[-1][1], start):
            before = out[-1]
            out[-1] = (before[0], max((before[1], end), key=lambda e: e or "9999"))
        else:
            out.append((start, end))
    return out


def _touches(end: str, start: str) -> bool:
    """Whether a term begins before the other has ended, or within the same month or year."""
    return not end or start[:7] <= end[:7] or (len(min(end, start, key=len)) == 4 and start[:4] <= end[:4])
