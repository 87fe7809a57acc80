"""Outlets by their short names."""

from __future__ import annotations

import pytest

from workbench.ingest.outlets import find_outlet, slug_to_name


@pytest.mark.parametrize(
    ("slug", "name"),
    [("FOX_News", "Fox News"), ("the-hill", "The Hill"), ("washington", ""), ("newyorkmagazin", "New York Magazine")],
)
def test_outlets_are_known_by_their_short_names(slug: str, name: str) -> None:
    assert find_outlet(slug) == name


@pytest.mark.parametrize(
    ("slug", "name"),
    [("coastal-wire", "Coastal Wire"), ("voice_of_elm", "Voice of Elm"), ("bbc-elm", "BBC Elm"), ("elmTV", "elmTV")],
)
def test_other_slugs_are_made_readable(slug: str, name: str) -> None:
    assert slug_to_name(slug) == name
