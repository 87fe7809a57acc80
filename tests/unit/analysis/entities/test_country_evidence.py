from __future__ import annotations

from tests.unit.analysis.reading import read_entities
from workbench.analysis.entities.country_evidence import find_evidence


def signs(text: str) -> set[tuple[str, str, str]]:
    entities = read_entities(text)
    found = find_evidence(entities.doc, text, entities.people, entities.countries)
    assert list(found) == sorted(found, key=lambda e: e.span)
    return {(e.span.of(text), e.code, e.sign) for e in found}


def test_countries_speak_as_places_owners_and_by_name() -> None:
    found = signs("The bridge fell in Jordan. Kenyan police saw Brazil.")
    assert found == {("Jordan", "JOR", "place"), ("Kenyan", "KEN", "owner"), ("Brazil", "BRA", "named")}


def test_persons_institutions_and_congress_speak_for_a_country_without_its_name() -> None:
    found = signs("Chilean President Ana Ruiz left. Ruiz met the FAA. Sen. Poe told Reuters.")
    assert {("Ruiz", "CHL", "person"), ("FAA", "USA", "body"), ("Sen.", "USA", "body")} <= found
    assert all(words != "Reuters" for words, _, _ in found)


def test_a_city_speaks_for_its_country() -> None:
    assert ("Kharkiv", "UKR") in {(words, code) for words, code, _ in signs("The mayor of Kharkiv said no to them.")}
