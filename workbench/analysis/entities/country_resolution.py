"""The country that a text takes for granted: of "President Moody", of a shopkeeper, in a report from Kenya.

It is a presumption: `scene` says how likely. An office goes to no country of which the text names another holder, and
nobody whom all know as a leader of one country is presumed to be of another. Who has a proof and no country serves a
body of no country, or is one of two of a name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from workbench.analysis.entities.affiliations import affiliation
from workbench.analysis.entities.people import Person
from workbench.analysis.entities.scene import Scene, sort_of
from workbench.analysis.knowledge.office_holders import find_bearers
from workbench.analysis.text.lexicon import offices

MONARCHS = frozenset("king queen emperor empress emir sultan monarch prince princess".split())
"""Offices of countries that have no president."""
_OFFICE = re.compile(r"[a-z]+(?:-[a-z]+)*(?!['’\w])")


def presumed_countries(people: Sequence[Person], scene: Scene) -> Mapping[str, str]:
    """Name of a person that the text gives no country -> the country they must be of; those of no country left out."""
    held = {(p.country, p.role) for p in people if p.country and p.role}
    out = {}
    for person in people:
        if person.country or person.known_from.proof or affiliation(person.role) is not None:
            continue
        code = scene.country_of(person.mentions[0], person.role, sort_of(person.role, "person"))
        if (
            code
            and not _leads_another(person, code)
            and not any(country == code and _excludes(role, person.role) for country, role in held)
        ):
            out[person.name] = code
    return MappingProxyType(out)


def _leads_another(person: Person, code: str) -> bool:
    """Whether somebody of whom the text says nothing has the whole name of leaders, all of other countries."""
    if person.role or " " not in person.name:
        return False
    leaders = [
        bearer for bearer, match in find_bearers(person.name)
        if match == "full" and any(term.kind in ("head_of_state", "head_of_government") for term in bearer.terms)
    ]  # fmt: skip
    return bool(leaders) and all(term.country != code for bearer in leaders for term in bearer.terms)


def _offices_of(role: str) -> set[str]:
    return {word for word in _OFFICE.findall(role.lower()) if word in offices()["office"]}


def _excludes(role: str, other: str) -> bool:
    """Whether a country whose office one has cannot have another's: the same office, or a president beside a throne."""
    if _offices_of(role) & _offices_of(other):
        return True
    thrones = [set(re.findall(r"[a-z]+", one.lower())) & MONARCHS for one in (role, other)]
    presidents = ["president" in _offices_of(one) and "vice" not in one.lower() for one in (role, other)]
    return bool((thrones[0] and presidents[1]) or (thrones[1] and presidents[0]))
