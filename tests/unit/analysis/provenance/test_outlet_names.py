"""What outlets are called."""

from __future__ import annotations

import pytest

from workbench.analysis.provenance.outlet_names import outlet_key, outlet_label
from workbench.views import Head


@pytest.mark.parametrize(
    ("one", "other"), [("The Guardian", "guardian"), ("AP", "The Associated Press"), ("www.herald.com", "The Herald")]
)
def test_an_outlet_has_several_names(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other)


@pytest.mark.parametrize(
    ("outlet", "source", "label"),
    [
        ("The Herald", "folder/a.txt", "The Herald"),
        ("", "folder/a.txt", "a.txt"),
        ("", "C:\\folder\\a.txt", "a.txt"),
        ("", "https://herald.example/sport/", "sport"),
    ],
)
def test_an_article_without_an_outlet_is_called_by_its_source(outlet: str, source: str, label: str) -> None:
    assert outlet_label(Head("A1", source, "", outlet, "")) == label
