"""Whom a stance belongs to in the sentence."""

from __future__ import annotations

from tests.unit.analysis.reading import read_positions


def test_a_compound_subject_gives_one_row_each_with_shared_evidence() -> None:
    found = [p for p in read_positions("Spain and Portugal endorsed the reform.") if p.stance == "supports"]
    assert {p.holder for p in found} == {"ESP", "PRT"}
    assert len({p.evidence for p in found}) == 1


def test_a_conjunct_after_a_reported_modal_belongs_to_who_reports() -> None:
    text = "Danish Prime Minister Pia Holm said Swedish ships could join the patrol but ruled out Danish troops."
    assert {p.holder for p in read_positions(text) if p.stance == "ruled_out"} == {"DNK"}
