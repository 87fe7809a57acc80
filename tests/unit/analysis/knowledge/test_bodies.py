from __future__ import annotations

import pytest

from workbench.analysis.entities import countries
from workbench.analysis.knowledge import bodies
from workbench.analysis.text.lexicon import read_lines

KINDS = {
    "ministry", "agency", "force", "parliament", "court", "central_bank", "party", "armed_group", "news_outlet",
    "company", "university", "organisation",
}  # fmt: skip


def found(text: str) -> list[tuple[str, str, bool]]:
    return [(m.span.of(text), m.body.country, m.sure) for m in bodies.find(text)]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("a spokesman for the Atomic Energy Organization of Iran", "Atomic Energy Organization of Iran", "IRN"),
        ("the American University of Beirut", "American University of Beirut", "LBN"),
        ("the Kurdistan Workers’ Party", "Kurdistan Workers’ Party", "TUR"),
        ("The FBI’s CIA liaison at Xinhua", "Xinhua", "CHN"),
        ("Hezbollah's wounded", "Hezbollah", "LBN"),
        ("an ISIS video", "ISIS", ""),
    ],
)
def test_the_longest_name_at_each_place_is_found(text: str, name: str, country: str) -> None:
    assert (name, country, True) in found(text)


def test_a_name_that_several_countries_have_is_a_hint_only() -> None:
    assert found("the Senate voted") == [("Senate", "USA", False)]


@pytest.mark.parametrize("text", ["", "Nikes", "he had fed the ice", "\x00\ud800", "A" * 10_000])
def test_what_is_no_name_is_not_found(text: str) -> None:
    assert found(text) == []


def test_every_row_has_a_country_and_a_kind_of_the_project_and_no_form_is_two_countries() -> None:
    seen: dict[str, str] = {}
    for line in read_lines("bodies.tsv")[1:]:
        name, forms, country, kind = line.split("\t")
        assert kind in KINDS
        assert not country or countries.name(country) != country
        for form in filter(None, (name, *forms.split(";"))):
            assert seen.setdefault(form.rstrip("?"), country) == country, form
