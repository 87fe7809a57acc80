"""What is compared of two clauses."""

from __future__ import annotations

from workbench.analysis.facts.match_features import (
    FEATURE_NAMES,
    ClauseProfile,
    clause_profile,
    concept_weights,
    pair_features,
    share_more_than_names,
)
from workbench.analysis.text.words import concept
from workbench.model import Clause, Span


def clause(text: str, names: tuple[str, ...] = (), action: str = "") -> Clause:
    return Clause("A1", Span(0, len(text)), text, tuple(text.casefold().split()), names=names, action=action)


CRANE, FERRY = clause("crane falls onto ferry"), clause("ferry toll rises")


def profile(one: Clause) -> ClauseProfile:
    return clause_profile(one, concept_weights([CRANE, FERRY]))


def test_a_clause_is_wholly_like_itself() -> None:
    found = dict(zip(FEATURE_NAMES, pair_features(profile(CRANE), profile(CRANE)), strict=True))
    for name in ("cosine", "dice", "contained", "covered", "order", "letters"):
        assert round(found[name], 6) == 1


def test_the_order_of_the_two_does_not_matter() -> None:
    one, other = profile(CRANE), profile(FERRY)
    assert pair_features(one, other) == pair_features(other, one)


def test_a_shared_name_alone_is_not_more_than_names() -> None:
    one = profile(clause("Oduya sails", ("Oduya",), "sail"))
    assert not share_more_than_names(one, profile(clause("Oduya resigns", ("Oduya",), "resign")))
    assert share_more_than_names(one, profile(clause("Oduya sails away", ("Oduya",), "leave")))


def test_a_word_that_every_clause_has_weighs_less() -> None:
    others = [clause("toll rises"), FERRY]
    ferry = concept("ferry")
    assert concept_weights([CRANE, FERRY])[ferry] < concept_weights(others)[ferry]
