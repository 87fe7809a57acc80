"""Which target is meant by a few letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Span
from workbench.tui.bindings import KEYS
from workbench.tui.features.own_quotes import kind_at
from workbench.tui.goto_targets import Finder, actions_of, targets_of
from workbench.tui.widgets.columns import marked
from workbench.views import Facet

NAMES = (
    Facet("speaker", "Emmanuel Macron", 7),
    Facet("speaker", "Kaja Kallas", 2),
    Facet("country", "FRA", 9, "France"),
    Facet("outlet", "France 24", 3),
    Facet("tag", "key", 1),
    Facet("article", "A1", 0, "Macron says France is ready"),
    Facet("fact", "F1", 3, "France is ready to send troops"),
)
FINDER = Finder([*targets_of(NAMES, {"troops": "troops country:FRA"}), *actions_of(("app", "desk"), {})])


def best(typed: str) -> str:
    return FINDER.find(typed)[0].label


def test_a_name_that_begins_so_comes_before_one_that_has_it_inside() -> None:
    assert best("france") == "France"
    assert {t.kind for t in FINDER.find("france ready")[:2]} == {"fact", "article"}


def test_a_misspelt_name_is_found() -> None:
    assert best("makron") == "Emmanuel Macron"
    assert best("kalas") == "Kaja Kallas"


def test_a_sign_keeps_to_a_kind() -> None:
    assert {t.kind for t in FINDER.find(">fr")} <= {"action"}
    assert [t.label for t in FINDER.find("@")] == ["Emmanuel Macron", "Kaja Kallas"]
    assert [t.label for t in FINDER.find("#")] == ["key"]


def test_every_action_of_a_scope_is_there_with_its_key() -> None:
    actions = actions_of(("desk",), {"desk.tag": "ctrl+g"})
    assert {t.value for t in actions} == {k.id for k in KEYS if k.scope == "desk"}
    assert next(t.detail for t in actions if t.value == "desk.tag") == "^g"


@given(st.text(max_size=30), st.text(max_size=12))
def test_marking_letters_keeps_the_label(label: str, typed: str) -> None:
    assert "".join(text for text, _ in marked(label, typed)) == label


@given(st.text(max_size=20))
def test_anything_may_be_typed(typed: str) -> None:
    assert len(FINDER.find(typed)) <= 60 + len(NAMES)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("we are ready", "direct"), ("said “we are ready”", "mixed"), ("“we are ready”", "direct"), ("left", "indirect")],
)
def test_how_a_passage_is_quoted_is_told_by_its_marks(words: str, kind: str) -> None:
    text = "She said “we are ready”, and left."
    assert kind_at(text, Span(text.index(words), text.index(words) + len(words))) == kind
