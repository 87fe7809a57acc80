from __future__ import annotations

from tests.unit.analysis.reading import read_entities
from workbench.model import Span

TEXT = "French President Luc Martin met Tom Hale in Oslo."


def test_persons_and_countries_are_found_by_their_place() -> None:
    entities = read_entities(TEXT)
    at = TEXT.index("Hale")
    person = entities.person_at(Span(at, at + 1))
    assert person is not None
    assert person.name == "Tom Hale"
    assert entities.person_at(Span(0, 6)) is None
    assert [c.code for c in entities.countries_in(Span(0, 20))] == ["FRA"]
    assert [c.code for c in entities.countries] == ["FRA", "NOR"]
