from __future__ import annotations

from workbench.analysis.text.predicate_lexicon import frames, verb_classes


def test_a_frame_has_the_lemmas_of_all_its_lines() -> None:
    assert {"comment", "claim"} <= frames()["saying"]
    assert {"report", "rumour", "news"} <= frames()["rumouring"]


def test_a_class_of_verbs_joins_a_verb_and_its_particle() -> None:
    assert "promise" in verb_classes()["pledge"]
    assert "rule_out" in verb_classes()["denial"]
