from __future__ import annotations

import pytest

from workbench.analysis.entities.affiliations import affiliation, is_american_seat, joined_body


@pytest.mark.parametrize(
    ("words", "country", "origin"),
    [
        ("National Security Council spokesman", "USA", "known"),
        ("a Hezbollah lawmaker", "LBN", "known"),
        ("publisher of The Washington Post and a former BBC editor", "USA", "known"),
        ("a spokesman for the Red Cross", "", ""),
        ("Ohio governor", "USA", "text"),
        ("an expert on Hezbollah and head of research at Harvard University", "USA", "known"),
        ("former adviser to the Hamas prime minister", "PSE", "known"),
        ("a Green MEP", "EU", "text"),
    ],
)
def test_whose_somebody_is_is_told_by_the_first_institution_or_state(words: str, country: str, origin: str) -> None:
    found = affiliation(words)
    assert found is not None
    assert (found.country, found.origin) == (country, origin)


@pytest.mark.parametrize(
    "words", ["an expert on Hezbollah", "a fisherman", "member of the Senate", "a Twitter account", "envoy to Boeing"]
)
def test_what_is_only_dealt_with_or_is_elsewhere_as_well_tells_nothing(words: str) -> None:
    assert affiliation(words) is None


@pytest.mark.parametrize("after", [", R-Texas, said", " (D-Calif.) said", " (R–OH)", ", I-Vt."])
def test_a_seat_in_congress_is_american(after: str) -> None:
    assert is_american_seat(after)


@pytest.mark.parametrize("after", [", R and B singer", " (D. Smith)", " said", ", A-list actor"])
def test_other_letters_are_no_seat(after: str) -> None:
    assert not is_american_seat(after)


@pytest.mark.parametrize(
    ("behind", "country"),
    [
        (" at the Brookings Institution said", "USA"),
        (" with Human Rights Watch said", "USA"),
        (" from the University of Oxford said", "GBR"),
        (" said the Brookings Institution", None),
        (" at the old Brookings Institution", None),
    ],
)
def test_an_institution_that_follows_a_name_is_whose_they_are(behind: str, country: str | None) -> None:
    found = joined_body(behind)
    assert (found and found.country) == country
