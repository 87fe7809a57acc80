"""The analyst's stance words over ours."""

from __future__ import annotations

from tests.unit.analysis.reading import read_positions, read_stances
from workbench.analysis import revision
from workbench.analysis.positions import stance_lexicon


def test_the_analysts_words_are_laid_over_ours() -> None:
    plain = "Peru spearheaded the toll. Peru welcomed the ferry."
    assert read_stances(plain) == {("PER", "supports")}
    before = revision.version()
    try:
        stance_lexicon.use_analyst_words({"verb spearhead": "committed 2", "verb welcome": "none"})
        (own,) = read_positions(plain)
        assert (own.stance, own.strength, own.topic) == ("committed", 2, "toll")
        assert revision.version() != before
    finally:
        stance_lexicon.use_analyst_words({})
    assert revision.version() == before
