"""What one asks of another is the position of who asks."""

from __future__ import annotations

import pytest

from tests.unit.analysis.reading import read_positions


@pytest.mark.parametrize(
    ("text", "holder", "stance", "topic", "target"),
    [
        ("Malta was asked by Italy to guard the strait.", "ITA", "demands", "guarding the strait", "MLT"),
        ("Italy asked Malta to guard the strait.", "ITA", "demands", "guarding the strait", "MLT"),
        ("Malta was urged by Italy to support the ban.", "ITA", "demands", "ban", "MLT"),
        ("Chile was told by Peru to withdraw its ships.", "PER", "demands", "withdrawing ships", "CHL"),
        ("Latvia called on Estonia to open the port.", "LVA", "demands", "opening the port", "EST"),
        ("Estonia was called on by Latvia to open the port.", "LVA", "demands", "opening the port", "EST"),
        ("Kenya was invited by Uganda to join the pact.", "UGA", "proposes", "joining the pact", "KEN"),
        ("Iran was warned by Oman not to close the strait.", "OMN", "opposes", "closing the strait", "IRN"),
        ("Oman urged Iran not to close the strait.", "OMN", "opposes", "closing the strait", "IRN"),
        ("Ghana appealed to Togo to free the crew.", "GHA", "demands", "freeing the crew", "TGO"),
        ("Denmark has been pressed by Norway to drop the toll.", "NOR", "demands", "dropping the toll", "DNK"),
        ("Norway demanded that Denmark drop the toll.", "NOR", "demands", "dropping the toll", "DNK"),
        ("A Greek call on Cyprus to ratify the pact failed.", "GRC", "demands", "ratifying the pact", "CYP"),
    ],
)
def test_who_is_asked_is_neither_issue_nor_holder(text: str, holder: str, stance: str, topic: str, target: str) -> None:
    assert [(p.holder, p.stance, p.topic, p.target) for p in read_positions(text)] == [(holder, stance, topic, target)]


@pytest.mark.parametrize(
    "text",
    ["Oman has been asked to support the pipeline.", "Oman was urged to reject the truce and back the ban."],
)
def test_who_is_only_asked_has_no_position(text: str) -> None:
    assert read_positions(text) == ()
