from __future__ import annotations

import pytest

from workbench.analysis.text.clause_predicates import clause_action, clause_kind, content_predicate, is_negated
from workbench.nlp.parser import parse


@pytest.mark.parametrize(
    ("text", "action", "kind"),
    [
        ("The minister said the factory would close.", "close", "expectation"),
        ("The company promised higher wages.", "promise", "pledge"),
        ("France gave support to the plan.", "support", "position"),
        ("Two trains collided.", "collide", "event"),
        ("The bridge is old.", "old", "state"),
        ("France ruled out a loan.", "rule out", "position"),
        ("The airline could cancel the route.", "cancel", "option"),
    ],
)
def test_what_is_done_and_what_kind_of_thing_it_is(text: str, action: str, kind: str) -> None:
    (root,) = (t for t in parse(text) if t.dep_ == "ROOT")
    predicate = content_predicate(root)
    assert (clause_action(predicate), clause_kind(root, predicate)) == (action, kind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The dam did not hold.", True), ("Nobody paid.", True), ("They want a no-fly zone.", False)],
)
def test_a_denial_is_told_from_a_name_with_no_in_it(text: str, expected: bool) -> None:
    doc = parse(text)
    (root,) = (t for t in doc if t.dep_ == "ROOT")
    assert is_negated(root, root, list(doc)) is expected
