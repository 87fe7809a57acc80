"""Words of the stance lexicon, and what negation makes of them."""

from __future__ import annotations

import pytest

from workbench.analysis.positions.stance_readings import NEGATED, default_word, lexicon_keys, look_up, make_reading
from workbench.model import STANCES
from workbench.nlp.parser import parse

DOC = parse("Peru did not rule out the toll.")
RULE = next(token for token in DOC if token.lemma_ == "rule")


def test_the_longest_key_of_a_verb_comes_first() -> None:
    keys = list(lexicon_keys(RULE))
    assert keys[0] == "rule_out"
    assert keys[-1] == "rule"


def test_a_word_is_looked_up_by_its_class() -> None:
    word = look_up("verb", "rule_out")
    assert word
    assert word.stance == "ruled_out"
    assert look_up("noun", "rule_out") is None


@pytest.mark.parametrize("stance", sorted(NEGATED))
def test_a_denied_word_has_the_opposite_stance(stance: str) -> None:
    word = default_word(stance)
    assert make_reading(RULE, word, ()).stance == stance
    denied = make_reading(RULE, word, (), denied=True)
    assert (denied.stance, denied.strength) == (NEGATED[stance], STANCES[NEGATED[stance]][1])
